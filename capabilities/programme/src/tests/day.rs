//! What stands on *Aujourd'hui* until it is done, and for whom.
use super::town::{Evening, NOW, Town, acting, led, protocol};
use crate::{Move, State, policy::Draft, store};
use db::{Result, Tx};
use std::sync::Arc;

const NOTHING: [&str; 0] = [];
/// Minutes of a day.
const DAY: i64 = 1_440;
/// From November to the fifteenth of June.
const JUNE: i64 = 205 * DAY;

#[tokio::test]
async fn a_protocol_is_approved_then_published() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let draft = |tx: &mut Tx<'_>, town: &Town| {
            let id = town.dispositif(tx)?;
            town.engage(tx, id, town.school, 10)?;
            let teacher = acting(tx, town.teachers[0])?;
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            store::save(tx, &town.chance, &teacher, &seat, (&protocol(), None), NOW)?.unwrap();
            Ok(id)
        };
        let page = format!("/programmes/{}/ecoles/{}", evening.write(draft).await, town.school);
        assert_eq!(evening.day(town.head, 0).await, ["programme-card-approve"], "{name}");
        for other in [town.teachers[0], town.referent, town.near.head, town.other.head, town.pupils[0], town.guardian] {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }
        let mut head = evening.of(town.head);
        head.get(&format!("{page}/relecture")).await;
        let seen = head.text.split("name=\"vu\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
        led(head.post(&format!("{page}/approbation"), &[("vu", &seen)]).await);
        assert_eq!(evening.day(town.head, 0).await, ["programme-card-publish"], "{name}");
        head.get(&page).await;
        led(head.post(&format!("{page}/publication"), &[]).await);
        assert_eq!(evening.day(town.head, 0).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn a_school_that_asks_waits_for_the_pilot_and_one_that_is_asked_for_its_head() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let asks = |tx: &mut Tx<'_>, town: &Town| -> Result<_> {
            let (id, head) = (town.dispositif(tx)?, acting(tx, town.head)?);
            let apply = |from| State::by_head(from, Move::Apply);
            store::take(tx, &head, (id, town.school), apply, (Some(10), ""), NOW)?.unwrap();
            store::take(tx, &head, (id, town.near.school), |_| Some(State::Proposed), (None, ""), NOW)?.unwrap();
            Ok(id)
        };
        let base = format!("/programmes/{}", evening.write(asks).await);
        let late = "programme-card-late";
        assert_eq!(
            evening.day(town.pilot, 0).await,
            [late, "programme-card-applied"],
            "{name}: and a step of the template"
        );
        assert_eq!(evening.day(town.near.head, 0).await, ["programme-card-answer"], "{name}");
        for other in [town.head, town.other.head, town.departement_pilot, town.teachers[0], town.admin] {
            assert_eq!(evening.day(other, 0).await, NOTHING, "{name}");
        }
        let mut pilot = evening.of(town.pilot);
        pilot.get(&format!("{base}/ecoles")).await;
        led(pilot.post(&format!("{base}/ecoles/{}/place", town.school), &[("mouvement", "engagement")]).await);
        assert_eq!(evening.day(town.pilot, 0).await, [late], "{name}");
        assert_eq!(evening.day(town.head, 0).await, ["programme-card-engaged"], "{name}: the head is told");
        let (mut head, page) = (evening.of(town.near.head), format!("{base}/ecoles/{}", town.near.school));
        head.get(&page).await;
        led(head.post(&format!("{page}/candidature"), &[("mouvement", "refus")]).await);
        assert_eq!(evening.day(town.near.head, 0).await, NOTHING, "{name}");
    }
}

#[tokio::test]
async fn the_pilots_year_has_milestones_a_bilan_and_a_decision() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let make = |tx: &mut Tx<'_>, town: &Town| {
            let (id, pilot) = (town.dispositif(tx)?, acting(tx, town.pilot)?);
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            for milestone in store::milestones(tx, id)? {
                store::drop_milestone(tx, &dispositif, milestone.id)?;
            }
            let due = NOW.plus_days(20).paris().date();
            store::add_milestone(tx, &dispositif, town.id(), "Réunion des équipes", due)?;
            Ok(id)
        };
        let base = format!("/programmes/{}", evening.write(make).await);
        assert_eq!(evening.day(town.pilot, 0).await, NOTHING, "{name}");
        assert_eq!(evening.day(town.pilot, 10 * DAY).await, ["programme-card-milestone"], "{name}");
        assert_eq!(evening.day(town.pilot, 20 * DAY).await, ["programme-card-late"], "{name}");
        let mut pilot = evening.of(town.pilot);
        pilot.get(&format!("{base}/etapes")).await;
        let step = pilot.text.split("/etapes/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        led(pilot.post(&format!("{base}/etapes/{step}"), &[("etat", "atteinte")]).await);
        assert_eq!(evening.day(town.pilot, 20 * DAY).await, NOTHING, "{name}");
        assert_eq!(evening.day(town.pilot, JUNE).await, ["programme-card-bilan"], "{name}");
        pilot.get(&format!("{base}/bilan")).await;
        led(pilot.post(&format!("{base}/bilan"), &[("bilan", "Une bonne année.")]).await);
        assert_eq!(evening.day(town.pilot, JUNE).await, ["programme-card-decide"], "{name}");
        assert_eq!(evening.day(town.departement_pilot, JUNE).await, NOTHING, "{name}");
    }
}
