//! What opens a door is in no row: whoever has the database, or a backup of it, has digests and seals.
use super::house::Evening;
use db::{Db, Value};

/// Every value of every row, with the table and the column it stands in.
async fn rows(db: &Db) -> Vec<(String, Vec<u8>)> {
    db.read_long(|tx| {
        let mut all = vec![];
        for table in tx.tables()? {
            for row in tx.query(&format!("SELECT * FROM {}", table.name), &[])? {
                for (value, column) in row.0.into_iter().zip(&table.columns) {
                    let bytes = match value {
                        Value::Text(text) => text.into_bytes(),
                        Value::Bytes(bytes) => bytes,
                        Value::Int(_) | Value::Null => continue,
                    };
                    all.push((format!("{}.{}", table.name, column.name), bytes));
                }
            }
        }
        Ok::<_, db::Error>(all)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn what_opens_a_door_is_in_no_row() {
    let evening = Evening::make().await;
    let (house, mut walkers) = evening.enter().await;
    let mut secrets: Vec<(&str, String)> = vec![("a card", evening.things.one("token").to_owned())];
    for walker in &mut walkers {
        let csrf = walker.csrf.clone();
        let browser = &mut walker.browser;
        match walker.name {
            "head" => {
                let school = evening.things.one("school");
                let fields = [
                    ("csrf", csrf.as_str()),
                    ("once", "a"),
                    ("unite", school),
                    ("usage", "rencontre"),
                    ("genre", "bigbluebutton"),
                    ("adresse", "https://bbb.example.org/bigbluebutton/api"),
                    ("secret", "a-shared-secret"),
                ];
                browser.post("/visio/serveurs", &fields).await;
                assert_eq!(browser.status, 303, "{browser:?}");
                secrets.push(("a video server's secret", "a-shared-secret".to_owned()));
            }
            "teacher" => {
                browser.post("/semaine/abonnement", &[("csrf", &csrf), ("once", "b")]).await;
                let token = browser.text.split("/agenda/").nth(1).and_then(|rest| rest.split(".ics").next());
                secrets.push(("a calendar's address", token.unwrap().to_owned()));
            }
            "guardian" => {
                // Signed in, they type the code of a letter: the form is remembered with where it led.
                let code = evening.things.one("key");
                browser.post("/reponse", &[("csrf", &csrf), ("once", "c"), ("code", code)]).await;
                assert_eq!(browser.status, 303, "{browser:?}");
                let link = browser.location.clone().unwrap();
                let key = link.rsplit('/').next().unwrap().to_owned();
                // The same form again leads to the same place.
                browser.post("/reponse", &[("csrf", &csrf), ("once", "c"), ("code", code)]).await;
                assert_eq!(browser.location.as_deref(), Some(&*link), "{browser:?}");
                secrets.extend([("a letter's code", code.to_owned()), ("a letter's link", key)]);
            }
            _ => {}
        }
    }
    secrets.extend(evening.tokens().map(|token| ("a session", token.to_owned())));
    assert!(secrets.len() > 8, "{secrets:?}");
    let rows = rows(&house.db).await;
    for (what, secret) in secrets {
        assert!(secret.len() > 8, "{what}");
        let found = rows.iter().find(|(_, value)| value.windows(secret.len()).any(|some| some == secret.as_bytes()));
        assert_eq!(found.map(|(place, _)| place), None, "{what} lies open");
    }
}
