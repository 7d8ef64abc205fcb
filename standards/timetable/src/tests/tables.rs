//! Tables of lessons.
use super::{TABLE, all_hours, date, notes, year};
use crate::{Plan, Week};

/// The lessons of two weeks of September 2026, the first of them A.
fn fortnight(file: &str) -> Vec<String> {
    let plan = Plan::read("a.csv", file.as_bytes()).unwrap();
    let first = |monday| if monday == date("2026-09-14") { Some(Week::A) } else { Some(Week::B) };
    let timetable = plan.expand(date("2026-09-14"), date("2026-09-27"), first).unwrap();
    assert_eq!(notes(&timetable), []);
    let subjects = timetable.lessons.iter().map(|lesson| lesson.about.subject.as_str());
    all_hours(&timetable).iter().zip(subjects).map(|(hours, subject)| format!("{} {subject}", &hours[5..])).collect()
}

#[test]
fn a_row_is_a_lesson_of_each_week_of_one_letter_or_of_a_day() {
    let expected = [
        "09-14 08:30-09:25 Français",
        "09-15 10:15-11:10 Mathématiques",
        "09-21 08:30-09:25 Français",
        "09-22 10:15-11:10 Physique-chimie",
        "09-24 14:00-14:55 Anglais",
        "09-25 08:00-12:00 Sortie au musée",
    ];
    assert_eq!(fortnight(TABLE), expected);
    assert_eq!(fortnight(&TABLE.replace(", ", " ").replace(';', ",")), expected);
    assert_eq!(fortnight(&TABLE.replace(';', "\t")), expected);
    let english = TABLE.replacen(
        "Classe;Groupe;Matière;Enseignant;Jour;Début;Fin;Salle;Semaine;Du;Au",
        "Class;Group;Subject;Teacher;Day;Start;End;Room;Week;From;To",
        1,
    );
    assert_eq!(fortnight(&english.replace("lundi", "Monday")), expected);
    let plan = Plan::read("a.csv", TABLE.as_bytes()).unwrap();
    let no_school = plan.expand(date("2026-09-14"), date("2026-09-27"), |_| None).unwrap();
    assert_eq!(no_school.lessons.len(), 3, "a week without letter is neither A nor B");
    let year = year(TABLE.as_bytes());
    let lesson = year.lessons.iter().find(|lesson| lesson.about.subject == "Mathématiques").unwrap();
    assert_eq!((&lesson.about.classes[..], lesson.line), (&["2GT1".to_owned(), "2GT2".to_owned()][..], 3));
    assert_eq!(lesson.key, "2gt1 2gt2//mathematiques/m leroux/2026-09-08T08:15:00Z");
}

#[test]
fn a_lesson_is_from_a_day_until_a_day() {
    let timetable = year(TABLE.as_bytes());
    let of = |subject: &str| timetable.lessons.iter().filter(|lesson| lesson.about.subject == subject).count();
    assert_eq!((of("Mathématiques"), of("Physique-chimie"), of("Sortie au musée")), (3, 4, 1));
    let october = all_hours(&timetable).into_iter().rfind(|hours| hours.contains(" 10:15-11:10"));
    assert_eq!(october.unwrap(), "2026-10-13 10:15-11:10");
}

#[test]
fn what_a_row_does_not_say_is_noted_and_the_row_left_out() {
    let noted = |old: &str, new: &str| {
        assert!(TABLE.contains(old), "{old}");
        let timetable = year(TABLE.replacen(old, new, 1).as_bytes());
        let [(line, column, key)] = notes(&timetable)[..] else { panic!("{:?}", timetable.notes) };
        assert!(timetable.lessons.iter().all(|lesson| lesson.line != line));
        format!("{line} {column} {key}")
    };
    assert_eq!(noted("lundi", "lundit"), "2 Jour not-understood");
    assert_eq!(noted("lundi", ""), "2 Jour incomplete");
    assert_eq!(noted("8h30", "8h60"), "2 Début not-understood");
    assert_eq!(noted("9h25", "8h30"), "2 Fin backwards");
    assert_eq!(noted("Français", " "), "2 Matière incomplete");
    assert_eq!(noted("2GT1;", ";"), "2 Classe incomplete");
    assert_eq!(noted(";A;", ";C;"), "3 Semaine not-understood");
    assert_eq!(noted("01/09/2026", "01/09/26"), "3 Du not-understood");
    assert_eq!(noted("25/09/2026", "31/09/2026"), "6 Jour not-understood");
    let twice = TABLE.lines().chain(TABLE.lines().nth(1)).collect::<Vec<_>>().join("\n");
    assert_eq!(notes(&year(twice.as_bytes())), [(7, "-", "twice")]);
}
