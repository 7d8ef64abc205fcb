//! What a delivery comes to, whatever it is written in: the lots of its schools, how many people, and what somebody should know.
//!
//! Each form reads its files in its own way and tells a [`School`] who is there; what that means here is said once, below.
use crate::{Counts, Feed, Note};
use access::{GroupKind, Part, Role};
use bytes::Bytes;
use data_encoding::HEXUPPER;
use directory::people_import::{As, Key, Roll, Said, Taught, cell, keyed, lots};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use uai::Uai;
use web::Secret;

/// What is read.
pub struct Given<'g> {
    /// Of which feed.
    pub feed: &'g Feed,
    /// The day that its files name, or on which they came: `2026-09-15`.
    pub day: &'g str,
    /// The delivery, behind what it changes.
    pub archives: &'g [Bytes],
    /// The house's secret, under which what is telling is kept.
    pub secret: &'g Secret,
}

/// What a feed comes to.
#[derive(Debug, Default)]
pub struct Made {
    /// Whose keys these are.
    pub source: String,
    /// The file of lots, nothing where there is no school.
    pub lots: Option<Vec<u8>>,
    /// How many there are in it.
    pub counts: Counts,
    /// What somebody should know, [`MOST`] at most.
    pub notes: Vec<Note>,
    /// How many notes there would be.
    pub noted: i64,
}

/// The most notes that are kept: beyond, the feed is not the one that was meant.
pub const MOST: usize = 1_000;

/// Why none could be made.
#[derive(Debug)]
pub enum Stopped {
    /// It cannot be read: the word of why, and where.
    Refused(&'static str, Option<Note>),
    /// Something of ours went wrong.
    Ours(lots::Damaged),
}

impl From<lots::Damaged> for Stopped {
    fn from(error: lots::Damaged) -> Self {
        Self::Ours(error)
    }
}

impl Stopped {
    /// Files that cannot be read: where, the key of why, and what is said of it.
    pub fn unreadable(place: &str, line: u64, key: &str, said: &str) -> Self {
        let line = i64::try_from(line).unwrap_or(0);
        let note = Note { place: place.to_owned(), line, word: format!("reason-{key}"), said: cut(said) };
        Self::Refused("unreadable", Some(note))
    }
}

/// As much as a note says.
fn cut(said: &str) -> String {
    said.chars().take(120).collect()
}

impl Made {
    /// Notes something.
    pub fn note(&mut self, place: &str, who: &str, word: &str, said: &str) {
        self.note_at((place, 0), word, &[who, said]);
    }

    /// The same, with its line.
    pub fn note_at(&mut self, (place, line): (&str, u64), word: &str, said: &[&str]) {
        self.noted += 1;
        if self.notes.len() < MOST {
            let said: Vec<&str> = said.iter().copied().filter(|part| !part.is_empty()).collect();
            let (line, said) = (i64::try_from(line).unwrap_or(0), cut(&said.join(" – ")));
            self.notes.push(Note { place: place.to_owned(), line, word: word.to_owned(), said });
        }
    }
}

/// A delivery on its way.
pub struct Making<'m> {
    secret: &'m Secret,
    /// What it comes to by now.
    pub made: Made,
    packer: lots::Packer,
}

impl<'m> Making<'m> {
    /// Nothing yet, of the keys of this source.
    pub fn of(given: &Given<'m>, source: String) -> Self {
        let made = Made { source, ..Made::default() };
        Self { secret: given.secret, made, packer: lots::Packer::default() }
    }

    /// A school that comes next.
    pub fn school(&mut self, uai: Uai) -> School<'_> {
        School { secret: self.secret, made: &mut self.made, packer: &mut self.packer, uai, roll: Roll::of(uai) }
    }

    /// All of it.
    ///
    /// # Errors
    /// None that a file in memory has.
    pub fn whole(mut self) -> Result<Made, Stopped> {
        if self.packer.schools() > 0 {
            self.made.lots = Some(self.packer.whole()?);
        }
        Ok(self.made)
    }
}

/// One school on its way.
pub struct School<'s> {
    secret: &'s Secret,
    made: &'s mut Made,
    packer: &'s mut lots::Packer,
    uai: Uai,
    roll: Roll,
}

