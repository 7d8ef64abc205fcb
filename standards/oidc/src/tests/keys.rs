//! Forged signatures, forged headers, keys of each kind. `jsonwebtoken` is the other side: it signs what we verify.
use super::*;
use aws_lc_rs::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair,
};
use data_encoding::BASE64URL_NOPAD;
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{DecodingKey, EncodingKey, Header, Validation};

fn made(header: &Value, claims: &Value, signature: &[u8]) -> String {
    let part = |value: &Value| BASE64URL_NOPAD.encode(value.to_string().as_bytes());
    format!("{}.{}.{}", part(header), part(claims), BASE64URL_NOPAD.encode(signature))
}

fn refusal(token: &str) -> Refusal {
    verify(token, &key_set(), &Algorithm::ALL).unwrap_err()
}

fn signed() -> String {
    portals_key().sign(&json!({"sub": "zoe-1"})).unwrap()
}

/// The RSA key in PKCS #1: what lies in PKCS #8 after a header of 26 bytes.
fn pkcs1() -> &'static [u8] {
    &DERS[0][26..]
}

fn set(jwks: &[Value]) -> KeySet {
    KeySet::read(json!({"keys": jwks}).to_string().as_bytes(), NOW).unwrap()
}

#[test]
fn an_unsigned_token_is_refused() {
    for alg in ["none", "None", "NONE"] {
        let header = json!({"alg": alg, "kid": portals_key().id()});
        assert_eq!(refusal(&made(&header, &json!({"sub": "zoe-1"}), b"")), Refusal::Unsigned);
    }
    let header = json!({"alg": "RS256", "kid": portals_key().id()});
    assert_eq!(refusal(&made(&header, &json!({"sub": "zoe-1"}), b"")), Refusal::Forged);
}

#[test]
fn an_hmac_with_the_public_key_is_refused() {
    let public = portals_key().public().to_string();
    let key = EncodingKey::from_secret(public.as_bytes()).unwrap();
    let mut header = Header::new(jsonwebtoken::Algorithm::HS256);
    header.kid = Some(portals_key().id().to_owned());
    let token = jsonwebtoken::encode(&header, &json!({"sub": "zoe-1"}), &key).unwrap();
    assert_eq!(refusal(&token), Refusal::Symmetric);
}

#[test]
fn a_key_that_nobody_knows_is_told_apart() {
    let token = strangers_key().sign(&json!({"sub": "zoe-1"})).unwrap();
    assert_eq!(refusal(&token), Refusal::KeyUnknown);
}

#[test]
fn a_forged_name_of_a_key_does_not_help() {
    let header = json!({"alg": "RS256", "kid": portals_key().id()});
    let stolen = strangers_key().sign(&json!({"sub": "zoe-1"})).unwrap();
    let signature = BASE64URL_NOPAD.decode(stolen.rsplit('.').next().unwrap().as_bytes()).unwrap();
    assert_eq!(refusal(&made(&header, &json!({"sub": "zoe-1"}), &signature)), Refusal::Forged);
    let path = json!({"alg": "RS256", "kid": "../../dev/null"});
    assert_eq!(refusal(&made(&path, &json!({}), &signature)), Refusal::KeyUnknown);
    let list = json!({"alg": "RS256", "kid": ["a", "b"]});
    assert_eq!(refusal(&made(&list, &json!({}), &signature)), Refusal::Missing("kid"));
}

#[test]
fn a_key_that_the_token_brings_along_is_not_looked_at() {
    let stranger = strangers_key();
    for extra in
        [json!({"jwk": stranger.public()}), json!({"jku": "https://attaque.invalid/jwks"}), json!({"x5c": ["MII"]})]
    {
        let header = with(json!({"alg": "RS256", "kid": portals_key().id()}), &extra);
        assert_eq!(refusal(&made(&header, &json!({"sub": "zoe-1"}), &[1; 256])), Refusal::Forged);
    }
}

