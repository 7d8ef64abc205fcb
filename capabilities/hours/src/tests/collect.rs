//! What was held becomes lines, each once.
use super::town::{NOW, Town, acting, both, kept};
use crate::{EmptyRule, State, collect, policy::Govern, store};
use access::Actor;
use desk::{Mode, Subject};
use jiff::ToSpan as _;

#[tokio::test]
async fn a_duty_is_a_line_once_however_often_one_looks() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let (claire, paul) = (town.teachers[0], town.teachers[1]);
            // Opened forty minutes too early and closed two hours too late: a quarter of an hour on each side counts.
            town.duty(tx, claire, -300, (-340, -120))?;
            town.duty(tx, paul, -200, (-195, -145))?;
            let now = NOW.plus_minutes(1);
            assert_eq!(collect(tx, &town.chance, NOW.plus_days(-4), now)?, 2, "{name}");
            assert_eq!(collect(tx, &town.chance, NOW.plus_days(-4), now)?, 0, "{name}");
            let place = town.place(tx);
            let lines = store::of_school(tx, &place, crate::Month::of(NOW))?;
            let said: Vec<_> =
                lines.iter().map(|(hour, _)| (hour.teacher, hour.minutes, hour.came, hour.state)).collect();
            assert_eq!(said, [(claire, 90, 0, State::Proposed), (paul, 50, 0, State::Proposed)], "{name}");
            assert_eq!(collect(tx, &town.chance, NOW.plus_minutes(-1), now)?, 0, "{name}: a late closing is known too");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_meeting_closed_too_late_counts_as_a_duty_does() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            town.meeting(tx, claire, -300, (-340, -120))?;
            town.meeting(tx, claire, -110, (-105, -60))?;
            assert_eq!(collect(tx, &town.chance, NOW.plus_days(-4), NOW)?, 2, "{name}");
            let claires = acting(tx, claire)?;
            let lines = store::own(tx, &claires, crate::Month::of(NOW))?;
            let minutes: Vec<i64> = lines.iter().map(|hour| hour.minutes).collect();
            assert_eq!(minutes, [90, 45], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn a_line_follows_its_source_until_somebody_has_touched_it() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            town.duty(tx, claire, -90, (-90, -20))?;
            collect(tx, &town.chance, NOW.plus_days(-4), NOW)?;
            let ask = |tx: &mut db::Tx<'_>, minutes: i64| {
                let pupil = acting(tx, town.pupils[0])?;
                let id: desk::TicketId = town.id();
                let blocks = "Exercice 12".to_owned();
                let (mode, phone) = (Mode::Writing, None);
                let asked = desk::store::Asked {
                    id,
                    desk: town.desk,
                    school: town.school,
                    subject: Subject::Maths,
                    blocks,
                    mode,
                    phone,
                };
                desk::store::ask(tx, &pupil, &asked, NOW.plus_minutes(minutes))?.unwrap();
                let helper = Actor { groups: vec![(town.desk.cast(), access::Part::Teacher)], ..acting(tx, claire)? };
                let ticket = desk::store::find::<desk::policy::Help>(tx, &helper, id)?.unwrap();
                let taken = desk::store::claim(tx, &helper, &ticket, None, NOW.plus_minutes(minutes + 1))?;
                if taken.is_err() {
                    let sql = "UPDATE desk_ticket SET state = 'done', helper_id = ?2, claimed_at = ?3 WHERE id = ?1";
                    tx.execute(sql, &db::params![id, claire, NOW.plus_minutes(minutes + 1)])?;
                }
                Ok::<_, db::Error>(())
            };
            ask(tx, -80)?;
            assert_eq!(collect(tx, &town.chance, NOW.plus_days(-4), NOW)?, 1, "{name}: somebody came after all");
            let month = crate::Month::of(NOW);
            let claires = acting(tx, claire)?;
            assert_eq!(store::own(tx, &claires, month)?[0].came, 1, "{name}");
            store::confirm_all(tx, &claires, month)?;
            tx.execute("UPDATE desk_ticket SET claimed_at = NULL", &[])?;
            assert_eq!(collect(tx, &town.chance, NOW.plus_days(-4), NOW)?, 0, "{name}: confirmed, it stays");
            assert_eq!(store::own(tx, &claires, month)?[0].came, 1, "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn each_line_keeps_the_rule_of_its_day() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            let claire = town.teachers[0];
            let pilot = acting(tx, town.pilot)?;
            let academie = store::place::<Govern>(&pilot, town.academie).unwrap();
            let today = NOW.paris().date();
            let yesterday = today.saturating_sub(1.day());
            for (since, rule) in [(yesterday, EmptyRule::Nothing), (today, EmptyRule::Half)] {
                store::set_rule(tx, &academie, &pilot, (town.id(), since, rule), NOW)?;
            }
            for days in [2, 1, 0] {
                let planned = -days * 24 * 60 - 90;
                town.duty(tx, claire, planned, (planned, planned + 41))?;
            }
            collect(tx, &town.chance, NOW.plus_days(-4), NOW)?;
            let claires = acting(tx, claire)?;
            let lines = store::own(tx, &claires, crate::Month::of(NOW))?;
            let said: Vec<_> = lines.iter().map(|hour| (hour.rule, hour.due)).collect();
            let wanted = [(EmptyRule::Full, 41), (EmptyRule::Nothing, 0), (EmptyRule::Half, 21)];
            assert_eq!(said, wanted, "{name}");
            store::set_rule(tx, &academie, &pilot, (town.id(), today, EmptyRule::Full), NOW.plus_minutes(1))?;
            collect(tx, &town.chance, NOW.plus_days(-4), NOW)?;
            assert_eq!(kept(tx, &town, lines[2].id).rule, EmptyRule::Half, "{name}: what is held does not change");
            let rules = store::rules_of(tx, &academie)?;
            assert_eq!(rules.iter().map(|set| set.rule).collect::<Vec<_>>()[0], EmptyRule::Full, "{name}");
            assert_eq!(rules.len(), 3, "{name}: all of them stay readable");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn the_demonstration_has_hours_approved_and_some_that_wait() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            for week in 1..9 {
                let planned = -week * 7 * 24 * 60 - 60;
                for teacher in &town.teachers {
                    town.duty(tx, *teacher, planned, (planned, planned + 55))?;
                }
            }
            for _ in 0..2 {
                crate::demo::collected(tx, &town.chance, NOW)?;
                crate::demo::weeks(tx, &town.chance, town.school, town.head, &town.teachers, NOW)?;
            }
            let place = town.place(tx);
            let present = crate::Month::of(NOW);
            let months = store::months(tx, &place, present.rentree(), present)?.0;
            let (approved, waiting): (Vec<i64>, Vec<i64>) =
                months.iter().map(|one| (one.counted.approved, one.counted.proposed)).unzip();
            assert!(approved.iter().sum::<i64>() > 200 && waiting.iter().sum::<i64>() > 100, "{name}: {months:?}");
            assert!(months.iter().all(|one| one.counted.on_site > 0), "{name}");
            assert!(!store::batches(tx, &place, web::Pager::FIRST)?.is_empty(), "{name}");
            let claire = acting(tx, town.teachers[0])?;
            assert!(store::own(tx, &claire, present)?.iter().all(|hour| hour.ends_at < NOW));
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
