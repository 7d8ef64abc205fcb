//! LTI both ways: whatever a platform, a tool, a browser or an attacker sends, a message that holds together or why not, and no
//! launch that its key did not sign.
#![no_main]
use libfuzzer_sys::fuzz_target;
use lti::{
    Answer, Authorization, Initiation, KeySet, LineItem, Members, Platform, Score, ServiceRequest, ServiceToken, Tool,
    next_page, scope,
};
use std::sync::LazyLock;
use url::Url;

const ISSUER: &str = "https://cours.invalid";
const NOW: i64 = 1_795_000_000;

/// The key of RFC 7515, appendix A.2: with a header that names no key, every RS256 token reaches the signature.
static KEYS: LazyLock<Option<KeySet>> = LazyLock::new(|| {
    let document = "{\"keys\": [{\"kty\": \"RSA\", \"e\": \"AQAB\", \"n\": \"\
        ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR\
        T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB\
        dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia\
        GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ\"}]}";
    KeySet::read(document.as_bytes(), NOW).ok()
});

static PARTIES: LazyLock<Option<(Platform, Tool)>> = LazyLock::new(|| {
    let at = |path: &str| Url::parse(&format!("{ISSUER}/{path}")).ok();
    let platform = Platform {
        issuer: ISSUER.to_owned(),
        client_id: "preau".to_owned(),
        authorization: at("auth")?,
        token: at("token")?,
        audience: None,
        jwks: at("keys")?,
        deployments: vec!["1".to_owned()],
    };
    let tool = Tool {
        client_id: "preau".to_owned(),
        initiation: at("login")?,
        redirect_uris: vec![format!("{ISSUER}/launch")],
        jwks: at("keys")?,
    };
    Some((platform, tool))
});

fuzz_target!(|bytes: &[u8]| {
    let (Some(keys), Some((platform, tool))) = (&*KEYS, &*PARTIES) else { panic!("the fixtures are good") };
    if let Ok(score) = Score::read(bytes) {
        assert!(score.given.is_none_or(|(given, most)| given >= 0.0 && most > 0.0 && given.is_finite()));
        assert!(score.user.len() <= 255 && score.document().is_some());
    }
    if let Ok(item) = LineItem::read(bytes) {
        assert!(item.maximum > 0.0 && item.label.len() <= 255);
    }
    if let Ok(items) = LineItem::read_several(bytes) {
        assert!(items.len() <= 1_000);
    }
    if let Ok(members) = Members::read(bytes) {
        assert!(members.members.len() <= 1_000);
    }
    if let Ok(token) = ServiceToken::read(bytes) {
        assert!(token.access_token.bytes().all(|byte| byte.is_ascii_graphic()));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    if let Some(next) = next_page(&platform.jwks, text) {
        assert!(next.origin() == platform.jwks.origin());
    }
    let pairs = || text.split('&').filter_map(|pair| pair.split_once('='));
    if let Ok(begun) = Initiation::read(pairs()) {
        let asked = platform.authorization(&begun, ISSUER, "s", "n");
        assert!(asked.is_err() || begun.issuer == ISSUER);
    }
    if let Ok(asked) = Authorization::read(pairs())
        && asked.check(tool).is_ok()
    {
        assert!(tool.redirect_uris.contains(&asked.redirect_uri) && asked.client_id == tool.client_id);
    }
    if let Ok(answer) = Answer::read(pairs()) {
        assert!(platform.launch(keys, &answer.token, "n", NOW).is_err());
    }
    if let Ok(asked) = ServiceRequest::read(pairs()) {
        assert!(asked.grant(keys, &[ISSUER], &[scope::SCORE], NOW).is_err());
    }
    assert!(platform.launch(keys, text, "n", NOW).is_err());
    assert!(tool.choice(keys, text, ISSUER, "1", None, NOW).is_err());
});
