//! The family's side, through the pages.
use super::town::{Evening, NOW, PICTURE, led, whole};

#[tokio::test]
async fn a_pupil_says_a_difficulty_in_three_taps_and_the_parents_see_it() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut pupil = evening.of(town.pupils[0]);
        assert!(whole(pupil.get("/difficulte").await).contains("Dis-le ici"), "{name}");
        // A kind and a tap: words may be left out.
        let to = led(pupil.upload("/difficulte", &[("nature", "line")], &[("photo", PICTURE)]).await);
        assert!(whole(pupil.get(&to).await).contains("Luc Tellier s’en occupe"), "{name}: {pupil:?}");
        let photo = pupil.text.split("href=\"/difficulte/photo/").nth(1).unwrap().split('"').next().unwrap().to_owned();
        let photo = format!("/difficulte/photo/{photo}");
        assert_eq!(pupil.get(&photo).await.status, 200, "{name}");
        for (person, opens) in [(town.guardian, true), (town.apart, true), (town.pupils[2], false), (town.pilot, false)]
        {
            let mut other = evening.of(person);
            assert_eq!(other.get(&to).await.status == 200, opens, "{name}: {other:?}");
            assert_eq!(other.get(&photo).await.status == 200, opens, "{name}");
        }
        let mut referent = evening.of(town.referent);
        assert!(whole(referent.get(&to).await).contains("Inès Nouvel"), "{name}");
        assert!(whole(referent.get("/messages").await).contains("Une nouvelle difficulté vous attend"), "{name}");
    }
}

#[tokio::test]
async fn a_photo_is_not_chosen_again_when_the_kind_is_missing() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/difficulte").await;
        pupil.upload("/difficulte", &[("texte", "Voilà l’écran")], &[("photo", PICTURE)]).await;
        assert_eq!(pupil.status, 422, "{name}: {pupil:?}");
        let (_, rest) = whole(&pupil).split_once("name=\"envoi\" value=\"").unwrap();
        let kept = rest.split('"').next().unwrap().to_owned();
        let to = led(pupil.post("/difficulte", &[("nature", "line"), ("envoi", &kept)]).await);
        assert!(whole(pupil.get(&to).await).contains("/difficulte/photo/"), "{name}: {pupil:?}");
    }
}

#[tokio::test]
async fn a_parent_chooses_the_child_and_is_told_how_it_ended() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut samira = evening.of(town.guardian);
        let page = whole(samira.get("/difficulte").await);
        assert!(page.contains("Toute la famille") && page.contains("Tom") && page.contains("Dites-le ici"), "{name}");
        let child = town.pupils[1].to_string();
        let fields = [("nature", "loan"), ("enfant", child.as_str()), ("texte", "Un seul ordinateur pour trois")];
        let to = led(samira.post("/difficulte", &fields).await);
        assert!(whole(samira.get(&to).await).contains("Luc Tellier s’en occupe"), "{name}: {samira:?}");
        assert!(samira.text.contains("Pour Tom Nouvel"), "{name}");
        assert_eq!(evening.of(town.apart).get(&to).await.status, 404, "{name}: a parent apart does not see it");
        let mut referent = evening.of(town.referent);
        let page = whole(referent.get(&to).await);
        assert!(page.contains(&format!("/rrupn/pret?eleve={child}")), "{name}: {page}");
        let said = [("texte", "À quelle heure vous appeler ?"), ("faire", "attente")];
        led(referent.post(&format!("{to}/mot"), &said).await);
        assert!(whole(samira.get(&to).await).contains("On attend votre réponse"), "{name}");
        assert!(whole(samira.get("/messages").await).contains("À quelle heure vous appeler"), "{name}");
        samira.get(&to).await;
        led(samira.post(&format!("{to}/mot"), &[("texte", "Après 18 h")]).await);
        referent.get(&to).await;
        led(referent.post(&format!("{to}/mot"), &[("texte", "Prêter le 3"), ("faire", "mot")]).await);
        assert!(!whole(samira.get(&to).await).contains("Prêter le 3"), "{name}: a word between colleagues");
        referent.get(&to).await.post(&format!("{to}/cloture"), &[("texte", " ")]).await;
        assert!(whole(&referent).contains("Écrivez le mot de la fin") && referent.status == 422, "{name}");
        led(referent.post(&format!("{to}/cloture"), &[("texte", "Un ordinateur vous attend.")]).await);
        let told = whole(samira.get("/messages").await);
        assert!(told.contains("Votre difficulté (Un prêt de matériel) est réglée"), "{name}: {told}");
        assert!(whole(samira.get(&to).await).contains("Ce n’est pas réglé"), "{name}");
        assert_eq!(led(samira.post(&format!("{to}/reprise"), &[("texte", "Il ne marche pas")]).await), to, "{name}");
        assert!(whole(referent.get("/difficultes").await).contains("Reçue"), "{name}");
        samira.post(&format!("{to}/reprise"), &[("texte", "x")]).await;
        assert_eq!(samira.status, 422, "{name}: it is open already");
    }
}

