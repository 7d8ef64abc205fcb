//! What a portal publishes of itself, and what we publish of ourselves.
use super::portal::{OURS, P256, P384, PORTAL, RSA, SERVICE};
use crate::{Key, Provider, Refusal};
use data_encoding::BASE64;

const WEAK_RSA: &[u8] = include_bytes!("keys/weak-rsa.cert.der");
const WEAK_POINT: &[u8] = include_bytes!("keys/weak-p521.cert.der");

fn key(usage: &str, certificate: &[u8]) -> String {
    let lines: Vec<_> = BASE64
        .encode(certificate)
        .as_bytes()
        .chunks(64)
        .map(|line| String::from_utf8_lossy(line).into_owned())
        .collect();
    format!(
        r#"<md:KeyDescriptor{usage}><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
<ds:X509Certificate>
{}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>"#,
        lines.join("\n")
    )
}

fn entity(name: &str, keys: &str) -> String {
    format!(
        r#"<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{name}">
<md:IDPSSODescriptor protocolSupportEnumeration="urn:mace:shibboleth:1.0 urn:oasis:names:tc:SAML:2.0:protocol">{keys}
<md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
 Location="https://portail.invalid/slo" ResponseLocation="https://portail.invalid/slo-fin"/>
<md:SingleSignOnService Binding="urn:mace:shibboleth:1.0:profiles:AuthnRequest"
 Location="https://portail.invalid/shib"/>
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"
 Location="https://portail.invalid/sso-post"/>
<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect"
 Location="https://portail.invalid/sso"/>
</md:IDPSSODescriptor></md:EntityDescriptor>"#
    )
}

fn federation(entities: &str) -> String {
    format!(
        r#"<md:EntitiesDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" validUntil="2026-12-05T00:00:00Z">
<md:EntitiesDescriptor>{entities}</md:EntitiesDescriptor></md:EntitiesDescriptor>"#
    )
}

#[test]
fn a_portal_is_read_with_all_its_signing_keys() {
    let keys =
        [key(" use=\"signing\"", RSA), key("", P256), key(" use=\"signing\"", P384), key(" use=\"encryption\"", OURS)];
    let read = Provider::read(&entity(PORTAL, &keys.concat()), None).unwrap();
    assert_eq!(read.entity, PORTAL);
    assert_eq!(read.sign_in, "https://portail.invalid/sso");
    assert_eq!(read.sign_in_post.as_deref(), Some("https://portail.invalid/sso-post"));
    assert_eq!(read.logout.as_deref(), Some("https://portail.invalid/slo"));
    assert_eq!(read.logout_answer.as_deref(), Some("https://portail.invalid/slo-fin"));
    assert_eq!(read.keys, [RSA, P256, P384].map(|der| Key::from_certificate(der).unwrap()));
    assert_eq!((read.unusable.len(), read.valid_until), (0, None));
}

#[test]
fn the_end_of_each_certificate_is_known() {
    // 2029-08-27, the day that `openssl x509 -enddate` tells of these.
    let ends = [RSA, P256, P384].map(|der| Key::from_certificate(der).unwrap().not_after / 86_400_000);
    assert_eq!(ends, [21_788; 3]);
    let read = Provider::read(&entity(PORTAL, &key("", RSA)), None).unwrap();
    assert_eq!(read.first_end(), Key::from_certificate(RSA).unwrap().not_after);
}

#[test]
fn one_portal_is_found_in_a_federation() {
    let (one, other) = (entity(PORTAL, &key("", RSA)), entity("https://autre.invalid", &key("", P256)));
    let read = Provider::read(&federation(&format!("{other}{one}")), Some(PORTAL)).unwrap();
    assert_eq!((read.entity.as_str(), read.keys.len()), (PORTAL, 1));
    assert_eq!(read.valid_until, Some(1_796_428_800_000));
    let refusal = |metadata: &str, name| Provider::read(metadata, name).unwrap_err();
    assert_eq!(refusal(&federation(&format!("{one}{other}")), None), Refusal::Twice("EntityDescriptor"));
    assert_eq!(refusal(&federation(&format!("{one}{one}")), Some(PORTAL)), Refusal::Twice("EntityDescriptor"));
    assert_eq!(refusal(&federation(&other), Some(PORTAL)), Refusal::OtherEntity);
    assert_eq!(refusal(&other, Some(PORTAL)), Refusal::OtherEntity);
    assert_eq!(refusal("<x/>", None), Refusal::OtherEntity);
}

