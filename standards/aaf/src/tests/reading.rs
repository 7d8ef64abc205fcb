//! What stands in the files is what comes out.
use super::{COMPLETE, FIRST, Feed, File, OLD, PUPILS, feed, read, request};
use crate::{About, ClassRef, FileName, Kind, Link, Mef, Note, Relation, Stay, Subject, Taught, academie_code};

fn class(school: &str, code: &str) -> ClassRef {
    ClassRef { school: school.to_owned(), code: code.to_owned(), label: None }
}

/// Guardian, relation and whether there is authority.
fn links(links: &[Link]) -> Vec<(&str, &Relation, bool)> {
    links.iter().map(|link| (link.guardian.as_str(), &link.relation, link.legal)).collect()
}

#[test]
fn a_complete_feed_is_read_school_by_school() {
    let feed = feed(&COMPLETE);
    assert_eq!(Kind::ALL.map(|kind| feed.count(kind)), [2, 10, 10, 3, 4, 3]);
    assert_eq!((feed.academie().as_deref(), feed.degree()), (Some("70"), Some("2D")));
    let index = feed.index();
    assert_eq!(index.astray(), []);
    let rolls: Vec<_> = index.rolls().collect();
    let [college, lycee] = rolls.as_slice() else { panic!("{rolls:?}") };
    assert!(college.notes.is_empty() && lycee.notes.is_empty(), "{:?} {:?}", college.notes, lycee.notes);
    assert_eq!((college.pupils.len(), college.guardians.len(), college.staff.len()), (7, 8, 2));
    assert_eq!((lycee.pupils.len(), lycee.guardians.len(), lycee.staff.len()), (3, 4, 2));
    assert_eq!(college.school.uai.unwrap().as_str(), "0610970Y");
    assert_eq!(college.school.name, "CLG-JACQUES PREVERT-DOMFRONT");
    let classes: Vec<_> =
        college.school.classes.iter().map(|class| (class.code.as_str(), class.mefs.concat())).collect();
    assert_eq!(classes, [("6A", "10010012110".to_owned()), ("4 A", "10210001110".to_owned())]);
    let latin = &college.school.groups[0];
    assert_eq!((latin.classes.concat(), latin.subjects.concat()), ("6A".to_owned(), "020300".to_owned()));
}

#[test]
fn a_pupil_is_read_whole() {
    let feed = feed(&COMPLETE);
    let pupil = feed.pupil("1001").unwrap();
    assert_eq!((pupil.name.as_str(), pupil.given_name.as_str(), pupil.family_name), ("Essaidi", "Maël", None));
    assert_eq!((pupil.ine.as_deref(), pupil.birth_date.as_deref()), (Some("990000001AA"), Some("2015-04-21")));
    assert_eq!((pupil.mef.as_deref(), pupil.level.as_deref()), (Some("10010012110"), Some("6EME")));
    assert_eq!((pupil.classes, pupil.groups), (vec![class("51", "6A")], vec![class("51", "6LAT")]));
    assert_eq!(pupil.exits, []);
    let stay = Stay { school: "51".to_owned(), class: "6A".to_owned(), day: "2026-09-01".to_owned() };
    assert_eq!(pupil.entries, [stay]);
    let mother = Link {
        guardian: "2001".to_owned(),
        relation: Relation::Mother,
        legal: true,
        financial: true,
        contact: true,
        payment: false,
    };
    assert_eq!(pupil.guardians[0], mother);
    assert_eq!(feed.mef("10010012110"), Some(Mef { code: "10010012110".to_owned(), label: "6EME".to_owned() }));
    assert_eq!(feed.subject("020300"), Some(Subject { code: "020300".to_owned(), label: "LATIN".to_owned() }));
}

#[test]
fn each_special_case_is_told_apart() {
    let feed = feed(&COMPLETE);
    let pupil = |id| feed.pupil(id).unwrap();
    let index = feed.index();
    let of = |school| index.roll(school).unwrap().guardians.into_iter().any(|guardian| guardian.id == "2001");
    assert!(of("51") && of("52"), "a guardian of a child in each school is in both");
    assert_eq!(pupil("1001").birth_date, pupil("1002").birth_date);
    assert_eq!(
        links(&pupil("1004").guardians),
        [("2003", &Relation::Mother, true), ("2004", &Relation::Father, false)]
    );
    assert_eq!(links(&pupil("1005").guardians), [("2005", &Relation::Care, true)]);
    assert_eq!(pupil("1005").classes, [class("51", "4 A")]);
    assert_eq!(pupil("1006").guardians, []);
    let (one, other) = (pupil("1007"), pupil("1008"));
    assert_eq!((&one.name, &one.given_name), (&other.name, &other.given_name));
    assert_ne!((&one.ine, &one.birth_date), (&other.ine, &other.birth_date));
    assert_eq!(links(&other.guardians), [("2007", &Relation::Other("90".to_owned()), true)]);
    let apprentice = pupil("1009");
    assert!(apprentice.is_apprentice() && !one.is_apprentice());
    assert_eq!((apprentice.name.as_str(), apprentice.family_name.as_deref()), ("Lemoine", Some("Fauvel")));
    assert_eq!((pupil("1010").name.as_str(), pupil("1010").given_name.as_str()), ("Æschbacher-Œuvrard", "Işıl d’Arc"));
}

