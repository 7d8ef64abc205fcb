//! An académie as its feed says it becomes lots: each school's people with what they are there, its groups, and the teams of its
//! classes.
use crate::{Counts, Note};
use aaf::{ClassRef, Staff};
use access::{GroupKind, Part, Role};
use data_encoding::HEXUPPER;
use directory::people_import::{As, Key, Roll, Said, Taught, cell, lots};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use web::Secret;

/// What a feed comes to.
#[derive(Debug, Default)]
pub struct Made {
    /// The file of lots, nothing where there is no school.
    pub lots: Option<Vec<u8>>,
    /// How many there are in it.
    pub counts: Counts,
    /// What somebody should know, [`MOST`] at most.
    pub notes: Vec<Note>,
    /// How many notes there would be.
    pub noted: i64,
    /// Whether it is of écoles.
    pub first_degree: bool,
}

/// The most notes that are kept: beyond, the feed is not the one that was meant.
pub const MOST: usize = 1_000;

/// Why none could be made.
pub type Trouble = lots::Damaged;

/// The lots of these schools of a feed, by their ids in it; of all of them where none is named.
///
/// # Errors
/// None that a file in memory has.
pub fn made(feed: &aaf::Feed, schools: Option<&BTreeSet<String>>, secret: &Secret) -> Result<Made, Trouble> {
    let (mut made, mut packer) = (Made::default(), lots::Packer::default());
    made.first_degree = feed.degree() == Some("1D");
    let index = feed.index();
    for note in index.astray() {
        made.note("", &note.id, &format!("note-{}", note.about.key()), &note.about.to_string());
    }
    for id in feed.ids(aaf::Kind::School).filter(|id| schools.is_none_or(|some| some.contains(*id))) {
        let Some(roll) = index.roll(id) else { continue };
        let Some(uai) = roll.school.uai else {
            made.note("", id, "note-no-uai", &roll.school.name);
            continue;
        };
        let mut school = School { feed, secret, made: &mut made, place: uai.to_string(), roll: Roll::of(uai) };
        school.take(&roll);
        let School { roll, place, .. } = school;
        let (rows, faults) = roll.whole();
        for (key, fault) in faults {
            let said = format!("{} {}", fault.column, fault.value);
            made.note(&place, &key, &format!("fault-{}", fault.reason.key()), said.trim());
        }
        made.counts.schools += 1;
        packer.add(uai, &rows)?;
    }
    if packer.schools() > 0 {
        made.lots = Some(packer.whole()?);
    }
    Ok(made)
}

impl Made {
    /// Notes something.
    pub fn note(&mut self, place: &str, who: &str, word: &str, said: &str) {
        self.noted += 1;
        if self.notes.len() < MOST {
            let said = [who, said].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" – ");
            let said = said.chars().take(120).collect();
            self.notes.push(Note { place: place.to_owned(), line: 0, word: word.to_owned(), said });
        }
    }
}

/// One school on its way.
struct School<'f> {
    feed: &'f aaf::Feed,
    secret: &'f Secret,
    made: &'f mut Made,
    place: String,
    roll: Roll,
}

