//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, NOW, Town, acting, led};
use crate::{DutyState, policy::Read, store};
use kernel::PersonId;

/// That nobody but these has anything on their day.
async fn alone(evening: &Evening, but: &[PersonId], minutes: i64) {
    let town = &evening.town;
    let others =
        [town.other.pupils[0], town.other.teachers[0], town.other.head, town.pilot, town.guardian, town.pupils[1]];
    for other in others.iter().chain(&[town.teachers[1], town.head, town.vie_scolaire, town.referent]) {
        if !but.contains(other) {
            assert_eq!(evening.day(*other, minutes).await, [] as [&str; 0], "{}", evening.name);
        }
    }
}

#[tokio::test]
async fn a_duty_is_announced_opened_and_held_and_who_waits_is_helped() {
    for evening in Evening::both().await {
        let (name, claire, board) =
            (evening.name, evening.town.teachers[0], format!("/bar/bureau/{}", evening.town.desk));
        let duty = evening.write(|tx, town| town.duty(tx, town.teachers[0], (10, 180), DutyState::Planned, &[])).await;
        assert_eq!(evening.day(claire, 0).await, ["desk-card-next"], "{name}");
        assert_eq!(evening.day(claire, 10).await, ["desk-card-open"], "{name}");
        evening.later(10);
        let mut teacher = evening.of(claire);
        teacher.get(&board).await;
        led(teacher.post(&format!("/bar/permanence/{duty}"), &[("faire", "ouvrir")]).await);
        assert_eq!(evening.day(claire, 10).await, ["desk-card-duty"], "{name}");
        alone(&evening, &[], 10).await;

        evening.write(|tx, town| town.ask(tx, 0, 11)).await;
        assert_eq!(evening.day(claire, 12).await, ["desk-turn-waits", "desk-card-waits", "desk-card-duty"], "{name}");
        alone(&evening, &[], 12).await;
        evening.later(12);
        teacher.get(&board).await;
        let ticket = led(teacher.post(&format!("{board}/suivant"), &[]).await);
        assert_eq!(evening.day(claire, 12).await, ["desk-card-helping", "desk-card-duty"], "{name}");
        assert_eq!(evening.day(evening.town.pupils[0], 12).await, ["desk-turn-taken", "desk-card-turn"], "{name}");
        teacher.get(&ticket).await;
        led(teacher.post(&format!("{ticket}/clore"), &[("issue", "compris"), ("nature", "methode")]).await);
        assert_eq!(evening.day(claire, 12).await, ["desk-card-duty"], "{name}");
        assert_eq!(evening.day(evening.town.pupils[0], 12).await, [] as [&str; 0], "{name}");
        led(teacher.post(&format!("/bar/permanence/{duty}"), &[("faire", "fermer")]).await);
        assert_eq!(evening.day(claire, 12).await, [] as [&str; 0], "{name}");
    }
}

#[tokio::test]
async fn what_was_left_is_the_teams_until_it_is_closed() {
    const MORNING: i64 = 16 * 60;
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let left = |tx: &mut db::Tx<'_>, town: &Town| {
            town.open(tx)?;
            let id = town.ask(tx, 0, -9)?;
            store::close_evening(tx, NOW.plus_minutes(300))?;
            Ok(id)
        };
        let ticket = format!("/bar/demande/{}", evening.write(left).await);
        let team = [town.teachers[0], town.teachers[1], town.head, town.vie_scolaire, town.referent];
        for person in team {
            assert_eq!(evening.day(person, MORNING).await, ["desk-card-followup"], "{name}");
        }
        alone(&evening, &team, MORNING).await;
        evening.later(MORNING);
        let (mut teacher, mut pupil) = (evening.of(town.teachers[0]), evening.of(town.pupils[0]));
        teacher.get(&ticket).await;
        led(teacher.post(&format!("{ticket}/message"), &[("texte", "Reprends la figure")]).await);
        assert_eq!(evening.day(town.pupils[0], MORNING).await, ["desk-card-answer"], "{name}");
        evening.later(MORNING + 5);
        pupil.get("/bar/moi").await;
        led(pupil.post("/bar/moi/message", &[("texte", "Et la question b ?")]).await);
        assert_eq!(evening.day(town.pupils[0], MORNING + 5).await, [] as [&str; 0], "{name}");
        led(teacher.post(&format!("{ticket}/suivre"), &[]).await);
        alone(&evening, &[], MORNING + 5).await;
    }
}

#[tokio::test]
async fn what_a_child_reports_is_shown_to_those_who_look_into_it() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let report = evening.write(|tx, town| {
            town.duty(tx, town.teachers[0], (-30, 180), DutyState::Closed, &[])?;
            let ticket = town.ask(tx, 0, -5)?;
            town.claim(tx, 0, ticket, -4)?;
            let (claire, ines) = (acting(tx, town.teachers[0])?, acting(tx, town.pupils[0])?);
            let thread = store::find::<Read>(tx, &claire, ticket)?.unwrap();
            let (word, report) = (town.id(), town.id());
            store::say(tx, &thread, &claire, word, "Dépêche-toi", NOW)?;
            store::report(tx, &thread, word, &ines, report, NOW)?;
            Ok(report)
        });
        let report = report.await;
        let inspectors = [town.head, town.vie_scolaire];
        for person in inspectors {
            assert_eq!(evening.day(person, 0).await, ["desk-card-report"], "{name}");
        }
        alone(&evening, &inspectors, 0).await;
        let mut head = evening.of(town.head);
        head.get("/bar/signalements").await;
        led(head.post(&format!("/bar/signalements/{report}"), &[]).await);
        alone(&evening, &[], 0).await;
    }
}

#[tokio::test]
async fn a_desk_that_is_proposed_waits_for_an_answer() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, std::sync::Arc::clone(&evening.town));
        let invite = |tx: &mut db::Tx<'_>, town: &Town| {
            let head = acting(tx, town.head)?;
            let desk = store::desk_for(tx, &head, town.desk)?.unwrap();
            store::invite_school(tx, &desk, town.other.school)
        };
        evening.write(invite).await;
        assert_eq!(evening.day(town.other.head, 0).await, ["desk-card-invited"], "{name}");
        alone(&evening, &[town.other.head], 0).await;
        let mut head = evening.of(town.other.head);
        head.get("/bar/nouveau").await;
        led(head.post(&format!("/bar/bureau/{}/accepter", town.desk), &[]).await);
        alone(&evening, &[], 0).await;
    }
}
