//! The person asking, with all that they hold. Loaded once per request, in one statement.
use db::{Result, Tx, params};
use kernel::{CircleId, Moment, PersonId, UnitId};

/// What someone is to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Enrolled in a class.
    Pupil,
    /// Teaches in a school.
    Teacher,
    /// Vie scolaire: CPE, AED.
    VieScolaire,
    /// RRUPN, the school's digital referent.
    Referent,
    /// Heads a school.
    Head,
    /// Steers a programme for the académie; sees counts.
    Pilot,
    /// Administers the platform.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] =
        &[Self::Pupil, Self::Teacher, Self::VieScolaire, Self::Referent, Self::Head, Self::Pilot, Self::Admin];

    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pupil => "pupil",
            Self::Teacher => "teacher",
            Self::VieScolaire => "vie-scolaire",
            Self::Referent => "referent",
            Self::Head => "head",
            Self::Pilot => "pilot",
            Self::Admin => "admin",
        }
    }

    /// The role this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.word() == word)
    }
}

/// The person asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// The roles held, each on a unit.
    pub grants: Vec<(Role, UnitId)>,
    /// The children one answers for.
    pub children: Vec<PersonId>,
    /// The circles one belongs to.
    pub circles: Vec<CircleId>,
}

impl Actor {
    /// All that `person` holds at `now`.
    pub fn load(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<Self> {
        let rows = tx.query(
            "SELECT role, unit_id FROM membership WHERE person_id = ?1 AND (until IS NULL OR until > ?2)
             UNION ALL SELECT '+child', child_id FROM guardianship WHERE guardian_id = ?1 AND (until IS NULL OR until > ?2)
             UNION ALL SELECT '+circle', circle_id FROM circle_member WHERE person_id = ?1 AND (until IS NULL OR until > ?2)",
            &params![person, now],
        )?;
        let mut actor = Self { person, grants: vec![], children: vec![], circles: vec![] };
        for row in rows {
            match row.text(0) {
                "+child" => actor.children.push(row.get(1)),
                "+circle" => actor.circles.push(row.get(1)),
                word => actor.grants.extend(Role::from_word(word).map(|role| (role, row.get(1)))),
            }
        }
        Ok(actor)
    }

    /// The units on which one of `roles` is held.
    pub fn units(&self, roles: &[Role]) -> Vec<UnitId> {
        self.grants.iter().filter(|(role, _)| roles.contains(role)).map(|(_, unit)| *unit).collect()
    }

    /// Whether one of `roles` is held anywhere.
    pub fn holds(&self, roles: &[Role]) -> bool {
        self.grants.iter().any(|(role, _)| roles.contains(role))
    }

    /// Whether this person is enrolled as a pupil.
    pub fn is_pupil(&self) -> bool {
        self.holds(&[Role::Pupil])
    }

    /// Whether this person works for the school or the académie.
    pub fn is_staff(&self) -> bool {
        self.grants.iter().any(|(role, _)| *role != Role::Pupil)
    }
}
