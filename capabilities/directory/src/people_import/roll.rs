//! Who is at one school, as a feed says it: cleaned as the cells of a table are, and refused for the same reasons.
use super::{Fault, GroupRow, Key, PersonRow, Post, Reason, Rows, cell, column::Column};
use access::{GroupKind, Part, Role};
use std::collections::BTreeMap;
use uai::Uai;

/// Somebody, in the words of a feed; what it does not say is empty.
#[derive(Clone, Copy, Debug, Default)]
pub struct Said<'s> {
    /// Where the feed says it, for whoever looks it up.
    pub line: u64,
    /// The source's key.
    pub key: &'s str,
    /// What other sources call them.
    pub others: &'s [Key],
    /// Family name.
    pub family: &'s str,
    /// Given name.
    pub given: &'s str,
    /// Day of birth.
    pub born: &'s str,
    /// Whether the source may leave a pupil's day of birth out: its keys alone tell who they are.
    pub undated: bool,
    /// The number that receives messages.
    pub phone: &'s str,
    /// The language they read.
    pub lang: &'s str,
    /// The e-mail address of who works in a school.
    pub email: &'s str,
    /// The last day of what is said.
    pub until: &'s str,
}

/// What somebody is at the school.
#[derive(Clone, Copy, Debug)]
pub enum As<'s> {
    /// Enrolled in the class of this name.
    Pupil(&'s str),
    /// Works there.
    Staff(Role),
    /// Answers for these pupils, by key, each with whether it is with parental authority, where the feed says so.
    Guardian(&'s [(String, Option<bool>)]),
}

/// A group that is taught, or the team of a class.
#[derive(Clone, Copy, Debug)]
pub struct Taught<'s> {
    /// Where the feed says it.
    pub line: u64,
    /// The source's key.
    pub key: &'s str,
    /// What it is for.
    pub kind: GroupKind,
    /// What it is called.
    pub name: &'s str,
    /// Who is in it, by key, and as what.
    pub people: &'s [(String, Part)],
    /// What is taught in it, by whom.
    pub subjects: &'s [(String, String)],
}

/// The people of one school on their way. Whoever cannot be read is left out, told, and does not leave the school for that.
#[derive(Debug)]
pub struct Roll {
    school: Uai,
    rows: Rows,
    /// Of whom, by key, and what.
    faults: Vec<(String, Fault)>,
}

/// Who teaches what, as far as it is plain text.
fn subject((key, name): &(String, String)) -> Option<(String, String)> {
    let name = kernel::single_spaces(name);
    let plain = !name.is_empty() && !name.chars().any(char::is_control);
    plain.then(|| (key.clone(), name.chars().take(GROUP_NAME).collect()))
}

/// The longest name of a group, in characters.
const GROUP_NAME: usize = 80;

impl Roll {
    /// The roll of a school, still empty.
    pub const fn of(school: Uai) -> Self {
        Self { school, rows: Rows::of(vec![]), faults: vec![] }
    }

