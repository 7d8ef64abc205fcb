//! A portal: whatever it or an attacker sends, documents that hold together or why not, and no token that its key did
//! not sign.
#![no_main]
use libfuzzer_sys::fuzz_target;
use oidc::{Algorithm, Answer, Asked, Claims, Client, Credential, KeySet, LIMIT, Provider, Tokens};
use std::sync::LazyLock;

const ISSUER: &str = "https://portail.invalid/oidc";
const NOW: i64 = 1_795_000_000;

static PROVIDER: LazyLock<Option<Provider>> = LazyLock::new(|| {
    let document =
        br#"{"issuer": "https://portail.invalid/oidc", "authorization_endpoint": "https://portail.invalid/auth",
        "token_endpoint": "https://portail.invalid/token", "jwks_uri": "https://portail.invalid/jwks"}"#;
    Provider::read(document, ISSUER).ok()
});

/// The key of RFC 7515, appendix A.2: with a header that names no key, every RS256 token reaches the signature.
static KEYS: LazyLock<Option<KeySet>> = LazyLock::new(|| {
    let document = "{\"keys\": [{\"kty\": \"RSA\", \"e\": \"AQAB\", \"n\": \"\
        ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR\
        T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB\
        dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia\
        GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"}]}";
    KeySet::read(document.as_bytes(), NOW).ok()
});

fuzz_target!(|bytes: &[u8]| {
    let (Some(provider), Some(keys)) = (&*PROVIDER, &*KEYS) else { panic!("the fixtures are good") };
    if let Ok(read) = Provider::read(bytes, ISSUER) {
        assert!(read.issuer == ISSUER && bytes.len() <= LIMIT && !read.algorithms.is_empty());
        for url in read.end_session.iter().chain([&read.authorization, &read.token, &read.jwks]) {
            assert!(matches!(url.scheme(), "https" | "http") && url.username().is_empty() && url.fragment().is_none());
        }
    }
    if let Ok(read) = KeySet::read(bytes, NOW) {
        assert!(read.len() <= 100 && !read.may_fetch(NOW));
    }
    if let Ok(claims) = Claims::read(bytes) {
        for name in claims.names() {
            assert!(claims.text(&[name]).is_none_or(|text| claims.texts(&[name]) == [text] && text.len() <= 4_096));
        }
    }
    let client =
        Client { id: "preau".to_owned(), redirect_uri: ISSUER.to_owned(), credential: Credential::Post(String::new()) };
    if let Ok(tokens) = Tokens::read(bytes) {
        assert!(tokens.access_token.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    if let Ok(answer) = Answer::read(pairs)
        && let Ok(code) = answer.code(provider)
    {
        assert!(!answer.state.is_empty() && !code.is_empty() && text.contains(code));
    }
    // The one token that this key is known to have signed.
    if let Ok(token) = oidc::verify(text, keys, &Algorithm::ALL) {
        assert!(token.claims.issued_by("joe").is_ok() && token.claims.number(&["exp"]) == Some(1_300_819_380));
    }
    assert!(client.logout(provider, keys, text, NOW).is_err());
    let tokens = Tokens { id_token: text.to_owned(), access_token: String::new() };
    assert!(client.identity(provider, keys, &tokens, &Asked { nonce: "n", max_age: None }, NOW).is_err());
    assert!(client.userinfo(provider, keys, bytes, "zoe-1", true, NOW).is_err());
});
