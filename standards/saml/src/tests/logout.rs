//! Leaving, from either side.
use super::portal::{By, KEYS, NOW, PORTAL, PROVIDER, SERVICE, check, expectation, good, signed};
use crate::{Exit, Key, LogoutRequest, LogoutResponse, NameId, Provider, Refusal, SKEW, Sender, Service, Status};
use data_encoding::BASE64;
use flate2::{Compression, write::DeflateEncoder};
use std::io::Write;
use url::form_urlencoded::byte_serialize;

const SENDER: fn() -> Sender<'static> = || Sender { service: &SERVICE, key: &KEYS[0], now: NOW };

/// What the portal says when somebody leaves it.
fn request() -> String {
    r#"<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"
 xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_leave-1" Version="2.0" IssueInstant="2026-11-28T08:29:59Z"
 NotOnOrAfter="2026-11-28T08:34:00Z" Destination="https://service.invalid/saml/sortie"><saml:Issuer
>https://portail.invalid/idp</saml:Issuer><saml:NameID>zoe<!-- -->-1</saml:NameID>
<samlp:SessionIndex>_session-1</samlp:SessionIndex>
<samlp:SessionIndex>_session-2</samlp:SessionIndex></samlp:LogoutRequest>"#
        .into()
}

fn left() -> LogoutRequest {
    let name = NameId { value: "zoe-1".into(), format: None, qualifier: None, service_qualifier: None };
    LogoutRequest { id: "_leave-1".into(), name, sessions: vec!["_session-1".into(), "_session-2".into()] }
}

fn encoded(text: &str) -> String {
    byte_serialize(text.as_bytes()).collect()
}

fn packed(message: &str) -> String {
    let mut packed = DeflateEncoder::new(vec![], Compression::best());
    packed.write_all(message.as_bytes()).unwrap();
    encoded(&BASE64.encode(&packed.finish().unwrap()))
}

/// The query by which the portal sends a message.
fn query(name: &str, message: &str, state: Option<&str>, by: By) -> String {
    let state = state.map_or_else(String::new, |state| format!("&RelayState={state}"));
    let signed = format!("{name}={}{state}&SigAlg={}", packed(message), encoded(by.names().0));
    format!("{signed}&Signature={}", encoded(&BASE64.encode(&by.sign(signed.as_bytes()))))
}

fn read(query: &str) -> Result<(Exit, Option<String>), Refusal> {
    expectation(NOW).logout_query(query)
}

#[test]
fn a_portal_says_that_somebody_left() {
    for by in [By::Rsa256, By::Rsa512, By::Pss, By::P256, By::P384] {
        assert_eq!(read(&query("SAMLRequest", &request(), None, by)), Ok((Exit::Request(left()), None)));
    }
    let state = read(&query("SAMLRequest", &request(), Some("a%2fb+c"), By::Rsa256)).unwrap().1;
    assert_eq!(state.as_deref(), Some("a/b c"));
    let posted = signed(&request(), "_leave-1", By::Rsa256);
    assert_eq!(expectation(NOW).logout_form(&posted), Ok(Exit::Request(left())));
}

#[test]
fn the_signature_is_over_the_query_as_it_was_written() {
    // Microsoft writes %2f where others write %2F, and other parameters may stand between in another order.
    let lower = |text: &str| text.replace("%2F", "%2f").replace("%3D", "%3d").replace("%2B", "%2b");
    let signed =
        lower(&format!("SAMLRequest={}&RelayState=x&SigAlg={}", packed(&request()), encoded(By::Rsa256.names().0)));
    let signature = encoded(&BASE64.encode(&By::Rsa256.sign(signed.as_bytes())));
    let mut parts: Vec<_> = signed.split('&').collect();
    let signature = format!("Signature={signature}");
    parts.push(&signature);
    parts.push("lang=fr");
    parts.reverse();
    assert_eq!(read(&parts.join("&")), Ok((Exit::Request(left()), Some("x".into()))));
    let upper = parts.join("&").replace("%2f", "%2F");
    assert_eq!(read(&upper), Err(Refusal::Forged));
}

