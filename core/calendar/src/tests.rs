#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! The calendar, shipped and imported.
use super::*;
use jiff::civil::date;
use proptest::prelude::*;

#[test]
fn easter_is_where_the_church_put_it() {
    let known =
        [(2019, 4, 21), (2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (1818, 3, 22)];
    for (year, month, day) in known {
        assert_eq!(easter(year), date(year, month, day));
    }
}

#[test]
fn public_holidays_of_a_year_are_eleven() {
    for year in 1900..2100 {
        let days = date(year, 1, 1).series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
        let found = days.filter(|day| PublicHoliday::on(*day).is_some()).count();
        // Ascension Day fell on 1 May in 1913 and 2008, on 8 May in 1902, 1975, 1986 and 1997…
        assert!((10..=11).contains(&found), "{year}: {found}");
    }
    assert_eq!(PublicHoliday::on(date(2026, 5, 14)), Some(PublicHoliday::Ascension));
    assert_eq!(PublicHoliday::on(date(2026, 5, 25)), Some(PublicHoliday::WhitMonday));
    assert_eq!(PublicHoliday::on(date(2027, 3, 29)), Some(PublicHoliday::EasterMonday));
}

#[test]
fn the_shipped_years_are_known_and_the_typed_one_is_not_yet_trusted() {
    let calendar = Calendar::shipped();
    assert_eq!(calendar.why_off(date(2025, 10, 20)), Some(Off::Holidays("Vacances de la Toussaint")));
    assert_eq!(calendar.why_off(date(2026, 11, 11)), Some(Off::Public(PublicHoliday::Armistice)));
    assert_eq!(calendar.why_off(date(2026, 11, 28)), Some(Off::Weekend));
    assert!(calendar.off(date(2026, 10, 17)) && calendar.off(date(2026, 11, 1)) && !calendar.off(date(2026, 11, 2)));
    assert!(calendar.off(date(2027, 3, 7)) && !calendar.off(date(2027, 3, 8)));
    assert!(calendar.off(date(2027, 7, 3)) && calendar.off(date(2027, 8, 31)));
    assert!(calendar.off(date(2026, 8, 31)) && !calendar.off(date(2026, 9, 1)));
    assert!(calendar.checked(date(2025, 11, 25)));
    assert!(!calendar.checked(date(2026, 11, 25)), "typed by hand");
    assert!(!calendar.checked(date(2031, 11, 25)), "unknown");
}

#[test]
fn a_school_year_goes_from_september_to_august() {
    let day = date(2026, 11, 25);
    assert_eq!(SchoolYear::of(day).to_string(), "2026-2027");
    assert_eq!(SchoolYear::of(date(2027, 8, 31)), SchoolYear(2026));
    assert_eq!(Calendar::shipped().bounds(SchoolYear(2026)), Some((date(2026, 9, 1), date(2027, 7, 2))));
    assert_eq!(Calendar::shipped().bounds(SchoolYear(2025)), Some((date(2025, 9, 1), date(2026, 7, 3))));
}

#[test]
fn letters_alternate_over_school_weeks_only() {
    let calendar = Calendar::shipped();
    let letter = |month, day| calendar.week(date(2026, month, day)).map(|week| (week.number, week.letter));
    assert_eq!(letter(9, 1), Some((1, Letter::A)));
    assert_eq!(letter(9, 7), Some((2, Letter::B)));
    assert_eq!(letter(10, 12), Some((7, Letter::A)));
    assert_eq!(letter(10, 19), None);
    assert_eq!(letter(11, 2), Some((8, Letter::B)));
    assert_eq!(letter(11, 25), Some((11, Letter::A)));
    assert_eq!(calendar.week(date(2025, 9, 1)).map(|week| week.letter), Some(Letter::A));
}

#[test]
fn the_ministrys_file_is_read_with_its_instants() {
    let text = "\u{feff}description;population;start_date;end_date;location;zones;annee_scolaire\n\
        Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Normandie;Zone B;2027-2028\n\
        Vacances de la Toussaint;-;2027-10-22T22:00:00+00:00;2027-11-07T23:00:00+00:00;Lille;Zone B;2027-2028\n\
        Vacances d'Hiver;-;2028-02-05T00:00:00+01:00;2028-02-21T00:00:00+01:00;Lyon;Zone A;2027-2028\n\
        Début des Vacances d'Été;Élèves;2028-07-04T22:00:00+00:00;2028-07-04T22:00:00+00:00;Lille;Zone B;2027-2028\n\
        Vacances d'Été;Enseignants;2028-07-04T22:00:00+00:00;2028-08-30T22:00:00+00:00;Lille;Zone B;2027-2028\n";
    let periods = import(text).unwrap();
    let days: Vec<_> = periods.iter().map(|period| (period.from, period.to, period.checked)).collect();
    assert_eq!(days, [(date(2027, 10, 23), date(2027, 11, 7), true), (date(2028, 7, 5), date(2028, 8, 31), true)]);
}

#[test]
fn every_fault_is_told_with_its_place() {
    let text = "description;population;start_date;end_date;location;zones;annee_scolaire\n\
        Toussaint;-;hier;2027-11-08;Normandie;Zone B;2027-2028\n\
        Noël;-;2027-12-18;2027-12-03;Normandie;Zone B;2027-2028\n\
        ;-;2028-02-12;2028-02-28;Normandie;Zone B;2027-2028\n\
        Hiver;-;2028-02-12\n";
    let faults: Vec<_> = import(text).unwrap_err().iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(faults, [(2, 3), (3, 4), (4, 1), (5, 0)]);
    let old = text.replace('\n', "\r");
    let faults: Vec<_> = import(&old).unwrap_err().iter().map(|fault| (fault.line, fault.column)).collect();
    assert_eq!(faults, [(2, 3), (3, 4), (4, 1), (5, 0)], "an old Macintosh ends its lines otherwise");
    let wrong = import("date,vacances_zone_b,nom_vacances\n2027-10-23,Oui,Toussaint\n").unwrap_err();
    assert_eq!(wrong, [Fault { line: 2, column: 2, reason: Reason::Choice("Oui".into()) }]);
    assert_eq!(import("a;b\n1;2\n").unwrap_err()[0].reason, Reason::Format);
    assert_eq!(import("").unwrap_err()[0].reason, Reason::Nothing);
}

#[tokio::test]
async fn a_stored_year_replaces_the_shipped_one_and_letters_can_be_laid_down() {
    for (name, db) in db::testing::both(MIGRATIONS).await {
        let text = "description;population;start_date;end_date;location;zones;annee_scolaire\n\
            Toussaint;-;2026-10-24;2026-11-09;Normandie;Zone B;2026-2027\n";
        let periods = import(text).unwrap();
        for _ in 0..2 {
            let periods = periods.clone();
            db.write(move |tx| store::put(tx, &periods)).await.unwrap();
        }
        db.write(|tx| store::set_letter(tx, date(2026, 11, 25), Letter::B)).await.unwrap();
        let calendar = db.read(Calendar::load).await.unwrap();
        assert!(!calendar.off(date(2026, 10, 19)), "{name}: the shipped dates are gone");
        assert!(calendar.off(date(2026, 11, 6)), "{name}");
        assert!(calendar.checked(date(2026, 11, 25)), "{name}");
        assert!(calendar.off(date(2025, 10, 20)), "{name}: other years stay");
        let letter = |month, day| calendar.week(date(2026, month, day)).unwrap().letter;
        assert_eq!([letter(11, 23), letter(11, 30), letter(12, 7)], [Letter::B, Letter::A, Letter::B], "{name}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC*") {
        let _ = import(&text);
        let _ = import(&format!("date,vacances_zone_b,nom_vacances\n{text}"));
        let _ = import(&format!("description;population;start_date;end_date;zones\n{text}"));
    }

    #[test]
    fn school_days_are_never_off_and_weeks_have_one(offset in 0..1_400i64) {
        let calendar = Calendar::shipped();
        let day = date(2023, 9, 4).saturating_add(jiff::Span::new().days(offset));
        let days: Vec<_> = calendar.school_days(monday(day), monday(day).saturating_add(jiff::Span::new().days(6))).collect();
        prop_assert!(days.iter().all(|day| !calendar.off(*day)));
        if day < date(2027, 7, 1) && day.month() != 8 {
            prop_assert_eq!(calendar.week(day).is_some(), !days.is_empty());
        }
    }
}
