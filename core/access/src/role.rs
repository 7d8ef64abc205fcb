//! Roles: what someone is to a unit. One table says all there is to say of each; sets of them are named here once, so that a
//! new role is added to few places.
use crate::{UnitKind, UnitKind as On};

/// Whom a page speaks to. Roles say it; a family is who answers for a child, and holds no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Audience {
    /// Enrolled in a class.
    Pupil,
    /// Answers for a child.
    Family,
    /// Works in a school.
    School,
    /// Works for several schools, a territory or the platform.
    Above,
    /// From outside: sees what names them, and nothing else.
    Guest,
}

impl Audience {
    /// Every audience.
    pub const ALL: &'static [Self] = &[Self::Pupil, Self::Family, Self::School, Self::Above, Self::Guest];
    /// Those who work for the school or above it.
    pub const STAFF: &'static [Self] = &[Self::School, Self::Above];

    /// Its word, as `rights.md` says it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Pupil => "pupils",
            Self::Family => "families",
            Self::School => "staff of a school",
            Self::Above => "staff above schools",
            Self::Guest => "guests",
        }
    }
}

/// What someone is to a unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Enrolled in a class.
    Pupil,
    /// Teaches in a school.
    Teacher,
    /// Professeur documentaliste.
    Documentalist,
    /// CPE: heads the vie scolaire.
    VieScolaire,
    /// Assistant d’éducation: watches, and says who is there.
    Aed,
    /// Accompanies pupils with a disability.
    Aesh,
    /// RRUPN, the school's digital referent.
    Referent,
    /// Psychologist or social worker of a school.
    Psyen,
    /// Heads a collège or a lycée.
    Head,
    /// Directs an école.
    Director,
    /// IEN or IA-IPR.
    Inspector,
    /// ERUN or CPC numérique: helps schools with digital tools.
    Erun,
    /// Trains teams.
    Trainer,
    /// Steers a programme for the académie; sees counts.
    Pilot,
    /// Administers the platform.
    Admin,
    /// Helps for an association.
    Association,
    /// Follows a pupil in a company.
    Tutor,
    /// Elected by citizens: mayor, councillor.
    Elected,
    /// Elected by parents. What they see of their own children, they see as their guardian.
    Delegate,
    /// Canopé, the Région: a partner.
    Partner,
}

struct Row {
    role: Role,
    word: &'static str,
    audience: Audience,
    on: &'static [UnitKind],
}

const fn row(role: Role, word: &'static str, audience: Audience, on: &'static [UnitKind]) -> Row {
    Row { role, word, audience, on }
}

const SCHOOL: &[UnitKind] = &[On::Etablissement];
const ABOVE: &[UnitKind] =
    &[On::Academie, On::Region, On::Departement, On::Bassin, On::Circonscription, On::Reseau, On::Pial, On::Pas];
const OUTSIDE: &[UnitKind] =
    &[On::Academie, On::Region, On::Departement, On::Epci, On::Commune, On::Bassin, On::Etablissement];

/// Every role, in the order of the enum: word, audience, kinds of unit on which it is held.
const TABLE: [Row; 20] = [
    row(Role::Pupil, "pupil", Audience::Pupil, &[On::Classe]),
    row(Role::Teacher, "teacher", Audience::School, SCHOOL),
    row(Role::Documentalist, "documentalist", Audience::School, SCHOOL),
    row(Role::VieScolaire, "vie-scolaire", Audience::School, SCHOOL),
    row(Role::Aed, "aed", Audience::School, SCHOOL),
    row(Role::Aesh, "aesh", Audience::School, SCHOOL),
    row(Role::Referent, "referent", Audience::School, SCHOOL),
    row(Role::Psyen, "psyen", Audience::School, SCHOOL),
    row(Role::Head, "head", Audience::School, SCHOOL),
    row(Role::Director, "director", Audience::School, SCHOOL),
    row(Role::Inspector, "inspector", Audience::Above, ABOVE),
    row(Role::Erun, "erun", Audience::Above, ABOVE),
    row(Role::Trainer, "trainer", Audience::Above, ABOVE),
    row(Role::Pilot, "pilot", Audience::Above, ABOVE),
    row(Role::Admin, "admin", Audience::Above, &[On::Academie]),
    row(Role::Association, "association", Audience::Guest, OUTSIDE),
    row(Role::Tutor, "tutor", Audience::Guest, SCHOOL),
    row(Role::Elected, "elected", Audience::Guest, OUTSIDE),
    row(Role::Delegate, "delegate", Audience::Guest, SCHOOL),
    row(Role::Partner, "partner", Audience::Guest, OUTSIDE),
];

