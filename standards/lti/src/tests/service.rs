use super::*;

const TOKENS: &str = "https://cours.invalid/mod/lti/token.php";
const OFFERED: [&str; 2] = [scope::SCORE, scope::MEMBERS_READ];

fn form(key: &SigningKey, scopes: &[&str]) -> Vec<(String, String)> {
    let post = platform().service_token(key, scopes, "u1", NOW).unwrap();
    assert_eq!(post.to.as_str(), TOKENS);
    url::form_urlencoded::parse(post.body.as_bytes()).into_owned().collect()
}

fn granted(form: &[(String, String)], now: i64) -> Result<Grant, Refusal> {
    ServiceRequest::read(pairs(form))?.grant(&keys(tools_key()), &[ISSUER, TOKENS], &OFFERED, now)
}

fn asserted(claims: &Value) -> Result<Grant, Refusal> {
    let assertion = tools_key().sign(claims).unwrap();
    granted(&with(form(tools_key(), &[scope::SCORE]), "client_assertion", Some(&assertion)), NOW)
}

#[test]
fn a_tool_gets_what_is_offered_of_what_it_asks() {
    let asked = form(tools_key(), &[scope::LINE_ITEM, scope::SCORE, scope::SCORE]);
    let request = ServiceRequest::read(pairs(&asked)).unwrap();
    assert_eq!(request.client_id, "préau-1");
    let grant = granted(&asked, NOW).unwrap();
    assert_eq!((grant.scopes.as_slice(), grant.unique.as_str()), ([scope::SCORE.to_owned()].as_slice(), "u1"));
    assert_eq!(grant.remember_until, NOW + 120 + oidc::SKEW);
    let answer = service_answer("secret", 600, &grant.scopes).to_string();
    let token = ServiceToken::read(answer.as_bytes()).unwrap();
    assert_eq!((token.access_token.as_str(), token.expires_in, token.scopes), ("secret", 600, grant.scopes));
}

#[test]
fn another_audience_is_said_when_the_platform_has_one() {
    let platform = Platform { audience: Some("https://cours.invalid/autre".to_owned()), ..platform() };
    let post = platform.service_token(tools_key(), &[scope::SCORE], "u1", NOW).unwrap();
    let form: Vec<_> = url::form_urlencoded::parse(post.body.as_bytes()).into_owned().collect();
    assert_eq!(granted(&form, NOW).unwrap_err(), oidc::Refusal::OtherAudience.into());
}

#[test]
fn a_forged_statement_is_refused() {
    let forged = form(strangers_key(), &[scope::SCORE]);
    assert_eq!(granted(&forged, NOW).unwrap_err(), oidc::Refusal::KeyUnknown.into());
    let claims = forged.iter().find(|(name, _)| name == "client_assertion").unwrap().1.split('.').nth(1).unwrap();
    let unsigned = format!("{}.{claims}.", data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none"}"#));
    let refusal = granted(&with(forged.clone(), "client_assertion", Some(&unsigned)), NOW).unwrap_err();
    assert_eq!(refusal, oidc::Refusal::Unsigned.into());
}

#[test]
fn a_statement_says_who_for_whom_and_until_when() {
    let good = json!({"iss": "préau-1", "sub": "préau-1", "aud": TOKENS, "iat": NOW, "exp": NOW + 60, "jti": "u1"});
    let changed = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        asserted(&claims).unwrap_err()
    };
    assert!(asserted(&good).is_ok());
    let said = "autre".to_owned();
    assert_eq!(changed("iss", json!("autre")), oidc::Refusal::OtherIssuer { said }.into());
    assert_eq!(changed("aud", json!("https://autre.invalid")), oidc::Refusal::OtherAudience.into());
    assert_eq!(changed("exp", json!(NOW - 60)), oidc::Refusal::Expired { seconds: 60 }.into());
    assert_eq!(changed("iat", json!(NOW + 60)), oidc::Refusal::FromTheFuture { seconds: 60 }.into());
    assert_eq!(changed("exp", json!(NOW + 3_601)), Refusal::LivesTooLong);
    assert_eq!(changed("jti", Value::Null), Refusal::missing("jti"));
}

#[test]
fn what_is_asked_in_another_way_is_refused() {
    let asked = form(tools_key(), &[scope::SCORE]);
    for name in ["grant_type", "client_assertion_type"] {
        assert_eq!(granted(&with(asked.clone(), name, Some("x")), NOW).unwrap_err(), Refusal::Unsupported(name));
    }
    assert_eq!(granted(&with(asked.clone(), "scope", Some("x y")), NOW).unwrap_err(), Refusal::NoScope);
    assert_eq!(
        granted(&with(asked.clone(), "client_assertion", None), NOW).unwrap_err(),
        Refusal::missing("client_assertion")
    );
    for assertion in ["", "a", "a.b", "a.é.c", "a.e30.c"] {
        assert!(granted(&with(asked.clone(), "client_assertion", Some(assertion)), NOW).is_err(), "{assertion}");
    }
}

#[test]
fn the_platforms_no_is_told() {
    let refusal = ServiceToken::read(br#"{"error": "invalid_client"}"#).err().unwrap();
    assert_eq!(refusal, oidc::Refusal::ClientRefused { description: String::new() }.into());
    let header = ServiceToken::read(b"{\"access_token\": \"x y\"}").err().unwrap();
    assert_eq!(header, Refusal::missing("access_token"));
}
