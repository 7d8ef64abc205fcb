use super::*;

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

fn claims() -> Value {
    json!({"iss": ISSUER, "aud": "préau", "sub": "zoe-1", "sid": "session-1", "jti": "j1", "iat": NOW, "exp": NOW + 120,
        "events": {EVENT: {}}})
}

fn logout_at(changes: &Value, now: i64) -> Result<Logout, Refusal> {
    let token = portals_key().sign(&with(claims(), changes)).unwrap();
    client().logout(&provider(), &key_set(), &token, now)
}

fn refusal(changes: &Value) -> Refusal {
    logout_at(changes, NOW).unwrap_err()
}

#[test]
fn the_portal_closes_a_session() {
    let logout = logout_at(&json!({}), NOW).unwrap();
    assert_eq!((logout.subject.as_deref(), logout.session.as_deref()), (Some("zoe-1"), Some("session-1")));
    assert_eq!((logout.unique.as_str(), logout.remember_until), ("j1", NOW + 300 + SKEW));
}

#[test]
fn a_session_or_a_subject_is_enough_and_one_is_needed() {
    assert_eq!(logout_at(&json!({"sub": null}), NOW).unwrap().subject, None);
    assert_eq!(logout_at(&json!({"sid": null}), NOW).unwrap().session, None);
    assert_eq!(refusal(&json!({"sub": null, "sid": null})), Refusal::Missing("sid"));
}

#[test]
fn a_forged_logout_is_refused() {
    let token = strangers_key().sign(&claims()).unwrap();
    assert_eq!(client().logout(&provider(), &key_set(), &token, NOW).unwrap_err(), Refusal::KeyUnknown);
    let body = data_encoding::BASE64URL_NOPAD.encode(claims().to_string().as_bytes());
    let unsigned = format!("{}.{body}.", data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none"}"#));
    assert_eq!(client().logout(&provider(), &key_set(), &unsigned, NOW).unwrap_err(), Refusal::Unsigned);
}

#[test]
fn a_logout_with_a_nonce_is_refused() {
    assert_eq!(refusal(&json!({"nonce": "n1"})), Refusal::NonceInLogout);
}

#[test]
fn a_token_without_the_event_closes_nothing() {
    let others =
        [json!(null), json!({}), json!("x"), json!({"http://autre.invalid": {}}), json!({EVENT: "x"}), json!([EVENT])];
    for events in others {
        assert_eq!(refusal(&json!({"events": events})), Refusal::NotALogout, "{events}");
    }
}

#[test]
fn an_old_or_future_logout_is_refused() {
    let patient = json!({"exp": null});
    assert!(logout_at(&patient, NOW + 300 + SKEW - 1).is_ok());
    assert_eq!(logout_at(&patient, NOW + 300 + SKEW).unwrap_err(), Refusal::Expired { seconds: SKEW });
    assert_eq!(logout_at(&json!({}), NOW + 120 + SKEW).unwrap_err(), Refusal::Expired { seconds: SKEW });
    assert!(matches!(logout_at(&json!({"exp": i64::MAX}), NOW + 3_600), Err(Refusal::Expired { .. })));
    assert_eq!(refusal(&json!({"iat": NOW + SKEW})), Refusal::FromTheFuture { seconds: SKEW });
    assert_eq!(refusal(&json!({"iat": null})), Refusal::Missing("iat"));
}

#[test]
fn a_logout_of_another_or_for_another_is_refused() {
    assert_eq!(refusal(&json!({"aud": "autre"})), Refusal::OtherAudience);
    assert!(matches!(refusal(&json!({"iss": "https://autre.invalid"})), Refusal::OtherIssuer { .. }));
    assert_eq!(refusal(&json!({"jti": null})), Refusal::Missing("jti"));
}

#[test]
fn leaving_leads_to_the_portals_exit_and_back() {
    let url = client().sign_out(&provider(), Some("a.b.c"), "https://preau.invalid/", "s1").unwrap();
    let expected = "https://portail.invalid/oidc/session/end?id_token_hint=a.b.c&client_id=pr%C3%A9au\
                    &post_logout_redirect_uri=https%3A%2F%2Fpreau.invalid%2F&state=s1";
    assert_eq!(url.as_str(), expected);
    let without = Provider { end_session: None, ..provider() };
    assert_eq!(client().sign_out(&without, None, "https://preau.invalid/", "s1"), None);
}
