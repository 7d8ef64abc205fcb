//! What is not read, and what is said of it.
use super::{TABLE, date, events};
use crate::{Plan, Reason, plan};

fn fault_of(bytes: &[u8]) -> (u64, String, Reason) {
    let fault = Plan::read("a.ics", bytes).unwrap_err();
    assert_eq!(fault.file, "a.ics");
    (fault.line, fault.column, fault.reason)
}

fn whole(line: u64, reason: Reason) -> (u64, String, Reason) {
    (line, "-".to_owned(), reason)
}

#[test]
fn what_is_neither_calendar_nor_table_is_refused() {
    assert_eq!(fault_of(b""), whole(1, Reason::Empty));
    assert_eq!(fault_of(b"\xef\xbb\xbf\r\n\r\n"), whole(1, Reason::Empty));
    assert_eq!(fault_of(b"\nNom;Classe\nRoy;6A\n"), whole(2, Reason::Foreign));
    assert_eq!(fault_of(b"<?xml version=\"1.0\"?>\n<STS_EDT/>"), whole(1, Reason::Foreign));
    assert_eq!(fault_of(&vec![b' '; (16 << 20) + 1]), whole(1, Reason::TooBig));
    assert_eq!(fault_of(&[b"BEGIN:VCALENDAR\n", &vec![b' '; 16 << 20][..]].concat()), whole(1, Reason::TooBig));
}

#[test]
fn a_spoilt_calendar_is_refused_with_its_line() {
    let file = String::from_utf8(events(&["UID:1\nDTSTART:20260907T083000\nDURATION:PT55M"])).unwrap();
    let of = |old: &str, new: &str| fault_of(file.replacen(old, new, 1).as_bytes());
    assert_eq!(of("DURATION:PT55M", "DURATION"), whole(5, Reason::Malformed));
    assert_eq!(of("DURATION:", "DURÉE:"), whole(5, Reason::Malformed));
    assert_eq!(of("DURATION:", ":"), whole(5, Reason::Malformed));
    assert_eq!(of("DURATION:", "DURATION;X=\":"), whole(5, Reason::Malformed));
    assert_eq!(of("END:VEVENT", "END:VTODO"), whole(6, Reason::Nested));
    assert_eq!(of("UID:1", "BEGIN:VEVENT"), whole(3, Reason::Nested));
    assert_eq!(of("UID:1", "BEGIN:VCALENDAR"), whole(3, Reason::Nested));
    assert_eq!(of("END:VEVENT\r\n", "END:VEVENT\r\nEND:VCALENDAR\r\nX:1\r\n"), whole(8, Reason::Nested));
    assert_eq!(of("UID:1\r\n", &"BEGIN:X\r\n".repeat(10)), whole(9, Reason::Nested));
    assert_eq!(of("END:VCALENDAR", ""), whole(6, Reason::Cut));
    assert_eq!(of("UID:1", &format!("UID:1\r\n {}", "x".repeat(70_000))), whole(4, Reason::TooLong));
    let odd = [file.replacen("UID:1", "SUMMARY:éé", 1).as_bytes(), b"X:\xff\n"].concat();
    assert_eq!(fault_of(&odd), whole(8, Reason::NotText));
    let folded = [file.replacen("UID:1", "SUMMARY:é\r\n é", 1).as_bytes(), b"X:\xff\n"].concat();
    assert_eq!(fault_of(&folded), whole(9, Reason::NotText), "the line of the file, not of what was unfolded");
}

#[test]
fn there_is_an_end_to_everything() {
    let event = "BEGIN:VEVENT\nEND:VEVENT\n".repeat(plan::MOST_SLOTS + 1);
    let (_, _, reason) = fault_of(format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR").as_bytes());
    assert_eq!(reason, Reason::TooOdd);
    let event = "BEGIN:VEVENT\nDTSTART:20260907T083000\nDURATION:PT1H\nEND:VEVENT\n".repeat(plan::MOST_SLOTS + 1);
    let fault = fault_of(format!("BEGIN:VCALENDAR\n{event}END:VCALENDAR").as_bytes());
    assert_eq!(fault, whole(80_002, Reason::TooMany));
    let daily = "DTSTART:20260907T083000\nDURATION:PT1H\nRRULE:FREQ=DAILY";
    let daily: Vec<_> = (0..300).map(|uid| format!("UID:{uid}\n{daily}")).collect();
    let plan = Plan::read("a.ics", &events(&daily.iter().map(String::as_str).collect::<Vec<_>>())).unwrap();
    let asked = |to: &str| plan.expand(date("2026-09-07"), date(to), |_| None).map_err(|fault| fault.reason);
    assert_eq!(asked("2028-11-14"), Err(Reason::TooManyLessons));
    assert_eq!(asked("2028-11-15"), Err(Reason::TooManyDays));
    assert_eq!(asked("2026-09-07").unwrap().lessons.len(), 300);
    let rows = "6A;Latin;lundi;8h;9h\n".repeat(plan::MOST_SLOTS + 1);
    let (line, _, reason) = fault_of(format!("Classe;Matière;Jour;Début;Fin\n{rows}").as_bytes());
    assert_eq!((line, reason), (20_002, Reason::TooMany));
}

#[test]
fn a_spoilt_table_is_refused_with_its_place() {
    let of = |old: &str, new: &str| {
        assert!(TABLE.contains(old), "{old}");
        fault_of(TABLE.replacen(old, new, 1).as_bytes())
    };
    assert_eq!(of("Matière", "M"), (1, "matiere".into(), Reason::MissingColumn));
    assert_eq!(of("Classe;Groupe", "C;G"), (1, "classe".into(), Reason::MissingColumn));
    assert_eq!(of("Salle", "Jour"), (1, "Jour".into(), Reason::TwiceColumn));
    assert_eq!(of("8h30;", ""), whole(2, Reason::Cells { expected: 11, found: 10 }));
    assert_eq!(of("A16;;;", "A16;;;;x"), whole(2, Reason::Cells { expected: 11, found: 12 }));
    assert_eq!(of("Mme Diallo", "\"Mme Diallo"), (2, "Enseignant".into(), Reason::Quote));
    assert_eq!(of("8h30", &"8".repeat(501)), (2, "Début".into(), Reason::TooLong));
    assert_eq!(of("8h30", &";".repeat(200)), whole(2, Reason::TooWide));
    let fault = Plan::read("a.csv", TABLE.replacen("Jour", "J", 1).as_bytes()).unwrap_err();
    assert_eq!(fault.to_string(), "a.csv, line 1, column jour: the column is missing");
}
