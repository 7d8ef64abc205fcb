//! One number is one number: the sheet, the page of a school, the bilan and its table read what was counted, together.
use super::town::{Evening, NOW, acting, led, whole};
use crate::{DispositifId, policy::Draft, store};
use std::collections::BTreeMap;
use web::testing::Browser;

/// The numbers of a page, each with its key: the whole of what is said, and the share or the count that all pages say of it.
fn numbers(page: &Browser) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in page.text.split("data-number=\"").skip(1) {
        let (key, rest) = part.split_once('"').unwrap();
        let said = rest.split_once('>').unwrap().1.split('<').next().unwrap().replace('\u{a0}', " ");
        let short = said.split(" (").next().unwrap().to_owned();
        all.entry(key.to_owned()).or_default().push(short);
    }
    all
}

/// A teacher remarks something: a trace that the numbers will count.
async fn remarks(evening: &Evening, id: DispositifId, times: usize) {
    evening
        .write(move |tx, town| {
            let teacher = acting(tx, town.teachers[0])?;
            let seat = store::seat::<Draft>(tx, &teacher, id, town.school)?.unwrap();
            (0..times).try_for_each(|n| store::add_remark(tx, &teacher, &seat, town.id(), &format!("Mot {n}"), NOW))
        })
        .await;
}

#[tokio::test]
async fn whatever_happens_between_two_pages_they_say_the_same_numbers() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let id = evening
            .write(|tx, town| {
                let id = town.dispositif(tx)?;
                town.engage(tx, id, town.school, 60)?;
                town.engage(tx, id, town.near.school, 70)?;
                Ok(id)
            })
            .await;
        let base = format!("/programmes/{id}");
        let mut pilot = evening.of(town.pilot);
        pilot.get(&format!("{base}/bilan")).await;
        assert!(whole(&pilot).contains("ne sont pas encore comptés"), "{name}");
        remarks(&evening, id, 1).await;
        pilot.post(&format!("{base}/comptage"), &[]).await;
        assert_eq!(led(&pilot), format!("{base}/bilan"), "{name}");
        // From now on traces come between any two pages, and no page says another number before all do.
        let school = format!("{base}/ecoles/{}", town.school);
        for (round, expected) in [("1", "20 min"), ("2", "1 h 40")] {
            let mut said: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for page in [base.clone(), school.clone(), format!("{base}/bilan"), format!("{school}/bilan")] {
                pilot.get(&page).await;
                whole(&pilot);
                assert!(pilot.text.contains("Compté le"), "{name}: {page} says when");
                for (key, values) in numbers(&pilot) {
                    said.entry(key).or_default().extend(values);
                }
                if round == "1" {
                    remarks(&evening, id, 1).await;
                }
            }
            assert!(said["programme-remarks"].len() >= 6 && said["programme-remark"].len() >= 6, "{name}: {said:?}");
            for (key, values) in &said {
                assert!(values.iter().all(|value| *value == values[0]), "{name}: {key} is {values:?}");
            }
            assert!(said["programme-remark"][0] == expected, "{name}: {said:?}");
            pilot.get(&format!("{base}/bilan/nombres.csv")).await;
            let line = pilot.text.lines().find(|line| line.starts_with("0140041U")).unwrap().to_owned();
            let cells: Vec<&str> = line.split(';').collect();
            assert_eq!(format!("{} %", cells[4]), said["programme-remarks"][0], "{name}: {line}");
            assert_eq!(cells[6], "", "{name}: a delay that nothing had is left empty");
            pilot.get(&format!("{base}/bilan")).await;
            pilot.post(&format!("{base}/comptage"), &[]).await;
            led(&pilot);
        }
    }
}
