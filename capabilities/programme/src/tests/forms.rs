//! Every form as its people send it.
use super::town::{Evening, NOW, led, protocol, whole};
use crate::{State, store};

/// The text with plain spaces: an hour is never cut between two lines.
fn spaced(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[tokio::test]
async fn a_pilot_makes_one_in_a_form_engages_a_school_and_decides() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let mut pilot = evening.of(town.pilot);
        pilot.get("/programmes/nouveau").await;
        pilot.post("/programmes/nouveau", &[("modele", ""), ("nom", ""), ("annee", "2025")]).await;
        assert_eq!(pilot.status, 422, "a blank sheet needs a name");
        whole(&pilot);
        pilot.post("/programmes/nouveau", &[("modele", "lecture"), ("nom", ""), ("annee", "2025")]).await;
        let base = led(&pilot);
        pilot.get(&base).await;
        assert!(whole(&pilot).contains("Lire ensemble le soir."), "{pilot:?}");
        assert!(pilot.text.contains("15 juin 2026"), "the bilan has its day");
        pilot.get(&format!("{base}/fiche")).await;
        let days = [("nom", "Lecture"), ("debut", "2025-09-01"), ("fin", "01/07/2026"), ("bilan", "2026-06-20")];
        pilot.post(&format!("{base}/fiche"), &[days[0], days[1], ("fin", "2025-08-01"), days[3]]).await;
        assert_eq!(pilot.status, 422);
        pilot.post(&format!("{base}/fiche"), &[&days[..], &[("impacts", "Vingt collèges")]].concat()).await;
        assert_eq!(led(&pilot), base);
        pilot.get(&base).await;
        assert!(
            whole(&pilot).contains("Vingt collèges") && !pilot.text.contains("Lire ensemble"),
            "an emptied heading goes"
        );
        pilot.get(&format!("{base}/partenaires")).await;
        pilot.post(&format!("{base}/partenaires"), &[("nom", "Drane"), ("role", "Outils")]).await;
        led(&pilot);
        pilot.get(&format!("{base}/etapes")).await;
        pilot.post(&format!("{base}/etapes"), &[("titre", "Réunion"), ("jour", "")]).await;
        assert_eq!(pilot.status, 422);
        pilot.post(&format!("{base}/etapes"), &[("titre", "Réunion"), ("jour", "2026-01-10")]).await;
        led(&pilot);
        pilot.get(&format!("{base}/etapes")).await;
        let step = pilot.text.split("/etapes/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        for state in ["atteinte", "a-faire", "retiree"] {
            pilot.post(&format!("{base}/etapes/{step}"), &[("etat", state)]).await;
            led(&pilot);
            pilot.get(&format!("{base}/etapes")).await;
        }
        pilot.post(&format!("{base}/ecoles"), &[("uai", "0140000A")]).await;
        assert_eq!(pilot.status, 422);
        whole(&pilot);
        pilot.post(&format!("{base}/ecoles"), &[("uai", "0140041u"), ("bus", "101")]).await;
        assert_eq!(pilot.status, 422);
        pilot
            .post(&format!("{base}/ecoles"), &[("uai", "0140041u"), ("bus", "64 %"), ("mot", "Merci à Claire Auvray")])
            .await;
        assert!(whole(&pilot).contains("Claire Auvray") && pilot.status == 422, "a name is refused");
        pilot.post(&format!("{base}/ecoles"), &[("uai", "0140041u"), ("bus", "64 %")]).await;
        led(&pilot);
        pilot.get(&format!("{base}/ecoles")).await;
        pilot.post(&format!("{base}/ecoles/{}/place", town.school), &[("mouvement", "refus")]).await;
        assert_eq!(pilot.status, 422, "who takes part is not declined");
        pilot.post(&format!("{base}/bilan"), &[("bilan", "Merci à Hélène Roux.")]).await;
        assert!(pilot.status == 422 && whole(&pilot).contains("leur fonction"));
        pilot.post(&format!("{base}/bilan"), &[("bilan", "Une bonne année.")]).await;
        led(&pilot);
        pilot.get(&format!("{base}/bilan")).await;
        assert!(
            whole(&pilot).contains("Une bonne année.") && pilot.text.contains("La décision se prend à partir du"),
            "when one may decide"
        );
        let decision = format!("{base}/decision/adapter");
        pilot.get(&decision).await;
        assert!(!whole(&pilot).contains("motif"), "too early, there is no form");
        pilot.post(&decision, &[("motif", "Plus tôt")]).await;
        assert_eq!(pilot.status, 422, "too early");
        pilot.post(&format!("{base}/fiche"), &[days[0], days[1], days[2], ("bilan", "2025-11-28")]).await;
        led(&pilot);
        pilot.get(&decision).await;
        assert!(whole(&pilot).contains("Ce qui va suivre") && pilot.text.contains("établissement engagé"), "{pilot:?}");
        pilot.post(&decision, &[("motif", "")]).await;
        assert_eq!(pilot.status, 422, "a reason is asked");
        let decided = web::testing::race(8, |at| {
            let (mut pilot, decision, once) = (pilot.clone(), decision.clone(), format!("page {at}"));
            async move {
                pilot.post(&decision, &[("motif", "Plus tôt"), ("once", &once)]).await;
                (pilot.status, pilot.location)
            }
        });
        let decided = decided.await;
        let (done, refused): (Vec<_>, Vec<_>) = decided.iter().partition(|(status, _)| *status == 303);
        assert!(
            done.len() == 1 && refused.iter().all(|(status, _)| *status == 422),
            "eight at once decide once: {decided:?}"
        );
        let next = done[0].1.clone().unwrap_or_default();
        assert!(next.ends_with("/fiche") && !next.starts_with(&base), "{next}");
        pilot.get(&base).await;
        assert!(whole(&pilot).contains("Plus tôt"));
        pilot.post(&format!("{base}/decision/arreter"), &[("motif", "x")]).await;
        assert_eq!(pilot.status, 422, "decided once");
    }
}

