//! What stands in the files is what comes out.
use super::{DELTA, LIMITS, NEW, OLD, read, roster, with, zip};
use crate::{About, File, Member, Mode, Note, OrgKind, Reason, RoleKind, Roster, Version};

#[test]
fn both_versions_are_read_school_by_school() {
    for (files, counts) in [(OLD, [3, 2, 2, 3, 7, 0, 6, 3]), (NEW, [3, 2, 2, 3, 7, 8, 6, 0])] {
        let roster = roster(&files);
        assert_eq!(File::ALL.map(|file| roster.count(file)), counts);
        let index = roster.index();
        assert_eq!(index.astray(), []);
        let rolls: Vec<_> = index.rolls().collect();
        let [college, lycee] = rolls.as_slice() else { panic!("{rolls:?}") };
        assert_eq!((college.org.kind.clone(), college.org.uai.unwrap().as_str()), (OrgKind::School, "0610970Y"));
        let counted = |roll: &crate::Roll| {
            [roll.classes.len(), roll.groups.len(), roll.pupils.len(), roll.guardians.len(), roll.staff.len()]
        };
        assert_eq!((counted(college), counted(lycee)), ([1, 1, 2, 2, 2], [1, 0, 1, 1, 1]));
        assert!(college.notes.is_empty() && lycee.notes.is_empty());
    }
}

#[test]
fn people_are_read_whole() {
    let roster = roster(&OLD);
    let roll = roster.index().roll("s1").unwrap();
    let pupil = &roll.pupils[0];
    assert_eq!((pupil.profile.name.as_str(), pupil.profile.given_name.as_str()), ("Essaidi", "Maël"));
    assert_eq!((pupil.profile.number("ine"), pupil.birth_date.as_deref()), (Some("990000001AA"), Some("2015-04-21")));
    assert_eq!((pupil.schools.concat(), pupil.guardians.join(",")), ("s1".to_owned(), "g1,g2".to_owned()));
    let (class, school, begin) = ("k-6a".to_owned(), "s1".to_owned(), Some("2026-09-01".to_owned()));
    assert_eq!(pupil.classes, [Member { class, school, primary: false, begin, end: None }]);
    assert_eq!(pupil.groups[0].class, "k-fr");
    assert_eq!(roll.pupils[1].classes[0].end.as_deref(), Some("2026-12-18"));
    assert_eq!(roll.pupils[1].profile.ids.len(), 2);
    let guardian = &roll.guardians[0];
    assert_eq!(
        (guardian.profile.phones.join("|"), guardian.relation.as_deref()),
        ("06 39 98 00 01|02 61 91 00 01".into(), Some("parent"))
    );
    let teacher = &roll.staff[0];
    let roles: Vec<_> = teacher.roles.iter().map(|role| (role.org.as_str(), role.kind.clone())).collect();
    assert_eq!(roles, [("s1", RoleKind::Teacher), ("s2", RoleKind::Teacher)]);
    assert!(teacher.groups[0].primary && !teacher.classes[0].primary);
    assert_eq!(roll.staff[1].roles[0].kind, RoleKind::Staff("administrator".into()));
    let group = &roll.groups[0];
    assert_eq!(
        (group.title.as_str(), group.subjects.concat(), group.terms.len()),
        ("Français, 6A", "Français".to_owned(), 2)
    );
}

#[test]
fn the_roles_and_preferred_names_of_1_2_are_read() {
    let roster = roster(&NEW);
    let index = roster.index();
    let (college, lycee) = (index.roll("s1").unwrap(), index.roll("s2").unwrap());
    let pupil = &college.pupils[1].profile;
    assert_eq!(
        (pupil.name.as_str(), pupil.family_name.as_deref(), pupil.given_name.as_str()),
        ("Essaidi", Some("Fauvel"), "Lila")
    );
    assert_eq!(lycee.staff[0].roles[1].end.as_deref(), Some("2027-01-31"));
    assert_eq!(college.staff[1].roles[0].kind, RoleKind::Staff("principal".into()));
    assert_eq!(lycee.pupils[0].guardians, ["g1"], "only the guardian names the pupil");
    assert_eq!(college.pupils[0].birth_date, None);
}

