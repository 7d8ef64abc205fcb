//! What the words of an event say, and what is no lesson.
use super::{all_hours, events, notes, year};
use crate::About;
use encoding_rs::WINDOWS_1252;

fn about(lines: &str) -> (About, bool) {
    let timetable = year(&events(&[&format!("UID:1\nDTSTART:20260907T083000\nDURATION:PT55M\n{lines}")]));
    assert_eq!(notes(&timetable), []);
    ((*timetable.lessons[0].about).clone(), timetable.lessons[0].cancelled)
}

fn words(list: &[&str]) -> Vec<String> {
    list.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn the_lines_of_a_description_say_who_what_and_where() {
    let (said, cancelled) = about(
        "SUMMARY:Prof. absent - FRANCAIS - DIALLO F. - 2GT1\\, 2GT2\nSTATUS:CONFIRMED\n\
         DESCRIPTION;LANGUAGE=fr:Matière : FRANCAIS\\nProfesseur(s) : DIALLO F.\\, ROY\n  P.\\nClasses : 2GT1\\, \
         2GT2\\nGroupe : [2GT1 GR1]\\nSalle : A16\\nMémo : 8:30",
    );
    let expected = About {
        subject: "FRANCAIS".into(),
        classes: words(&["2GT1", "2GT2"]),
        groups: words(&["[2GT1 GR1]"]),
        teachers: words(&["DIALLO F.", "ROY P."]),
        room: Some("A16".into()),
    };
    assert_eq!((said, cancelled), (expected, true));
    let (said, cancelled) = about("SUMMARY:Cours déplacé - Latin - 6A\nDESCRIPTION:Classe : 6a\nLOCATION:CDI");
    assert_eq!((said.subject.as_str(), said.room.as_deref(), cancelled), ("Latin", Some("CDI"), false));
    let (said, _) = about("SUMMARY:6A\nDESCRIPTION:Classe : 6A");
    assert_eq!(said.subject, "6A", "nothing else is said");
    let (said, _) = about("SUMMARY:Maths - 6A\nX-MORE:1");
    assert_eq!((said.subject.as_str(), said.classes.len()), ("Maths - 6A", 0), "nobody guesses a class");
    let (said, _) = about("");
    assert_eq!(said, About::default());
}

#[test]
fn letters_are_read_in_either_encoding_even_folded_within_one() {
    let file =
        String::from_utf8(events(&["UID:1\nDTSTART:20260907T083000\nDURATION:PT55M\nSUMMARY:Français"])).unwrap();
    let subject = |bytes: &[u8]| year(bytes).lessons[0].about.subject.clone();
    assert_eq!(subject(&WINDOWS_1252.encode(&file).0), "Français");
    assert_eq!(subject(&[b"\xef\xbb\xbf", file.as_bytes()].concat()), "Français");
    assert_eq!(subject(file.replace("\r\n", "\n").as_bytes()), "Français");
    assert_eq!(subject(file.replace("\r\n", "\r").as_bytes()), "Français");
    let at = file.find('ç').unwrap() + 1;
    let folded = [&file.as_bytes()[..at], b"\r\n ", &file.as_bytes()[at..]].concat();
    assert_eq!(subject(&folded), "Français");
}

#[test]
fn what_is_no_lesson_is_noted() {
    let noted = |lines: &str| {
        let timetable = year(&events(&[lines]));
        assert_eq!(timetable.lessons.len(), 0);
        notes(&timetable).iter().map(|(line, column, key)| format!("{line} {column} {key}")).collect::<Vec<_>>()
    };
    assert_eq!(noted("DTSTART;VALUE=DATE:20260907\nDTEND;VALUE=DATE:20260908"), ["2 DTSTART whole-day"]);
    assert_eq!(noted("DTSTART:20260907T080000\nDTEND:20260909T080000"), ["2 - whole-day"]);
    assert_eq!(noted("DTSTART:20260907T080000\nDTEND:20260907T080000"), ["2 - backwards"]);
    assert_eq!(noted("DTSTART:20260907T080000"), ["2 - backwards"]);
    assert_eq!(noted("SUMMARY:Latin"), ["2 DTSTART incomplete"]);
    assert_eq!(noted("DTSTART:20260931T080000\nDURATION:PT1H"), ["3 DTSTART not-understood"]);
    assert_eq!(noted("DTSTART:20260907T080000\nDURATION:PT"), ["2 - backwards"]);
    assert_eq!(noted("DTSTART:20260907T080000\nDURATION:1H"), ["4 DURATION not-understood"]);
    assert_eq!(noted("DTSTART:20260907T080000\ndtend:20260907T25"), ["4 dtend not-understood"]);
}

#[test]
fn other_parts_are_passed_over_and_one_name_may_have_two_times() {
    let timer = "BEGIN:VALARM\nTRIGGER:-PT15M\nDTSTART:20200101T000000\nEND:VALARM";
    let one = format!("UID:1\nDTSTART:20260907T083000\nDURATION:PT55M\n{timer}");
    let same = "UID:1\nDTSTART:20260907T083000\nDURATION:PT30M";
    let other = "UID:1\nDTSTART:20260908T083000\nDURATION:PT55M";
    let unnamed = "DTSTART:20260909T083000\nDURATION:PT55M\nSUMMARY:Latin";
    let file = String::from_utf8(events(&[&one, other, same, same, unnamed, unnamed])).unwrap();
    let todo = "BEGIN:VTODO\r\nDTSTART:x\r\nEND:VTODO\r\nEND:VCALENDAR";
    let timetable = year(file.replace("END:VCALENDAR", todo).as_bytes());
    let expected = ["2026-09-07 08:30-09:25", "2026-09-07 08:30-09:00", "2026-09-08 08:30-09:25"];
    assert_eq!(all_hours(&timetable)[..3], expected);
    assert_eq!(notes(&timetable), [(21, "UID", "twice"), (31, "-", "twice")]);
    let keys: Vec<_> = timetable.lessons.iter().map(|lesson| lesson.key.as_str()).collect();
    assert_eq!(keys, ["1", "1/2026-09-07T06:30:00Z", "1/2026-09-08T06:30:00Z", "//latin//2026-09-09T06:30:00Z"]);
}
