//! What a pilot sees of the académie at once: the map, the small lines, the table; and schools confirmed together.
use super::town::{Evening, NOW, Town, acting, led, protocol, whole};
use crate::{DispositifId, Move, State, policy::Draft, store};
use db::{Result, Tx, params};
use kernel::{Moment, UnitId};
use std::sync::Arc;

/// Where a school stands, in millionths of a degree.
fn put(tx: &mut Tx<'_>, town: &Town, school: UnitId, code: &str, at: (i64, i64)) -> Result<()> {
    let sql = "INSERT INTO directory_school (unit_id, uai, kind, academie_id, commune, latitude, longitude, content)
               VALUES (?1, ?2, 'college', ?3, 'Caen', ?4, ?5, '')";
    tx.execute(sql, &params![school, code, town.academie, at.0, at.1]).map(drop)
}

/// The home school helps, a near one has no protocol yet, and another asks to take part.
fn year(tx: &mut Tx<'_>, town: &Town) -> Result<DispositifId> {
    let (id, head) = (town.dispositif(tx)?, acting(tx, town.head)?);
    town.engage(tx, id, town.school, 60)?;
    town.engage(tx, id, town.near.school, 40)?;
    let apply = |from| State::by_head(from, Move::Apply);
    store::take(tx, &head, (id, town.other.school), apply, (Some(10), "Oui."), NOW)?.unwrap();
    town.publish(tx, id, &protocol(), NOW)?;
    put(tx, town, town.school, "0140041U", (49_182_000, -370_000))?;
    put(tx, town, town.near.school, "0500010P", (48_840_000, -890_000))?;
    Ok(id)
}

/// The team of the home school remarks something, so many times.
fn remark(tx: &mut Tx<'_>, town: &Town, id: DispositifId, at: Moment, times: usize) -> Result<()> {
    let teacher = acting(tx, town.teachers[0])?;
    let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
    (0..times).try_for_each(|n| store::add_remark(tx, &teacher, &seat, town.id(), &format!("Mot {n}"), at))
}

#[tokio::test]
async fn the_map_the_lines_and_the_table_say_the_same_sorted_filtered_and_taken_away() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let id = evening.write(year).await;
        let (base, mut pilot) = (format!("/programmes/{id}"), evening.of(town.pilot));
        let map = format!("{base}/carte");
        pilot.get(&map).await;
        let said = whole(&pilot);
        assert!(said.contains("1 où l’aide a lieu, 0 à regarder, 2 pas encore"), "{name}: {said}");
        assert!(pilot.queries <= 10 && pilot.text.contains("<svg class=\"map\""), "{name}: {pilot:?}");
        assert!(!pilot.text.contains("class=\"multi"), "{name}: nothing is counted yet");
        // Three remarks in one week ask for a look, and draw a line.
        evening.write(move |tx, town| remark(tx, town, id, NOW.plus_days(-14), 3)).await;
        pilot.get(&format!("{base}/bilan")).await;
        led(pilot.post(&format!("{base}/comptage"), &[]).await);
        pilot.get(&map).await;
        let said = whole(&pilot);
        assert!(said.contains("1 à regarder") && pilot.text.contains("class=\"ln\""), "{name}: {said}");
        assert!(pilot.text.contains("Calvados : de 0 à 0 par semaine"), "{name}: the week before last had three");
        let order = |text: &str| {
            let table = text.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().to_owned();
            let at = |school: UnitId| table.find(&school.to_string());
            [town.school, town.near.school, town.other.school].map(at)
        };
        let [home, near, other] = order(&pilot.text).map(Option::unwrap);
        assert!(home < near && home < other, "{name}: what is to be looked at comes first");
        pilot.get(&format!("{map}?tri=-nom")).await;
        let [home, near, other] = order(&pilot.text).map(Option::unwrap);
        assert!(other < home && home < near && pilot.text.contains("aria-sort=\"descending\""), "{name}: {pilot:?}");
        pilot.get(&format!("{map}?situation=pas-encore&cherche=vire")).await;
        assert_eq!(order(&pilot.text).map(|at| at.is_some()), [false, true, false], "{name}");
        assert!(whole(&pilot).contains("1 établissement sur 3"), "{name}: {pilot:?}");
        pilot.get(&format!("{map}?cherche=zzz")).await;
        assert!(pilot.text.contains("Aucun établissement ne répond à cela"), "{name}: {pilot:?}");
        pilot.get(&format!("{map}/ecoles.csv?situation=a-regarder")).await;
        let lines: Vec<_> = pilot.text.lines().collect();
        assert!(lines.len() == 2 && lines[1].starts_with("0140041U;"), "{name}: {lines:?}");
        pilot.get(&format!("{map}/ecoles.xlsx")).await;
        assert!(pilot.status == 200, "{name}: {pilot:?}");
        for (other, status) in [(town.departement_pilot, 404), (town.head, 404), (town.admin, 404)] {
            assert_eq!(evening.of(other).get(&map).await.status, status, "{name}");
        }
    }
}

