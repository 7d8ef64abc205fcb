//! OneRoster 1.1 and 1.2 in CSV: the schools of one system, complete and by changes; or one school of it.
//!
//! It says who is related to a pupil, never who has parental authority; and days of birth may be absent from it.
use crate::made::{Given, Groups, Made, Making, School, Stopped};
use access::{Part, Role};
use directory::people_import::{Said, keyed};
use oneroster::{Class, Delivery, Fault, Limits, Manifest, Member, OrgKind, Pupil, RoleKind, Roll, Roster, Staff};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
};
use uai::Uai;

/// The most bytes of one file, and of all, once they are opened.
const LIMITS: Limits = Limits { file: 1 << 30, total: 2 << 30 };

/// What these files come to.
///
/// # Errors
/// Where they cannot be read, and why.
pub fn read(given: &Given<'_>) -> Result<Made, Stopped> {
    let (mut roster, mut before, mut last) = (Roster::default(), vec![], None);
    for (at, archive) in given.archives.iter().enumerate() {
        if at > 0 && at + 1 == given.archives.len() {
            before = roster.index().rolls().collect();
        }
        last = Some(roster.read("livraison", Cursor::new(archive), LIMITS).map_err(|fault| unreadable(&fault))?);
    }
    let mut making = Making::of(given, format!("oneroster:{}", given.feed.code));
    let index = roster.index();
    for note in index.astray() {
        let place = format!("{}.csv", note.file.name());
        making.made.note(&place, &note.id, &format!("note-{}", note.about.key()), "");
    }
    if let Some(delivery) = &last {
        odd(delivery, &mut making);
    }
    let rolls: Vec<Roll> = index.rolls().filter(|roll| roll.org.kind == OrgKind::School || peopled(roll)).collect();
    let mut there = 0;
    for roll in &rolls {
        let Some(uai) = school(given, roll, rolls.len(), &mut making) else { continue };
        there += 1;
        // Of a change only the schools that it touches are compared.
        if before.iter().any(|before| before == roll) {
            continue;
        }
        let mut one = making.school(uai);
        take(roll, given.day, &mut one);
        one.close()?;
    }
    if there == 0 {
        return Err(Stopped::Refused("no-school", None));
    }
    making.whole()
}

/// Whether the delivery that this archive is changes what came before it. What cannot be read is refused when it is read.
pub fn is_change(archive: &[u8]) -> bool {
    Manifest::of("livraison", Cursor::new(archive), LIMITS).is_ok_and(|manifest| manifest.is_delta())
}

fn unreadable(fault: &Fault) -> Stopped {
    let said = format!("{} – {} ({})", fault.column, fault.reason, fault.value);
    Stopped::unreadable(&fault.file, fault.line, fault.reason.key(), &said)
}

/// What was odd in the files without being refused.
fn odd(delivery: &Delivery, making: &mut Making<'_>) {
    for fault in delivery.files.iter().flat_map(|file| &file.odd) {
        let word = format!("note-odd-{}", fault.reason.key());
        making.made.note_at((&fault.file, fault.line), &word, &[&fault.column, &fault.value]);
    }
}

fn peopled(roll: &Roll) -> bool {
    !roll.pupils.is_empty() || !roll.staff.is_empty()
}

/// Which school this is. Of a feed of one school the others are left out; where it is of one alone, that needs no code.
fn school(given: &Given<'_>, roll: &Roll, all: usize, making: &mut Making<'_>) -> Option<Uai> {
    match (roll.org.uai, given.feed.uai()) {
        (Some(uai), None) => Some(uai),
        (Some(uai), Some(own)) if uai == own => Some(own),
        (None, Some(own)) if all == 1 => Some(own),
        (Some(uai), Some(_)) => {
            making.made.note(uai.as_str(), "", "note-other-school", &roll.org.name);
            None
        }
        (None, _) => {
            making.made.note("orgs.csv", &roll.org.id, "note-no-uai", &roll.org.name);
            None
        }
    }
}