#[test]
fn what_is_changed_after_signing_is_refused() {
    let token = signed();
    let parts: Vec<&str> = token.split('.').collect();
    let other = BASE64URL_NOPAD.encode(br#"{"sub":"max-2"}"#);
    assert_eq!(refusal(&format!("{}.{other}.{}", parts[0], parts[2])), Refusal::Forged);
}

#[test]
fn a_key_of_another_type_is_refused() {
    for alg in ["ES256", "ES384", "EdDSA"] {
        let header = json!({"alg": alg, "kid": portals_key().id()});
        assert_eq!(refusal(&made(&header, &json!({}), &[1; 64])), Refusal::KeyOfAnotherType);
    }
    // The key says that it is for RS256 alone.
    let header = json!({"alg": "RS512", "kid": portals_key().id()});
    assert_eq!(refusal(&made(&header, &json!({}), &[1; 256])), Refusal::KeyOfAnotherType);
}

#[test]
fn an_algorithm_out_of_the_list_is_refused() {
    for alg in ["ES512", "ES256K", "PS512", "RS1", "rs256", "dir"] {
        let header = json!({"alg": alg, "kid": portals_key().id()});
        assert_eq!(refusal(&made(&header, &json!({}), &[1; 256])), Refusal::UnknownAlgorithm(alg.to_owned()));
    }
}

#[test]
fn what_is_no_token_is_refused() {
    for token in ["", ".", "..", "a.b", "a.b.c.d", "é.é.é", "e30=.e30=.e30="] {
        assert!(matches!(refusal(token), Refusal::NotAToken | Refusal::NotJson), "{token}");
    }
    assert_eq!(refusal("a.b.c.d.e"), Refusal::Encrypted);
    assert_eq!(refusal(&"a".repeat(LIMIT + 1)), Refusal::TooLarge);
    assert_eq!(refusal(&made(&json!({"typ": "JWT"}), &json!({}), b"x")), Refusal::Missing("alg"));
    let critical = json!({"alg": "RS256", "crit": ["b64"], "b64": false, "kid": portals_key().id()});
    assert_eq!(refusal(&made(&critical, &json!({}), b"x")), Refusal::Critical);
}

/// RFC 7515, appendix A.2.
#[test]
fn the_example_of_the_norm_holds() {
    let key = json!({"kty": "RSA", "e": "AQAB", "n": "\
        ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR\
        T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB\
        dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia\
        GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"});
    let token = "\
        eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19\
        yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt\
        _O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb\
        1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI\
        8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    let verified = verify(token, &set(&[key]), &Algorithm::ALL).unwrap();
    assert_eq!(verified.claims.text(&["iss"]), Some("joe"));
}

#[test]
fn every_algorithm_holds_with_its_key_and_no_other() {
    let p256 = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap().to_pkcs8v1().unwrap();
    let p384 = EcdsaKeyPair::generate(&ECDSA_P384_SHA384_FIXED_SIGNING).unwrap().to_pkcs8v1().unwrap();
    let ed25519 = Ed25519KeyPair::generate().unwrap().to_pkcs8v1().unwrap();
    let rsa = EncodingKey::from_rsa_der(pkcs1());
    let cases = [
        (jsonwebtoken::Algorithm::RS256, rsa.clone()),
        (jsonwebtoken::Algorithm::RS384, rsa.clone()),
        (jsonwebtoken::Algorithm::RS512, rsa.clone()),
        (jsonwebtoken::Algorithm::PS256, rsa),
        (jsonwebtoken::Algorithm::ES256, EncodingKey::from_ec_der(p256.as_ref())),
        (jsonwebtoken::Algorithm::ES384, EncodingKey::from_ec_der(p384.as_ref())),
        (jsonwebtoken::Algorithm::EdDSA, EncodingKey::from_ed_der(ed25519.as_ref())),
    ];
    let jwks: Vec<_> = cases
        .iter()
        .map(|(algorithm, key)| {
            let mut jwk = Jwk::from_encoding_key(key, *algorithm).unwrap();
            jwk.common.key_id = Some(format!("{algorithm:?}"));
            serde_json::to_value(jwk).unwrap()
        })
        .collect();
    for (algorithm, key) in &cases {
        let mut header = Header::new(*algorithm);
        header.kid = Some(format!("{algorithm:?}"));
        let token = jsonwebtoken::encode(&header, &json!({"sub": "zoe-1"}), key).unwrap();
        let verified = verify(&token, &set(&jwks), &Algorithm::ALL).unwrap();
        assert_eq!(verified.algorithm.name(), format!("{algorithm:?}"));
        header.kid = None;
        let unnamed = jsonwebtoken::encode(&header, &json!({"sub": "zoe-1"}), key).unwrap();
        assert!(verify(&unnamed, &set(&jwks), &Algorithm::ALL).is_ok(), "the key says its own algorithm");
        for jwk in jwks.iter().filter(|jwk| jwk["kid"] != format!("{algorithm:?}")) {
            let renamed = with(jwk.clone(), &json!({"kid": format!("{algorithm:?}")}));
            let refusal = verify(&token, &set(&[renamed]), &Algorithm::ALL).unwrap_err();
            assert_eq!(refusal, Refusal::KeyOfAnotherType);
        }
    }
}

#[test]
fn what_we_sign_others_read() {
    let key = portals_key();
    let public = key.public();
    let theirs =
        DecodingKey::from_rsa_components(public["n"].as_str().unwrap(), public["e"].as_str().unwrap()).unwrap();
    let mut validation = Validation::new(jsonwebtoken::Algorithm::RS256);
    validation.required_spec_claims.clear();
    let read = jsonwebtoken::decode::<Value>(signed(), &theirs, &validation).unwrap();
    assert_eq!((read.claims["sub"].as_str(), read.header.kid.as_deref()), (Some("zoe-1"), Some(key.id())));
}

#[test]
fn a_token_that_names_no_key_needs_one_alone_that_fits() {
    let (ours, other) = (portals_key().public(), strangers_key().public());
    let mut header = Header::new(jsonwebtoken::Algorithm::RS256);
    header.kid = None;
    let token = jsonwebtoken::encode(&header, &json!({"sub": "zoe-1"}), &EncodingKey::from_rsa_der(pkcs1())).unwrap();
    let opened = |jwks: &[Value]| verify(&token, &set(jwks), &Algorithm::ALL).map(|_| ());
    assert_eq!(opened(std::slice::from_ref(&ours)), Ok(()));
    assert_eq!(opened(&[ours.clone(), other.clone()]), Err(Refusal::KeyAmbiguous));
    assert_eq!(opened(&[]), Err(Refusal::KeyUnknown));
    assert_eq!(opened(&[ours, with(other, &json!({"alg": "PS256"}))]), Ok(()));
}

#[test]
fn keys_that_are_not_for_signatures_are_left_out() {
    let public = portals_key().public();
    let others = [
        with(public.clone(), &json!({"use": "enc"})),
        with(public.clone(), &json!({"use": null, "key_ops": ["encrypt"]})),
        with(public.clone(), &json!({"n": "é"})),
        json!({"kty": "oct", "k": "c2VjcmV0", "kid": "secret"}),
        json!({"kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"}),
        json!({"kty": "EC", "crv": "P-521", "x": "AAAA", "y": "AAAA"}),
        json!(3),
    ];
    assert!(set(&others).is_empty());
    assert_eq!(set(&[public]).len(), 1);
}

#[test]
fn a_small_or_absurd_key_verifies_nothing() {
    for changes in [json!({"n": "AQAB"}), json!({"n": ""}), json!({"e": ""}), json!({"e": "AA"}), json!({"e": "AQ"})] {
        let jwk = with(portals_key().public(), &changes);
        assert_eq!(verify(&signed(), &set(&[jwk]), &Algorithm::ALL).unwrap_err(), Refusal::Forged, "{changes}");
    }
}

#[test]
fn a_number_with_zeros_before_it_is_the_same_key() {
    let n = BASE64URL_NOPAD.decode(portals_key().public()["n"].as_str().unwrap().as_bytes()).unwrap();
    let padded = with(portals_key().public(), &json!({"n": BASE64URL_NOPAD.encode(&[vec![0], n].concat())}));
    assert!(verify(&signed(), &set(&[padded]), &Algorithm::ALL).is_ok());
}

#[test]
fn the_keys_are_read_again_once_a_minute_at_most() {
    let keys = key_set();
    assert!(!keys.may_fetch(NOW) && !keys.may_fetch(NOW + 59) && !keys.may_fetch(NOW - 30));
    assert!(keys.may_fetch(NOW + 60));
    assert!(keys.may_fetch(NOW - 3_600), "a clock that was wrong does not close the door");
    assert!(KeySet::default().may_fetch(NOW));
}

#[test]
fn a_set_that_is_none_or_endless_is_refused() {
    let read = |document: &str| KeySet::read(document.as_bytes(), NOW).unwrap_err();
    assert_eq!(read("{}"), Refusal::Missing("keys"));
    assert_eq!(read("<html>"), Refusal::NotJson);
    assert_eq!(read(&json!({"keys": vec![json!({}); 101]}).to_string()), Refusal::TooLarge);
}

#[test]
fn a_key_of_ours_is_read_in_each_of_its_forms() {
    let id = portals_key().id().to_owned();
    let pem = |kind: &str, der: &[u8]| {
        let body = data_encoding::BASE64.encode(der);
        let lines: Vec<_> = body.as_bytes().chunks(64).map(|line| str::from_utf8(line).unwrap()).collect();
        format!("-----BEGIN {kind}-----\n{}\n-----END {kind}-----\n", lines.join("\r\n"))
    };
    assert_eq!(SigningKey::read(pkcs1()).unwrap().id(), id);
    assert_eq!(SigningKey::read(pem("PRIVATE KEY", &DERS[0]).as_bytes()).unwrap().id(), id);
    assert_eq!(SigningKey::read(pem("RSA PRIVATE KEY", pkcs1()).as_bytes()).unwrap().id(), id);
    let spoilt =
        [String::new(), "-----BEGIN".to_owned(), pem("ENCRYPTED PRIVATE KEY", &DERS[0]), pem("PRIVATE KEY", b"x")];
    assert!(spoilt.iter().all(|key| SigningKey::read(key.as_bytes()).is_err_and(|refusal| refusal == Refusal::BadKey)));
}
