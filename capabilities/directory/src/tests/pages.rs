//! The pages as a browser gets them, in both languages. The cookie is the person's id: signing in is another slice's.
use super::NOW;
use crate::{SLICE, demo, testing::whoami};
use kernel::PersonId;
use web::{Lang, testing::Browser};

pub async fn house() -> (Browser, demo::Demo) {
    let house = web::testing::house(db::testing::sqlite(&[]).await, &[&SLICE], whoami, NOW).await;
    let demo = demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
    (Browser::new(&house, &[&SLICE]), demo)
}

#[tokio::test]
async fn the_staff_of_a_school_see_its_classes_and_nobody_else_does() {
    let (browser, demo) = house().await;
    let of = |person: PersonId, lang| browser.another().with("preau", person).with("lang", lang);
    let class = format!("/ecole/classe/{}", demo.class.id);
    for lang in Lang::WHOLE {
        for person in [&demo.teachers[0].0, &demo.head, &demo.vie_scolaire, &demo.referent] {
            let mut browser = of(person.id, lang);
            let list = browser.get("/ecole").await;
            assert_eq!(list.status, 200, "{list:?}");
            assert!(list.text.contains(&class) && list.text.contains("5e B") && list.text.contains("Quintefeuille"));
            assert!(!list.text.contains("[directory"), "{list:?}");
            let page = browser.get(&class).await;
            assert_eq!(page.status, 200, "{page:?}");
            assert!(page.text.contains("Nouvel") && page.text.contains("Benali"), "{page:?}");
            assert!(page.text.contains(&format!("{class}/cartes")) && !page.text.contains("[directory"), "{page:?}");
            assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
        }
        for person in [&demo.pilot, &demo.admin, &demo.guardian, &demo.pupils[0], &demo.other_teacher] {
            let mut browser = of(person.id, lang);
            let page = browser.get(&class).await;
            assert_eq!(page.status, 404);
            assert!(!page.text.contains("5e B"), "hidden and absent look the same: {page:?}");
        }
    }
    let mut elsewhere = of(demo.other_teacher.id, Lang::Fr);
    assert!(!elsewhere.get("/ecole").await.text.contains("Quintefeuille"), "the list of another school");
}

#[tokio::test]
async fn a_pupils_page_is_for_the_team_of_their_school() {
    for (name, db) in db::testing::both(&[]).await {
        let house = web::testing::house(db, &[&SLICE], whoami, NOW).await;
        let demo = demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
        let browser = Browser::new(&house, &[&SLICE]);
        let ines = &demo.pupils[0];
        let page = format!("/eleve/{}", ines.id);
        for lang in Lang::WHOLE {
            for person in [&demo.teachers[0].0, &demo.head, &demo.vie_scolaire, &demo.referent] {
                let mut browser = browser.another().with("preau", person.id).with("lang", lang);
                browser.get(&page).await;
                assert_eq!(browser.status, 200, "{name}: {browser:?}");
                assert!(browser.queries <= 10 && browser.text.matches("<h1").count() == 1, "{name}: {browser:?}");
                assert!(browser.text.contains(&ines.full()) && browser.text.contains(&demo.class.name), "{name}");
                assert!(browser.text.contains(&demo.apart[0].full()), "{name}: {browser:?}");
                assert!(!browser.text.contains("[directory"), "{name}: {browser:?}");
                browser.get(&format!("/ecole/classe/{}", demo.class.id)).await;
                assert!(browser.text.contains(&page), "{name}: the class leads there");
            }
        }
        for person in [&demo.pilot, &demo.admin, &demo.guardian, ines, &demo.pupils[1], &demo.other_teacher] {
            let mut browser = browser.another().with("preau", person.id);
            assert_eq!(browser.get(&page).await.status, 404, "{name}");
        }
        let mut head = browser.another().with("preau", demo.head.id);
        let nobody = format!("/eleve/{}", demo.teachers[0].0.id);
        assert_eq!(head.get(&nobody).await.status, 404, "{name}: a teacher is no pupil");
    }
}