#[test]
fn a_delta_changes_what_it_names_and_leaves_the_rest() {
    let mut roster = roster(&OLD);
    let delivery = read(&mut roster, &zip(&DELTA)).unwrap();
    assert!(delivery.files.iter().all(|file| file.mode == Mode::Delta && file.odd.is_empty()));
    assert_eq!(
        delivery.files.iter().map(|file| (file.rows, file.removed)).collect::<Vec<_>>(),
        [(2, 1), (4, 2), (3, 1)]
    );
    let index = roster.index();
    assert_eq!(index.astray(), []);
    let (college, lycee) = (index.roll("s1").unwrap(), index.roll("s2").unwrap());
    let pupils: Vec<_> =
        college.pupils.iter().map(|pupil| (pupil.profile.id.as_str(), pupil.profile.enabled)).collect();
    assert_eq!(pupils, [("p1", true), ("p3", true), ("p4", false)]);
    assert_eq!((lycee.pupils.len(), college.pupils[1].profile.name.as_str()), (0, "Sorel"));
    assert_eq!(college.pupils[2].birth_date.as_deref(), Some("2015-02-16"));
    // A bulk file that comes again stands instead of everything of its kind.
    assert_eq!(read(&mut roster, &zip(&OLD)).unwrap().files.len(), 7);
    assert_eq!(roster, self::roster(&OLD));
}

#[test]
fn files_come_one_by_one_in_any_order() {
    let mut roster = Roster::default();
    let mut reading = roster.begin(OLD[0].1, LIMITS).unwrap();
    for (name, bytes) in OLD.iter().skip(1).rev() {
        reading.file(name, *bytes).unwrap();
    }
    reading.file("results.csv", b"anything".as_slice()).unwrap();
    let delivery = reading.end().unwrap();
    assert_eq!((delivery.manifest.version, delivery.manifest.system.as_deref()), (Version::V1_1, Some("Jeu d’essai")));
    assert_eq!((delivery.files.len(), delivery.others.concat()), (7, "results.csv".to_owned()));
    assert_eq!(roster, self::roster(&OLD));
}

#[test]
fn capitals_missing_entries_and_a_department_are_borne() {
    let manifest = "oneroster.version,1.1\nfile.orgs,bulk\nfile.courses,absent\nsource.systemName,absent\n";
    let classes = "Scheduled,c1,Physics,o1,nowhere\nHOMEROOM,c2,H2,o1,\n";
    let users = "u1,TRUE,o1,Student,Mary,Jones\nu2,TRUE,o1,teacher,Jim,Smith\n";
    let files = [
        ("x/Manifest.csv", format!("propertyName,value\n{manifest}")),
        ("x/courses.csv", "not,read\n".to_owned()),
        ("x/orgs.csv", "sourcedId,name,type\no1,History Department,department\n".to_owned()),
        ("x/classes.csv", format!("classType,sourcedId,title,schoolSourcedId,courseSourcedId\n{classes}")),
        ("x/users.csv", format!("sourcedId,enabledUser,orgSourcedIds,role,givenName,familyName\n{users}")),
        (
            "x/enrollments.csv",
            "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c2,u2,student\n".to_owned(),
        ),
    ];
    let mut roster = Roster::default();
    let delivery = read(&mut roster, &zip(&files)).unwrap();
    assert_eq!((delivery.others.concat(), delivery.manifest.system), ("courses.csv".to_owned(), None));
    let index = roster.index();
    let rolls: Vec<_> = index.rolls().collect();
    let [roll] = rolls.as_slice() else { panic!("{rolls:?}") };
    assert_eq!((roll.classes.len(), roll.groups.len(), roll.pupils.len(), roll.staff.len()), (1, 1, 1, 1));
    // A teacher who is enrolled as a pupil is no pupil.
    let note = Note { file: File::Enrolments, id: "e2".into(), about: About::OtherRole("u2".into()) };
    assert_eq!((index.astray(), roll.notes.len()), ([note].as_slice(), 0));
}

