use super::*;

fn userinfo(body: &str, must_be_signed: bool) -> Result<Claims, Refusal> {
    client().userinfo(&provider(), &key_set(), body.as_bytes(), "zoe-1", must_be_signed, NOW)
}

fn signed(changes: &Value) -> String {
    let claims = json!({"iss": ISSUER, "aud": "préau", "sub": "zoe-1", "exp": NOW + 60, "usual_name": "Dùpônt"});
    portals_key().sign(&with(claims, changes)).unwrap()
}

#[test]
fn userinfo_is_read_plain_or_signed() {
    let plain = userinfo(r#" {"sub": "zoe-1", "family_name": "Dùpônt & fils"}"#, false).unwrap();
    assert_eq!(plain.text(&["family_name"]), Some("Dùpônt & fils"));
    let token = userinfo(&signed(&json!({})), true).unwrap();
    assert_eq!(token.text(&["usual_name"]), Some("Dùpônt"));
    assert!(userinfo(&signed(&json!({"iss": null, "aud": null, "exp": null})), true).is_ok());
}

#[test]
fn unsigned_userinfo_is_refused_when_signed_is_required() {
    assert_eq!(userinfo(r#"{"sub": "zoe-1"}"#, true).unwrap_err(), Refusal::UserinfoUnsigned);
}

#[test]
fn userinfo_of_another_person_is_refused() {
    assert_eq!(userinfo(r#"{"sub": "max-2"}"#, false).unwrap_err(), Refusal::OtherSubject);
    assert_eq!(userinfo("{}", false).unwrap_err(), Refusal::Missing("sub"));
    assert_eq!(userinfo(&signed(&json!({"sub": "max-2"})), true).unwrap_err(), Refusal::OtherSubject);
}

#[test]
fn signed_userinfo_says_who_made_it_for_whom_and_until_when() {
    let refusal = |changes: &Value| userinfo(&signed(changes), true).unwrap_err();
    assert!(matches!(refusal(&json!({"iss": "https://autre.invalid"})), Refusal::OtherIssuer { .. }));
    assert_eq!(refusal(&json!({"aud": "autre"})), Refusal::OtherAudience);
    assert_eq!(refusal(&json!({"exp": NOW - SKEW})), Refusal::Expired { seconds: SKEW });
}

#[test]
fn forged_userinfo_is_refused() {
    let token = strangers_key().sign(&json!({"sub": "zoe-1"})).unwrap();
    assert_eq!(userinfo(&token, false).unwrap_err(), Refusal::KeyUnknown);
    assert_eq!(userinfo("<html>", false).unwrap_err(), Refusal::NotAToken);
}
