use super::*;

fn score(body: &Value) -> Result<Score, Refusal> {
    Score::read(body.to_string().as_bytes())
}

fn posted() -> Value {
    json!({
        "userId": "31", "scoreGiven": 12.5, "scoreMaximum": 20, "comment": "Bien lu",
        "timestamp": "2026-11-18T10:26:40.250+01:00",
        "activityProgress": "Completed", "gradingProgress": "FullyGraded",
    })
}

#[test]
fn a_mark_is_read_and_written() {
    let read = score(&posted()).unwrap();
    let expected = Score {
        user: "31".to_owned(),
        given: Some((12.5, 20.0)),
        comment: Some("Bien lu".to_owned()),
        at: 1_794_994_000_250,
        activity: Activity::Completed,
        grading: Grading::FullyGraded,
    };
    assert_eq!(read, expected);
    let written = read.document().unwrap();
    assert_eq!(written["timestamp"], "2026-11-18T09:26:40.25Z");
    assert_eq!(score(&written).unwrap(), expected);
}

#[test]
fn how_far_somebody_is_needs_no_mark() {
    let mut started = posted();
    started.as_object_mut().unwrap().retain(|name, _| !name.starts_with("score"));
    started["activityProgress"] = json!("InProgress");
    assert_eq!(score(&started).unwrap().given, None);
}

#[test]
fn a_score_that_says_nothing_certain_is_refused_by_its_field() {
    for (field, value) in [
        ("userId", json!("")),
        ("userId", json!("a".repeat(256))),
        ("scoreGiven", json!(-1)),
        ("scoreGiven", json!("12")),
        ("scoreMaximum", json!(0)),
        ("scoreMaximum", Value::Null),
        ("timestamp", json!("hier")),
        ("timestamp", json!("2026-11-18T10:26:40")),
        ("activityProgress", json!("Dormant")),
        ("gradingProgress", json!(3)),
    ] {
        let mut body = posted();
        body[field] = value;
        assert_eq!(score(&body).unwrap_err(), Refusal::missing(field), "{body}");
    }
    assert_eq!(Score::read(&vec![b' '; oidc::LIMIT + 1]).unwrap_err(), oidc::Refusal::TooLarge.into());
}

#[test]
fn columns_are_read_and_written() {
    let column = LineItem {
        id: Some(url("https://cours.invalid/lti/c1/lineitems/3?type_id=1")),
        label: "Lecture".to_owned(),
        maximum: 20.0,
        resource: None,
        tag: Some("soir".to_owned()),
        link: Some("exercice-12".to_owned()),
    };
    assert_eq!(LineItem::read(column.document().to_string().as_bytes()).unwrap(), column);
    let several = json!([column.document(), {"label": "Autre", "scoreMaximum": 1}]);
    assert_eq!(LineItem::read_several(several.to_string().as_bytes()).unwrap()[0], column);
    let too_many = Value::from(vec![json!({}); 1_001]).to_string();
    assert_eq!(LineItem::read_several(too_many.as_bytes()).unwrap_err(), oidc::Refusal::TooLarge.into());
    assert_eq!(LineItem::read_several(b"{}").unwrap_err(), oidc::Refusal::NotJson.into());
    assert_eq!(LineItem::read(br#"{"scoreMaximum": 1}"#).unwrap_err(), Refusal::missing("label"));
    assert_eq!(LineItem::read(br#"{"label": "a", "scoreMaximum": 1e999}"#).unwrap_err(), oidc::Refusal::NotJson.into());
}

#[test]
fn marks_go_under_the_column_whatever_its_query() {
    let column = url("https://cours.invalid/lti/c1/lineitems/3?type_id=1");
    assert_eq!(scores_address(&column).as_str(), "https://cours.invalid/lti/c1/lineitems/3/scores?type_id=1");
    assert_eq!(results_address(&column).as_str(), "https://cours.invalid/lti/c1/lineitems/3/results?type_id=1");
    let results = results(&column, [("31", Some(12.5), 20.0), ("a/b", None, 20.0)]);
    assert_eq!(results[0]["id"], "https://cours.invalid/lti/c1/lineitems/3/results/31?type_id=1");
    assert_eq!((&results[0]["resultScore"], &results[0]["userId"]), (&json!(12.5), &json!("31")));
    assert_eq!(results[1]["id"], "https://cours.invalid/lti/c1/lineitems/3/results/a%2Fb?type_id=1");
    assert!(results[1].get("resultScore").is_none());
}
