//! What was typed comes back: after signing in, on a page too old, when nothing can be written.
use super::{DESK, NOW, Person, houses, person, picture, who, whoami};
use crate::{House, SLICE, SignedIn, testing};
use kernel::{Id, Seeded};
use std::sync::Arc;

/// Who this is, on a browser that is signed in no more.
fn signed_out(house: &Arc<House>, seed: u64) -> (Person, String) {
    let person = person(house, seed, true);
    let token = house.secret.token(&who(person.id), NOW);
    (Person { browser: person.browser.another(), ..person }, token)
}

#[tokio::test]
async fn what_was_typed_when_the_session_was_over_comes_back_after_the_door() {
    for (name, house) in houses().await {
        let (mut ines, token) = signed_out(&house, 1);
        let text = "Je bloque à « la question 3 »\r\net < aussi";
        ines.browser
            .post("/mot?soir=1", &[("csrf", &token), ("once", "k"), ("matiere", "maths"), ("texte", text)])
            .await;
        let led = (ines.browser.status, ines.browser.location.clone());
        assert_eq!(led, (303, Some("/entrer?vers=%2Freprise".to_owned())), "{name}");
        let mut other = person(&house, 2, true);
        other.browser.get("/reprise").await;
        assert_eq!(other.browser.location.as_deref(), Some("/"), "{name}: another child of the same home");
        let mut ines = person(&house, 1, true);
        ines.browser.get("/reprise").await;
        let page = testing::whole(&ines.browser).to_owned();
        assert!(
            page.contains("La session était finie") && page.contains("la question 3 »\r\net &#60; aussi"),
            "{name}: {page}"
        );
        assert!(
            page.contains("action=\"/mot?soir=1\"") && page.contains("name=\"matiere\" value=\"maths\""),
            "{name}: {page}"
        );
        let again = [("repris", said(&page, "repris")), ("matiere", "maths"), ("texte", text)];
        ines.browser.post("/mot?soir=1", &again).await;
        assert_eq!(ines.browser.location.as_deref(), Some("/mots/1?&0"), "{name}: {:?}", ines.browser);
        ines.browser.get("/reprise").await;
        assert_eq!(ines.browser.location.as_deref(), Some("/"), "{name}: it is there no more");
    }
}

#[tokio::test]
async fn the_words_of_a_form_with_files_come_back_and_may_be_thrown_away() {
    for (name, house) in houses().await {
        let (mut ines, token) = signed_out(&house, 1);
        let words = [("csrf", token.as_str()), ("texte", "La photo est floue")];
        ines.browser.upload("/mot", &words, &[("photo", &picture(2_000))]).await;
        assert_eq!(ines.browser.location.as_deref(), Some("/entrer?vers=%2Freprise"), "{name}");
        assert_eq!(house.files.list().await.unwrap().len(), 0, "{name}: nobody leaves a file before the door");
        let mut ines = person(&house, 1, true);
        ines.browser.get("/reprise").await;
        let page = testing::whole(&ines.browser);
        assert!(page.contains("La photo est floue") && page.contains("les choisir de nouveau"), "{name}: {page}");
        let id = said(page, "forme").to_owned();
        ines.browser.post("/reprise", &[("forme", &id)]).await;
        ines.browser.get("/reprise").await;
        assert_eq!(ines.browser.location.as_deref(), Some("/"), "{name}");
    }
}

#[tokio::test]
async fn what_a_device_kept_too_is_sent_once_and_asked_for_no_more() {
    for (name, house) in houses().await {
        let fields = |csrf: &str| {
            [
                ("csrf", csrf.to_owned()),
                ("once", "a1b2".to_owned()),
                ("matiere", "maths".to_owned()),
                ("texte", "Je bloque à la question 3".to_owned()),
            ]
        };
        let send = async |person: &mut Person, csrf: &str, outbox: bool| {
            let fields = fields(csrf);
            let fields: Vec<_> = fields.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
            let mut headers = vec![("content-type", "application/x-www-form-urlencoded")];
            headers.extend(outbox.then_some(("x-outbox", "1")));
            person.browser.body("/mot", &headers, body.into_bytes()).await;
            person.browser.location.clone().unwrap_or_default()
        };
        // The device sends what it keeps, again once its person is back: nothing is left to be asked about.
        let (mut left, token) = signed_out(&house, 1);
        assert_eq!(send(&mut left, &token, true).await, "/entrer?vers=%2Freprise", "{name}");
        let mut ines = person(&house, 1, true);
        let csrf = ines.csrf.clone();
        let done = send(&mut ines, &csrf, true).await;
        assert!(done.starts_with("/mots/"), "{name}: {done}");
        ines.browser.get("/reprise").await;
        assert_eq!(ines.browser.location.as_deref(), Some("/"), "{name}: it went");
        // The other way round, the fields in another order: it is the same form.
        send(&mut left, &token, true).await;
        ines.browser.get("/reprise").await;
        let page = testing::whole(&ines.browser).to_owned();
        let again = [
            ("once", "a1b2"),
            ("repris", said(&page, "repris")),
            ("texte", "Je bloque à la question 3"),
            ("matiere", "maths"),
        ];
        ines.browser.post("/mot", &again).await;
        assert_eq!(
            ines.browser.location.as_deref(),
            Some(done.as_str()),
            "{name}: it leads where it led, and counts once"
        );
        ines.browser.get("/reprise").await;
        assert_eq!(ines.browser.location.as_deref(), Some("/"), "{name}");
    }
}