#[test]
fn keys_that_cannot_be_used_are_told_and_one_must_be_left() {
    let weak = key("", WEAK_RSA) + &key("", WEAK_POINT) + &key("", b"no certificate");
    let read =
        Provider::read(&entity(PORTAL, &format!("{weak}{0}{0}<md:KeyDescriptor/>", key("", RSA))), None).unwrap();
    assert_eq!(read.keys.len(), 1);
    let why = [Refusal::WeakKey, Refusal::WeakKey, Refusal::NotACertificate, Refusal::Missing("KeyInfo")];
    assert_eq!(read.unusable, why);
    let refusal = |keys: &str| Provider::read(&entity(PORTAL, keys), None).unwrap_err();
    assert_eq!(refusal(&weak), Refusal::NoKey);
    assert_eq!(refusal(&key(" use=\"encryption\"", RSA)), Refusal::NoKey);
    assert_eq!(refusal(&weak.repeat(6)), Refusal::TooDense);
}

#[test]
fn metadata_that_is_no_portals_or_leads_astray_is_refused() {
    let whole = entity(PORTAL, &key("", RSA));
    let refusal = |from: &str, to: &str| {
        assert!(whole.contains(from));
        Provider::read(&whole.replace(from, to), None).unwrap_err()
    };
    assert_eq!(refusal("IDPSSODescriptor", "SPSSODescriptor"), Refusal::Missing("IDPSSODescriptor"));
    assert_eq!(refusal("SAML:2.0:protocol", "SAML:1.1:protocol"), Refusal::Missing("IDPSSODescriptor"));
    assert_eq!(refusal("SingleSignOnService", "ArtifactResolutionService"), Refusal::NoAddress);
    for astray in [
        "javascript:alert(1)//",
        "https:/x/",
        "https://a&#10;b/",
        "https://a@b/",
        "http://portail.invalid/sso",
        "https://portail.invalid/#",
        "/sso",
    ] {
        assert_eq!(
            refusal("https://portail.invalid/sso\"", &format!("{astray}\"")),
            Refusal::Address("SingleSignOnService")
        );
    }
    let here = whole.replace("https://portail.invalid/sso\"", "http://127.0.0.1:8080/sso\"");
    assert_eq!(Provider::read(&here, None).unwrap().sign_in, "http://127.0.0.1:8080/sso");
    assert_eq!(Provider::read(&format!("<!DOCTYPE x>{whole}"), None), Err(Refusal::Doctype));
    assert_eq!(Provider::read(&" ".repeat(1_100_000), None), Err(Refusal::TooLarge));
    let none = whole.replace("SingleLogoutService", "ManageNameIDService");
    let none = Provider::read(&none, None).unwrap();
    assert_eq!((none.logout, none.logout_answer), (None, None));
    let same = whole.replace("ResponseLocation", "x");
    assert_eq!(Provider::read(&same, None).unwrap().logout_answer.as_deref(), Some("https://portail.invalid/slo"));
}

#[test]
fn our_own_metadata_says_where_and_by_which_keys() {
    let ours = SERVICE.metadata(&[OURS], &[OURS, P256]);
    let document = roxmltree::Document::parse(&ours).unwrap();
    let role = document.root_element().first_element_child().unwrap();
    let of = |name: &str, attribute: &str| {
        let found = role.children().find(|node| node.tag_name().name() == name).unwrap();
        found.attribute(attribute).unwrap().to_owned()
    };
    assert_eq!(document.root_element().attribute("entityID"), Some(SERVICE.entity));
    assert_eq!(
        (role.attribute("AuthnRequestsSigned"), role.attribute("WantAssertionsSigned")),
        (Some("true"), Some("true"))
    );
    assert_eq!(of("AssertionConsumerService", "Location"), SERVICE.consumer);
    assert_eq!(of("AssertionConsumerService", "Binding"), "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
    assert_eq!(of("SingleLogoutService", "Location"), SERVICE.logout);
    let uses: Vec<_> = role.children().filter_map(|node| node.attribute("use")).collect();
    assert_eq!(uses, ["signing", "encryption", "encryption"]);
    assert!(ours.contains(&BASE64.encode(OURS)) && !ours.contains("-cbc"));
}
