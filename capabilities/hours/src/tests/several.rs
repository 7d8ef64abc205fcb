//! Several dispositifs at one school.
use super::town::{NOW, Town, acting, both};
use crate::{collect, store};
use db::{Result, Tx};
use programme::{DispositifId, Hours, Modality, Protocol, Public, State, Template};

/// A dispositif of this name in which the school takes part, its pupils helped in this way.
fn run(tx: &mut Tx<'_>, town: &Town, name: &str, modality: Modality) -> Result<DispositifId> {
    let (pilot, head) = (acting(tx, town.pilot)?, acting(tx, town.head)?);
    let at = (town.academie, 2025);
    let id = programme::store::create(tx, &town.chance, &pilot, at, name, &Template::BLANK, NOW)?.unwrap();
    let engaged = |_| Some(State::Engaged);
    programme::store::take(tx, &pilot, (id, town.school), engaged, (None, ""), NOW)?.unwrap();
    let content = Protocol {
        publics: [Public::Help].into(),
        modalities: [modality].into(),
        hours: vec![Hours { day: 2, from: 1050, to: 1140 }],
        bus_home: Some(1040),
        home: true,
        contacts: vec!["Vie scolaire".to_owned()],
        charter: vec!["On s’écoute.".to_owned()],
        ..Protocol::default()
    };
    let at = NOW.plus_days(-5);
    let draft = programme::store::seat(tx, &head, id, town.school)?.unwrap();
    programme::store::save(tx, &town.chance, &head, &draft, (&content, None), at)?.unwrap();
    let seat = programme::store::seat(tx, &head, id, town.school)?.unwrap();
    programme::store::approve(tx, &head, &seat, at, at)?.unwrap();
    programme::store::publish(tx, &town.chance, &seat, at.plus_minutes(60))?.unwrap();
    Ok(id)
}

#[tokio::test]
async fn a_duty_is_given_for_the_dispositif_whose_protocol_offers_the_desk() {
    for (name, db, town) in both::<Town>().await {
        db.write(move |tx| {
            // By name, the workshops come first.
            run(tx, &town, "Ateliers lecture", Modality::OralClass)?;
            let homework = run(tx, &town, "Devoirs faits", Modality::Bar)?;
            let claire = town.teachers[0];
            town.duty(tx, claire, -90, (-90, -30))?;
            collect(tx, &town.chance, NOW.plus_days(-4), NOW)?;
            let claires = acting(tx, claire)?;
            let lines = store::own(tx, &claires, crate::Month::of(NOW))?;
            assert_eq!(lines.iter().map(|hour| hour.dispositif).collect::<Vec<_>>(), [Some(homework)], "{name}");
            Ok::<_, db::Error>(())
        })
        .await
        .unwrap();
    }
}
