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
    for lang in Lang::ALL {
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
