//! ONDE: an école's own extractions, of its pupils, of those who answer for them and of its teachers.
//!
//! They have no numbers: a pupil is their name and day of birth, or their national number where it is there; a guardian is their name
//! beside a child's, for each child; a teacher is their name in this école. And they do not say who has parental authority.
use crate::{
    files,
    made::{Given, Groups, Made, Making, School, Stopped},
};
use access::{Part, Role};
use directory::people_import::{Key, Said, keyed};
use kernel::fold;
use onde::{Extractions, Guardian, Kind, Match, Pupil, Reason, Remark, Teacher};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use uai::Uai;

/// The most bytes of one extraction, and of all.
const LIMITS: files::Limits = files::Limits { file: 4 << 20, total: 16 << 20 };

/// What these files come to.
///
/// # Errors
/// Where they cannot be read, and why.
pub fn read(given: &Given<'_>) -> Result<Made, Stopped> {
    let Some(delivery) = given.archives.last() else { return Err(Stopped::Refused("nothing", None)) };
    let uai = given.feed.uai().ok_or(Stopped::Refused("other-school", None))?;
    let mut extractions = Extractions::new(uai);
    let (mut passed, mut found) = (vec![], false);
    for (name, bytes) in files::of(delivery, LIMITS)? {
        match extractions.read(&name, &bytes) {
            Ok(_) => found = true,
            // What is no extraction may lie beside them.
            Err(fault) if matches!(fault.reason, Reason::Empty | Reason::Headings) => passed.push(fault),
            Err(fault) => return Err(unreadable(&fault)),
        }
    }
    if !found {
        let nothing = || Stopped::unreadable("livraison", 0, Reason::Empty.key(), "");
        return Err(passed.first().map_or_else(nothing, unreadable));
    }
    let school = extractions.join();
    let source = format!("onde:{uai}");
    let mut making = Making::of(given, source.clone());
    for fault in passed {
        making.made.note_at((&fault.file, 0), "note-passed-over", &[]);
    }
    for note in &school.notes {
        let word = format!("note-{}", note.remark.key());
        making.made.note_at((&note.file, note.line), &word, &[&value(&note.remark)]);
    }
    let has = |kind| school.files.iter().any(|file| file.kind == kind);
    let (pupils, guardians, teachers) = (has(Kind::Pupils), has(Kind::Guardians), has(Kind::Teachers));
    if !pupils && !teachers {
        return Err(Stopped::Refused("no-pupils", None));
    }
    for (there, word) in [(pupils, "note-no-pupils"), (guardians, "note-no-guardians"), (teachers, "note-no-staff")] {
        if !there {
            making.made.note("", "", word, "");
        }
    }
    if guardians && pupils {
        making.made.note(uai.as_str(), "", "note-authority-unsaid", "");
    }
    let mut one = making.school(uai);
    let keys = keys(&school.pupils);
    for (pupil, key) in school.pupils.iter().zip(&keys) {
        enrol(pupil, key, &mut one);
    }
    families(&school, &keys, &source, &mut one);
    school.teachers.iter().for_each(|teacher| staff(teacher, uai, &mut one));
    if pupils && teachers {
        teams(&school, uai, &mut one);
    }
    one.close()?;
    making.whole()
}

fn unreadable(fault: &onde::Fault) -> Stopped {
    Stopped::unreadable(&fault.file, fault.line, fault.reason.key(), &format!("{} – {}", fault.column, fault.reason))
}

/// What a remark is about.
fn value(remark: &Remark) -> String {
    match remark {
        Remark::Unprintable | Remark::Incomplete => String::new(),
        Remark::Twice(line) => line.to_string(),
        Remark::NotUnderstood(of)
        | Remark::AbsentChild(of)
        | Remark::AmbiguousChild(of)
        | Remark::OtherClass(of)
        | Remark::AbsentClass(of) => of.clone(),
    }
}

