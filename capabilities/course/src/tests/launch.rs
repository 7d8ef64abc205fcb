//! Who comes, as a tool is told.
use super::town::{Evening, HOUSE, TOOL, asked, launched, told};
use lti::{Message, Role};

#[tokio::test]
async fn a_tool_is_told_who_comes_by_a_name_that_says_nothing() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let launch = launched(&evening, town.pupils[0], (town.tool, town.link)).await;
        let user = launch.user.clone().unwrap();
        assert_eq!((user.name, user.given_name, user.email), (None, None, None), "{name}");
        assert!(!user.id.contains(&town.pupils[0].to_string()), "{name}");
        assert_eq!(launch.roles, [Role::Learner], "{name}");
        assert_eq!(launch.context.as_ref().unwrap().title.as_deref(), Some("5e B"), "{name}");
        assert_eq!(launch.custom.get("niveau").map(String::as_str), Some("5e"), "{name}");
        let Message::ResourceLink(resource) = &launch.message else { panic!("{launch:?}") };
        assert_eq!(
            (resource.id.as_str(), resource.target.as_str()),
            (town.link.to_string().as_str(), &*format!("{TOOL}/lancement"))
        );
        let scores = launch.scores.unwrap();
        assert_eq!(scores.line_item.unwrap().as_str(), format!("{HOUSE}/cours/{}/colonne", town.link), "{name}");
        // The same the next time; somebody else, and another tool, by another.
        let again = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let other = launched(&evening, town.pupils[1], (town.tool, town.link)).await.user.unwrap().id;
        let elsewhere = launched(&evening, town.pupils[0], (town.open, town.named)).await.user.unwrap();
        assert_eq!(user.id, again, "{name}");
        assert!(other != user.id && elsewhere.id != user.id, "{name}");
        assert_eq!(elsewhere.name.as_deref(), Some("Inès Nouvel"), "{name}: the administrator decided so");
    }
}

#[tokio::test]
async fn a_teacher_comes_as_one() {
    for evening in Evening::both().await {
        let town = &evening.town;
        let launch = launched(&evening, town.teachers[1], (town.tool, town.link)).await;
        assert_eq!(launch.roles, [Role::Instructor], "{}", evening.name);
    }
}

#[tokio::test]
async fn the_page_that_leads_on_may_send_its_form_to_the_tool_alone_and_says_so_without_script() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        browser.get(&to).await;
        let policy = browser.header("content-security-policy").unwrap();
        assert!(policy.contains(&format!("form-action 'self' https: {TOOL};")), "{name}: {policy}");
        assert!(browser.text.contains("Continuer"), "{name}: {browser:?}");
        told(&mut browser, town.tool).await.unwrap();
    }
}

#[tokio::test]
async fn a_tool_that_asks_by_a_form_is_answered_all_the_same() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        let query = to.split_once('?').unwrap().1.to_owned();
        // The form comes without a cookie.
        let mut bare = evening.nobody();
        let form = [("content-type", "application/x-www-form-urlencoded")];
        bare.body("/cours/entree", &form, query.into_bytes()).await;
        assert_eq!(bare.status, 303, "{name}: {bare:?}");
        browser.get(bare.location.as_deref().unwrap()).await;
        told(&mut browser, town.tool).await.unwrap();
    }
}