#[test]
fn a_forged_or_unsigned_logout_is_refused() {
    let good = query("SAMLRequest", &request(), Some("x"), By::Rsa256);
    let (unsigned, _) = good.split_once("&Signature=").unwrap();
    assert_eq!(read(unsigned), Err(Refusal::Unsigned));
    assert_eq!(read(unsigned.split_once("&SigAlg=").unwrap().0), Err(Refusal::Unsigned));
    assert_eq!(read(&query("SAMLRequest", &request(), None, By::Stranger)), Err(Refusal::Forged));
    for (from, to) in [("RelayState=x", "RelayState=y"), ("&RelayState=x", ""), ("SAMLRequest=", "SAMLRequest=A")] {
        assert_eq!(read(&good.replace(from, to)), Err(Refusal::Forged), "{from}");
    }
    assert_eq!(read(&good.replace("SAMLRequest", "SAMLResponse")), Err(Refusal::Forged));
    assert_eq!(read(&format!("{good}&SAMLRequest=x")), Err(Refusal::Twice("SAMLRequest")));
    assert_eq!(read(&format!("{good}&SAMLResponse=x")), Err(Refusal::Twice("SAMLRequest")));
    assert_eq!(read(&format!("{good}&RelayState=y")), Err(Refusal::Twice("RelayState")));
    assert_eq!(read(""), Err(Refusal::Missing("SAMLRequest")));
    let sha1 = encoded("http://www.w3.org/2000/09/xmldsig#rsa-sha1");
    assert_eq!(read(&good.replace(&encoded(By::Rsa256.names().0), &sha1)), Err(Refusal::Sha1));
    let form = |xml: &str| expectation(NOW).logout_form(xml);
    assert_eq!(form(&request()), Err(Refusal::Unsigned));
    assert_eq!(form(&signed(&request(), "_leave-1", By::Stranger)), Err(Refusal::Forged));
    assert_eq!(form(&signed(&request(), "_leave-1", By::P256).replace("zoe", "léa")), Err(Refusal::Altered));
}

#[test]
fn a_logout_is_good_here_and_now_and_says_who_left() {
    let otherwise = |from: &str, to: &str| {
        assert!(request().contains(from));
        read(&query("SAMLRequest", &request().replace(from, to), None, By::P256)).map(|read| read.0)
    };
    let evil = Err(Refusal::OtherIssuer("https://evil.invalid".into()));
    assert_eq!(otherwise("https://portail.invalid/idp", "https://evil.invalid"), evil);
    let other = Err(Refusal::OtherDestination("https://autre.invalid".into()));
    assert_eq!(otherwise("https://service.invalid/saml/sortie", "https://autre.invalid"), other);
    assert_eq!(otherwise("Destination=", "Destinatio="), Err(Refusal::Missing("Destination")));
    assert_eq!(otherwise("T08:34:00Z", "T08:27:00Z"), Err(Refusal::Expired(SKEW)));
    assert_eq!(otherwise("T08:29:59Z", "T08:33:00Z"), Err(Refusal::TooEarly(SKEW)));
    let endless = |issued: &str| {
        let message = request().replace(" NotOnOrAfter=\"2026-11-28T08:34:00Z\"", "").replace("T08:29:59Z", issued);
        read(&query("SAMLRequest", &message, None, By::P256)).map(|read| read.0)
    };
    assert_eq!(endless("T08:27:01Z"), Ok(Exit::Request(left())));
    assert_eq!(endless("T08:27:00Z"), Err(Refusal::Expired(SKEW)));
    assert_eq!(otherwise("saml:NameID", "saml:BaseID"), Err(Refusal::Missing("NameID")));
    let query = |message: &str| read(&query("SAMLRequest", message, None, By::Rsa256)).map(|read| read.0);
    assert_eq!(query(&good()).unwrap_err(), Refusal::OtherDestination(SERVICE.consumer.into()));
    assert_eq!(
        query(&request().replace("LogoutRequest", "ArtifactResolve")),
        Err(Refusal::OtherMessage("ArtifactResolve".into()))
    );
    assert_eq!(query(&" ".repeat(300_000)), Err(Refusal::TooLarge));
    assert_eq!(query("<!DOCTYPE x><x/>"), Err(Refusal::Doctype));
}

