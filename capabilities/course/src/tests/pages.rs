//! The pages: tools are registered, activities given and closed.
use super::town::{Evening, KEYS};
use lti::KeySet;
use web::{Lang, testing::Browser};

/// The page is there, and every sentence of it.
fn sound(browser: &Browser) {
    assert!(!browser.text.contains("[course-") && !browser.text.contains("[shell-"), "{browser:?}");
    assert_eq!(browser.text.matches("<h1").count(), 1, "{browser:?}");
}

#[tokio::test]
async fn every_page_says_its_sentences_in_few_statements() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let link = format!("/cours/{}", town.link);
        let tool = format!("/cours/outils/{}", town.tool);
        for (who, path) in [
            (town.pupils[0], "/cours"),
            (town.guardian, "/cours"),
            (town.teachers[0], "/cours"),
            (town.pupils[0], &link),
            (town.teachers[0], &link),
            (town.teachers[0], "/cours/pose"),
            (town.admin, "/cours/outils"),
            (town.admin, &tool),
        ] {
            for lang in Lang::WHOLE {
                let mut browser = evening.of(who).with("lang", lang);
                browser.get(path).await;
                assert_eq!(browser.status, 200, "{}: {path}: {browser:?}", evening.name);
                sound(&browser);
                assert!(browser.queries <= 10, "{}: {path}: {}", evening.name, browser.queries);
            }
        }
    }
}

#[tokio::test]
async fn a_tool_is_registered_and_an_activity_of_it_given() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut admin = evening.of(town.admin);
        admin.get("/cours/outils").await;
        let keys = KeySet::published(&[&KEYS[0]]).to_string();
        let fields = [
            ("nom", "M@gistère"),
            ("pour", "0140041U"),
            ("entree", "https://magistere.exemple.invalid/entree"),
            ("lancement", "https://magistere.exemple.invalid/lancement"),
            ("collees", keys.as_str()),
        ];
        for (field, bad) in
            [("nom", ""), ("pour", "ailleurs"), ("entree", "http://10.0.0.1/"), ("lancement", ""), ("collees", "{}")]
        {
            let with = fields.map(|(known, kept)| if known == field { (known, bad) } else { (known, kept) });
            admin.post("/cours/outils", &with).await;
            sound(&admin);
            assert_eq!(admin.status, 422, "{name}: {field}: {admin:?}");
        }
        admin.post("/cours/outils", &fields).await;
        assert_eq!(admin.status, 303, "{name}: {admin:?}");
        let sheet = admin.location.clone().unwrap();
        admin.follow().await;
        assert!(admin.text.contains("/cours/jeton") && admin.text.contains("/cours/cles"), "{name}: {admin:?}");
        admin.post(&format!("{sheet}/essai"), &[]).await;
        admin.follow().await;
        assert!(admin.text.contains("Une clé est lue"), "{name}: {admin:?}");
        let tool = sheet.rsplit('/').next().unwrap().to_owned();
        let class = town.class.to_string();
        let given =
            [("groupe", class.as_str()), ("outil", tool.as_str()), ("titre", "Se former au numérique"), ("note", "10")];
        let mut teacher = evening.of(town.teachers[0]);
        teacher.get("/cours/pose").await;
        assert!(teacher.text.contains("M@gistère"), "{name}: {teacher:?}");
        for (field, bad) in [("titre", ""), ("note", "-1"), ("adresse", "http://127.0.0.1/")] {
            let with: Vec<_> =
                given.iter().copied().filter(|(known, _)| *known != field).chain([(field, bad)]).collect();
            teacher.post("/cours/pose", &with).await;
            sound(&teacher);
            assert_eq!(teacher.status, 422, "{name}: {field}: {teacher:?}");
        }
        teacher.post("/cours/pose", &given).await;
        assert_eq!(teacher.status, 303, "{name}: {teacher:?}");
        let link = teacher.location.clone().unwrap();
        let mut pupil = evening.of(town.pupils[0]);
        assert!(pupil.get("/cours").await.text.contains("Se former au numérique"), "{name}: {pupil:?}");
        // A teacher of another school gives nothing here, nor any tool of this school there.
        let mut other = evening.of(town.other.teachers[0]);
        other.get("/cours/pose").await;
        assert!(!other.text.contains("M@gistère") && other.text.contains("Exerciseur"), "{name}: {other:?}");
        assert_eq!(other.post("/cours/pose", &given).await.status, 422, "{name}");
        let there = town.other.class.to_string();
        let with = given.map(|(known, kept)| if known == "groupe" { (known, there.as_str()) } else { (known, kept) });
        assert_eq!(other.post("/cours/pose", &with).await.status, 422, "{name}");
        // Closed, and opened again.
        teacher.follow().await;
        teacher.post(&format!("{link}/fin"), &[]).await;
        assert!(!pupil.get("/cours").await.text.contains("Se former"), "{name}: {pupil:?}");
        assert_eq!(pupil.get(&format!("{link}/ouverture")).await.status, 404, "{name}");
        teacher.follow().await;
        teacher.post(&format!("{link}/retour"), &[]).await;
        assert_eq!(pupil.get(&format!("{link}/ouverture")).await.status, 303, "{name}");
        assert!(pupil.location.as_deref().unwrap().starts_with("https://magistere.exemple.invalid/entree?"), "{name}");
        assert_eq!(evening.of(town.pupils[1]).get(&sheet).await.status, 404, "{name}");
    }
}

#[tokio::test]
async fn the_keys_of_this_house_are_published_and_one_is_made_before_the_other_goes() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut count = vec![];
        for days in [0, 1, 90, 91, 100] {
            evening.later(days * 24 * 60);
            let mut anybody = evening.nobody();
            anybody.get("/cours/cles").await;
            count.push(KeySet::read(&anybody.bytes, 0).unwrap().len());
        }
        assert_eq!(count, [1, 1, 2, 2, 1], "{name}");
    }
}
