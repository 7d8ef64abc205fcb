//! What cannot be kept as it was typed is said, beside the words: too much of it, or bytes that are no text.
use super::{
    NOW,
    coming::{field, file, left, sends},
    houses, person, picture,
};
use crate::store;

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

#[tokio::test]
async fn of_a_text_too_long_for_a_form_the_beginning_comes_back() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let token = house.secret.token(&super::who(ines.id), NOW);
        for long in [40_000, 70_000, 300_000] {
            let text = format!("Le début {}", "é".repeat(long));
            let fields = [("csrf", token.as_str()), ("once", "k"), ("texte", &text), ("lieu", "La salle des cartes")];
            for way in ["/mot", "/soigne"] {
                ines.browser.post(way, &fields).await;
                let page = ines.browser.text.clone();
                let status = ines.browser.status;
                assert!(matches!(status, 400 | 422) && page.contains("trop long"), "{name} {way} {long}: {status}");
                assert!(page.contains(&text[..60_000]) && page.len() < 80_000, "{name} {way} {long}: {}", page.len());
            }
            let parts = fields.map(|(name, text)| field(name, text));
            assert_eq!(sends(&mut ines, "/mot", &parts, &[]).await, 400, "{name} {long}: with files");
            let page = &ines.browser.text;
            assert!(page.contains("trop long") && page.contains(&text[..60_000]), "{name} {long}: {page}");
            assert!(page.contains("La salle des cartes"), "{name} {long}: what came behind it");
        }
        let endless = format!("csrf={token}&texte={}", "a".repeat(5 << 20));
        ines.browser.body("/mot", &[FORM], endless.into_bytes()).await;
        assert_eq!(ines.browser.status, 400, "{name}: all of it has a bound");
        assert_eq!(house.db.read(store::count).await.unwrap(), 0, "{name}: nothing was done");
        let fits = "é".repeat(30_000);
        ines.browser.post("/mot", &[("csrf", &token), ("once", "k"), ("texte", &fits)]).await;
        assert_eq!(ines.browser.status, 303, "{name}: however many bytes an accent takes in an address");
    }
}

#[tokio::test]
async fn what_a_page_would_cut_comes_back_whole() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let token = house.secret.token(&super::who(ines.id), NOW);
        for (text, taken) in [("é".repeat(20_000), true), (format!("Le début {}", "a".repeat(40_000)), false)] {
            ines.browser.post("/long", &[("csrf", &token), ("once", "k"), ("texte", &text)]).await;
            assert_eq!(ines.browser.status, if taken { 303 } else { 400 }, "{name}");
            let page = &ines.browser.text;
            assert!(taken || page.contains("trop long") && page.contains(&text), "{name}: {page}");
        }
        assert_eq!(house.db.read(store::count).await.unwrap(), 1, "{name}: nothing was done with the beginning");
    }
}

#[tokio::test]
async fn bytes_that_are_no_text_are_said_and_nothing_takes_their_place() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let token = house.secret.token(&super::who(ines.id), NOW);
        for bad in [&b"caf\xe9 noir"[..], b"caf%E9+noir", b"caf%ED%A0%80+noir"] {
            let body = [b"csrf=", token.as_bytes(), b"&once=k&texte=", bad].concat();
            for way in ["/mot", "/soigne"] {
                ines.browser.body(way, &[FORM], body.clone()).await;
                let page = &ines.browser;
                assert!(matches!(page.status, 400 | 422), "{name} {way}: {page:?}");
                let given = page.text.contains("pouvaient pas être lus") && page.text.contains("caf noir");
                assert!(given && !page.text.contains('\u{fffd}'), "{name} {way}: {page:?}");
            }
        }
        let part = b"--cut\r\nContent-Disposition: form-data; name=\"texte\"\r\n\r\ncaf\xe9 noir\r\n".to_vec();
        assert_eq!(sends(&mut ines, "/mot", &[field("csrf", &token), part], &[]).await, 400, "{name}: with files");
        assert!(ines.browser.text.contains("caf noir"), "{name}: {:?}", ines.browser);
        assert_eq!(house.db.read(store::count).await.unwrap(), 0, "{name}: nothing was done");
        for path in ["/soir?jour=%E9", "/soir?%ff=1", "/envoi/%E9"] {
            ines.browser.get(path).await;
            assert!(ines.browser.status == 400 && ines.browser.text.contains("codage"), "{name} {path}");
        }
    }
}

#[tokio::test]
async fn files_too_large_together_leave_the_words() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let token = house.secret.token(&super::who(ines.id), NOW);
        let photo = file("photo", &picture(7_500_000));
        let parts = [field("csrf", &token), field("texte", "Je bloque ici")];
        let parts = [&parts[..], &[photo.clone(), photo.clone(), photo.clone(), photo]].concat();
        assert_eq!(sends(&mut ines, "/mot", &parts, &[]).await, 400, "{name}");
        let text = &ines.browser.text;
        assert!(text.contains("trop lourds ensemble") && text.contains("Je bloque ici"), "{name}: {text}");
        assert_eq!(left(&house).await, 0, "{name}");
    }
}
