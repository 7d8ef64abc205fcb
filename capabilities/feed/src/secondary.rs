//! SIECLE and STS: a secondary school's own exports. They are several files that belong together: pupils, guardians, staff with what
//! they teach. What is not there is left as it is, and said: no guardian goes because their file was forgotten.
use crate::{
    files,
    made::{Given, Groups, Made, Making, People, School, Stopped, role},
};
use access::Part;
use calendar::SchoolYear;
use directory::people_import::Said;
use jiff::civil::Date;
use siecle::{Exports, Kind, Limits, Note, Pupil, Reason, Remark, Service, Staff, StaffId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What these files come to.
///
/// # Errors
/// Where they cannot be read, and why.
pub fn read(given: &Given<'_>) -> Result<Made, Stopped> {
    let Some(delivery) = given.archives.last() else { return Err(Stopped::Refused("nothing", None)) };
    let limits = Limits::default();
    let mut exports = Exports::new(limits);
    let (mut passed, mut found) = (vec![], false);
    for (name, bytes) in files::of(delivery, files::Limits { file: limits.entry, total: limits.total })? {
        match exports.read(&name, &*bytes) {
            Ok(_) => found = true,
            // What is none of the exports may lie beside them.
            Err(fault) if matches!(fault.reason, Reason::Empty | Reason::NotXml | Reason::Root(_)) => {
                passed.push(fault);
            }
            Err(fault) => {
                let said = fault.reason.to_string();
                return Err(Stopped::unreadable(&fault.entry, fault.line, fault.reason.key(), &said));
            }
        }
    }
    if !found {
        let why = passed.first().map_or(Reason::Empty, |fault| fault.reason.clone());
        let (name, line) = passed.first().map_or(("livraison", 0), |fault| (fault.entry.as_str(), fault.line));
        return Err(Stopped::unreadable(name, line, why.key(), &why.to_string()));
    }
    let school = exports.join();
    let uai = given.feed.uai().ok_or(Stopped::Refused("other-school", None))?;
    if school.uai().is_some_and(|said| said != uai) {
        return Err(Stopped::Refused("other-school", None));
    }
    // The list of last year is no list of this one.
    let year = given.day.parse::<Date>().ok().map(SchoolYear::of);
    let said = school.year().and_then(|year| i16::try_from(year).ok());
    if said.zip(year).is_some_and(|(said, year)| said < year.first().year()) {
        return Err(Stopped::Refused("last-year", None));
    }
    let mut making = Making::of(given, format!("siecle:{uai}"));
    for fault in passed {
        making.made.note_at((&fault.entry, 0), "note-passed-over", &[]);
    }
    for Note { entry, line, remark } in &school.notes {
        making.made.note_at((entry, *line), &format!("note-{}", word(remark)), &[&value(remark)]);
    }
    let has = |kind| school.files.iter().any(|file| file.kind == kind);
    let (pupils, guardians, staff) = (has(Kind::Pupils), has(Kind::Guardians), has(Kind::Sts));
    if !pupils && !staff {
        return Err(Stopped::Refused("no-pupils", None));
    }
    for (there, word) in [(pupils, "note-no-pupils"), (guardians, "note-no-guardians"), (staff, "note-no-staff")] {
        if !there {
            making.made.note("", "", word, "");
        }
    }
    let mut one = making.school(uai);
    let here = if pupils { enrolled(&school, given.day, &mut one) } else { BTreeSet::new() };
    families(&school, &here, &mut one);
    school.staff.iter().for_each(|staff| self::staff(staff, &mut one));
    // A group is who is in it and who teaches it: with one file alone it would lose the others.
    if pupils && staff {
        groups(&school, &here, given.day, &mut one);
    }
    one.close()?;
    making.whole()
}

/// What a note of it is called: that nobody has a school is another thing.
fn word(remark: &Remark) -> &'static str {
    if *remark == Remark::NoSchool { "unsaid-school" } else { remark.key() }
}

/// What a remark is about.
fn value(remark: &Remark) -> String {
    match remark {
        Remark::PassedOver(_) | Remark::NoSchool => String::new(),
        Remark::NotUai { value, .. } => value.clone(),
        Remark::OtherYear { found, .. } => found.to_string(),
        Remark::NotUnderstood { element, value } => format!("{element} {value}"),
        Remark::Incomplete { record, missing } => format!("{record} {missing}"),
        Remark::Twice { record, id, .. } => format!("{record} {id}"),
        Remark::Unprintable(of)
        | Remark::AbsentPupil(of)
        | Remark::AbsentGuardian(of)
        | Remark::AbsentStaff(of)
        | Remark::AbsentDivision(of)
        | Remark::AbsentGroup(of)
        | Remark::AbsentSubject(of)
        | Remark::AbsentMef(of) => of.clone(),
    }
}