/// What is astray, and what the collège's roll notes, when one file of 1.1 has one more row.
fn notes(name: &str, row: &str) -> Vec<(File, About)> {
    let (_, bytes) = OLD.iter().find(|(file, _)| *file == name).unwrap();
    let text = format!("{}{row}\n", String::from_utf8_lossy(bytes));
    let mut roster = Roster::default();
    read(&mut roster, &zip(&with(&OLD, name, &text))).unwrap();
    let index = roster.index();
    let notes = index.astray().iter().cloned().chain(index.roll("s1").unwrap().notes);
    notes.map(|note| (note.file, note.about)).collect()
}

#[test]
fn what_is_named_and_absent_is_noted_with_its_place() {
    let row = |id: &str, org: &str, role: &str, agents: &str| format!("{id},,,,{org},{role},,,A,B,,,,,,{agents},,");
    let user = |org, role, agents| notes("users.csv", &row("u9", org, role, agents));
    assert_eq!(user("s1", "student", ""), []);
    assert_eq!(user("s9", "student", ""), [(File::Users, About::UnknownOrg("s9".into()))]);
    assert_eq!(user("", "", ""), [(File::Users, About::NoRole)]);
    assert_eq!(user("s1", "student", "u8"), [(File::Users, About::UnknownUser("u8".into()))]);
    assert_eq!(user("s1", "student", "w1"), [(File::Users, About::OtherRole("w1".into()))]);
    let enrolment =
        |class: &str, user: &str, role: &str| notes("enrollments.csv", &format!("e9,,,{class},s1,{user},{role},,,"));
    assert_eq!(enrolment("k-9", "p1", "student"), [(File::Enrolments, About::UnknownClass("k-9".into()))]);
    assert_eq!(enrolment("k-6a", "p9", "student"), [(File::Enrolments, About::UnknownUser("p9".into()))]);
    assert_eq!(enrolment("k-6a", "p1", "teacher"), [(File::Enrolments, About::OtherRole("p1".into()))]);
    assert_eq!(notes("demographics.csv", "p9,,,2015-01-01,"), [(File::Demographics, About::UnknownUser("p9".into()))]);
    let class = |course: &str, term: &str, org: &str| {
        notes("classes.csv", &format!("k9,,,K9,,{course},,homeroom,,{org},{term},,,"))
    };
    assert_eq!(class("c-9", "y26", "s1"), [(File::Classes, About::UnknownCourse("c-9".into()))]);
    assert_eq!(class("c-home", "t9", "s1"), [(File::Classes, About::UnknownSession("t9".into()))]);
    assert_eq!(class("c-home", "t1", "s9"), [(File::Classes, About::UnknownOrg("s9".into()))]);
}

#[test]
fn what_is_odd_in_a_cell_is_told_with_its_line_and_column_and_not_refused() {
    let odd = |name: &str, text: &str| {
        let delivery = read(&mut Roster::default(), &zip(&with(&OLD, name, text))).unwrap();
        let faults = delivery.files.into_iter().flat_map(|file| file.odd);
        faults.map(|fault| (fault.line, fault.column, fault.reason)).collect::<Vec<_>>()
    };
    let births = "sourcedId,birthDate\r\n\r\n\r\np1,21/04/2015\r\np2,2015-02-29\rp3,2008-02-29";
    let day = |line| (line, "birthDate".to_owned(), Reason::Day);
    assert_eq!(odd("demographics.csv", births), [day(4), day(5)]);
    let users = "sourcedId,status,enabledUser,orgSourcedIds,role,givenName,familyName\n\n\n\
                 u1,gone,yes,s1,wizard,A,B\nu1,,,s1,student,C,D\n";
    let told = [
        (4, "enabledUser", Reason::Flag),
        (4, "role", Reason::Word),
        (4, "status", Reason::Word),
        (5, "sourcedId", Reason::Twice),
    ];
    let mut found = odd("users.csv", users);
    found.sort_by(|one, other| (one.0, &one.1).cmp(&(other.0, &other.1)));
    assert_eq!(found, told.map(|(line, column, reason)| (line, column.to_owned(), reason)));
}