#[test]
fn an_answer_to_our_own_request_is_read() {
    let answer = |value: &str| {
        format!(
            r#"<samlp:LogoutResponse xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_left-1" Version="2.0"
 IssueInstant="2026-11-28T08:30:00Z" Destination="https://service.invalid/saml/sortie" InResponseTo="_ours-1">
<saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"
>https://portail.invalid/idp</saml:Issuer><samlp:Status>{value}
</samlp:Status></samlp:LogoutResponse>"#
        )
    };
    let success = "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/>";
    let partial = "<samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Responder\"><samlp:StatusCode \
                   Value=\"urn:oasis:names:tc:SAML:2.0:status:PartialLogout\"/></samlp:StatusCode>";
    let read = |value| match read(&query("SAMLResponse", &answer(value), Some("x"), By::Rsa256)) {
        Ok((Exit::Response(LogoutResponse { answers, status }), Some(_))) if answers == "_ours-1" => status,
        other => panic!("{other:?}"),
    };
    let status = |success, code: &str, detail: &str| Status {
        success,
        code: code.into(),
        detail: detail.into(),
        message: String::new(),
    };
    assert_eq!(read(success), status(true, "Success", ""));
    assert_eq!(read(partial), status(false, "Responder", "PartialLogout"));
    let posted = expectation(NOW).logout_form(&signed(&answer(success), "_left-1", By::Rsa256));
    assert!(matches!(posted, Ok(Exit::Response(LogoutResponse { status, .. })) if status.success));
    let late = expectation(NOW + SKEW).logout_form(&signed(&answer(success), "_left-1", By::Rsa256));
    assert_eq!(late, Err(Refusal::Expired(SKEW)));
}

/// What we send, read as a service of our own name would read it.
fn read_ours(address: &str, logout: &str) -> (Exit, Option<String>) {
    let us = Provider {
        entity: SERVICE.entity.into(),
        keys: vec![Key::from_certificate(super::portal::OURS).unwrap()],
        ..PROVIDER.clone()
    };
    let them = Service { entity: PORTAL, consumer: "", logout };
    let query = address.split_once('?').unwrap().1.trim_start_matches("de=service&");
    crate::Expectation { provider: &us, service: &them, ..expectation(NOW) }.logout_query(query).unwrap()
}

#[test]
fn what_we_send_to_leave_is_read_by_the_same_rules() {
    let assertion = check(&good()).unwrap();
    let ours = LogoutRequest {
        id: "_ours-1".into(),
        name: assertion.name.unwrap(),
        sessions: assertion.session.into_iter().collect(),
    };
    let address = ours.address(&PROVIDER, &SENDER(), "state").unwrap();
    assert!(address.starts_with("https://portail.invalid/slo?de=service&SAMLRequest="), "{address}");
    let read = read_ours(&address, "https://portail.invalid/slo?de=service");
    assert_eq!(read, (Exit::Request(ours), Some("state".into())));

    let address = LogoutResponse::address("_done-1", "_leave-1", &PROVIDER, &SENDER(), None).unwrap();
    assert!(address.starts_with("https://portail.invalid/slo-fin?SAMLResponse="), "{address}");
    let (exit, state) = read_ours(&address, "https://portail.invalid/slo-fin");
    assert!(matches!(exit, Exit::Response(done) if done.answers == "_leave-1" && done.status.success));
    assert_eq!(state, None);
    let long = "x".repeat(200);
    let address = LogoutResponse::address("_done-1", "_leave-1", &PROVIDER, &SENDER(), Some(&long)).unwrap();
    assert_eq!(read_ours(&address, "https://portail.invalid/slo-fin").1, Some(long));
}

#[test]
fn a_portal_without_an_exit_has_none() {
    let none = Provider { logout: None, logout_answer: None, ..PROVIDER.clone() };
    assert_eq!(left().address(&none, &SENDER(), ""), Err(Refusal::NoAddress));
    assert_eq!(LogoutResponse::address("_a", "_b", &none, &SENDER(), None), Err(Refusal::NoAddress));
}
