use super::*;
use proptest::prelude::*;

#[test]
fn a_discovery_document_is_read() {
    let provider = provider();
    assert_eq!(provider.issuer, ISSUER);
    assert_eq!(provider.token.as_str(), "https://portail.invalid/oidc/token");
    assert_eq!(provider.end_session.unwrap().path(), "/oidc/session/end");
    assert!(provider.names_itself && provider.backchannel_logout);
    assert_eq!(provider.algorithms, Algorithm::ALL);
}

#[test]
fn what_is_optional_may_be_absent() {
    let least = with(
        document(),
        &json!({
            "userinfo_endpoint": null, "end_session_endpoint": null, "backchannel_logout_supported": null,
            "authorization_response_iss_parameter_supported": null, "id_token_signing_alg_values_supported": null,
        }),
    );
    let provider = read(&least).unwrap();
    assert_eq!((provider.userinfo, provider.end_session), (None, None));
    assert!(!provider.names_itself && !provider.backchannel_logout);
    assert_eq!(provider.algorithms, [Algorithm::Rs256]);
}

#[test]
fn the_document_of_another_issuer_is_refused_to_the_letter() {
    for said in ["https://portail.invalid/oidc/", "https://portail.invalid/OIDC", "https://autre.invalid"] {
        let refusal = read(&with(document(), &json!({"issuer": said}))).unwrap_err();
        assert_eq!(refusal, Refusal::OtherIssuer { said: said.to_owned() });
    }
}

#[test]
fn an_endpoint_that_is_missing_or_not_safe_is_refused_by_its_name() {
    for name in ["authorization_endpoint", "token_endpoint", "jwks_uri"] {
        assert_eq!(read(&with(document(), &json!({name: null}))).unwrap_err(), Refusal::Missing(name));
    }
    for name in ["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint", "end_session_endpoint"] {
        for address in [
            "http://portail.invalid/",
            "http://localhost.invalid/",
            "http://127.0.0.1.invalid",
            "javascript:alert(1)",
            "https://moi:secret@portail.invalid/",
            "https://portail.invalid/#x",
            "/relative",
            "file:///etc/passwd",
            "https:",
        ] {
            assert_eq!(
                read(&with(document(), &json!({name: address}))).unwrap_err(),
                Refusal::Address(name),
                "{address}"
            );
        }
    }
}

#[test]
fn http_is_good_on_this_machine_alone() {
    for address in ["http://localhost:8162/t", "http://127.0.0.1:8162/t", "http://[::1]:8162/t"] {
        assert!(read(&with(document(), &json!({"token_endpoint": address}))).is_ok(), "{address}");
    }
}

#[test]
fn a_provider_that_signs_with_nothing_we_accept_is_refused() {
    let refusal =
        read(&with(document(), &json!({"id_token_signing_alg_values_supported": ["HS256", "none", "ES512"]})));
    assert_eq!(refusal.unwrap_err(), Refusal::NoCommonAlgorithm);
}

#[test]
fn an_oversized_document_is_refused_before_it_is_read() {
    let large = with(document(), &json!({"x": "a".repeat(LIMIT)}));
    assert_eq!(read(&large).unwrap_err(), Refusal::TooLarge);
}

#[test]
fn deep_json_is_refused_before_it_is_built() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{{\"x\":{}0{}}}", open.repeat(40_000), close.repeat(40_000));
        assert_eq!(Provider::read(deep.as_bytes(), ISSUER).unwrap_err(), Refusal::TooDeep);
    }
    assert!(json(br#"{"brackets in a text": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[["}"#).is_ok());
}

#[test]
fn what_is_not_a_json_object_is_refused() {
    for document in ["", "[]", "\"x\"", "{", "<html>", "{}x", "\u{feff}{}"] {
        assert_eq!(Provider::read(document.as_bytes(), ISSUER).unwrap_err(), Refusal::NotJson, "{document}");
    }
}

#[test]
fn the_document_is_looked_for_under_the_issuer() {
    let place = "https://portail.invalid/oidc/.well-known/openid-configuration";
    assert_eq!(discovery(ISSUER).unwrap().as_str(), place);
    assert_eq!(discovery(&format!("{ISSUER}/")).unwrap().as_str(), place);
    assert_eq!(discovery("http://portail.invalid").unwrap_err(), Refusal::Address("issuer"));
}

#[test]
fn claims_are_read_by_path_and_by_type() {
    let claims = Claims::read(
        br#"{"nom": "Zo\u00e9", "ages": 12, "at": 17.9, "vide": "", 
             "schools": [{"uai": ["0140001A", "0140002B"]}, {"uai": "0140003C"}, 3],
             "ok": true, "address": {"country": "FR"}, "https://purl.invalid/roles": ["a", 1, null]}"#,
    )
    .unwrap();
    assert_eq!(claims.text(&["nom"]), Some("Zoé"));
    assert_eq!(claims.text(&["address", "country"]), Some("FR"));
    assert_eq!(claims.texts(&["schools", "uai"]), ["0140001A", "0140002B", "0140003C"]);
    assert_eq!(claims.text(&["schools", "uai"]), None);
    assert_eq!(claims.texts(&["https://purl.invalid/roles"]), ["a"]);
    assert_eq!((claims.number(&["ages"]), claims.number(&["at"])), (Some(12), Some(17)));
    assert_eq!((claims.text(&["vide"]), claims.text(&["ages"]), claims.flag(&["ok"])), (None, None, Some(true)));
    assert_eq!((claims.texts(&[]).len(), claims.text(&["nom", "x"])), (0, None));
}

proptest! {
    #[test]
    fn depth_is_counted_as_the_parser_counts_it(depth in 1_usize..60) {
        let text = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        prop_assert_eq!(json(text.as_bytes()).is_ok(), depth <= 32);
    }
}
