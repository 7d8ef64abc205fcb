//! Where a browser is sent to sign in.
use super::portal::{KEYS, NOW, OURS, PROVIDER, SERVICE};
use crate::{Key, Refusal, Sender, Service, SignIn, binding};
use url::Url;

fn sender() -> Sender<'static> {
    Sender { service: &SERVICE, key: &KEYS[0], now: NOW }
}

/// The request in an address, its signature checked by our certificate.
fn read(address: &str) -> (String, Option<String>) {
    let key = Key::from_certificate(OURS).unwrap();
    binding::received(Url::parse(address).unwrap().query().unwrap(), &[key]).unwrap()
}

#[test]
fn a_request_to_sign_in_is_signed_and_says_who_asks() {
    let asked = SignIn { id: "_question-1", again: false, contexts: &[] };
    let address = asked.address(&PROVIDER, &sender(), "état & +").unwrap();
    assert!(address.starts_with("https://portail.invalid/sso?SAMLRequest="), "{address}");
    let (request, state) = read(&address);
    assert_eq!(state.as_deref(), Some("état & +"));
    let wanted = [
        r#"<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol""#,
        r#" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion""#,
        r#" ID="_question-1" Version="2.0" IssueInstant="2026-11-28T08:30:00Z""#,
        r#" Destination="https://portail.invalid/sso""#,
        r#" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST""#,
        r#" AssertionConsumerServiceURL="https://service.invalid/saml/retour">"#,
        r#"<saml:Issuer>https://service.invalid/saml</saml:Issuer><samlp:NameIDPolicy AllowCreate="true"/>"#,
        "</samlp:AuthnRequest>",
    ];
    assert_eq!(request, wanted.concat());
}

#[test]
fn the_password_may_be_asked_for_again_and_a_way_of_signing_in_wanted() {
    let class = "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract";
    let asked = SignIn { id: "_q", again: true, contexts: &[class, "urn:<&>"] };
    let (request, _) = read(&asked.address(&PROVIDER, &sender(), "").unwrap());
    let document = roxmltree::Document::parse(&request).unwrap();
    assert_eq!(document.root_element().attribute("ForceAuthn"), Some("true"));
    let classes = document.descendants().filter(|node| node.tag_name().name() == "AuthnContextClassRef");
    assert_eq!(classes.map(|node| node.text().unwrap()).collect::<Vec<_>>(), [class, "urn:<&>"]);
}

#[test]
fn what_would_be_refused_over_there_is_refused_here() {
    let asked = |id, state: &str| SignIn { id, again: false, contexts: &[] }.address(&PROVIDER, &sender(), state);
    for id in ["", "1a", "-a", "a b", "a\"", "é"] {
        assert_eq!(asked(id, ""), Err(Refusal::NotAnIdentifier), "{id:?}");
    }
    assert!(asked("_a", &"x".repeat(80)).is_ok());
    assert_eq!(asked("_a", &"x".repeat(81)), Err(Refusal::LongState));
}

#[test]
fn what_is_put_into_a_request_stays_text() {
    let odd = Service { entity: "https://a.invalid/?a=1&b=<\"'>\u{0}\n", ..SERVICE };
    let sender = Sender { service: &odd, ..sender() };
    let (request, _) = read(&SignIn { id: "_q", again: false, contexts: &[] }.address(&PROVIDER, &sender, "").unwrap());
    let document = roxmltree::Document::parse(&request).unwrap();
    assert_eq!(document.root_element().first_element_child().unwrap().text(), Some("https://a.invalid/?a=1&b=<\"'>\n"));
}
