use super::*;

fn claims() -> Value {
    json!({"iss": ISSUER, "aud": "préau", "sub": "zoe-1", "nonce": "n1", "sid": "session-1", "iat": NOW,
        "exp": NOW + 600})
}

fn tokens(id_token: String) -> Tokens {
    Tokens { id_token, access_token: "access-1".to_owned() }
}

const ASKED: Asked = Asked { nonce: "n1", max_age: None };

fn identity(changes: &Value, asked: Asked, now: i64) -> Result<Identity, Refusal> {
    let token = portals_key().sign(&with(claims(), changes)).unwrap();
    client().identity(&provider(), &key_set(), &tokens(token), &asked, now)
}

fn refusal(changes: &Value) -> Refusal {
    identity(changes, ASKED, NOW).unwrap_err()
}

#[test]
fn somebody_signs_in() {
    let identity = identity(&json!({"given_name": "Zoé"}), ASKED, NOW).unwrap();
    assert_eq!((identity.subject.as_str(), identity.session.as_deref()), ("zoe-1", Some("session-1")));
    assert_eq!((identity.issued_at, identity.claims.text(&["given_name"])), (NOW, Some("Zoé")));
}

#[test]
fn the_answer_to_another_question_is_refused() {
    assert_eq!(refusal(&json!({"nonce": "n2"})), Refusal::OtherNonce);
    assert_eq!(refusal(&json!({"nonce": null})), Refusal::Missing("nonce"));
}

#[test]
fn a_token_of_another_issuer_is_refused() {
    let said = "https://autre.invalid".to_owned();
    assert_eq!(refusal(&json!({"iss": said})), Refusal::OtherIssuer { said });
}

#[test]
fn a_token_for_another_audience_is_refused() {
    assert_eq!(refusal(&json!({"aud": "autre"})), Refusal::OtherAudience);
    assert_eq!(refusal(&json!({"aud": ["autre", 3]})), Refusal::OtherAudience);
    assert_eq!(refusal(&json!({"aud": {"préau": "préau"}})), Refusal::OtherAudience);
    assert_eq!(refusal(&json!({"aud": []})), Refusal::Missing("aud"));
    assert_eq!(refusal(&json!({"aud": null})), Refusal::Missing("aud"));
}

#[test]
fn a_token_for_several_is_ours_only_if_it_says_so() {
    assert_eq!(refusal(&json!({"aud": ["préau", "autre"]})), Refusal::OtherParty);
    assert_eq!(refusal(&json!({"aud": ["préau", "autre"], "azp": "autre"})), Refusal::OtherParty);
    assert_eq!(refusal(&json!({"azp": "autre"})), Refusal::OtherParty);
    assert!(identity(&json!({"aud": ["préau", "autre"], "azp": "préau"}), ASKED, NOW).is_ok());
    assert!(identity(&json!({"aud": ["préau"]}), ASKED, NOW).is_ok());
}

#[test]
fn an_expired_token_is_refused_at_the_boundary() {
    let over = json!({"exp": NOW});
    assert!(identity(&over, ASKED, NOW + SKEW - 1).is_ok());
    assert_eq!(identity(&over, ASKED, NOW + SKEW).unwrap_err(), Refusal::Expired { seconds: SKEW });
    assert_eq!(refusal(&json!({"exp": null})), Refusal::Missing("exp"));
    assert_eq!(refusal(&json!({"exp": "demain"})), Refusal::Missing("exp"));
    assert!(matches!(refusal(&json!({"exp": i64::MIN})), Refusal::Expired { .. }));
}

#[test]
fn a_token_issued_in_the_future_is_refused_at_the_boundary() {
    assert!(identity(&json!({"iat": NOW + SKEW - 1}), ASKED, NOW).is_ok());
    assert_eq!(refusal(&json!({"iat": NOW + SKEW})), Refusal::FromTheFuture { seconds: SKEW });
    assert_eq!(refusal(&json!({"nbf": NOW + 3_600})), Refusal::FromTheFuture { seconds: 3_600 });
    assert_eq!(refusal(&json!({"iat": null})), Refusal::Missing("iat"));
    assert_eq!(refusal(&json!({"nbf": "demain"})), Refusal::Missing("nbf"));
    assert!(matches!(refusal(&json!({"iat": i64::MAX})), Refusal::FromTheFuture { .. }));
}

#[test]
fn who_signed_in_too_long_ago_is_refused_when_it_was_asked() {
    let asked = Asked { max_age: Some(300), ..ASKED };
    let at = |auth_time: Value| identity(&json!({"auth_time": auth_time}), asked, NOW).map(|_| ());
    assert_eq!(at(json!(NOW - 300 - SKEW + 1)), Ok(()));
    assert_eq!(at(json!(NOW - 300 - SKEW)), Err(Refusal::SignedInTooLongAgo { seconds: 300 + SKEW }));
    assert_eq!(at(json!(NOW + SKEW)), Err(Refusal::FromTheFuture { seconds: SKEW }));
    assert_eq!(at(Value::Null), Err(Refusal::Missing("auth_time")));
    assert!(identity(&json!({"auth_time": 1}), ASKED, NOW).is_ok());
}

#[test]
fn a_token_that_came_with_another_access_token_is_refused() {
    // Core's own example, appendix A.3.
    let tokens = |hash: &str| Tokens {
        id_token: portals_key().sign(&with(claims(), &json!({"at_hash": hash}))).unwrap(),
        access_token: "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y".to_owned(),
    };
    let identity = |hash: &str| client().identity(&provider(), &key_set(), &tokens(hash), &ASKED, NOW).map(|_| ());
    assert_eq!(identity("77QmUPtjPfzWtF2AnpK9RQ"), Ok(()));
    assert_eq!(identity("77QmUPtjPfzWtF2AnpK9RR"), Err(Refusal::OtherAccessToken));
    assert_eq!(refusal(&json!({"at_hash": 3})), Refusal::Missing("at_hash"));
}

#[test]
fn nobody_and_an_endless_name_are_refused() {
    assert_eq!(refusal(&json!({"sub": null})), Refusal::Missing("sub"));
    assert_eq!(refusal(&json!({"sub": ""})), Refusal::Missing("sub"));
    assert_eq!(refusal(&json!({"sub": "a".repeat(256)})), Refusal::Missing("sub"));
    assert_eq!(refusal(&json!({"sub": ["zoe-1", "max-2"]})), Refusal::Missing("sub"));
}

#[test]
fn an_algorithm_that_the_provider_does_not_announce_is_refused() {
    let announced = Provider { algorithms: vec![Algorithm::Es256], ..provider() };
    let token = tokens(portals_key().sign(&claims()).unwrap());
    let refusal = client().identity(&announced, &key_set(), &token, &ASKED, NOW).unwrap_err();
    assert_eq!(refusal, Refusal::UnknownAlgorithm("RS256".to_owned()));
}

#[test]
fn deep_and_oversized_claims_are_refused_though_signed() {
    let deep = (0..60).fold(json!(1), |inner, _| json!([inner]));
    assert_eq!(refusal(&json!({"x": deep})), Refusal::TooDeep);
    assert_eq!(refusal(&json!({"x": "a".repeat(LIMIT)})), Refusal::TooLarge);
}

#[test]
fn a_logout_token_is_no_identity() {
    let events = json!({"http://schemas.openid.net/event/backchannel-logout": {}});
    assert_eq!(refusal(&json!({"nonce": null, "events": events})), Refusal::Missing("nonce"));
}
