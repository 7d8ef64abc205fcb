//! People and what they are.
use crate::{Fault, Reason, row::Row};

/// Somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Who.
    pub profile: Profile,
    /// What, as the users' file says (1.1).
    pub roles: Vec<Role>,
    /// Those related to this person: of a pupil the guardians, of a guardian the pupils.
    pub agents: Vec<String>,
}

/// What is known of somebody, whatever they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// What names this person in the delivery.
    pub id: String,
    /// The name in use.
    pub name: String,
    /// The family name, where it differs from the name in use.
    pub family_name: Option<String>,
    /// The given name in use.
    pub given_name: String,
    /// The name at sign-in, in the system that made the delivery.
    pub username: Option<String>,
    /// A number of this person, as in `990610001FA`.
    pub identifier: Option<String>,
    /// Other numbers, each with its kind: `INE`, `990610001FA`.
    pub ids: Vec<(String, String)>,
    /// Mail address.
    pub mail: Option<String>,
    /// Telephone numbers as written: the one that receives SMS first.
    pub phones: Vec<String>,
    /// The grades, in the words of the delivery.
    pub grades: Vec<String>,
    /// Whether this person is enabled; where it is not said, yes.
    pub enabled: bool,
}

/// What somebody is in a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    /// Who.
    pub user: String,
    /// Where.
    pub org: String,
    /// What.
    pub kind: RoleKind,
    /// The first day, as in `2026-09-01`.
    pub begin: Option<String>,
    /// The last day.
    pub end: Option<String>,
}

/// What somebody is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RoleKind {
    /// A pupil (`student`).
    Student,
    /// Somebody of the family: `parent`, `guardian`, `relative`.
    Family(String),
    /// A teacher.
    Teacher,
    /// Anybody else who works there: `aide`, `administrator`, `principal`, `counselor`…
    Staff(String),
}

impl User {
    pub(crate) fn of(id: String, row: &mut Row<'_>) -> Result<Self, Fault> {
        let roles = if row.cell("role").is_empty() {
            vec![]
        } else {
            let kind = RoleKind::of(row, "role")?;
            let role = |org| Role { user: id.clone(), org, kind: kind.clone(), begin: None, end: None };
            row.list("orgSourcedIds").into_iter().map(role).collect()
        };
        Ok(Self { roles, agents: row.list("agentSourcedIds"), profile: Profile::of(id, row)? })
    }
}

impl Profile {
    fn of(id: String, row: &mut Row<'_>) -> Result<Self, Fault> {
        let family = row.needed("familyName")?;
        let name = row.said("preferredFamilyName").unwrap_or_else(|| family.clone());
        let mut phones = vec![];
        for phone in [row.said("sms"), row.said("phone")].into_iter().flatten() {
            if !phones.contains(&phone) {
                phones.push(phone);
            }
        }
        Ok(Self {
            id,
            family_name: (family != name).then_some(family),
            name,
            given_name: row.said("preferredGivenName").map_or_else(|| row.needed("givenName"), Ok)?,
            username: row.said("username"),
            identifier: row.said("identifier"),
            ids: ids(row.cell("userIds")),
            mail: row.said("email"),
            phones,
            grades: row.list("grades"),
            enabled: row.flag("enabledUser").unwrap_or(true),
        })
    }

    /// The number of this kind (`INE`), when there is one.
    pub fn number(&self, kind: &str) -> Option<&str> {
        self.ids.iter().find(|(other, _)| other.eq_ignore_ascii_case(kind)).map(|(_, number)| number.as_str())
    }
}

/// `{INE:990610001FA},{LDAP:zoe}`.
fn ids(cell: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let pair = pair.trim().trim_start_matches('{').trim_end_matches('}');
        pair.split_once(':').map(|(kind, number)| (kind.trim().to_owned(), number.trim().to_owned()))
    };
    cell.split(',').filter_map(pair).collect()
}

impl Role {
    pub(crate) fn of(row: &mut Row<'_>) -> Result<Self, Fault> {
        Ok(Self {
            user: row.needed("userSourcedId")?,
            org: row.needed("orgSourcedId")?,
            kind: RoleKind::of(row, "role")?,
            begin: row.day("beginDate"),
            end: row.day("endDate"),
        })
    }
}

impl RoleKind {
    /// What stands under a heading. A word that is not of the standard is said to be odd, and read as somebody who
    /// works there.
    pub(crate) fn of(row: &mut Row<'_>, column: &str) -> Result<Self, Fault> {
        let word = row.needed(column)?.to_lowercase();
        Ok(match word.as_str() {
            "student" => Self::Student,
            "parent" | "guardian" | "relative" => Self::Family(word),
            "teacher" => Self::Teacher,
            "aide"
            | "administrator"
            | "counselor"
            | "districtadministrator"
            | "principal"
            | "proctor"
            | "siteadministrator"
            | "systemadministrator" => Self::Staff(word),
            _ => {
                row.odd(column, Reason::Word);
                Self::Staff(word)
            }
        })
    }
}
