//! What a tool says of those who came, and who sees it.
use super::town::{Evening, HOUSE, NOW, launched, read, scored, token};
use crate::store;
use kernel::Moment;
use lti::{Activity, Grading, Score, scope};
use serde_json::json;

pub fn score(user: &str, given: f64, seconds: i64) -> Score {
    let (activity, grading) = (Activity::Completed, Grading::FullyGraded);
    Score {
        user: user.to_owned(),
        given: Some((given, 20.0)),
        comment: None,
        at: NOW.0 + seconds * 1_000,
        activity,
        grading,
    }
}

#[tokio::test]
async fn a_mark_comes_back_and_each_sees_what_is_theirs_to_see() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let user = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let given = token(&evening, town.tool, &[scope::SCORE, scope::RESULT_READ]).await;
        assert_eq!(scored(&evening, town.link, &given, &score(&user, 15.0, 1)).await, 204, "{name}");
        assert_eq!(scored(&evening, town.link, &given, &score(&user, 15.0, 1)).await, 204, "{name}: the same again");
        let page = format!("/cours/{}", town.link);
        for (reader, sees) in
            [(town.pupils[0], true), (town.pupils[1], false), (town.teachers[2], true), (town.head, true)]
        {
            let mut browser = evening.of(reader);
            let text = browser.get(&page).await.text.clone();
            assert_eq!(text.contains("Fait, 15 sur 20"), sees, "{name}: {text}");
        }
        for hidden in [town.guardian, town.other.teachers[0], town.other.pupils[0], town.pilot, town.admin] {
            assert_eq!(evening.of(hidden).get(&page).await.status, 404, "{name}");
        }
        // A family sees its own child, and no way in.
        let mut family = evening.of(town.guardian);
        family.get("/cours").await;
        assert!(family.text.contains("Inès, Fractions") && family.text.contains("15 sur 20"), "{name}: {family:?}");
        assert!(!family.text.contains(&page), "{name}: {family:?}");
        // The tool reads back what it said.
        let (status, marks, _) = read(&evening, &format!("{page}/colonne/results"), &given).await;
        assert_eq!(
            (status, &marks[0]["userId"], &marks[0]["resultScore"]),
            (200, &json!(user), &json!(15.0)),
            "{name}"
        );
        let (link, pupil) = (town.link, town.pupils[0]);
        let done = evening.write(move |tx, _| store::completed(tx, link, pupil)).await;
        assert_eq!(done, Some(Moment(NOW.0 + 1_000)), "{name}");
    }
}

#[tokio::test]
async fn a_tool_sees_its_one_column_and_who_is_in_the_group() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let given = token(&evening, town.open, &[scope::LINE_ITEM_READ, scope::MEMBERS_READ]).await;
        let page = format!("/cours/{}", town.named);
        let (_, columns, _) = read(&evening, &format!("{page}/colonnes"), &given).await;
        assert_eq!(columns[0]["scoreMaximum"], json!(20.0), "{name}: {columns}");
        let (_, column, _) = read(&evening, &format!("{page}/colonne"), &given).await;
        assert_eq!(column["id"], json!(format!("{HOUSE}{page}/colonne")), "{name}: {column}");
        let (status, members, _) = read(&evening, &format!("{page}/membres"), &given).await;
        let members = members["members"].as_array().unwrap().clone();
        assert_eq!((status, members.len()), (200, 4), "{name}: {members:?}");
        assert!(members.iter().any(|one| one["name"] == json!("Inès Nouvel")), "{name}: {members:?}");
    }
}

#[tokio::test]
async fn what_is_known_of_a_person_is_told_to_them_and_forgotten_with_them() {
    for evening in Evening::both().await {
        let (name, town) = (evening.name, &evening.town);
        let user = launched(&evening, town.pupils[0], (town.tool, town.link)).await.user.unwrap().id;
        let given = token(&evening, town.tool, &[scope::SCORE]).await;
        scored(&evening, town.link, &given, &score(&user, 15.0, 1)).await;
        let (pupil, teacher) = (town.pupils[0], town.teachers[0]);
        let counts = evening.write(move |tx, _| {
            let before = (store::export(tx, pupil)?.len(), store::export(tx, teacher)?.len());
            store::erase(tx, pupil)?;
            store::erase(tx, teacher)?;
            Ok((before, store::export(tx, pupil)?.len(), store::export(tx, teacher)?.len()))
        });
        assert_eq!(counts.await, ((1, 2), 0, 0), "{name}");
    }
}