impl School<'_> {
    fn note(&mut self, who: &str, word: &str, said: &str) {
        let place = self.place.clone();
        self.made.note(&place, who, word, said);
    }

    fn take(&mut self, roll: &aaf::Roll) {
        for note in &roll.notes {
            self.note(&note.id, &format!("note-{}", note.about.key()), &note.about.to_string());
        }
        roll.pupils.iter().for_each(|pupil| self.pupil(&roll.school.id, pupil));
        for guardian in &roll.guardians {
            let links = roll.pupils.iter().flat_map(|pupil| pupil.guardians.iter().map(move |link| (pupil, link)));
            let own = links.filter(|(_, link)| link.guardian == guardian.id);
            let children: Vec<(String, bool)> = own.map(|(pupil, link)| (pupil.id.clone(), link.legal)).collect();
            self.guardian(guardian, &children);
        }
        roll.staff.iter().for_each(|staff| self.staff(&roll.school, staff));
        self.groups(roll);
    }

    fn pupil(&mut self, school: &str, pupil: &aaf::Pupil) {
        let classes: Vec<&str> = pupil.classes.iter().filter(|class| class.school == school).map(name).collect();
        if classes.is_empty() {
            self.roll.spare(&pupil.id);
            self.note(&pupil.id, "note-no-class", &format!("{} {}", pupil.name, pupil.given_name));
            return;
        }
        let others: Vec<Key> = pupil.ine.iter().map(|ine| self.national(ine)).collect();
        let said = Said {
            key: &pupil.id,
            others: &others,
            family: &pupil.name,
            given: &pupil.given_name,
            born: pupil.birth_date.as_deref().unwrap_or_default(),
            ..Said::default()
        };
        let what: Vec<As<'_>> = classes.into_iter().map(As::Pupil).collect();
        self.roll.person(&said, &what);
        self.made.counts.pupils += 1;
    }

    /// The national number as portals and feeds meet in it: nobody reads it back.
    fn national(&self, ine: &str) -> Key {
        let digest = HEXUPPER.encode(&Sha256::digest(ine.trim().to_uppercase()));
        let (source, key) = directory::sealed_key(self.secret, "ine", &digest);
        Key { source, key }
    }

    fn guardian(&mut self, guardian: &aaf::Guardian, children: &[(String, bool)]) {
        // A service that a child is entrusted to is nobody who could come in.
        if guardian.given_name.is_empty() {
            self.roll.spare(&guardian.id);
            self.note(&guardian.id, "note-service", &guardian.name);
            return;
        }
        let phone = guardian.phones.iter().find(|phone| cell::phone(phone).is_ok()).or(guardian.phones.first());
        let said = Said {
            key: &guardian.id,
            family: &guardian.name,
            given: &guardian.given_name,
            phone: phone.map_or("", String::as_str),
            ..Said::default()
        };
        self.roll.person(&said, &[As::Guardian(children)]);
        self.made.counts.guardians += 1;
    }

    fn staff(&mut self, school: &aaf::School, staff: &Staff) {
        let first_degree = self.feed.degree() == Some("1D");
        let mut roles = BTreeSet::new();
        for function in staff.functions.iter().filter(|function| function.school == school.id) {
            match role(&function.code, first_degree) {
                Some(role) => drop(roles.insert(role)),
                None => self.note(&staff.id, "note-function", &function.code),
            }
        }
        if roles.is_empty() {
            self.roll.spare(&staff.id);
            return;
        }
        let mail: Vec<Key> = staff
            .mail
            .iter()
            .map(|mail| directory::sealed_key(self.secret, "courriel", &mail.trim().to_lowercase()))
            .map(|(source, key)| Key { source, key })
            .collect();
        let said = Said {
            key: &staff.id,
            others: &mail,
            family: &staff.name,
            given: &staff.given_name,
            born: staff.birth_date.as_deref().unwrap_or_default(),
            email: staff.mail.as_deref().unwrap_or_default(),
            ..Said::default()
        };
        let what: Vec<As<'_>> = roles.into_iter().map(As::Staff).collect();
        self.roll.person(&said, &what);
        self.made.counts.staff += 1;
    }

    /// The groups that are taught, and of each class those who teach it.
    fn groups(&mut self, roll: &aaf::Roll) {
        let school = roll.school.id.as_str();
        let mut members: BTreeMap<&str, Vec<(String, Part)>> = BTreeMap::new();
        for pupil in &roll.pupils {
            for group in pupil.groups.iter().filter(|group| group.school == school) {
                members.entry(&group.code).or_default().push((pupil.id.clone(), Part::Member));
            }
        }
        let mut teams: BTreeMap<&str, Vec<(String, Part)>> = BTreeMap::new();
        for staff in &roll.staff {
            for taught in staff.groups.iter().filter(|taught| taught.class.school == school) {
                members.entry(&taught.class.code).or_default().push((staff.id.clone(), Part::Teacher));
            }
            for taught in staff.classes.iter().filter(|taught| taught.class.school == school) {
                teams.entry(&taught.class.code).or_default().push((staff.id.clone(), Part::Member));
            }
            for class in staff.main_teacher_of.iter().filter(|class| class.school == school) {
                teams.entry(&class.code).or_default().push((staff.id.clone(), Part::Teacher));
            }
        }
        for group in &roll.school.groups {
            let Some(people) = members.remove(group.code.as_str()) else { continue };
            let subject = group.subjects.first().and_then(|code| self.feed.subject(code)).map(|known| known.label);
            let label = group.label.clone().filter(|label| *label != group.code).or(subject);
            let name = label.map_or_else(|| group.code.clone(), |label| format!("{label} ({})", group.code));
            self.group("g", &group.code, GroupKind::Teaching, &name, &people);
        }
        for class in &roll.school.classes {
            let Some(people) = teams.remove(class.code.as_str()) else { continue };
            let name = class.label.as_ref().filter(|_| self.feed.degree() == Some("1D")).unwrap_or(&class.code);
            self.group("e", &class.code, GroupKind::Team, &format!("Équipe de {name}"), &people);
        }
    }

    fn group(&mut self, what: &str, code: &str, kind: GroupKind, name: &str, people: &[(String, Part)]) {
        let code: String = code.chars().map(|c| if c.is_alphanumeric() { c } else { '_' }).collect();
        let key = format!("{}${what}${code}", self.place);
        self.roll.group(&Taught { line: 0, key: &key, kind, name, people });
    }
}

/// What a class is called: in the first degree its code is a number.
fn name(class: &ClassRef) -> &str {
    class.label.as_deref().unwrap_or(&class.code)
}

/// The role of a function; the others are given by hand.
fn role(code: &str, first_degree: bool) -> Option<Role> {
    match code {
        "ENS" => Some(Role::Teacher),
        "DOC" => Some(Role::Documentalist),
        "EDU" => Some(Role::VieScolaire),
        "DIR" if first_degree => Some(Role::Director),
        "DIR" => Some(Role::Head),
        _ => None,
    }
}