/// The key of each pupil; two of one name and one day are told apart by their order.
fn keys(pupils: &[Pupil]) -> Vec<String> {
    let mut seen: HashMap<String, usize> = HashMap::new();
    let key = |pupil: &Pupil| {
        let key = keyed::by_birth(&pupil.family_name, &pupil.given_name, pupil.born.as_deref().unwrap_or_default());
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 { key } else { keyed::short(format!("{key}/{count}")) }
    };
    pupils.iter().map(key).collect()
}

fn enrol(pupil: &Pupil, key: &str, one: &mut School<'_>) {
    let said = Said {
        line: pupil.line,
        key,
        family: pupil.used_name.as_deref().unwrap_or(&pupil.family_name),
        given: &pupil.given_name,
        born: pupil.born.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    let classes: Vec<&str> = pupil.class.as_deref().into_iter().collect();
    one.pupil(said, pupil.ine.as_deref(), &classes);
}

/// Those who answer for the pupils. Each has a key beside each child, so that they are known when the eldest has left.
fn families(school: &onde::School, keys: &[String], source: &str, one: &mut School<'_>) {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for guardian in &school.guardians {
        let given = guardian.given_name.as_deref().unwrap_or_default();
        let beside = |child: &String, rank| keyed::by_child(child, &guardian.family_name, given, rank);
        let mut children: Vec<&String> = vec![];
        for child in &guardian.children {
            match child.pupil {
                Match::One(at) | Match::OtherClass(at) => children.extend(keys.get(at)),
                // One of several: who is known of each stays.
                Match::Several => {
                    let alike = school.pupils.iter().zip(keys).filter(|(pupil, _)| {
                        fold(&pupil.family_name) == fold(&child.family_name)
                            && fold(&pupil.given_name) == fold(&child.given_name)
                    });
                    alike.for_each(|(_, key)| one.spare(&beside(key, None)));
                }
                Match::Nobody => {}
            }
        }
        children.sort();
        children.dedup();
        let key = |child| {
            let alone = beside(child, None);
            if taken.contains(&alone) { beside(child, Some(2)) } else { alone }
        };
        let own: Vec<String> = children.iter().map(|child| key(child)).collect();
        let Some((first, others)) = own.split_first() else { continue };
        let others: Vec<Key> = others.iter().map(|key| Key { source: source.to_owned(), key: key.clone() }).collect();
        let phones = phones(guardian);
        let said = Said {
            line: guardian.line,
            key: first,
            others: &others,
            family: guardian.used_name.as_deref().unwrap_or(&guardian.family_name),
            given,
            ..Said::default()
        };
        let children: Vec<_> = children.iter().map(|child| ((*child).clone(), None)).collect();
        one.guardian(said, &phones, &children);
        taken.extend(own);
    }
}

fn phones(guardian: &Guardian) -> Vec<&str> {
    let all = [&guardian.mobile, &guardian.home, &guardian.work];
    all.into_iter().filter_map(|phone| phone.as_deref()).collect()
}

fn key(teacher: &Teacher, uai: Uai) -> String {
    keyed::by_school(&teacher.family_name, &teacher.given_name, uai)
}

fn staff(teacher: &Teacher, uai: Uai, one: &mut School<'_>) {
    let director = (teacher.is_director == Some(true)).then_some(Role::Director);
    let said = Said {
        line: teacher.line,
        key: &key(teacher, uai),
        family: teacher.used_name.as_deref().unwrap_or(&teacher.family_name),
        given: &teacher.given_name,
        email: teacher.mail.as_deref().unwrap_or_default(),
        ..Said::default()
    };
    one.staff(said, &[Role::Teacher].into_iter().chain(director).collect());
}

/// Of each class, those who teach it.
fn teams(school: &onde::School, uai: Uai, one: &mut School<'_>) {
    let mut teams: Groups<'_> = BTreeMap::new();
    for class in school.classes() {
        let people = teams.entry(class.name).or_default();
        class.teachers.iter().for_each(|teacher| people.add(key(teacher, uai), Part::Teacher));
    }
    for (class, people) in teams.into_iter().filter(|(_, people)| !people.is_empty()) {
        one.team(class, class, &people);
    }
}
