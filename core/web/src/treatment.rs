//! What a slice declares of what it does with what is known of people: the lines of the register that the law asks for.
use access::{Audience, Role};
use jobs::Keep;

/// Why it may be done (article 6 of the GDPR).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// A mission of public interest.
    Mission,
    /// What a law asks for.
    Duty,
    /// The person said yes, and may say no.
    Consent,
}

impl Basis {
    /// Every basis.
    pub const ALL: &'static [Self] = &[Self::Mission, Self::Duty, Self::Consent];

    /// Its word, by which language files name it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Mission => "mission",
            Self::Duty => "duty",
            Self::Consent => "consent",
        }
    }
}

/// One treatment. Its sentences stand in the language files of its slice: `{slice}-treatment-{key}` is its name, then `-for` what it
/// serves, `-whom` whose data, `-what` which; `-kept` how long, where a table of it does not count days.
#[derive(Clone, Copy, Debug)]
pub struct Treatment {
    /// Its word.
    pub key: &'static str,
    /// Its tables: one that holds persons is in one treatment, of whichever slice answers for it.
    pub tables: &'static [&'static str],
    /// Why it may be done.
    pub basis: Basis,
    /// The roles that see some of it, within their unit.
    pub roles: &'static [&'static [Role]],
    /// Whom it also shows what concerns them.
    pub audiences: &'static [Audience],
}

impl Treatment {
    /// How long its tables keep a row.
    pub fn keeps<'k>(&self, all: &'k [Keep]) -> impl Iterator<Item = &'k Keep> {
        all.iter().filter(|keep| self.tables.contains(&keep.table))
    }

    /// The roles that see it, each once.
    pub fn seen_by(&self) -> Vec<Role> {
        let mut roles: Vec<_> = self.roles.concat();
        roles.sort_unstable();
        roles.dedup();
        roles
    }
}

/// What this room itself does; the sentences are `web-treatment-*`.
pub(crate) const OWN: &[Treatment] = &[Treatment {
    key: "sending",
    tables: &["web_once", "web_unsent", "web_upload", "web_upload_piece", "jobs_queue"],
    basis: Basis::Mission,
    roles: &[&[Role::Admin]],
    audiences: &[],
}];
