//! Pure rules: names in texts, differences, days, figures.
use super::town::protocol;
use crate::{
    Change, Figure, Hours, Lack, List, Modality, Move, Numbers, Place, Protocol, Public, State, day_in, differences,
    lines, minute, names_in, next_year, percent, school_year,
};
use jiff::civil::date;
use proptest::prelude::*;
use std::fmt::Write as _;

fn people() -> Vec<(String, String)> {
    [("Inès", "Nouvel"), ("Claire", "Auvray"), ("Marie-Ange", "Le Goff"), ("Anne", "Petit"), ("", "")]
        .map(|(given, family)| (given.to_owned(), family.to_owned()))
        .to_vec()
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for text in [
        "Merci à Inès Nouvel, qui a aidé.",
        "merci à INES NOUVEL",
        "NOUVEL Inès",
        "I. Nouvel a réussi",
        "Mme Nouvel nous a dit",
        "l’élève Nouvel",
    ] {
        assert_eq!(names_in(text, &people()), ["Inès Nouvel"], "{text}");
    }
    assert_eq!(names_in("Marie Ange Le Goff et M. Auvray", &people()), ["Claire Auvray", "Marie-Ange Le Goff"]);
}

#[test]
fn words_that_only_look_like_names_are_left_alone() {
    for text in [
        "Un nouvel élève est venu",
        "Claire et nette, la consigne",
        "le goff",
        "",
        "Ines est venue",
        "il a petit à petit compris",
    ] {
        assert!(names_in(text, &people()).is_empty(), "{text}");
    }
}

#[test]
fn each_difference_is_said_once() {
    let before = protocol();
    let after = Protocol {
        publics: [Public::Explanation].into(),
        modalities: [Modality::Bar, Modality::OralClass].into(),
        hours: vec![Hours { day: 1, from: 1065, to: 1110 }, Hours { day: 2, from: 1050, to: 1110 }],
        bus_home: None,
        home: false,
        places: vec![Place { name: "Médiathèque".to_owned(), seats: 8, ..Place::default() }],
        tools: vec!["ENT".to_owned()],
        contacts: vec![],
        ..before.clone()
    };
    let expected = vec![
        Change::PublicAdded(Public::Explanation),
        Change::PublicRemoved(Public::Help),
        Change::ModalityAdded(Modality::OralClass),
        Change::ModalityRemoved(Modality::Telephone),
        Change::DayMoved(Hours { day: 1, from: 1065, to: 1110 }),
        Change::DayAdded(Hours { day: 2, from: 1050, to: 1110 }),
        Change::Bus(None),
        Change::HomeRemoved,
        Change::PlaceAdded("Médiathèque".to_owned()),
        Change::LineAdded(List::Tools, "ENT".to_owned()),
        Change::LineRemoved(List::Contacts, "Vie scolaire".to_owned()),
    ];
    assert_eq!(differences(&before, &after), expected);
    assert_eq!(differences(&after, &after), []);
    let moved = Protocol {
        places: vec![Place { name: "Médiathèque".to_owned(), seats: 9, ..Place::default() }],
        hours: vec![],
        ..after.clone()
    };
    let [Change::DayRemoved(1), Change::DayRemoved(2), Change::PlaceChanged(place)] = &*differences(&after, &moved)
    else {
        panic!("{:?}", differences(&after, &moved));
    };
    assert_eq!(place.seats, 9);
}

#[test]
fn what_lacks_is_said_and_the_bus_is_watched() {
    assert_eq!(Protocol::default().lacks(), [Lack::Publics, Lack::Modalities, Lack::Hours, Lack::Where]);
    assert_eq!(protocol().lacks(), []);
    let phone_alone = Protocol { modalities: [Modality::Telephone].into(), ..protocol() };
    assert_eq!(phone_alone.lacks(), [Lack::Modalities], "the telephone is a way of the desk");
    assert!(protocol().before_bus().is_empty());
    assert_eq!(Protocol { bus_home: Some(1060), ..protocol() }.before_bus().len(), 1);
}

#[test]
fn a_protocol_written_by_a_newer_version_is_still_read() {
    let old = r#"{"publics":["aide"],"home":true,"later":12}"#;
    let read: Protocol = serde_json::from_str(old).unwrap();
    assert_eq!(read, Protocol { publics: [Public::Help].into(), home: true, ..Protocol::default() });
}