#[tokio::test]
async fn schools_are_confirmed_together_and_one_tap_takes_it_back() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, Arc::clone(&evening.town));
        let asked = |tx: &mut Tx<'_>, town: &Town| {
            let (id, head) = (town.dispositif(tx)?, acting(tx, town.head)?);
            for (school, state) in [(town.school, State::Applied), (town.near.school, State::Proposed)] {
                store::take(tx, &head, (id, school), |_| Some(state), (None, "Oui."), NOW)?.unwrap();
            }
            Ok(id)
        };
        let id = evening.write(asked).await;
        let stands = || {
            let schools = [town.school, town.near.school];
            evening.write(move |tx, _| {
                schools.into_iter().map(|school| store::state(tx, id, school)).collect::<Result<Vec<_>>>()
            })
        };
        let (list, mut pilot) = (format!("/programmes/{id}/ecoles"), evening.of(town.pilot));
        pilot.get(&list).await;
        pilot.post(&format!("{list}/engagements"), &[]).await;
        assert!(pilot.status == 422 && pilot.text.contains("Cochez au moins"), "{name}: {pilot:?}");
        pilot.get(&format!("{list}?cocher=tout")).await;
        assert_eq!(pilot.text.matches(" checked").count(), 2, "{name}: {pilot:?}");
        let (home, near) = (town.school.to_string(), town.near.school.to_string());
        pilot.post(&format!("{list}/engagements"), &[("ecole", &home), ("ecole", &near)]).await;
        assert_eq!(led(&pilot), list, "{name}");
        assert_eq!(stands().await, [Some(State::Engaged); 2], "{name}");
        pilot.get(&list).await;
        assert!(whole(&pilot).contains("2 établissements sont engagés"), "{name}: {pilot:?}");
        // What the page offers beside that sentence takes it back.
        let field = |name: &str| {
            let rest = pilot.text.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            rest.split('"').next().unwrap().to_owned()
        };
        let (lot, at, seal) = (field("lot"), field("quand"), field("sceau"));
        // Where a school stood is nobody's to say.
        let forged = lot.replace(":a", ":e");
        pilot.post(&format!("{list}/retour"), &[("lot", &forged), ("quand", &at), ("sceau", &seal)]).await;
        assert_eq!((forged == lot, pilot.status), (false, 404), "{name}: {pilot:?}");
        pilot.get(&list).await;
        pilot.post(&format!("{list}/retour"), &[("lot", &lot), ("quand", &at), ("sceau", &seal)]).await;
        assert_eq!(led(&pilot), list, "{name}");
        assert_eq!(stands().await, [Some(State::Applied), Some(State::Proposed)], "{name}");
        // A second time there is nothing to take back.
        pilot.get(&list).await;
        pilot.post(&format!("{list}/retour"), &[("lot", &lot), ("quand", &at), ("sceau", &seal), ("x", "2")]).await;
        pilot.get(&list).await;
        assert!(whole(&pilot).contains("Rien n’a été remis"), "{name}: {pilot:?}");
    }
}