/// The pupils who are there, or will be; gives their numbers. Who left by that day is in the file too.
fn enrolled<'s>(school: &'s siecle::School, day: &str, one: &mut School<'_>) -> BTreeSet<&'s str> {
    let mut here = BTreeSet::new();
    for pupil in &school.pupils {
        if pupil.left.as_deref().is_some_and(|left| left <= day) {
            continue;
        }
        here.insert(pupil.id.as_str());
        enrol(pupil, one);
    }
    here
}

fn enrol(pupil: &Pupil, one: &mut School<'_>) {
    let classes: Vec<&str> = pupil.divisions.iter().map(String::as_str).collect();
    let said = Said {
        line: pupil.line,
        key: &pupil.id,
        family: pupil.used_name.as_deref().unwrap_or(&pupil.family_name),
        given: pupil.given_names.first().map(String::as_str).unwrap_or_default(),
        born: pupil.born.as_deref().unwrap_or_default(),
        until: pupil.left.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    one.pupil(said, pupil.ine.as_deref(), &classes);
}

/// Those who answer for these pupils.
fn families(school: &siecle::School, here: &BTreeSet<&str>, one: &mut School<'_>) {
    let mut children: HashMap<&str, Vec<(String, Option<bool>)>> = HashMap::new();
    for link in school.links.iter().filter(|link| here.contains(link.pupil.as_str())) {
        let own = children.entry(&link.guardian).or_default();
        own.push((link.pupil.clone(), Some(link.has_authority())));
    }
    for guardian in &school.guardians {
        let Some(children) = children.get(guardian.id.as_str()) else { continue };
        let said = Said {
            line: guardian.line,
            key: &guardian.id,
            family: guardian.used_name.as_deref().unwrap_or(&guardian.family_name),
            given: guardian.given_name.as_deref().unwrap_or_default(),
            ..Said::default()
        };
        // Who wants no short message has no mobile telephone here.
        let mobile = guardian.mobile.as_deref().filter(|_| guardian.accepts_sms != Some(false));
        let phones: Vec<&str> =
            [mobile, guardian.home.as_deref(), guardian.work.as_deref()].into_iter().flatten().collect();
        one.guardian(said, &phones, children);
    }
}

/// The number of who works there, with who gave it: one number may stand for two.
fn key(id: &StaffId) -> String {
    format!("{}:{}", id.list, id.number)
}

fn staff(staff: &Staff, one: &mut School<'_>) {
    let key = key(&staff.id);
    let function = staff.function.as_deref().unwrap_or_default();
    let role = role(function, false);
    if role.is_none() {
        one.note(&key, "note-function", function);
    }
    let said = Said {
        line: staff.line,
        key: &key,
        family: staff.used_name.as_deref().unwrap_or(&staff.family_name),
        given: staff.given_name.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    one.staff(said, &role.into_iter().collect());
}

/// The groups that are taught, and of each class those who teach it.
fn groups(school: &siecle::School, here: &BTreeSet<&str>, day: &str, one: &mut School<'_>) {
    let (mut members, mut teams): (Groups<'_>, Groups<'_>) = (BTreeMap::new(), BTreeMap::new());
    for pupil in school.pupils.iter().filter(|pupil| here.contains(pupil.id.as_str())) {
        for group in &pupil.groups {
            members.entry(group).or_default().add(pupil.id.clone(), Part::Member);
        }
    }
    for group in &school.groups {
        taught(school, &group.services, Part::Teacher, members.entry(&group.code).or_default());
    }
    for division in &school.divisions {
        taught(school, &division.services, Part::Member, teams.entry(&division.code).or_default());
    }
    for staff in &school.staff {
        let main = staff.main_of.iter().filter(|main| main.until.as_deref().is_none_or(|until| until >= day));
        for main in main {
            teams.entry(&main.division).or_default().add(key(&staff.id), Part::Teacher);
        }
    }
    for group in &school.groups {
        let Some(people) = members.remove(group.code.as_str()).filter(|people| !people.is_empty()) else { continue };
        let subject = group.services.first().and_then(|service| label(school, &service.subject));
        let said = group.label.clone().filter(|label| *label != group.code).or(subject);
        let name = said.map_or_else(|| group.code.clone(), |label| format!("{label} ({})", group.code));
        one.group(&group.code, &name, &people);
    }
    for (class, people) in teams.into_iter().filter(|(_, people)| !people.is_empty()) {
        one.team(class, class, &people);
    }
}

/// Who teaches these services, and what.
fn taught(school: &siecle::School, services: &[Service], part: Part, people: &mut People) {
    for service in services {
        for staff in &service.staff {
            people.teaches(key(staff), part, label(school, &service.subject));
        }
    }
}

/// The name of a subject.
fn label(school: &siecle::School, code: &str) -> Option<String> {
    school.subjects.iter().find(|subject| subject.code == code)?.label.clone()
}