#[test]
fn the_year_begins_in_august_and_its_days_exist() {
    assert_eq!(school_year(date(2026, 8, 1)), 2026);
    assert_eq!(school_year(date(2026, 7, 31)), 2025);
    assert_eq!(day_in(2025, 10, 15), date(2025, 10, 15));
    assert_eq!(day_in(2025, 2, 30), date(2026, 2, 28));
    assert_eq!(next_year(date(2024, 2, 29)), date(2025, 2, 28));
}

#[test]
fn times_and_lines_are_read_as_people_write_them() {
    assert_eq!(
        [minute("17:30"), minute("17h30"), minute("8h"), minute("25:00"), minute("")],
        [Some(1050), Some(1050), Some(480), None, None]
    );
    assert_eq!(lines(" un \n\n deux", 3), ["un", "deu"]);
}

#[test]
fn a_share_of_nothing_and_a_delay_of_nobody_are_not_there() {
    let numbers = Numbers([("agreed".to_owned(), (2, 3)), ("asked".to_owned(), (12, 0))].into());
    let of = |figure: Figure| numbers.of(&figure);
    assert_eq!((of(Figure::count("asked")), of(Figure::count("none"))), (Some((12, 0)), Some((0, 0))));
    assert_eq!((of(Figure::share("agreed")), of(Figure::share("none"))), (Some((2, 3)), None));
    assert_eq!((of(Figure::minutes("none")), of(Figure::delay("none"))), (Some((0, 0)), None));
    assert_eq!([(1, 3), (2, 3), (1, 2), (0, 4)].map(percent), [33, 67, 50, 0]);
}

#[test]
fn a_series_is_read_by_its_own_name() {
    let rows = ["months:2025-11", "months:2025-10", "months", "monthly:1"].map(|key| (key.to_owned(), (1, 2)));
    let numbers = Numbers(rows.into());
    assert_eq!(numbers.series("months").map(|(row, _)| row).collect::<Vec<_>>(), ["2025-10", "2025-11"]);
}

#[test]
fn who_may_move_a_school_from_where() {
    let states = [
        None,
        Some(State::Proposed),
        Some(State::Applied),
        Some(State::Engaged),
        Some(State::Declined),
        Some(State::Left),
    ];
    let mut table = String::new();
    for from in states {
        for deed in Move::ALL {
            let word = |to: Option<State>| to.map_or("-", State::word);
            let (head, pilot) = (State::by_head(from, *deed), State::by_pilot(from, *deed));
            let _ = writeln!(table, "{} {} {} {}", word(from), deed.word(), word(head), word(pilot));
        }
    }
    assert_eq!(
        table,
        "- candidature applied -\n- engagement - engaged\n- refus - -\n- depart - -\n\
         proposed candidature engaged -\nproposed engagement - engaged\nproposed refus declined declined\nproposed depart - -\n\
         applied candidature - -\napplied engagement - engaged\napplied refus - declined\napplied depart left -\n\
         engaged candidature - -\nengaged engagement - -\nengaged refus - -\nengaged depart left left\n\
         declined candidature applied -\ndeclined engagement - engaged\ndeclined refus - -\ndeclined depart - -\n\
         left candidature applied -\nleft engagement - engaged\nleft refus - -\nleft depart - -\n"
    );
}

fn any_protocol() -> impl Strategy<Value = Protocol> {
    let days = prop::collection::btree_map(1_u8..=6, (600_u16..1200, 1_u16..200), 0..5);
    let texts = || prop::collection::vec("[a-c]{1,2}", 0..3);
    (days, any::<bool>(), texts(), texts(), prop::option::of(900_u16..1200)).prop_map(
        |(days, home, tools, charter, bus)| Protocol {
            hours: days.into_iter().map(|(day, (from, long))| Hours { day, from, to: from + long }).collect(),
            home,
            tools,
            charter,
            bus_home: bus,
            ..Protocol::default()
        },
    )
}

proptest! {
    #[test]
    fn a_protocol_is_kept_as_it_is_and_differs_from_itself_in_nothing(a in any_protocol(), b in any_protocol()) {
        let kept: Protocol = serde_json::from_str(&serde_json::to_string(&a).unwrap()).unwrap();
        prop_assert_eq!(&kept, &a);
        prop_assert!(differences(&a, &kept).is_empty());
        let days = |p: &Protocol| p.hours.clone();
        if days(&a) != days(&b) || a.home != b.home || a.bus_home != b.bus_home {
            prop_assert!(!differences(&a, &b).is_empty());
        }
    }

    #[test]
    fn no_text_makes_the_search_for_names_stumble(text in ".{0,80}") {
        names_in(&text, &people());
    }
}
