//! Who finds a dispositif by its name, and since when.
use super::town::{Evening, NOW, TEMPLATE, Town, acting};
use crate::{DispositifId, store};
use access::Actor;
use db::{Result, Tx};
use kernel::PersonId;
use search::{Ask, Sees};

/// The titles and lines of what this person finds.
fn found(tx: &mut Tx<'_>, person: PersonId, text: &str) -> Result<Vec<(String, String, String)>> {
    let actor = Actor::load(tx, person, NOW)?;
    let sees = (store::DISPOSITIFS.sees)(Sees::nothing(), &actor);
    let hits = search::find(tx, &sees, Ask { text, limit: 9, page: 0 })?.hits;
    Ok(hits.into_iter().map(|hit| (hit.title, hit.detail, hit.path)).collect())
}

/// Renames it, as its form does.
fn rename(tx: &mut Tx<'_>, town: &Town, id: DispositifId, name: &str) -> Result<()> {
    let pilot = acting(tx, town.pilot)?;
    let dispositif = store::steered(tx, &pilot, id)?.unwrap();
    let (starts_on, ends_on) = (dispositif.starts_on, dispositif.ends_on);
    let bilan_due = dispositif.bilan_due;
    store::change(tx, &dispositif, &store::Change { name: name.to_owned(), starts_on, ends_on, bilan_due })
}

#[tokio::test]
async fn a_dispositif_is_found_at_once_by_who_sees_it_and_by_nobody_once_it_is_gone() {
    for evening in Evening::both().await {
        let name = evening.name;
        let work = move |tx: &mut Tx<'_>, town: &Town| {
            let id = town.dispositif(tx)?;
            let as_made = ("Lecture du soir".to_owned(), "2025-2026".to_owned(), format!("/programmes/{id}"));
            for person in [town.pilot, town.teachers[0], town.head, town.other.head, town.departement_pilot] {
                assert_eq!(found(tx, person, "lec")?, std::slice::from_ref(&as_made), "{name}");
            }
            for person in [town.pupils[0], town.guardian] {
                assert_eq!(found(tx, person, "lec")?, [], "{name}: not theirs to see");
            }
            rename(tx, town, id, "Veillées")?;
            assert_eq!(found(tx, town.head, "lecture")?, [], "{name}: the old name leads nowhere");
            assert_eq!(found(tx, town.head, "veil")?.len(), 1, "{name}");
            let put_again = (store::DISPOSITIFS.source.page)(tx, NOW, None, 9)?;
            assert_eq!(put_again.iter().map(|doc| doc.id).collect::<Vec<_>>(), [id.cast()], "{name}");
            let pilot = acting(tx, town.pilot)?;
            let dispositif = store::steered(tx, &pilot, id)?.unwrap();
            store::discard(tx, &town.chance, &pilot, &dispositif, NOW)?.unwrap();
            assert_eq!(found(tx, town.head, "veil")?, [], "{name}: deleted");
            Ok::<_, db::Error>(())
        };
        evening.write(work).await;
    }
}

#[tokio::test]
async fn a_protocol_offers_what_its_template_proposes() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let id = evening.write(|tx, town| town.dispositif(tx)).await;
        let mut teacher = evening.of(town.teachers[0]);
        teacher.get(&format!("/programmes/{id}/ecoles/{}/protocole", town.school)).await;
        let offers = |field: &str| teacher.text.contains(&format!("name=\"{field}\""));
        for one in crate::Modality::ALL {
            let proposed = TEMPLATE.modalities.contains(one);
            assert_eq!(offers(&format!("modalite-{}", one.word())), proposed, "{}: {one:?}", evening.name);
        }
        for one in crate::Public::ALL {
            let proposed = TEMPLATE.publics.contains(one);
            assert_eq!(offers(&format!("public-{}", one.word())), proposed, "{}: {one:?}", evening.name);
        }
    }
}
