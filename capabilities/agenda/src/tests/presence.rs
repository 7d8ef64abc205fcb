//! Who was there, and what is kept of it.
use super::town::{Evening, NOW, Town, acting, both, enrolled, whole};
use crate::{
    Mark, SLICE, Source,
    policy::Attend,
    sheet,
    store::{self},
};
use db::params;
use kernel::{Moment, Seeded};
use proptest::prelude::*;

#[tokio::test]
async fn what_an_adult_said_is_changed_by_hand_only_and_the_change_is_kept() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let meeting = town.plan(tx, 0)?;
            let (ines, noe) = (town.pupils[0], town.pupils[1]);
            store::mark_presence(tx, meeting.id, ines, Source::Room, 20, NOW)?;
            store::mark_presence(tx, meeting.id, ines, Source::Ticket, 12, NOW)?;
            assert_eq!(
                store::presences(tx, meeting.id)?[&ines],
                (Mark::Present, 20),
                "{name}: the longest sign counts"
            );
            let actor = acting(tx, town.teachers[0])?;
            let found = store::find::<Attend>(tx, &actor, meeting.id)?.unwrap();
            let said = [(ines, (Mark::Present, 35)), (noe, (Mark::Absent, 45))];
            store::record(tx, &Seeded::new(1), &actor, &found, &said, NOW)?;
            store::mark_presence(tx, meeting.id, noe, Source::Room, 40, NOW)?;
            let known = store::presences(tx, meeting.id)?;
            assert_eq!((known[&ines], known[&noe]), ((Mark::Present, 35), (Mark::Absent, 0)), "{name}");
            let vie_scolaire = acting(tx, town.vie_scolaire)?;
            let found = store::find::<Attend>(tx, &vie_scolaire, meeting.id)?.unwrap();
            store::record(
                tx,
                &Seeded::new(2),
                &vie_scolaire,
                &found,
                &[(noe, (Mark::Excused, 0))],
                NOW.plus_minutes(1),
            )?;
            let changes = store::changes(tx, &found)?;
            assert_eq!(changes.len(), 2, "{name}");
            assert_eq!((changes[0].before, changes[0].after), ((Mark::Present, 20), (Mark::Present, 35)), "{name}");
            assert_eq!(changes[1].by.1, "Morel", "{name}");
            assert_eq!((changes[1].before.0, changes[1].after.0), (Mark::Absent, Mark::Excused), "{name}");
            store::record(tx, &Seeded::new(3), &vie_scolaire, &found, &[(noe, (Mark::Excused, 0))], NOW)?;
            assert_eq!(store::changes(tx, &found)?.len(), 2, "{name}: the same again is no change");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_list_for_vie_scolaire_is_of_ones_own_school() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let meeting = town.plan(tx, 0)?;
            store::enrol(tx, &meeting, town.pupils[1], town.head, NOW)?.unwrap();
            store::mark_presence(tx, meeting.id, town.pupils[0], Source::Room, 20, NOW)?;
            let span = store::Wanted { span: (NOW.plus_days(-1), NOW.plus_days(1)), class: None, mark: None };
            let mut seen = vec![];
            for person in [town.vie_scolaire, town.head, town.other.head, town.pilot, town.teachers[0]] {
                let actor = acting(tx, person)?;
                seen.push(store::exported(tx, &actor, span, web::Pager::FIRST, NOW)?.len());
            }
            assert_eq!(seen, [2, 2, 0, 0, 0], "{name}");
            let actor = acting(tx, town.vie_scolaire)?;
            let rows = store::exported(tx, &actor, span, web::Pager::FIRST, NOW)?;
            assert_eq!((rows[0].pupil.1.as_str(), rows[0].class.as_str()), ("Nouvel", "5e B"), "{name}");
            let class = directory::store::class_of(tx, town.pupils[0], NOW)?.map(|class| class.id);
            let unsaid = store::Wanted { mark: Some(None), ..span };
            let present = store::Wanted { mark: Some(Some(Mark::Present)), class, ..span };
            let elsewhere = store::Wanted { class: Some(town.other.school), ..span };
            for (wanted, most) in [(unsaid, 1), (present, 1), (elsewhere, 0)] {
                let found = store::exported(tx, &actor, wanted, web::Pager::FIRST, NOW)?.len();
                assert_eq!(found, most, "{name}: {wanted:?}");
            }
            let said = store::said(tx, &actor, span, NOW)?;
            assert_eq!(said, [(Some(Mark::Present), 1), (None, 1)], "{name}");
            let keys = std::iter::once((town.pupils[0], "261000".to_owned())).collect();
            let heads: Vec<String> = (0..15).map(|n| n.to_string()).collect();
            let text = String::from_utf8(sheet::csv(&heads, &rows, &[], &keys, |_, word| word.to_owned())).unwrap();
            assert!(text.starts_with('\u{feff}') && text.ends_with("\r\n"), "{name}");
            let lines: Vec<_> = text.lines().map(|line| line.split(';').count()).collect();
            assert_eq!(lines, [15, 15, 15], "{name}: {text}");
            assert!(text.contains("2025-11-25;17:40;18:25;Collège des Falaises"), "{name}: {text}");
            let called: Vec<_> = text.lines().skip(1).map(|line| line.rsplit(';').next().unwrap()).collect();
            assert_eq!(called.iter().filter(|key| **key == "261000").count(), 1, "{name}: {text}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_pupil_forgotten_leaves_counts_right_and_a_teacher_no_words() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let meeting = town.plan(tx, 0)?;
            let ines = town.pupils[0];
            store::enrol(tx, &meeting, ines, town.head, NOW)?.unwrap();
            store::mark_presence(tx, meeting.id, ines, Source::Room, 20, NOW)?;
            store::set_bus(tx, ines, Some(1000), ines, NOW)?;
            store::make_feed(tx, town.id(), ines, [1; 32], NOW)?;
            store::close(tx, &meeting, NOW.plus_minutes(30))?.unwrap();
            let headings: Vec<_> = store::export(tx, ines)?.into_iter().map(|(heading, _)| heading).collect();
            assert_eq!(headings, ["enrolment", "presence", "bus", "feed"], "{name}");
            let before = store::counts(tx, None, None, NOW, NOW.plus_days(1))?;
            (SLICE.erase)(tx, ines)?;
            (SLICE.erase)(tx, town.teachers[0])?;
            assert_eq!(store::counts(tx, None, None, NOW, NOW.plus_days(1))?, before, "{name}");
            assert!(store::bus_times(tx, &[ines])?.is_empty(), "{name}");
            let feeds = tx.first("SELECT count(*) FROM agenda_feed WHERE person_id = ?1", &params![ines])?.unwrap();
            assert_eq!(feeds.get::<i64>(0), 0, "{name}");
            assert_eq!(super::town::kept(tx, &town, meeting.id)?.what.title, "", "{name}");
            let (late, gone) = (Moment(NOW.0).plus_days(800), jobs::past(tx, SLICE.keeps, NOW.plus_days(800))?);
            assert!(
                late > NOW && gone.iter().any(|(table, count)| *table == "agenda_meeting" && *count == 1),
                "{name}: {gone:?}"
            );
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

proptest! {
    #[test]
    fn no_cell_is_a_formula_and_every_cell_is_read_back(cells in proptest::collection::vec("\\PC{0,12}|[=+@;\"\\r\\n-]{1,6}", 1..6)) {
        let line = print::sheet::row(&cells);
        let mut read = vec![];
        let (mut cell, mut quoted, mut letters) = (String::new(), false, line.trim_end_matches("\r\n").chars().peekable());
        while let Some(letter) = letters.next() {
            match letter {
                '"' if quoted && letters.peek() == Some(&'"') => { letters.next(); cell.push('"'); }
                '"' if quoted || cell.is_empty() => quoted = !quoted,
                ';' if !quoted => read.push(std::mem::take(&mut cell)),
                letter => cell.push(letter),
            }
        }
        read.push(cell);
        if !cells.last().is_some_and(|last| last.ends_with(['\r', '\n'])) {
            prop_assert_eq!(read.len(), cells.len());
            for (read, cell) in read.iter().zip(&cells) {
                prop_assert!(!read.starts_with(['=', '+', '-', '@']), "{read:?}");
                prop_assert_eq!(read.strip_prefix('\'').filter(|_| !cell.starts_with('\'')).unwrap_or(read), cell);
            }
        }
    }
}

#[tokio::test]
async fn presences_stand_week_by_week_and_a_period_is_never_shortened() {
    for evening in Evening::both().await {
        let id = enrolled(&evening).await;
        let town = &evening.town;
        let mut rachid = evening.of(town.vie_scolaire);
        whole(rachid.get("/presences").await);
        assert!(rachid.text.contains("Semaine du lundi 24 novembre au dimanche 30 novembre"), "{rachid:?}");
        assert!(rachid.text.contains("Nouvel") && rachid.text.contains(&format!("/seances/{id}")), "{rachid:?}");
        assert!(rachid.text.contains("du=2025-11-17&#38;au=2025-11-23"), "the week before: {rachid:?}");
        whole(rachid.get("/presences?du=2025-11-17&au=2025-11-23").await);
        assert!(!rachid.text.contains("Nouvel"), "{rachid:?}");
        whole(rachid.get("/presences?dit=present").await);
        assert!(!rachid.text.contains("Nouvel"), "nothing is said yet: {rachid:?}");
        whole(rachid.get("/presences?dit=unsaid").await);
        assert!(rachid.text.contains("Nouvel"), "{rachid:?}");
        let wrong = [("2024-01-01", "2025-11-30"), ("2025-11-30", "2025-11-01"), ("hier", "2025-11-30")];
        for (from, to) in wrong {
            rachid.get(&format!("/presences?du={from}&au={to}")).await;
            assert_eq!(rachid.status, 422, "{from} {to}: {rachid:?}");
            assert!(rachid.text.contains("Ces dates ne peuvent pas être montrées"), "{rachid:?}");
            whole(rachid.get("/presences").await);
            rachid.post("/presences/fichier", &[("du", from), ("au", to)]).await;
            assert_eq!(rachid.status, 422, "no file of other days: {rachid:?}");
        }
    }
}
