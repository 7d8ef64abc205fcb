//! The traces of a demonstration are true to the rules.
use super::town::{NOW, chance, evenings};
use crate::{demo, store};
use kernel::PersonId;

#[tokio::test]
async fn a_demonstration_has_answers_silence_and_one_code_left() {
    for evening in evenings().await {
        let (name, town) = (evening.name, evening.town.clone());
        let secret = evening.house.secret.clone();
        let families: Vec<(PersonId, PersonId)> =
            vec![(town.samira, town.maissa), (town.samira, town.sami), (town.apart[0], town.ines)];
        let code = evening
            .write(move |tx, town| {
                let published = NOW.plus_days(-40);
                let what = (town.dispositif, town.school, town.protocol);
                demo::answers(tx, &chance(2), what, (&families, &[]), town.vie_scolaire, published, NOW)?;
                demo::paper_code(tx, &secret, town.dispositif, town.school, &[], NOW)
            })
            .await
            .unwrap();
        let mut phone = evening.nobody();
        phone.get("/reponse").await;
        phone.post("/reponse", &[("code", &code)]).await;
        assert!(phone.follow().await.text.contains("Inès"), "{name}: the father has not answered");
        let counts = evening.write(|tx, town| store::counts(tx, town.dispositif, &[town.school])).await[&town.school];
        assert!(counts.answered > 0 && counts.answered <= 3, "{name}: {counts:?}");
    }
}
