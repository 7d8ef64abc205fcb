//! The Annuaire académique fédérateur: an académie, complete and by changes. A change is folded into what came before, and only the
//! schools that it touches are said.
use crate::made::{Given, Groups, Made, Making, School, Stopped, role};
use aaf::{ClassRef, Staff};
use access::Part;
use directory::people_import::Said;
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
};

/// The most bytes of one file, and of all, once they are opened.
const LIMITS: aaf::Limits = aaf::Limits { file: 2 << 30, total: 8 << 30 };

/// What these files come to.
///
/// # Errors
/// Where they cannot be read, and why.
pub fn read(given: &Given<'_>) -> Result<Made, Stopped> {
    let (mut feed, mut absent): (aaf::Feed, Vec<aaf::DeliveredFile>) = Default::default();
    for (at, archive) in given.archives.iter().enumerate() {
        if at > 0 && at + 1 == given.archives.len() {
            feed.watch();
        }
        let delivery = feed.read("livraison", Cursor::new(archive), &LIMITS).map_err(|fault| {
            Stopped::unreadable(&fault.file, fault.line, fault.reason.key(), &fault.reason.to_string())
        })?;
        absent = delivery.files;
    }
    let code = &given.feed.code;
    if feed.academie().is_some_and(|said| said != *code) {
        return Err(Stopped::Refused("other-academie", None));
    }
    let touched = (given.archives.len() > 1).then(|| feed.take_touched());
    // Ids are unique in one académie and one degree only.
    let degree = if feed.degree() == Some("1D") { ":1d" } else { "" };
    let mut making = Making::of(given, format!("aaf:{code}{degree}"));
    schools(&feed, touched.as_ref(), &mut making)?;
    for file in absent {
        for (_, id, line) in file.absent {
            making.made.note_at((&file.name, line), "note-absent", &[&id]);
        }
    }
    making.whole()
}

/// These schools of a feed, by their ids in it; all of them where none is named.
fn schools(feed: &aaf::Feed, schools: Option<&BTreeSet<String>>, making: &mut Making<'_>) -> Result<(), Stopped> {
    let index = feed.index();
    for note in index.astray() {
        making.made.note("", &note.id, &format!("note-{}", note.about.key()), &note.about.to_string());
    }
    for id in feed.ids(aaf::Kind::School).filter(|id| schools.is_none_or(|some| some.contains(*id))) {
        let Some(roll) = index.roll(id) else { continue };
        let Some(uai) = roll.school.uai else {
            making.made.note("", id, "note-no-uai", &roll.school.name);
            continue;
        };
        let mut school = making.school(uai);
        take(feed, &roll, &mut school);
        school.close()?;
    }
    Ok(())
}

fn take(feed: &aaf::Feed, roll: &aaf::Roll, school: &mut School<'_>) {
    for note in &roll.notes {
        school.note(&note.id, &format!("note-{}", note.about.key()), &note.about.to_string());
    }
    roll.pupils.iter().for_each(|one| pupil(&roll.school.id, one, school));
    for one in &roll.guardians {
        let links = roll.pupils.iter().flat_map(|pupil| pupil.guardians.iter().map(move |link| (pupil, link)));
        let own = links.filter(|(_, link)| link.guardian == one.id);
        let children: Vec<_> = own.map(|(pupil, link)| (pupil.id.clone(), Some(link.legal))).collect();
        let said = Said { key: &one.id, family: &one.name, given: &one.given_name, ..Said::default() };
        let phones: Vec<&str> = one.phones.iter().map(String::as_str).collect();
        school.guardian(said, &phones, &children);
    }
    roll.staff.iter().for_each(|one| staff(&roll.school.id, one, feed.degree() == Some("1D"), school));
    groups(feed, roll, school);
}

fn pupil(id: &str, pupil: &aaf::Pupil, school: &mut School<'_>) {
    let classes: Vec<&str> = pupil.classes.iter().filter(|class| class.school == id).map(name).collect();
    let said = Said {
        key: &pupil.id,
        family: &pupil.name,
        given: &pupil.given_name,
        born: pupil.birth_date.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    school.pupil(said, pupil.ine.as_deref(), &classes);
}

fn staff(id: &str, staff: &Staff, first_degree: bool, school: &mut School<'_>) {
    let mut roles = BTreeSet::new();
    for function in staff.functions.iter().filter(|function| function.school == id) {
        match role(&function.code, first_degree) {
            Some(role) => drop(roles.insert(role)),
            None => school.note(&staff.id, "note-function", &function.code),
        }
    }
    let said = Said {
        key: &staff.id,
        family: &staff.name,
        given: &staff.given_name,
        born: staff.birth_date.as_deref().unwrap_or_default(),
        email: staff.mail.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    school.staff(said, &roles);
}

/// The groups that are taught, and of each class those who teach it.
fn groups(feed: &aaf::Feed, roll: &aaf::Roll, school: &mut School<'_>) {
    let id = roll.school.id.as_str();
    let (mut members, mut teams): (Groups<'_>, Groups<'_>) = (BTreeMap::new(), BTreeMap::new());
    for pupil in &roll.pupils {
        for group in pupil.groups.iter().filter(|group| group.school == id) {
            members.entry(&group.code).or_default().add(pupil.id.clone(), Part::Member);
        }
    }
    let subject =
        |taught: &aaf::Taught| taught.subject.as_deref().and_then(|code| feed.subject(code)).map(|known| known.label);
    for staff in &roll.staff {
        for taught in staff.groups.iter().filter(|taught| taught.class.school == id) {
            let people = members.entry(&taught.class.code).or_default();
            people.teaches(staff.id.clone(), Part::Teacher, subject(taught));
        }
        for taught in staff.classes.iter().filter(|taught| taught.class.school == id) {
            teams.entry(&taught.class.code).or_default().teaches(staff.id.clone(), Part::Member, subject(taught));
        }
        for class in staff.main_teacher_of.iter().filter(|class| class.school == id) {
            teams.entry(&class.code).or_default().add(staff.id.clone(), Part::Teacher);
        }
    }
    for group in &roll.school.groups {
        let Some(people) = members.remove(group.code.as_str()) else { continue };
        let subject = group.subjects.first().and_then(|code| feed.subject(code)).map(|known| known.label);
        let label = group.label.clone().filter(|label| *label != group.code).or(subject);
        let name = label.map_or_else(|| group.code.clone(), |label| format!("{label} ({})", group.code));
        school.group(&group.code, &name, &people);
    }
    for class in &roll.school.classes {
        let Some(people) = teams.remove(class.code.as_str()) else { continue };
        let name = class.label.as_ref().filter(|_| feed.degree() == Some("1D")).unwrap_or(&class.code);
        school.team(&class.code, name, &people);
    }
}

/// What a class is called: in the first degree its code is a number.
fn name(class: &ClassRef) -> &str {
    class.label.as_deref().unwrap_or(&class.code)
}