#[test]
fn staff_and_guardians_are_read_whole() {
    let feed = feed(&COMPLETE);
    let teacher = feed.staff("3001").unwrap();
    let functions: Vec<_> =
        teacher.functions.iter().map(|f| (f.school.as_str(), f.code.as_str(), f.post.as_str())).collect();
    assert_eq!(functions, [("51", "ENS", "L0201"), ("52", "ENS", "L0201")]);
    let taught = |school, code, subject: &str| Taught { class: class(school, code), subject: Some(subject.to_owned()) };
    assert_eq!(teacher.classes, [taught("51", "6A", "020700"), taught("52", "TG1", "020700")]);
    assert_eq!(teacher.groups, [taught("51", "6LAT", "020300")]);
    assert_eq!(teacher.main_teacher_of, [class("51", "6A")]);
    assert_eq!((teacher.before_pupils, teacher.teacher), (Some(true), None));
    let head = feed.staff("3002").unwrap();
    assert_eq!((head.functions[0].code.as_str(), head.teacher, head.classes.len()), ("DIR", Some(false), 0));
    assert_eq!(feed.guardian("2001").unwrap().phones, ["+33 6 39 98 00 01", "+33 2 61 91 00 01"]);
    let without_mobile = feed.guardian("2003").unwrap();
    assert_eq!(
        (without_mobile.phones.concat(), without_mobile.mail),
        ("+33 2 61 91 00 03".into(), Some("2003@exemple.invalid".into()))
    );
}

#[test]
fn a_feed_of_2013_in_latin_1_with_html_entities_is_read() {
    let feed = feed(&[OLD]);
    let pupil = feed.pupil("71").unwrap();
    assert_eq!((pupil.name.as_str(), pupil.given_name.as_str()), ("RODÈS", "Michèle"));
    assert_eq!(
        links(&pupil.guardians),
        [
            ("82", &Relation::Mother, true),
            ("83", &Relation::Unsaid, true),
            ("81", &Relation::Father, false),
            ("84", &Relation::Unsaid, false),
        ]
    );
    assert!(pupil.guardians[1].financial && !pupil.guardians[1].contact && pupil.guardians[3].contact);
    assert_eq!(feed.guardian("81").unwrap().name, "N'Diaye & fils");
    assert_eq!(feed.guardian("82").unwrap().name, "L’Hôte Œuvré");
    let roll = feed.index().roll("7").unwrap();
    assert_eq!(
        (roll.school.name.as_str(), roll.school.academie.as_deref()),
        ("LP-FLORA TRISTAN-FERTE MACE", Some("5"))
    );
    assert!(!roll.school.classes[0].declared && roll.school.classes[0].code == "3P" && roll.notes.is_empty());
}

#[test]
fn a_feed_of_the_first_degree_is_read() {
    let feed = feed(&[FIRST]);
    let index = feed.index();
    let roll = index.roll("91").unwrap();
    assert_eq!((index.astray(), roll.notes.as_slice()), ([].as_slice(), [].as_slice()));
    let label = Some("CE2-CM1 Mme Roux".to_owned());
    let class = ClassRef { school: "91".to_owned(), code: "91007".to_owned(), label: label.clone() };
    let pupil = &roll.pupils[0];
    assert_eq!((pupil.name.as_str(), pupil.given_name.as_str(), pupil.level.as_deref()), ("Pinel", "Ève", Some("CE2")));
    assert_eq!(pupil.classes, [class]);
    assert_eq!(links(&pupil.guardians), [("93", &Relation::Unsaid, true), ("94", &Relation::Unsaid, true)]);
    assert_eq!((roll.school.classes[0].code.as_str(), &roll.school.classes[0].label), ("91007", &label));
    assert_eq!(roll.guardians[0].phones, ["06 39 98 00 93", "02 61 91 00 93"]);
    let codes: Vec<_> = roll.staff[0].functions.iter().map(|function| function.code.as_str()).collect();
    assert_eq!((codes, roll.staff[0].teacher), (vec!["ENS", "DIR"], Some(true)));
    assert_eq!((feed.degree(), roll.school.academie.as_deref()), (Some("1D"), Some("70")));
}

