//! The pages as a browser gets them, in both languages. The cookie is the person's id: signing in is another slice's.
use super::{NOW, migrations};
use crate::{SLICE, demo, store};
use access::Actor;
use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use db::Tx;
use http_body_util::BodyExt as _;
use kernel::{Id, Moment, PersonId, Seeded, SetClock};
use std::sync::Arc;
use tower::ServiceExt as _;
use web::{House, Lang, Secret, Settings, SignedIn, Words};

fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> db::Result<Option<SignedIn>> {
    let Ok(id) = token.parse::<PersonId>() else { return Ok(None) };
    let Some(person) = store::person(tx, id)? else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::load(tx, id, now)?,
        session: Id::new(now, &Seeded::new(9)),
        given: person.given,
        family: person.family,
        lang: None,
        shared_device: false,
        must_enrol: false,
    }))
}

async fn house() -> (axum::Router, demo::Demo) {
    let migrations: Vec<_> = migrations().into_iter().chain(web::SLICE.migrations.iter().copied()).collect();
    let db = db::testing::sqlite(&migrations).await;
    let demo = demo::populate(&db, 1_000, 5, NOW).await.unwrap();
    let folder = std::env::temp_dir().join("preau-tests").join(demo.home.id.to_string());
    let house = House {
        db,
        clock: Arc::new(SetClock::at(NOW)),
        chance: Arc::new(Seeded::new(1)),
        files: files::Files::open(&files::Place::Folder(folder)).unwrap(),
        bus: live::Bus::default(),
        words: Words::read(&[web::SLICE.sentences, SLICE.sentences]).unwrap(),
        secret: Secret::new([7; 32]),
        settings: Settings { public_url: "http://127.0.0.1".to_owned(), demo: true, behind_proxy: false },
        whoami,
        nav: |_| vec![],
    };
    (web::router(Arc::new(house), &(SLICE.routes)()), demo)
}

async fn get(router: &axum::Router, path: &str, who: PersonId, lang: Lang) -> (StatusCode, String) {
    let request = Request::get(path).header("cookie", format!("preau={who}; lang={lang}")).body(Body::empty()).unwrap();
    let answer = router.clone().oneshot(request).await.unwrap();
    let status = answer.status();
    let body = answer.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn the_staff_of_a_school_see_its_classes_and_nobody_else_does() {
    let (router, demo) = house().await;
    let class = format!("/ecole/classe/{}", demo.class.id);
    for lang in Lang::ALL {
        for person in [&demo.teachers[0].0, &demo.head, &demo.vie_scolaire, &demo.referent] {
            let (status, list) = get(&router, "/ecole", person.id, lang).await;
            assert_eq!(status, StatusCode::OK, "{list}");
            assert!(list.contains(&class) && list.contains("5e B") && list.contains("Quintefeuille"), "{list}");
            assert!(!list.contains("[directory"), "{list}");
            let (status, page) = get(&router, &class, person.id, lang).await;
            assert_eq!(status, StatusCode::OK, "{page}");
            assert!(page.contains("Nouvel") && page.contains("Benali"), "{page}");
            assert!(page.contains(&format!("{class}/cartes")) && !page.contains("[directory"), "{page}");
            assert_eq!(page.matches("<h1").count(), 1, "{page}");
        }
        for person in [&demo.pilot, &demo.admin, &demo.guardian, &demo.pupils[0], &demo.other_teacher] {
            let (status, page) = get(&router, &class, person.id, lang).await;
            assert_eq!(status, StatusCode::NOT_FOUND);
            assert!(!page.contains("5e B"), "hidden and absent look the same: {page}");
        }
    }
    let (_, page) = get(&router, "/ecole", demo.other_teacher.id, Lang::Fr).await;
    assert!(!page.contains("Quintefeuille"), "the list of another school: {page}");
}