fn take(roll: &Roll, day: &str, one: &mut School<'_>) {
    for note in &roll.notes {
        one.note(&note.id, &format!("note-{}", note.about.key()), "");
    }
    if !roll.guardians.is_empty() {
        one.note("", "note-authority-unsaid", "");
    }
    let names: BTreeMap<&str, &str> =
        roll.classes.iter().map(|class| (class.id.as_str(), class.title.as_str())).collect();
    roll.pupils.iter().for_each(|pupil| enrol(pupil, &names, day, one));
    for guardian in &roll.guardians {
        let profile = &guardian.profile;
        let own = roll.pupils.iter().filter(|pupil| pupil.guardians.contains(&profile.id));
        let children: Vec<_> = own.map(|pupil| (key(&pupil.profile.id), None)).collect();
        let (key, phones) = (key(&profile.id), profile.phones.iter().map(String::as_str).collect::<Vec<_>>());
        let said = Said { key: &key, family: &profile.name, given: &profile.given_name, ..Said::default() };
        one.guardian(said, &phones, &children);
    }
    roll.staff.iter().for_each(|staff| works(staff, &roll.org.id, day, one));
    groups(roll, day, one);
}

/// The key of somebody: an id that is too long gives way to a digest.
fn key(id: &str) -> String {
    keyed::short(id.to_owned())
}

/// Whether it goes on at that day.
fn lasts(end: Option<&str>, day: &str) -> bool {
    end.is_none_or(|end| end >= day)
}

fn of<'m>(members: &'m [Member], day: &str) -> impl Iterator<Item = &'m str> {
    members.iter().filter(move |member| lasts(member.end.as_deref(), day)).map(|member| member.class.as_str())
}

fn enrol(pupil: &Pupil, names: &BTreeMap<&str, &str>, day: &str, one: &mut School<'_>) {
    let classes: Vec<&str> = of(&pupil.classes, day).filter_map(|class| names.get(class).copied()).collect();
    let (profile, key) = (&pupil.profile, key(&pupil.profile.id));
    let said = Said {
        key: &key,
        family: &profile.name,
        given: &profile.given_name,
        born: pupil.birth_date.as_deref().unwrap_or_default(),
        undated: true,
        ..Said::default()
    };
    one.pupil(said, profile.number("INE"), &classes);
}

fn works(staff: &Staff, org: &str, day: &str, one: &mut School<'_>) {
    let key = key(&staff.profile.id);
    let mut roles = BTreeSet::new();
    for role in staff.roles.iter().filter(|role| role.org == org && lasts(role.end.as_deref(), day)) {
        match &role.kind {
            RoleKind::Teacher => drop(roles.insert(Role::Teacher)),
            RoleKind::Staff(word) if word == "principal" => drop(roles.insert(Role::Head)),
            RoleKind::Staff(word) | RoleKind::Family(word) => one.note(&key, "note-function", word),
            RoleKind::Student => {}
        }
    }
    let profile = &staff.profile;
    let email = profile.mail.as_deref().unwrap_or_default();
    let said = Said { key: &key, family: &profile.name, given: &profile.given_name, email, ..Said::default() };
    one.staff(said, &roles);
}

/// The groups that are taught, and of each class those who have it.
fn groups(roll: &Roll, day: &str, one: &mut School<'_>) {
    let (mut members, mut teams): (Groups<'_>, Groups<'_>) = (BTreeMap::new(), BTreeMap::new());
    let subject = |class: &Class| (!class.subjects.is_empty()).then(|| class.subjects.join(", "));
    let subjects = roll.groups.iter().filter_map(|class| Some((class.id.as_str(), subject(class)?)));
    let subjects: BTreeMap<&str, String> = subjects.collect();
    for pupil in &roll.pupils {
        for group in of(&pupil.groups, day) {
            members.entry(group).or_default().add(key(&pupil.profile.id), Part::Member);
        }
    }
    for staff in &roll.staff {
        for group in of(&staff.groups, day) {
            let people = members.entry(group).or_default();
            people.teaches(key(&staff.profile.id), Part::Teacher, subjects.get(group).cloned());
        }
        for class in of(&staff.classes, day) {
            teams.entry(class).or_default().add(key(&staff.profile.id), Part::Teacher);
        }
    }
    for Class { id, title, .. } in &roll.groups {
        let Some(people) = members.remove(id.as_str()) else { continue };
        one.group(id, title, &people);
    }
    for Class { id, title, .. } in &roll.classes {
        let Some(people) = teams.remove(id.as_str()) else { continue };
        one.team(id, title, &people);
    }
}