#[tokio::test]
async fn what_waits_gives_no_place_to_what_comes_after() {
    for (name, house) in houses().await {
        let (mut left, token) = signed_out(&house, 1);
        let text = |n: usize| format!("Ma phrase numéro {n}");
        // Twice is once; of nine, whoever left them, the first eight wait.
        for n in [0, 0, 1, 2, 3, 4, 5, 6, 7, 8] {
            left.browser.post("/mot", &[("csrf", &token), ("texte", &text(n))]).await;
            let to = if n < 8 { "/entrer?vers=%2Freprise" } else { "/entrer?vers=%2F" };
            assert_eq!(left.browser.location.as_deref(), Some(to), "{name} {n}");
        }
        let mut ines = person(&house, 1, true);
        // The clock stands still: they come in any order.
        let mut left_to_see: Vec<_> = (0..8).map(text).collect();
        for at in 0..8 {
            ines.browser.get("/reprise").await;
            let page = testing::whole(&ines.browser).to_owned();
            let shown = left_to_see.iter().position(|text| page.contains(text));
            let text = left_to_see.remove(shown.unwrap_or_else(|| panic!("{name} {at}: {page}")));
            if at % 2 == 0 {
                ines.browser.post("/mot", &[("repris", said(&page, "repris")), ("texte", &text)]).await;
            } else {
                ines.browser.post("/reprise", &[("forme", said(&page, "forme"))]).await;
                let to = if at < 7 { "/reprise" } else { "/" };
                assert_eq!(ines.browser.location.as_deref(), Some(to), "{name} {at}");
            }
        }
        let mut other = person(&house, 2, true);
        left.browser.post("/mot", &[("csrf", &token), ("texte", &text(9))]).await;
        ines.browser.get("/reprise").await;
        let id = said(&ines.browser.text, "forme").to_owned();
        other.browser.post("/reprise", &[("forme", &id)]).await;
        ines.browser.get("/reprise").await;
        assert!(ines.browser.text.contains(&text(9)), "{name}: nobody throws away what is another's");
    }
}

/// What a hidden field of this name says.
fn said<'p>(page: &'p str, name: &str) -> &'p str {
    let field = format!("name=\"{name}\" value=\"");
    page.split(&field).nth(1).and_then(|rest| rest.split('"').next()).unwrap()
}

#[tokio::test]
async fn one_word_is_written_too_and_a_choice_is_not() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    for (text, kept) in [
        ("Non", true),
        ("Exercice12p87", true),
        ("ok!", true),
        ("été", true),
        ("maths", false),
        ("0140024A", false),
        ("12", false),
    ] {
        let (mut left, token) = signed_out(&house, 1);
        left.browser.post("/mot", &[("csrf", &token), ("texte", text)]).await;
        let to = left.browser.location.clone().unwrap_or_default();
        assert_eq!(to == "/entrer?vers=%2Freprise", kept, "{text}: {to}");
    }
}

#[tokio::test]
async fn nothing_is_kept_of_a_secret_nor_for_somebody_else() {
    for (name, house) in houses().await {
        let (mut ines, token) = signed_out(&house, 1);
        let (_, of_other) = signed_out(&house, 2);
        let forged = of_other.replace(&who(person(&house, 2, true).id).actor.person.to_string(), &ines.id.to_string());
        for fields in [
            &[("csrf", token.as_str()), ("texte", "Mon code"), ("pin", "4071")][..],
            &[("csrf", &forged), ("texte", "De la part d’un autre")],
            &[("csrf", "0"), ("texte", "De personne")],
            &[("csrf", &token), ("once", "k")],
            &[("csrf", &house.secret.token(&who(ines.id), NOW.plus_days(-2))), ("texte", "D’une page d’avant-hier")],
        ] {
            ines.browser.post("/mot", fields).await;
            assert_eq!(ines.browser.location.as_deref(), Some("/entrer?vers=%2F"), "{name} {fields:?}");
        }
        let from = [
            ("content-type", "application/x-www-form-urlencoded"),
            ("host", "preau.example"),
            ("referer", "https://preau.example/soir?jour=1"),
        ];
        ines.browser.body("/mot", &from, vec![]).await;
        let led = ines.browser.location.as_deref();
        assert_eq!(led, Some("/entrer?vers=%2Fsoir%3Fjour%3D1"), "{name}: back to the page of the form");
        ines.browser.get("/mot").await;
        assert!(
            ines.browser.status == 404 && ines.browser.text.contains("<h1"),
            "{name}: a form is no page: {:?}",
            ines.browser
        );
    }
}

