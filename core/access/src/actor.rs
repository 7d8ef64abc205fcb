//! The person asking, with all that they hold. Loaded once per request, in one statement.
use crate::{Audience, Part, Role, live, part_counts};
use db::{Result, Tx, params};
use kernel::{GroupId, Moment, PersonId, UnitId};

/// The person asking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub person: PersonId,
    /// The roles held, each on a unit.
    pub grants: Vec<(Role, UnitId)>,
    /// The children one answers for, with parental authority: to see their days and to act for them.
    pub children: Vec<PersonId>,
    /// The groups one belongs to, each with one's part; a pupil's classes are among them.
    pub groups: Vec<(GroupId, Part)>,
}

impl Actor {
    /// All that `person` holds at `now`.
    pub fn load(tx: &mut Tx<'_>, person: PersonId, now: Moment) -> Result<Self> {
        let live = live("x", 2);
        let rows = tx.query(
            &format!(
                "SELECT x.role, x.unit_id, '' FROM membership x WHERE x.person_id = ?1 AND {live}
                 UNION ALL SELECT '+child', x.child_id, '' FROM answering x WHERE x.guardian_id = ?1 AND {live}
                 UNION ALL SELECT '+group', x.unit_id, 'member' FROM membership x
                   WHERE x.person_id = ?1 AND x.role = 'pupil' AND {live}
                 UNION ALL SELECT '+group', x.group_id, x.part FROM group_member x WHERE x.person_id = ?1 AND {}",
                part_counts("x", 2)
            ),
            &params![person, now],
        )?;
        let mut actor = Self { person, grants: vec![], children: vec![], groups: vec![] };
        for row in rows {
            match row.text(0) {
                "+child" => actor.children.push(row.get(1)),
                "+group" => actor.groups.extend(Part::from_word(row.text(2)).map(|part| (row.get(1), part))),
                word => actor.grants.extend(Role::from_word(word).map(|role| (role, row.get(1)))),
            }
        }
        Ok(actor)
    }

    /// The units on which one of `roles` is held.
    pub fn units(&self, roles: &[Role]) -> Vec<UnitId> {
        self.grants.iter().filter(|(role, _)| roles.contains(role)).map(|(_, unit)| *unit).collect()
    }

    /// The groups in which one has one of `parts`.
    pub fn groups(&self, parts: &[Part]) -> Vec<GroupId> {
        self.groups.iter().filter(|(_, part)| parts.contains(part)).map(|(group, _)| *group).collect()
    }

    /// Whether one of `roles` is held anywhere.
    pub fn holds(&self, roles: &[Role]) -> bool {
        self.grants.iter().any(|(role, _)| roles.contains(role))
    }

    /// Whether this person is of one of these audiences. One may be of several: a teacher has children.
    pub fn is_of(&self, audiences: &[Audience]) -> bool {
        (audiences.contains(&Audience::Family) && !self.children.is_empty())
            || self.grants.iter().any(|(role, _)| audiences.contains(&role.audience()))
    }

    /// Whether this person is enrolled as a pupil.
    pub fn is_pupil(&self) -> bool {
        self.is_of(&[Audience::Pupil])
    }

    /// Whether this person works for a school or above it.
    pub fn is_staff(&self) -> bool {
        self.is_of(Audience::STAFF)
    }

    /// Whether this person is a guest and nothing else here.
    pub fn is_guest(&self) -> bool {
        let others = [Audience::Pupil, Audience::Family, Audience::School, Audience::Above];
        self.is_of(&[Audience::Guest]) && !self.is_of(&others)
    }

    /// What is left of them on entering by a card, which colleagues can print: what they are as a pupil, a family or a
    /// guest. What they are as staff, what they lead or look over for it included, waits for their password.
    #[must_use]
    pub fn by_card(mut self) -> Self {
        if self.is_staff() || !self.is_of(&[Audience::Guest]) {
            self.groups.retain(|(_, part)| *part == Part::Member);
        }
        self.grants.retain(|(role, _)| [Audience::Pupil, Audience::Guest].contains(&role.audience()));
        self
    }
}
