//! What comes eight times at once does what it does once.
use super::{
    marks::score,
    town::{Evening, HOUSE, KEYS, asked, launched, now, token},
};
use crate::store;
use lti::{Score, scope};
use web::testing::race;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_launch_and_a_statement_that_come_eight_times_at_once_count_once() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let mut browser = evening.of(town.pupils[0]);
        let to = asked(&mut browser, (town.tool, town.link)).await;
        // The key of the house is there before they race for the launch.
        evening.nobody().get("/cours/cles").await;
        let launches = race(8, move |_| {
            let (mut browser, to) = (browser.clone(), to.clone());
            async move { browser.get(&to).await.status }
        });
        let mut launches = launches.await;
        launches.sort_unstable();
        assert_eq!(launches, [200, 403, 403, 403, 403, 403, 403, 403], "{name}");
        let good = KEYS[0].assertion(&town.tool.to_string(), &format!("{HOUSE}/cours/jeton"), "j1", now()).unwrap();
        let body = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("grant_type", "client_credentials")
            .append_pair("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
            .append_pair("client_assertion", &good)
            .append_pair("scope", scope::SCORE)
            .finish();
        let server = evening.nobody();
        let tokens = race(8, move |_| {
            let (mut server, body) = (server.clone(), body.clone().into_bytes());
            let form = [("content-type", "application/x-www-form-urlencoded")];
            async move { server.body("/cours/jeton", &form, body).await.status }
        });
        let mut tokens = tokens.await;
        tokens.sort_unstable();
        assert_eq!(tokens, [200, 400, 400, 400, 400, 400, 400, 400], "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_marks_at_once_the_last_one_stays() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let user = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let given = token(&evening, town.tool, &[scope::SCORE]).await;
        let (server, path) = (evening.nobody(), format!("/cours/{}/colonne/scores", town.link));
        let statuses = race(8, move |at| {
            let (mut server, path, bearer) = (server.clone(), path.clone(), format!("Bearer {given}"));
            let at = u32::try_from(at).unwrap();
            let body = score(&user, f64::from(at), i64::from(at)).document().unwrap().to_string().into_bytes();
            async move {
                let headers = [("authorization", bearer.as_str()), ("content-type", Score::TYPE)];
                server.body(&path, &headers, body).await.status
            }
        });
        assert!(statuses.await.iter().all(|status| matches!(status, 204 | 409)), "{name}");
        let (link, pupil) = (town.link, town.pupils[0]);
        let kept = evening.write(move |tx, _| store::result::of(tx, link, pupil)).await.unwrap();
        assert_eq!(kept.shown(20).as_deref(), Some("7"), "{name}");
    }
}
