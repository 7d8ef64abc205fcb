//! Slots in the school calendar, and those who hold them.
use super::town::{Evening, NOW, Town, acting, both, instant, kept, led, notices, november, seats, whole};
use crate::{
    MeetingId, Refusal, Rhythm, State,
    policy::{Change, Volunteer},
    store,
};
use db::params;
use jiff::civil::date;
use kernel::Seeded;

fn days(tx: &mut db::Tx<'_>) -> db::Result<Vec<String>> {
    let rows = tx.query("SELECT day FROM agenda_meeting WHERE state = 'planned' ORDER BY day", &[])?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

#[tokio::test]
async fn meetings_are_laid_down_on_school_days_only_and_once() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let slot = town.slot(Rhythm::Every, november(4), date(2026, 1, 13));
            store::add_slot(tx, &slot)?;
            let span = (november(4), date(2026, 1, 13));
            let added = store::lay(tx, &Seeded::new(1), std::slice::from_ref(&slot), span, NOW)?;
            // 11 November is a public holiday, 23 and 30 December are Christmas.
            let expected = ["2025-11-04", "2025-11-18", "2025-11-25", "2025-12-02", "2025-12-09", "2025-12-16"];
            let expected: Vec<_> = expected.into_iter().chain(["2026-01-06", "2026-01-13"]).collect();
            assert_eq!(days(tx)?, expected, "{name}");
            assert_eq!(added, 8, "{name}");
            assert_eq!(store::lay(tx, &Seeded::new(2), &[slot], span, NOW)?, 0, "{name}: done again it adds nothing");
            assert_eq!(store::lay_all(tx, &Seeded::new(3), NOW)?, 0, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn weeks_a_and_b_share_the_year() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            for (seed, rhythm) in [(1, Rhythm::A), (2, Rhythm::B)] {
                let slot = town.slot(rhythm, november(3), november(28));
                store::add_slot(tx, &slot)?;
                store::lay(tx, &Seeded::new(seed), &[slot], (november(3), november(28)), NOW)?;
            }
            let rows = tx.query(
                "SELECT s.rhythm, m.day FROM agenda_meeting m JOIN agenda_slot s ON s.id = m.slot_id
                 ORDER BY m.day",
                &[],
            )?;
            let found: Vec<_> = rows.iter().map(|row| format!("{} {}", row.text(0), row.text(1))).collect();
            let letters: Vec<_> = found.iter().map(|line| &line[..1]).collect();
            assert!(letters == ["A", "B", "A", "B"] || letters == ["B", "A", "B", "A"], "{name}: {found:?}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_calendar_imported_later_cancels_and_plans_again() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let slot = town.slot(Rhythm::Every, november(25), date(2025, 12, 9));
            store::add_slot(tx, &slot)?;
            store::lay_all(tx, &Seeded::new(1), NOW)?;
            let text = "description;population;start_date;end_date;location;zones;annee_scolaire\n\
                        Neige;-;2025-12-01;2025-12-06;Normandie;Zone B;2025-2026\n";
            calendar::store::put(tx, &calendar::import(text).unwrap())?;
            assert_eq!(store::follow_calendar(tx, NOW)?, 1, "{name}");
            assert_eq!(days(tx)?, ["2025-11-25", "2025-12-09"], "{name}");
            let text = text.replace("2025-12-01;2025-12-06", "2025-12-24;2025-12-25");
            calendar::store::put(tx, &calendar::import(&text).unwrap())?;
            assert_eq!(store::follow_calendar(tx, NOW)?, 1, "{name}");
            assert_eq!(days(tx)?.len(), 3, "{name}: planned again");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn one_adult_holds_another_may_help_a_third_is_too_many() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let mut slot = town.slot(Rhythm::Every, november(25), date(2025, 12, 9));
            (slot.teacher, slot.lead) = (None, None);
            store::add_slot(tx, &slot)?;
            store::lay_all(tx, &Seeded::new(1), NOW)?;
            let mut done = vec![];
            for teacher in &town.teachers {
                let actor = acting(tx, *teacher)?;
                let found = store::find_slot::<Volunteer>(tx, &actor, slot.id)?.unwrap();
                done.push(store::volunteer_for_slot(tx, &actor, &found, NOW)?);
            }
            assert_eq!(done, [Ok(()), Ok(()), Err(Refusal::Taken)], "{name}");
            store::give_up_slot(tx, town.teachers[0], slot.id, NOW)?;
            let rows =
                tx.query("SELECT teacher_id, coteacher_id FROM agenda_meeting WHERE slot_id = ?1", &params![slot.id])?;
            assert_eq!(rows.len(), 3, "{name}");
            for row in rows {
                assert_eq!(
                    row.get::<Option<kernel::PersonId>>(0),
                    Some(town.teachers[1]),
                    "{name}: who helped takes over"
                );
                assert_eq!(row.get::<Option<kernel::PersonId>>(1), None, "{name}");
            }
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_slot_that_ends_keeps_what_was_held() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let slot = town.slot(Rhythm::Every, november(4), date(2025, 12, 9));
            store::add_slot(tx, &slot)?;
            store::lay(tx, &Seeded::new(1), std::slice::from_ref(&slot), (november(4), date(2025, 12, 9)), NOW)?;
            let row = tx.first("SELECT id FROM agenda_meeting WHERE day = '2025-12-02'", &[])?.unwrap();
            let next = kept(tx, &town, row.get(0))?;
            store::enrol(tx, &next, town.pupils[0], town.head, NOW)?.unwrap();
            let actor = acting(tx, town.referent)?;
            let found = store::find_slot::<Change>(tx, &actor, slot.id)?.unwrap();
            let left = store::end_slot(tx, &found, november(26), NOW)?;
            assert_eq!(left, [next.id], "{name}: those with pupils are cancelled one by one");
            assert_eq!(days(tx)?, ["2025-11-04", "2025-11-18", "2025-11-25", "2025-12-02"], "{name}");
            assert_eq!(store::lay_all(tx, &Seeded::new(3), NOW)?, 0, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_meeting_is_held_with_its_real_times_and_counted_for_each_adult() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let meeting = town.plan(tx, 5)?;
            store::enrol(tx, &meeting, town.pupils[0], town.head, NOW)?.unwrap();
            let paul = acting(tx, town.teachers[1])?;
            let found = store::find::<Volunteer>(tx, &paul, meeting.id)?.unwrap();
            store::volunteer(tx, &paul, &found, NOW)?.unwrap();
            let open =
                store::find::<crate::policy::Hold>(tx, &paul, meeting.id)?.expect("who helps has the same rights");
            store::open(tx, &open, NOW.plus_minutes(7))?.unwrap();
            let open = kept(tx, &town, meeting.id)?;
            store::close(tx, &open, NOW.plus_minutes(57))?.unwrap();
            let held = store::held(tx, NOW, NOW.plus_days(1))?;
            assert_eq!(held.iter().map(|one| one.teacher).collect::<Vec<_>>(), town.teachers[..2], "{name}");
            assert_eq!(held[0].ends_at.minutes_since(held[0].starts_at), 50, "{name}");
            assert_eq!((held[0].expected, held[0].came, held[0].on_site), (1, 0, false), "{name}");
            let counts = store::counts(tx, None, Some(town.school), NOW, NOW.plus_days(1))?;
            assert_eq!((counts[0].meetings, counts[0].minutes, counts[0].enrolled), (1, 50, 1), "{name}");
            let busy = store::busy(tx, town.pupils[0], meeting.starts_at.plus_minutes(10), meeting.ends_at)?;
            assert_eq!(busy.len(), 1, "{name}");
            assert!(store::busy(tx, town.teachers[1], meeting.ends_at, meeting.ends_at.plus_minutes(9))?.is_empty());
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn what_was_left_open_ends_by_itself_and_what_was_never_opened_can_still_be_said_held() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let (open, missed) = (town.plan(tx, 0)?, town.plan(tx, 1)?);
            let claire = acting(tx, town.teachers[0])?;
            let found = store::find::<crate::policy::Hold>(tx, &claire, open.id)?.unwrap();
            store::open(tx, &found, NOW)?.unwrap();
            assert_eq!(store::close_forgotten(tx, NOW.plus_minutes(120))?, 1, "{name}");
            assert_eq!(kept(tx, &town, open.id)?.closed_at, Some(open.ends_at), "{name}");
            let late = instant(november(26), 9, 0);
            assert!(missed.missed(late));
            store::close(tx, &missed, late)?.unwrap();
            let missed = kept(tx, &town, missed.id)?;
            assert_eq!((missed.state, missed.minutes()), (State::Held, 45), "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_slot_is_planned_taken_and_stopped() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let mut luc = evening.of(town.referent);
        luc.get("/seances/nouvelle").await;
        let fields = [("genre", "groupe"), ("titre", "Étude"), ("lieu", "maison"), ("places", "9"), ("seuls", "1")];
        let when =
            [("jour", "2025-12-02"), ("de", "18:00"), ("a", "18:45"), ("fois", "semaine"), ("jusqu", "2026-06-30")];
        assert_eq!(led(luc.post("/seances/nouvelle", &[&fields[..], &when[..]].concat()).await), "/creneaux");
        let mut paul = evening.of(town.teachers[1]);
        let page = whole(paul.get("/creneaux").await).to_owned();
        let at = page.find("/creneaux/").unwrap();
        let volunteer = page[at..].split('"').next().unwrap().to_owned();
        led(paul.post(&volunteer, &[("faire", "promettre")]).await);
        assert!(whole(paul.follow().await).contains("C’est vous"), "{paul:?}");
        assert!(whole(paul.get("/semaine?jour=2025-12-09").await).contains("C’est vous"), "{paul:?}");
        let (id, every) = evening
            .write(|tx, _| {
                let rows = tx.query("SELECT id FROM agenda_meeting ORDER BY day", &[])?;
                Ok((rows[0].get::<MeetingId>(0), rows.len()))
            })
            .await;
        assert_eq!(every, 3, "2, 9, 16 December; then Christmas");
        let mut ines = evening.of(town.pupils[0]);
        ines.get(&format!("/seances/{id}")).await;
        led(ines.post(&format!("/seances/{id}/place"), &[("toutes", "1")]).await);
        paul.get("/creneaux").await;
        led(paul.post(&volunteer.replace("volontaire", "fin"), &[]).await);
        assert_eq!(notices(&evening, town.pupils[0]).await.len(), 3, "{}", evening.name);
        let meeting = evening.write(move |tx, town| kept(tx, town, id)).await;
        assert_eq!(meeting.state, State::Cancelled, "{}", evening.name);
        assert_eq!(evening.write(move |tx, _| seats(tx, &meeting)).await.len(), 1);
    }
}

#[tokio::test]
async fn a_sunday_is_never_proposed_and_a_slot_falls_on_some_school_day() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let mut claire = evening.of(town.teachers[0]);
        // Friday: the next day of school is Monday.
        evening.later(3 * 24 * 60);
        whole(claire.get("/seances/nouvelle").await);
        assert!(claire.text.contains("name=\"jour\" type=\"date\" value=\"2025-12-01\""), "{claire:?}");
        let fields = [("genre", "oral"), ("titre", "Parler"), ("lieu", "maison"), ("places", "1"), ("fois", "semaine")];
        let sunday = [("jour", "2025-12-07"), ("de", "18:00"), ("a", "18:30"), ("jusqu", "2026-03-01")];
        claire.post("/seances/nouvelle", &[&fields[..], &sunday[..]].concat()).await;
        assert!(claire.status == 422 && whole(&claire).contains("jamais un jour de classe"), "{claire:?}");
    }
}