/// Each row stands where its role is numbered, so that a role finds its own.
const _: () = {
    let mut at = 0;
    while at < TABLE.len() {
        assert!(TABLE[at].role as usize == at, "the table is in the order of the enum");
        at += 1;
    }
};

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] = &{
        let mut all = [Self::Pupil; TABLE.len()];
        let mut at = 0;
        while at < TABLE.len() {
            all[at] = TABLE[at].role;
            at += 1;
        }
        all
    };

    /// The word kept in the database.
    pub const fn word(self) -> &'static str {
        TABLE[self as usize].word
    }

    /// The role this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.word == word).map(|row| row.role)
    }

    /// Whom a page speaks to when it speaks to this role.
    pub const fn audience(self) -> Audience {
        TABLE[self as usize].audience
    }

    /// The kinds of unit on which it may be held.
    pub const fn on(self) -> &'static [UnitKind] {
        TABLE[self as usize].on
    }

    /// The roles of these audiences.
    pub fn of(audiences: &[Audience]) -> impl Iterator<Item = Self> {
        TABLE.iter().filter(|row| audiences.contains(&row.audience)).map(|row| row.role)
    }
}

/// The words of these roles as a list for SQL: `'head','director'`.
pub fn words(roles: impl IntoIterator<Item = Role>) -> String {
    roles.into_iter().map(|role| format!("'{}'", role.word())).collect::<Vec<_>>().join(",")
}

/// Sets of roles, by what they do in a school. Rights are given to a set; a role that is in none sees what names it.
pub mod roles {
    use super::Role;

    /// Who answers for a school: of the 2nd degree or of the 1st.
    pub const HEADS: &[Role] = &[Role::Head, Role::Director];
    /// The team that a school's pupils are entrusted to: sees its class lists, its meetings, its programmes.
    pub const TEAM: &[Role] =
        &[Role::Teacher, Role::Documentalist, Role::VieScolaire, Role::Aed, Role::Referent, Role::Head, Role::Director];
    /// Who of the team helps pupils: holds meetings, promises hours at a desk.
    pub const HELPERS: &[Role] =
        &[Role::Teacher, Role::Documentalist, Role::VieScolaire, Role::Aed, Role::Referent, Role::Director];
    /// Who teaches.
    pub const TEACHERS: &[Role] = &[Role::Teacher, Role::Documentalist, Role::Referent];
    /// Who decides for a school's tools.
    pub const DECIDERS: &[Role] = &[Role::Head, Role::Director, Role::Referent];
    /// Who answers for presence.
    pub const WATCHERS: &[Role] = &[Role::Head, Role::Director, Role::VieScolaire, Role::Aed];
    /// Who looks into what was reported, and opens a thread for a reason.
    pub const INVESTIGATORS: &[Role] = &[Role::Head, Role::Director, Role::VieScolaire];
    /// Who follows pupils and families up, confidential words included.
    pub const CARERS: &[Role] = &[Role::Head, Role::Director, Role::VieScolaire, Role::Referent];
    /// Who steers for a territory.
    pub const PILOTS: &[Role] = &[Role::Pilot];
    /// Who reads counts, in a school or for a territory.
    pub const COUNTERS: &[Role] = &[Role::Head, Role::Director, Role::VieScolaire, Role::Referent, Role::Pilot];
}