#[tokio::test]
async fn a_school_applies_writes_its_protocol_and_its_head_publishes_it() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let id = evening.write(|tx, town| town.dispositif(tx)).await;
        let base = format!("/programmes/{id}/ecoles/{}", town.school);
        let mut head = evening.of(town.head);
        head.get(&base).await;
        whole(&head);
        head.post(&format!("{base}/candidature"), &[("mouvement", "candidature"), ("bus", "")]).await;
        assert_eq!(head.status, 422, "the share of pupils on buses is asked");
        head.post(&format!("{base}/candidature"), &[("mouvement", "candidature"), ("bus", "70"), ("mot", "Prêts")])
            .await;
        assert_eq!(led(&head), base);
        let mut pilot = evening.of(town.pilot);
        pilot.get(&format!("/programmes/{id}/ecoles")).await;
        assert!(whole(&pilot).contains("Prêts"));
        pilot.post(&format!("{base}/place"), &[("mouvement", "engagement")]).await;
        led(&pilot);

        let mut teacher = evening.of(town.teachers[0]);
        teacher.get(&format!("{base}/protocole")).await;
        assert!(whole(&teacher).contains("On s’écoute."), "the template's charter is there");
        let said = [
            ("public-aide", "oui"),
            ("modalite-bar", "oui"),
            ("modalite-telephone", "oui"),
            ("de-2", "17:30"),
            ("a-2", "18:30"),
            ("bus", "17:45"),
            ("domicile", "oui"),
            ("lieu-0-nom", "Médiathèque"),
            ("lieu-0-places", "8"),
            ("contacts", "Vie scolaire"),
            ("vu", ""),
        ];
        let but = |change: (&'static str, &'static str)| {
            let mut said = said.to_vec();
            said.retain(|(name, _)| *name != change.0);
            said.push(change);
            said
        };
        for change in
            [("a-2", "17:00"), ("a-2", ""), ("de-2", "soir"), ("lieu-0-places", "beaucoup"), ("contacts", "Mme Auvray")]
        {
            teacher.post(&format!("{base}/protocole"), &but(change)).await;
            assert_eq!(teacher.status, 422, "{change:?}");
            assert!(whole(&teacher).contains("Médiathèque"), "what was typed is kept");
        }
        teacher.post(&format!("{base}/protocole"), &said).await;
        let read = led(&teacher);
        teacher.get(&read).await;
        assert!(whole(&teacher).contains("avant le retour du dernier car"), "{teacher:?}");
        let seen =
            evening.write(move |tx, town| store::open(tx, id, town.school)).await.unwrap().written_at.0.to_string();
        teacher.post(&format!("{base}/protocole"), &said).await;
        assert_eq!(teacher.status, 422, "somebody wrote since");
        whole(&teacher);
        head.get(&read).await;
        head.post(&format!("{base}/approbation"), &[("vu", "12")]).await;
        assert_eq!(head.status, 422);
        whole(&head);
        head.post(&format!("{base}/approbation"), &[("vu", &seen)]).await;
        led(&head);
        head.get(&base).await;
        whole(&head);
        head.get(&read).await;
        head.post(&format!("{base}/publication"), &[]).await;
        led(&head);
        head.get(&base).await;
        let live = head.text.split("/protocole/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get(&format!("/protocole/{live}")).await;
        assert!(spaced(whole(&pupil)).contains("Mardi, de 17 h 30 à 18 h 30"), "{pupil:?}");
        assert!(pupil.text.contains("Luc Tellier"), "the RRUPN is shown by name");

        teacher.get(&format!("{base}/protocole")).await;
        let mut second: Vec<_> = but(("vu", ""));
        second.retain(|(name, _)| *name != "modalite-telephone");
        second.extend([("de-4", "18:00"), ("a-4", "19:00")]);
        teacher.post(&format!("{base}/protocole"), &second).await;
        teacher.follow().await;
        assert!(whole(&teacher).contains("Le téléphone n’est plus proposé."));
        assert!(spaced(&teacher.text).contains("Le jeudi a été ajouté, de 18 h 00 à 19 h 00."), "{teacher:?}");
        let seen =
            evening.write(move |tx, town| store::open(tx, id, town.school)).await.unwrap().written_at.0.to_string();
        // What cannot be taken back is asked for once more, and says what follows.
        let publish = format!("{base}/publication");
        head.get(&read).await;
        assert!(!head.text.contains(&publish) && head.text.contains(&format!("{read}?publier=1")), "{head:?}");
        head.get(&format!("{read}?publier=1")).await;
        assert!(whole(&head).contains(&publish) && head.text.contains("reçoivent une nouvelle lettre"), "{head:?}");
        head.post(&publish, &[("vu", "12")]).await;
        assert_eq!(head.status, 422, "somebody wrote since");
        head.get(&read).await;
        head.post(&publish, &[("vu", &seen)]).await;
        led(&head);
        // The same once more is nothing to publish.
        teacher.get(&format!("{base}/protocole")).await;
        second.retain(|(name, _)| *name != "vu");
        second.push(("vu", ""));
        teacher.post(&format!("{base}/protocole"), &second).await;
        teacher.follow().await;
        assert!(whole(&teacher).contains("il n’y a rien à publier"), "{teacher:?}");
        head.get(&format!("{read}?publier=1")).await;
        assert!(!whole(&head).contains(&publish), "{head:?}");
        head.get(&format!("{base}/versions")).await;
        assert!(whole(&head).contains("Le téléphone n’est plus proposé."));
        pupil.get(&format!("/protocole/{live}")).await;
        assert!(whole(&pupil).contains("Ce protocole a été remplacé."));
        head.get(&base).await;
        head.post(&format!("{base}/candidature"), &[("mouvement", "depart")]).await;
        led(&head);
        let state = evening
            .write(move |tx, _| Ok(store::engagements(tx, id, store::By::Name, web::Pager::FIRST)?[0].state))
            .await;
        assert_eq!(state, State::Left);
    }
}