impl School<'_> {
    /// Notes something of somebody there.
    pub fn note(&mut self, who: &str, word: &str, said: &str) {
        self.made.note(self.uai.as_str(), who, word, said);
    }

    /// Somebody of whom the feed knows, and no more is said: they do not leave for that.
    pub fn spare(&mut self, key: &str) {
        self.roll.spare(key);
    }

    /// A pupil of these classes. One without a class stays as they are.
    pub fn pupil(&mut self, said: Said<'_>, ine: Option<&str>, classes: &[&str]) {
        if classes.is_empty() {
            self.spare(said.key);
            self.note(said.key, "note-no-class", &format!("{} {}", said.family, said.given));
            return;
        }
        let ine = ine.map(|ine| self.national(ine));
        let others: Vec<Key> = said.others.iter().cloned().chain(ine).collect();
        let what: Vec<As<'_>> = classes.iter().copied().map(As::Pupil).collect();
        self.roll.person(&Said { others: &others, ..said }, &what);
        self.made.counts.pupils += 1;
    }

    /// The national number as portals and feeds meet in it: nobody reads it back.
    fn national(&self, ine: &str) -> Key {
        let digest = HEXUPPER.encode(&Sha256::digest(ine.trim().to_uppercase()));
        let (source, key) = directory::sealed_key(self.secret, "ine", &digest);
        Key { source, key }
    }

    /// Who answers for these pupils, each with whether it is with parental authority, where that is said. The first number that is one
    /// receives messages.
    pub fn guardian(&mut self, said: Said<'_>, phones: &[&str], children: &[(String, Option<bool>)]) {
        // A service that a child is entrusted to is nobody who could come in.
        if said.given.is_empty() {
            self.spare(said.key);
            self.note(said.key, "note-service", said.family);
            return;
        }
        let phone = phones.iter().find(|phone| cell::phone(phone).is_ok()).or(phones.first());
        self.roll.person(&Said { phone: phone.copied().unwrap_or_default(), ..said }, &[As::Guardian(children)]);
        self.made.counts.guardians += 1;
    }

    /// Who works there, as all of these. Without any they stay as they are.
    pub fn staff(&mut self, said: Said<'_>, roles: &BTreeSet<Role>) {
        if roles.is_empty() {
            self.spare(said.key);
            return;
        }
        let mail = Some(said.email.trim().to_lowercase()).filter(|mail| !mail.is_empty());
        let mail = mail.map(|mail| directory::sealed_key(self.secret, "courriel", &mail));
        let mail: Vec<Key> = mail.into_iter().map(|(source, key)| Key { source, key }).collect();
        let what: Vec<As<'_>> = roles.iter().copied().map(As::Staff).collect();
        self.roll.person(&Said { others: &mail, ..said }, &what);
        self.made.counts.staff += 1;
    }

    /// A group that is taught.
    pub fn group(&mut self, code: &str, name: &str, people: &People) {
        self.gathered(("g", code), GroupKind::Teaching, name, people);
    }

    /// Those who teach a class.
    pub fn team(&mut self, code: &str, class: &str, people: &People) {
        self.gathered(("e", code), GroupKind::Team, &format!("Équipe de {class}"), people);
    }

    fn gathered(&mut self, (what, code): (&str, &str), kind: GroupKind, name: &str, people: &People) {
        let code: String = code.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let key = keyed::short(format!("{}${what}${code}", self.uai));
        let People { people, subjects } = people;
        self.roll.group(&Taught { line: 0, key: &key, kind, name, people, subjects });
    }

    /// Everybody is told: what could not be read of them is noted, and the lot is packed.
    ///
    /// # Errors
    /// None that a file in memory has.
    pub fn close(self) -> Result<(), Stopped> {
        let (rows, faults) = self.roll.whole();
        for (key, fault) in faults {
            let said = format!("{} {}", fault.column, fault.value);
            let word = format!("fault-{}", fault.reason.key());
            self.made.note_at((self.uai.as_str(), fault.line), &word, &[&key, said.trim()]);
        }
        self.made.counts.schools += 1;
        Ok(self.packer.add(self.uai, &rows)?)
    }
}

/// Who is in a group, by key, and as what; and what is taught there by whom.
#[derive(Debug, Default)]
pub struct People {
    people: Vec<(String, Part)>,
    subjects: Vec<(String, String)>,
}

impl People {
    /// Somebody more.
    pub fn add(&mut self, key: String, part: Part) {
        self.people.push((key, part));
    }

    /// Somebody more who teaches this there, where that is said.
    pub fn teaches(&mut self, key: String, part: Part, subject: Option<String>) {
        self.subjects.extend(subject.map(|subject| (key.clone(), subject)));
        self.add(key, part);
    }

    /// Whether there is nobody.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty()
    }
}

/// Groups on their way, by code.
pub type Groups<'g> = BTreeMap<&'g str, People>;

/// The role of a function; the others are given by hand.
pub fn role(code: &str, first_degree: bool) -> Option<Role> {
    match code {
        "ENS" => Some(Role::Teacher),
        "DOC" => Some(Role::Documentalist),
        "EDU" => Some(Role::VieScolaire),
        "DIR" if first_degree => Some(Role::Director),
        "DIR" => Some(Role::Head),
        _ => None,
    }
}