    /// Adds somebody and what they are here. Says whether they could be read.
    pub fn person(&mut self, said: &Said<'_>, what: &[As<'_>]) -> bool {
        let found = self.faults.len();
        let pupil = what.iter().any(|part| matches!(part, As::Pupil(_)));
        let key = self.needed((said.key, said.line), (Column::Key, said.key), cell::key);
        let family = self.needed((said.key, said.line), (Column::Family, said.family), cell::name);
        let given = self.needed((said.key, said.line), (Column::Given, said.given), cell::name);
        let born = self.optional((said.key, said.line), (Column::Born, said.born), cell::date);
        let phone = self.optional((said.key, said.line), (Column::Phone, said.phone), cell::phone);
        let lang = self.optional((said.key, said.line), (Column::Lang, said.lang), cell::lang);
        let until = self.optional((said.key, said.line), (Column::Until, said.until), cell::date);
        if pupil && said.born.is_empty() && !said.undated {
            self.fault((said.key, said.line), (Column::Born, ""), Reason::EmptyCell);
        }
        let posts = self.posts(said, what);
        let (Some(key), Some(family), Some(given)) = (key, family, given) else { return self.spare(said.key) };
        if posts.is_empty() || (pupil && born.is_none() && !(said.undated && said.born.is_empty())) {
            return self.spare(said.key);
        }
        let email = cell::email(said.email);
        let mut others = said.others.to_vec();
        for post in posts {
            let email = email.clone().filter(|_| matches!(post, Post::Staff { .. }));
            self.rows.people.push(PersonRow {
                line: said.line,
                key: key.clone(),
                others: std::mem::take(&mut others),
                family: family.clone(),
                given: given.clone(),
                born: born.clone(),
                post,
                phone: phone.clone(),
                lang: lang.clone(),
                user: None,
                until: until.clone(),
                email,
                guardian: None,
            });
        }
        found == self.faults.len()
    }

    /// What somebody is here, so far as it can be read.
    fn posts(&mut self, said: &Said<'_>, what: &[As<'_>]) -> Vec<Post> {
        let mut posts = vec![];
        for part in what {
            match part {
                As::Pupil(class) => {
                    let class = self.needed((said.key, said.line), (Column::Class, class), cell::class);
                    posts.extend(class.map(|class| Post::Pupil { uai: self.school, class }));
                }
                As::Staff(role) => posts.push(Post::Staff { role: *role, uai: self.school }),
                As::Guardian(children) => {
                    let mut of: BTreeMap<Option<bool>, Vec<String>> = BTreeMap::new();
                    for (child, authority) in *children {
                        of.entry(*authority).or_default().push(child.clone());
                    }
                    posts.extend(of.into_iter().map(|(authority, of)| Post::Guardian { of, authority }));
                }
            }
        }
        posts
    }

    /// Says that somebody is known to the feed and cannot be read: they do not leave for that.
    pub fn spare(&mut self, key: &str) -> bool {
        if !key.is_empty() {
            self.rows.spared.push(key.to_owned());
        }
        false
    }

    /// Adds a group with its people. Says whether its name could be read.
    pub fn group(&mut self, group: &Taught<'_>) -> bool {
        let named = |text: &str| {
            let name = kernel::single_spaces(text);
            if name.chars().count() <= GROUP_NAME { Ok(name) } else { Err(Reason::TooLong) }
        };
        let key = self.needed((group.key, group.line), (Column::Key, group.key), cell::key);
        let name = self.needed((group.key, group.line), (Column::Class, group.name), named);
        let (Some(key), Some(name)) = (key, name) else { return false };
        let (people, subjects) = (group.people.to_vec(), group.subjects.iter().filter_map(subject).collect());
        self.rows.groups.push(GroupRow { key, kind: group.kind, name, people, subjects });
        true
    }

    /// How many people there are by now; somebody of two posts counts twice.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, and what could not be read: of whom, by key, and what.
    pub fn whole(self) -> (Rows, Vec<(String, Fault)>) {
        (self.rows, self.faults)
    }

    fn needed<T>(
        &mut self,
        of: (&str, u64),
        (column, cell): (Column, &str),
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<T> {
        let read = |cell: &str| if cell.is_empty() { Err(Reason::EmptyCell) } else { read(cell) };
        cell::plain(cell.trim(), column == Column::Phone)
            .and_then(|()| read(cell.trim()))
            .map_err(|reason| self.fault(of, (column, cell), reason))
            .ok()
    }

    fn optional<T>(
        &mut self,
        of: (&str, u64),
        said: (Column, &str),
        read: impl FnOnce(&str) -> Result<T, Reason>,
    ) -> Option<T> {
        if said.1.trim().is_empty() { None } else { self.needed(of, said, read) }
    }

    fn fault(&mut self, (key, line): (&str, u64), (column, cell): (Column, &str), reason: Reason) {
        self.faults.push((key.to_owned(), Fault::new(line, column.name(), cell, reason)));
    }
}
