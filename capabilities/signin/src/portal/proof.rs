//! What a portal has proved of somebody.
use serde::{Deserialize, Serialize};

/// What a portal has proved, as it is kept for the few minutes until the browser is back: sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Proof {
    /// The portal's own name for them. It says nothing and is never shown.
    pub subject: String,
    /// What the portal calls them where it says that they have left; it may be another name than the one they are known by.
    pub called: String,
    /// The portal's name for their session there.
    pub sid: Option<String>,
    /// What the portal wants to be told when they leave.
    pub hint: Hint,
    /// From which course they were launched.
    pub launched: Option<Launched>,
    /// What else it said: names and values.
    pub attributes: Vec<(String, Vec<String>)>,
}

/// What a portal wants to be told when somebody leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hint {
    /// OpenID Connect: the token that says whose session ends.
    pub token: String,
    /// SAML: the name, its format and its qualifiers, in this order.
    pub name: Vec<String>,
    /// SAML: the session.
    pub session: String,
}

/// The launch by which somebody came from a course (LTI), and what the platform lets this house ask of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Launched {
    /// The platform's name for the course; empty where it says none.
    pub course: String,
    /// What people call it.
    pub title: String,
    /// What is to be opened.
    pub target: String,
    /// Where it is asked who is in the course; empty where it may not be.
    pub members: String,
    /// The column of marks; empty where there is none.
    pub column: String,
}

impl Proof {
    /// The values of an attribute.
    pub fn values<'p>(&'p self, name: &'p str) -> impl Iterator<Item = &'p str> {
        let of = self.attributes.iter().filter(move |(said, _)| is_called(said, name));
        of.flat_map(|(_, values)| values.iter().map(|value| value.trim())).filter(|value| !value.is_empty())
    }

    /// The value of an attribute that has one, and one only: what names somebody.
    pub fn one<'p>(&'p self, name: &'p str) -> Option<&'p str> {
        let mut values = self.values(name);
        let first = values.next()?;
        values.all(|value| value == first).then_some(first)
    }

    /// The first value of the first of these attributes that has one.
    fn first<'p>(&'p self, names: &[&'p str]) -> Option<&'p str> {
        names.iter().find_map(|name| self.values(name).next())
    }

    /// What the portal calls them, for the eyes of a person: given name and family name.
    pub fn named(&self) -> String {
        let given = self.first(&["givenName", "given_name", "firstName", "ctfn"]).unwrap_or("");
        let family = self.first(&["sn", "family_name", "usual_name", "lastName", "ctln"]).unwrap_or("");
        let both = format!("{given} {family}");
        both.trim().chars().take(100).collect()
    }

    /// The schools that it names, by their codes.
    pub fn schools(&self) -> Vec<String> {
        let mut found: Vec<String> = vec![];
        for (_, values) in &self.attributes {
            for word in values.iter().flat_map(|value| value.split(['$', '|', ' ', ','])) {
                let word = word.trim().to_uppercase();
                if word.parse::<uai::Uai>().is_ok() && !found.contains(&word) {
                    found.push(word);
                }
            }
        }
        found
    }
}

/// Whether an attribute is called so: portals put their names behind others (`attributes/`, `urn:oid:`).
fn is_called(said: &str, name: &str) -> bool {
    said.len().checked_sub(name.len()).and_then(|at| said.split_at_checked(at)).is_some_and(|(before, end)| {
        end.eq_ignore_ascii_case(name) && (before.is_empty() || before.ends_with(['/', ':', '@']))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_found_behind_the_folders_that_a_portal_puts_it_in() {
        for (said, name, found) in [
            ("ENTPersonJointure", "entpersonjointure", true),
            ("user/schools/school@externalId", "externalId", true),
            ("urn:oid:1.3.6.1.4.1.20326.10.999.1.64", "1.3.6.1.4.1.20326.10.999.1.64", true),
            ("urn:oid:1.3.6.1.4.1.20326.10.999.1.64", "4", false),
            ("notmail", "mail", false),
            ("é", "mail", false),
        ] {
            assert_eq!(is_called(said, name), found, "{said} {name}");
        }
    }

    #[test]
    fn schools_are_known_by_their_codes_wherever_they_stand() {
        let attributes =
            vec![("structures".to_owned(), vec!["6101$0610970Y$COLLEGE".to_owned(), "0610970y".to_owned()])];
        assert_eq!(Proof { attributes, ..Proof::default() }.schools(), ["0610970Y"]);
    }
}