#[tokio::test]
async fn a_child_who_is_not_ones_own_is_hidden_and_never_left_out() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let stranger = town.pupils[2].to_string();
        for who in [town.guardian, town.apart, town.pupils[0]] {
            let mut one = evening.of(who);
            for forged in [stranger.as_str(), "personne"] {
                one.get("/difficulte").await.post("/difficulte", &[("nature", "loan"), ("enfant", forged)]).await;
                assert_eq!(one.status, 404, "{name}: {forged}");
            }
            assert!(!whole(one.get("/difficulte").await).contains("href=\"/difficulte/"), "{name}: nothing was kept");
        }
        let mut apart = evening.of(town.apart);
        let own = town.pupils[0].to_string();
        led(apart.get("/difficulte").await.post("/difficulte", &[("nature", "loan"), ("enfant", &own)]).await);
    }
}

#[tokio::test]
async fn what_is_refused_keeps_what_was_typed() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut pupil = evening.of(town.pupils[0]);
        pupil.get("/difficulte").await;
        pupil.post("/difficulte", &[("texte", "Rien ne va")]).await;
        assert!(whole(&pupil).contains("Choisis de quoi") && pupil.text.contains("Rien ne va"), "{name}");
        assert_eq!(pupil.status, 422, "{name}");
        pupil.post("/difficulte", &[("nature", "other")]).await;
        assert!(whole(&pupil).contains("Écris une phrase") && pupil.status == 422, "{name}");
        let long = "é".repeat(501);
        pupil.post("/difficulte", &[("nature", "tool"), ("texte", &long)]).await;
        assert!(whole(&pupil).contains("501 signes") && pupil.text.contains(&long), "{name}");
        pupil.upload("/difficulte", &[("nature", "tool"), ("texte", "Voilà")], &[("photo", b"%PDF-1.7")]).await;
        assert!(whole(&pupil).contains("Il faut une photo") && pupil.text.contains(">Voilà<"), "{name}");
        let four = [("photo", PICTURE); 4];
        pupil.upload("/difficulte", &[("nature", "tool")], &four).await;
        assert!(whole(&pupil).contains("Trois photos au plus") && pupil.status == 422, "{name}");
        evening.clock.set(NOW.plus_minutes(1));
        assert!(!whole(pupil.get("/difficulte").await).contains("Ce que tu as dit"), "{name}: nothing was kept");
        for staff in [town.head, town.teachers[0], town.pilot] {
            assert_eq!(evening.of(staff).get("/difficulte").await.status, 404, "{name}: no family of theirs");
        }
    }
}

#[tokio::test]
async fn children_at_two_schools_are_each_spoken_for_at_their_own() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        evening.write(|tx, town| directory::testing::answers_for(tx, town.guardian, town.other.pupils[0], true)).await;
        let mut samira = evening.of(town.guardian);
        let page = whole(samira.get("/difficulte").await);
        assert!(!page.contains("Toute la famille") && page.contains("Zoé"), "{name}: a difficulty is of one school");
        let zoe = town.other.pupils[0].to_string();
        let to = led(samira.post("/difficulte", &[("nature", "tool"), ("enfant", &zoe)]).await);
        assert!(whole(samira.get(&to).await).contains("Marc Petit s’en occupe"), "{name}: the head there owns it");
        assert_eq!(evening.of(town.referent).get(&to).await.status, 404, "{name}: not the first school's business");
    }
}

/// An answer of the school reaches a family by its own channel.
#[tokio::test]
async fn a_parent_on_sms_is_told_that_the_referent_answered() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let id = evening
            .write(|tx, town| {
                let sms = notice::Channel { way: notice::Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
                notice::store::choose(tx, town.guardian, (&sms, true), NOW)?;
                town.open(tx, town.guardian, -10)
            })
            .await;
        let mut referent = evening.of(town.referent);
        referent.get(&format!("/difficulte/{id}")).await;
        led(referent.post(&format!("/difficulte/{id}/mot"), &[("texte", "Essayez demain"), ("vu", "oui")]).await);
        let due = evening.write(|tx, _| notice::store::take(tx, NOW, 40)).await;
        let letters: Vec<_> = due.iter().map(|due| (due.way, due.address.as_str(), due.link.clone())).collect();
        assert_eq!(letters, [(notice::Way::Sms, "+33639980001", format!("/difficulte/{id}"))], "{name}");
    }
}
