use super::*;
use std::collections::HashMap;

fn sign_in() -> SignIn<'static> {
    // The verifier of RFC 7636, appendix B.
    SignIn { state: "s1", nonce: "n1", verifier: "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", ..SignIn::default() }
}

fn query(sign_in: &SignIn) -> HashMap<String, String> {
    client().authorization(&provider(), sign_in).query_pairs().into_owned().collect()
}

fn form(credential: Credential) -> (Post, HashMap<String, String>) {
    let client = Client { credential, ..client() };
    let post = client.exchange(&provider(), "abc+/", "verifier", "jti-1", NOW).unwrap();
    let form = url::form_urlencoded::parse(post.body.as_bytes()).into_owned().collect();
    (post, form)
}

#[test]
fn the_browser_is_sent_with_a_challenge_and_nothing_secret() {
    let query = query(&sign_in());
    let expected = [
        ("ent", "1"),
        ("response_type", "code"),
        ("client_id", "préau"),
        ("redirect_uri", "https://preau.invalid/entrer/retour?de=ent1"),
        ("scope", "openid"),
        ("state", "s1"),
        ("nonce", "n1"),
        ("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"),
        ("code_challenge_method", "S256"),
    ];
    assert_eq!(query, expected.map(|(name, value)| (name.to_owned(), value.to_owned())).into());
}

#[test]
fn wishes_are_said_when_there_are_some() {
    let query = query(&SignIn {
        scopes: &["given_name", "uid"],
        prompt_login: true,
        max_age: Some(0),
        acr_values: Some("eidas1"),
        login_hint: Some("zoe"),
        ui_locales: Some("fr en"),
        claims: Some(r#"{"id_token":{"amr":{"essential":true}}}"#),
        ..sign_in()
    });
    assert_eq!(query["scope"], "openid given_name uid");
    assert_eq!((query["prompt"].as_str(), query["max_age"].as_str()), ("login", "0"));
    assert_eq!((query["acr_values"].as_str(), query["login_hint"].as_str()), ("eidas1", "zoe"));
    assert_eq!((query["ui_locales"].as_str(), query["claims"].len()), ("fr en", 39));
}

#[test]
fn a_secret_goes_in_the_header_encoded_twice() {
    let (post, form) = form(Credential::Basic("s:cret&é".to_owned()));
    let both = data_encoding::BASE64.encode(b"pr%C3%A9au:s%3Acret%26%C3%A9");
    assert!(post.headers.contains(&("authorization", format!("Basic {both}"))));
    assert_eq!(post.to.as_str(), "https://portail.invalid/oidc/token");
    assert_eq!((form["code"].as_str(), form["code_verifier"].as_str()), ("abc+/", "verifier"));
    assert_eq!(form["grant_type"], "authorization_code");
    assert!(!form.contains_key("client_id") && !form.contains_key("client_secret"));
}

#[test]
fn a_secret_goes_in_the_form() {
    let (post, form) = form(Credential::Post("secret".to_owned()));
    assert_eq!((form["client_id"].as_str(), form["client_secret"].as_str()), ("préau", "secret"));
    assert!(post.headers.iter().all(|(name, _)| *name != "authorization"));
}

#[test]
fn a_key_signs_who_we_are() {
    let (_, form) = form(Credential::Key(Box::new(portals_key())));
    let claims = verify(&form["client_assertion"], &key_set(), &[Algorithm::Rs256]).unwrap().claims;
    assert_eq!((claims.text(&["iss"]), claims.text(&["sub"])), (Some("préau"), Some("préau")));
    assert_eq!((claims.text(&["aud"]), claims.text(&["jti"])), (Some(ISSUER), Some("jti-1")));
    assert_eq!(claims.number(&["exp"]), Some(NOW + 120));
}

#[test]
fn tokens_are_read() {
    let tokens = Tokens::read(br#"{"token_type": "bearer", "id_token": "a.b.c", "access_token": "x"}"#).unwrap();
    assert_eq!((tokens.id_token.as_str(), tokens.access_token.as_str()), ("a.b.c", "x"));
}

#[test]
fn an_answer_without_tokens_says_why() {
    let refusal = |body: &str| Tokens::read(body.as_bytes()).err().unwrap();
    let grant = Refusal::CodeRefused { description: "grant request is invalid".to_owned() };
    assert_eq!(refusal(r#"{"error": "invalid_grant", "error_description": "grant request is invalid"}"#), grant);
    assert_eq!(refusal(r#"{"error": "invalid_client"}"#), Refusal::ClientRefused { description: String::new() });
    assert_eq!(refusal(r#"{"token_type": "Bearer", "access_token": "x"}"#), Refusal::Missing("id_token"));
    assert_eq!(
        refusal(r#"{"token_type": "mac", "access_token": "x", "id_token": "y"}"#),
        Refusal::Missing("token_type")
    );
    let header = r#"{"token_type": "Bearer", "access_token": "x\r\nHost: y", "id_token": "y"}"#;
    assert_eq!(refusal(header), Refusal::Missing("access_token"));
    assert_eq!(refusal("<html>"), Refusal::NotJson);
    assert_eq!(refusal(&" ".repeat(LIMIT + 1)), Refusal::TooLarge);
}