#[tokio::test]
async fn what_a_team_remarks_and_proposes_names_nobody() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let id = evening
            .write(|tx, town| {
                let id = town.dispositif(tx)?;
                town.engage(tx, id, town.school, 50)?;
                town.publish(tx, id, &protocol(), NOW)?;
                Ok(id)
            })
            .await;
        let base = format!("/programmes/{id}/ecoles/{}", town.school);
        let mut teacher = evening.of(town.teachers[0]);
        teacher.get(&base).await;
        teacher.post(&format!("{base}/remarques"), &[("remarque", "Inès Nouvel vient chaque soir")]).await;
        assert_eq!(teacher.status, 422);
        assert!(whole(&teacher).contains("Écrivez plutôt leur fonction"), "{teacher:?}");
        teacher.post(&format!("{base}/remarques"), &[("remarque", "Les élèves viennent chaque soir")]).await;
        led(&teacher);
        teacher.get(&format!("{base}/experience")).await;
        let fields = [("nature", "retour"), ("titre", "Le mardi"), ("texte", "Merci à M. Tellier")];
        teacher.post(&format!("{base}/experience"), &fields).await;
        assert!(teacher.status == 422 && whole(&teacher).contains("Luc Tellier"));
        let bad = [fields[0], fields[1], ("texte", "Un texte"), ("lien", "https://eduscol.example.fr@evil.example/")];
        teacher.post(&format!("{base}/experience"), &bad).await;
        assert_eq!(teacher.status, 422);
        let good = [fields[0], fields[1], ("texte", "Un texte\nen deux lignes"), ("lien", "https://example.org/fiche")];
        teacher.post(&format!("{base}/experience"), &good).await;
        led(&teacher);
        let mut nobody = evening.nobody();
        nobody.get("/experiences").await;
        assert!(!whole(&nobody).contains("Le mardi"), "proposed is not published");
        let mut pilot = evening.of(town.pilot);
        let list = format!("/programmes/{id}/experiences");
        pilot.get(&list).await;
        let one = whole(&pilot).split(&format!("{list}/")).nth(1).unwrap().split('"').next().unwrap().to_owned();
        pilot.post(&format!("{list}/{one}"), &[]).await;
        led(&pilot);
        nobody.get(&format!("/experiences/{one}")).await;
        assert!(whole(&nobody).contains("Un texte") && !nobody.text.contains("Auvray"));
        pilot.get(&list).await;
        pilot.post(&format!("{list}/{one}"), &[("retirer", "oui")]).await;
        led(&pilot);
        nobody.get(&format!("/experiences/{one}")).await;
        assert_eq!(nobody.status, 404);
    }
}