#[test]
fn what_is_named_and_absent_is_noted_with_its_place() {
    let odd = feed(&[COMPLETE[0], PUPILS, COMPLETE[4]]).index().roll("52").unwrap();
    let unknown: Vec<_> = odd.notes.iter().map(|note| (note.id.as_str(), note.about.clone())).collect();
    let guardian = |id: &str| About::UnknownGuardian(id.to_owned());
    let expected = [("1003", "2001"), ("1003", "2002"), ("1009", "2008"), ("1009", "2009")];
    assert_eq!(unknown, expected.map(|(pupil, id)| (pupil, guardian(id))));
    let lost = feed(&[PUPILS]);
    assert_eq!(lost.index().astray().len(), 10);
    let first = Note { kind: Kind::Pupil, id: "1001".into(), about: About::UnknownSchool("51".into()) };
    assert_eq!(lost.index().astray()[0], first);
}

/// What is odd about one pupil with these attributes, in a school with the class 6A and the group G.
fn oddities(attributes: &str) -> Vec<About> {
    let school = "<attr name='ENTStructureClasses'><value>6A$6A$1</value></attr>\
                  <attr name='ENTStructureGroupes'><value>G$G$6A</value></attr>";
    let attached = format!("<attr name='ENTPersonStructRattach'><value>1</value></attr>{attributes}");
    let add =
        |category, id, content| request("addRequest", category, id, &format!("<attributes>{content}</attributes>"));
    let (school, pupil) = (add("EtabEducNat", "1", school), add("Eleve", "2", &attached));
    let file = format!("<ficAlimMENESR>{school}{pupil}</ficAlimMENESR>");
    let mut feed = Feed::default();
    read(&mut feed, ("one.xml", file.as_bytes())).unwrap();
    let about = feed.index().roll("1").unwrap().notes.into_iter().map(|note| note.about);
    about.filter(|about| !matches!(about, About::UnknownGuardian(_) | About::NoName)).collect()
}

#[test]
fn what_cannot_be_right_is_noted_and_never_guessed() {
    let value = |name: &str, values: &[&str]| {
        format!("<attr name='{name}'><value>{}</value></attr>", values.join("</value><value>"))
    };
    let unreadable = |what, value: &str| About::Unreadable { what, value: value.to_owned() };
    assert_eq!(oddities(&value("ENTPersonDateNaissance", &["31/02/2015"])), [unreadable("birth date", "31/02/2015")]);
    assert_eq!(oddities(&value("ENTEleveClasses", &["1$6A"])), []);
    assert_eq!(oddities(&value("ENTEleveClasses", &["1$6B"])), [About::UnknownClass("6B".into())]);
    assert_eq!(oddities(&value("ENTEleveGroupes", &["1$H"])), [About::UnknownGroup("H".into())]);
    assert_eq!(oddities(&value("ENTEleveClasses", &["6A"])), [unreadable("class", "6A")]);
    assert_eq!(oddities(&value("ENTElevePersRelEleve", &["7$10$1"])), [unreadable("link", "10$1")]);
    let twice = value("ENTElevePersRelEleve", &["7$1$1$1$1$0", "7$20$0$0$1$0"]);
    assert_eq!(oddities(&twice), [About::TwoLinks("7".into())]);
    let link = value("ENTElevePersRelEleve", &["7$10$1$1$1$0", "8$20$0$0$1$0"]);
    let names = |ids: &[&str]| link.clone() + &value("ENTEleveAutoriteParentale", ids);
    assert_eq!(oddities(&names(&["7"])), []);
    assert_eq!(oddities(&names(&["7", "8"])), [About::Authority("8".into())]);
    assert_eq!(oddities(&names(&[""])), [About::Authority("7".into())]);
    assert_eq!(oddities(&names(&["7", "9"])), [About::Authority("9".into())]);
}

#[test]
fn names_of_files_and_academies_are_known() {
    let name = FileName::of("drop/ENTNORMANDIE-61_Complet_20260915_Eleve_0000.xml").unwrap();
    assert_eq!((name.project.as_str(), name.complete, name.academie), ("ENTNORMANDIE-61", true, Some("70")));
    assert_eq!(name.made.as_deref(), Some("2026-09-15"));
    let delta = FileName::of("ENT2DVA-ENT16_delta_x_Eleve.XML").unwrap();
    assert_eq!((delta.complete, delta.made, delta.academie), (false, None, None));
    assert_eq!(
        FileName::of("ficAlimMENESR.dtd").or(FileName::of("Eleve_0000.xml")).or(FileName::of("x_Complet_.zip")),
        None
    );
    assert_eq!(
        ["Créteil", "aix-marseille", "Nancy–Metz", "Lune"].map(academie_code),
        [Some("24"), Some("2"), Some("12"), None]
    );
}

#[test]
fn another_academie_or_degree_is_refused_because_its_ids_are_other_people() {
    let mut feed = feed(&COMPLETE);
    let fault = read(&mut feed, FIRST).unwrap_err();
    assert_eq!((fault.file.as_str(), fault.reason.key()), (FIRST.0, "other-degree"));
    let other: File = ("ENTCAEN_Complet_20130117_Ancien_0000.xml", OLD.1);
    assert_eq!(read(&mut feed, other).unwrap_err().reason.key(), "other-academie");
    assert_eq!(feed.count(Kind::Pupil), 10);
}