#[tokio::test]
async fn a_deep_link_keeps_its_query_through_the_door_and_the_language() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let (mut nobody, _) = signed_out(&house, 1);
    nobody.browser.get("/soir?jour=2026-12-07&a=%C3%A9").await;
    let led = nobody.browser.location.as_deref();
    assert_eq!(led, Some("/entrer?vers=%2Fsoir%3Fjour%3D2026-12-07%26a%3D%25C3%25A9"));
    let mut ines = person(&house, 1, true);
    ines.browser.get("/hors-ligne?jour=2026-12-07").await;
    assert!(ines.browser.text.contains("name=\"back\" value=\"/hors-ligne?jour=2026-12-07\""), "{:?}", ines.browser);
    for (back, to) in [
        ("/soir?jour=2026-12-07", "/soir?jour=2026-12-07"),
        ("/\t/ailleurs.example", "/"),
        ("//ailleurs.example", "/"),
        ("/école", "/%C3%A9cole"),
    ] {
        ines.browser.post("/langue", &[("csrf", &ines.csrf), ("lang", "en"), ("back", back)]).await;
        assert_eq!(ines.browser.location.as_deref(), Some(to), "{back:?}");
    }
}

#[tokio::test]
async fn a_page_too_old_gives_the_words_back_and_they_go_through() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        let own = house.secret.token(&who(ines.id), NOW);
        let before = SignedIn { session: Id::new(NOW, &Seeded::new(9)), ..who(ines.id) };
        let fields = [("csrf", house.secret.token(&before, NOW)), ("texte", "De ce matin".to_owned())];
        let fields = fields.each_ref().map(|(name, text)| (*name, text.as_str()));
        ines.browser.post("/mot", &fields).await;
        let page = ines.browser.text.clone();
        assert!(ines.browser.status == 403 && page.contains("De ce matin") && page.contains(&own), "{name}: {page}");
        ines.browser.post("/mot", &fields[1..]).await;
        assert_eq!(ines.browser.status, 303, "{name}");
        // Of another person's page nothing is shown.
        let mut other = person(&house, 2, true);
        other.browser.post("/mot", &fields).await;
        assert!(other.browser.status == 403 && !other.browser.text.contains("De ce matin"), "{name}");
    }
}

#[tokio::test]
async fn when_nothing_can_be_written_the_words_come_back_and_all_recovers_by_itself() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let mut ines = person(&house, 1, true);
    let token = house.secret.token(&who(ines.id), NOW);
    let long = format!("Deux heures de travail {}", "mot ".repeat(8_000));
    let fields = [("csrf", token.as_str()), ("once", "k"), ("texte", long.as_str())];
    // No page more than there are: what a full disk says.
    let pages = |most: i64| {
        let house = Arc::clone(&house);
        async move { house.db.write(move |tx| tx.query(&format!("PRAGMA max_page_count = {most}"), &[])).await.unwrap() }
    };
    pages(1).await;
    assert!(house.can_write().await.is_err());
    ines.browser.post("/long", &fields).await;
    let page = &ines.browser;
    assert_eq!(page.status, 503, "{page:?}");
    assert!(page.text.contains("laissez cette page ouverte") && page.text.contains(long.trim()), "{page:?}");
    ines.browser.get("/soir").await;
    assert_eq!(ines.browser.status, 200, "what only reads goes on");
    pages(1_000_000).await;
    assert!(house.can_write().await.is_ok());
    ines.browser.post("/long", &fields).await;
    assert_eq!(ines.browser.status, 303);
    // A page that fails by itself is another thing.
    ines.browser.get("/casse").await;
    assert_eq!(ines.browser.status, 500);
    ines.browser.post("/casse", &fields).await;
    assert!(ines.browser.status == 500 && ines.browser.text.contains("Deux heures"), "{}", ines.browser.status);
}

#[tokio::test]
async fn when_no_file_can_be_kept_the_words_beside_it_come_back() {
    let house = testing::house(db::testing::sqlite(&[]).await, &[&SLICE, &DESK], whoami, NOW).await;
    let folder =
        std::env::temp_dir().join("preau-tests").join(kernel::Id::<()>::new(NOW, &kernel::SystemChance).to_string());
    let files = files::Files::open(&files::Place::Folder(folder.clone())).unwrap();
    // A file stands where the folder was.
    std::fs::remove_dir_all(&folder).unwrap();
    std::fs::write(&folder, b"").unwrap();
    let house = Arc::new(House { files, ..Arc::into_inner(house).unwrap() });
    let mut ines = person(&house, 1, true);
    let token = house.secret.token(&who(ines.id), NOW);
    let words = [("csrf", token.as_str()), ("once", "k"), ("texte", "La photo est floue")];
    ines.browser.upload("/mot", &words, &[("photo", &picture(2_000))]).await;
    let page = &ines.browser.text;
    assert!(ines.browser.status == 503 && page.contains("La photo est floue"), "{page}");
    assert!(page.contains("les choisir de nouveau"), "{page}");
}
