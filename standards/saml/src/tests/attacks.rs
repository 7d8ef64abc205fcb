//! Attacks on the signature and on the reader: each is refused, and for its own reason.
use super::portal::{
    ASKED, By, NOW, PROVIDER, RSA, SERVICE, assertion, check, expectation, good, plain, response, signed, signed_as,
};
use crate::{Expectation, Provider, Refusal, c14n, canonical, form};
use aws_lc_rs::hmac;
use data_encoding::BASE64;
use roxmltree::Document;

/// An assertion whose `SignedInfo` was spoilt before the portal itself signed it.
fn spoilt(from: &str, to: &str) -> Option<Refusal> {
    let spoil = |info: String| {
        assert!(info.contains(from), "{from}");
        info.replace(from, to)
    };
    check(&response(&signed_as(&assertion(), "_assertion-1", By::Rsa256, spoil))).err()
}

#[test]
fn an_unsigned_answer_is_refused() {
    assert_eq!(check(&response(&assertion())), Err(Refusal::Unsigned));
    let stripped = plain().replace("ds:Signature", "ds:Signatur");
    assert_eq!(check(&stripped), Err(Refusal::Unsigned));
}

#[test]
fn an_answer_altered_after_it_was_signed_is_refused() {
    for (from, to) in [("zoe-1", "zoe-2"), ("Dùpônt", "Dupont"), ("_session-1", "_session-2"), ("08:35", "09:35")] {
        assert_eq!(check(&plain().replace(from, to)), Err(Refusal::Altered), "{from}");
        let whole = signed(&response(&assertion()), "_response-1", By::P256).replace(from, to);
        assert_eq!(check(&whole), Err(Refusal::Altered), "{from}");
    }
    assert_eq!(
        check(&plain().replace("</saml:Attribute>", "</saml:Attribute ><saml:Attribute Name='role'/>")),
        Err(Refusal::Altered)
    );
}

#[test]
fn both_signatures_must_hold_where_there_are_two() {
    let inner_by_stranger = response(&signed(&assertion(), "_assertion-1", By::Stranger));
    assert_eq!(check(&signed(&inner_by_stranger, "_response-1", By::Rsa256)), Err(Refusal::Forged));
    assert_eq!(check(&signed(&plain(), "_response-1", By::Stranger)), Err(Refusal::Forged));
}

#[test]
fn an_answer_signed_by_another_key_is_refused() {
    // The message brings the certificate of that key along, as it may.
    assert_eq!(check(&response(&signed(&assertion(), "_assertion-1", By::Stranger))), Err(Refusal::Forged));
    let rsa_alone = Provider { keys: PROVIDER.keys[..1].to_vec(), ..PROVIDER.clone() };
    let expected = Expectation { provider: &rsa_alone, ..expectation(NOW) };
    let by_point = response(&signed(&assertion(), "_assertion-1", By::P256));
    assert_eq!(expected.response(&by_point, ASKED), Err(Refusal::Forged));
    assert_eq!(expected.service.entity, SERVICE.entity);
}

#[test]
fn sha1_is_refused_by_its_name() {
    let (rsa, sha256) = By::Rsa256.names();
    assert_eq!(spoilt(rsa, "http://www.w3.org/2000/09/xmldsig#rsa-sha1"), Some(Refusal::Sha1));
    assert_eq!(spoilt(rsa, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1"), Some(Refusal::Sha1));
    assert_eq!(spoilt(sha256, "http://www.w3.org/2000/09/xmldsig#sha1"), Some(Refusal::Sha1));
}

#[test]
fn an_hmac_with_the_public_key_is_refused() {
    let name = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
    let spoil = |info: String| info.replace(By::Rsa256.names().0, name);
    let document = signed_as(&assertion(), "_assertion-1", By::Rsa256, spoil);
    let (before, rest) = document.split_once("<ds:SignatureValue>").unwrap();
    let (_, after) = rest.split_once("</ds:SignatureValue>").unwrap();
    let parsed = Document::parse(&document).unwrap();
    let info = parsed.descendants().find(|node| node.tag_name().name() == "SignedInfo").unwrap();
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, RSA), c14n::of(info, None, &[]).unwrap().as_bytes());
    let value = BASE64.encode(tag.as_ref());
    let forged = response(&format!("{before}<ds:SignatureValue>{value}</ds:SignatureValue>{after}"));
    assert_eq!(check(&forged), Err(Refusal::Algorithm(name.into())));
}

#[test]
fn an_empty_reference_is_refused() {
    assert_eq!(spoilt("URI=\"#_assertion-1\"", "URI=\"\""), Some(Refusal::Reference));
    assert_eq!(spoilt("URI=\"#_assertion-1\"", ""), Some(Refusal::Reference));
    assert_eq!(spoilt("URI=\"#_assertion-1\"", "URI=\"#xpointer(id('_assertion-1'))\""), Some(Refusal::Reference));
    assert_eq!(spoilt("URI=\"#_assertion-1\"", "URI=\"#_response-1\""), Some(Refusal::Reference));
}

#[test]
fn two_references_are_refused() {
    let unexpected = Some(Refusal::Unexpected("SignedInfo"));
    assert_eq!(spoilt("</ds:Reference>", "</ds:Reference><ds:Reference URI=\"#_assertion-1\"/>"), unexpected);
    let twice = plain().replace("<ds:SignatureValue>", "<ds:SignedInfo/><ds:SignatureValue>");
    assert_eq!(check(&twice), Err(Refusal::Twice("SignedInfo")));
    // CVE-2019-3465: elements of the same name in another namespace.
    let namesake = plain().replace("<ds:SignedInfo>", "<x:SignedInfo xmlns:x='urn:x'/><ds:SignedInfo>");
    assert_eq!(check(&namesake), Err(Refusal::Unexpected("Signature")));
    let two = plain()
        .replace("</ds:Signature>", "</ds:Signature><ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>");
    assert_eq!(check(&two), Err(Refusal::Twice("Signature")));
}

#[test]
fn an_xslt_transform_is_refused() {
    let xslt = "http://www.w3.org/TR/1999/REC-xslt-19991116";
    let enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    assert_eq!(spoilt(enveloped, xslt), Some(Refusal::Algorithm(xslt.into())));
    let more = format!("</ds:Transform><ds:Transform Algorithm=\"{xslt}\"/></ds:Transforms>");
    assert_eq!(spoilt("</ds:Transform></ds:Transforms>", &more), Some(Refusal::Unexpected("SignedInfo")));
}

#[test]
fn another_canonicalisation_is_refused() {
    let exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
    for other in
        ["http://www.w3.org/2001/10/xml-exc-c14n#WithComments", "http://www.w3.org/TR/2001/REC-xml-c14n-20010315"]
    {
        assert_eq!(spoilt(exclusive, other), Some(Refusal::Algorithm(other.into())));
    }
    let many =
        format!("\"{exclusive}\"><InclusiveNamespaces xmlns=\"{exclusive}\" PrefixList=\"a b c d e f g h i\"/><");
    assert_eq!(spoilt(&format!("\"{exclusive}\"><"), &many), Some(Refusal::TooDense));
}

#[test]
fn a_smuggled_digest_is_refused() {
    // CVE-2024-45409: a reader that looked for any DigestValue found that of the attacker first.
    let evil = plain().replace("zoe-1", "directrice");
    let smuggled = "<ds:DigestValue xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\">AAAA</ds:DigestValue>";
    let detail = format!("<samlp:StatusDetail>{smuggled}</samlp:StatusDetail></samlp:Status>");
    assert_eq!(check(&evil.replace("</samlp:Status>", &detail)), Err(Refusal::Altered));
    let second = evil.replace("<ds:DigestValue>", &format!("{smuggled}<ds:DigestValue>"));
    assert_eq!(check(&second), Err(Refusal::Unexpected("SignedInfo")));
    // CVE-2025-29775: a digest within a comment.
    assert_eq!(check(&evil.replace("<ds:DigestValue>", "<ds:DigestValue><!--AAAA-->")), Err(Refusal::Altered));
    assert_eq!(check(&plain().replace("<ds:DigestValue>", "<ds:DigestValue><!--AAAA-->")), check(&good()));
    let object = plain().replace("</ds:Signature>", &format!("<ds:Object>{smuggled}</ds:Object></ds:Signature>"));
    assert_eq!(check(&object), Err(Refusal::Unexpected("Signature")));
}

#[test]
fn an_identifier_in_a_namespace_is_not_the_identifier() {
    let other = plain().replace("ID=\"_assertion-1\"", "xmlns:x=\"urn:x\" x:ID=\"_assertion-1\"");
    assert_eq!(check(&other), Err(Refusal::Missing("ID")));
}

#[test]
fn a_doctype_is_refused() {
    let entity = "<!DOCTYPE Response [<!ENTITY name \"directrice\">]>";
    assert_eq!(check(&format!("{entity}{}", plain().replace("zoe-1", "&name;"))), Err(Refusal::Doctype));
    let external = "<!DOCTYPE Response SYSTEM \"https://evil.invalid/x.dtd\">";
    assert_eq!(check(&format!("<?xml version=\"1.0\"?>{external}{}", plain())), Err(Refusal::Doctype));
    assert!(matches!(check(&plain().replace("zoe-1", "&name;")), Err(Refusal::NotXml(_))));
}

#[test]
fn a_processing_instruction_is_refused() {
    assert_eq!(check(&plain().replace("zoe-1", "zoe<?x y?>-1")), Err(Refusal::Instruction));
    assert_eq!(check(&format!("{}<?x?>", plain())), Err(Refusal::Instruction));
}

#[test]
fn a_duplicate_identifier_is_refused() {
    let twice = plain()
        .replace("<samlp:Status>", "<samlp:Extensions><x ID=\"_assertion-1\"/></samlp:Extensions><samlp:Status>");
    assert_eq!(check(&twice), Err(Refusal::DuplicateId));
    assert_eq!(check(&twice.replace("<x ID", "<x Id")), Err(Refusal::DuplicateId));
    assert_eq!(check(&twice.replace("<x ID", "<x xml:id")), Err(Refusal::DuplicateId));
}

#[test]
fn deep_nesting_never_overflows_a_small_stack() {
    let nested = |name: &str, depth: usize| format!("<{name}>").repeat(depth) + &format!("</{name}>").repeat(depth);
    let deep = move || {
        // 100 kB, of few long names and of many short ones.
        assert_eq!(check(&nested("samlpsamlp", 4_400)), Err(Refusal::TooDeep));
        assert_eq!(check(&nested("a", 14_500)), Err(Refusal::TooDense));
        assert_eq!(check(&response(&nested("a", 39))), Err(Refusal::NoAssertion));
        assert_eq!(check(&response(&nested("a", 40))), Err(Refusal::TooDeep));
        let deepest = nested("a", 30_000);
        let parsed = Document::parse(&deepest).unwrap();
        c14n::of(parsed.root_element(), None, &[]).unwrap().len()
    };
    let written = std::thread::Builder::new().stack_size(2 << 20).spawn(deep).unwrap().join().unwrap();
    assert_eq!(written, 30_000 * 7);
}

#[test]
fn what_is_far_larger_than_any_answer_is_refused_before_it_costs() {
    let long = response(&"x".repeat(256 * 1024));
    assert_eq!(check(&long), Err(Refusal::TooLarge));
    assert_eq!(form(&"A".repeat(600_000)), Err(Refusal::TooLarge));
    assert_eq!(check(&format!("<x{}/>", " a=''".repeat(5_000))), Err(Refusal::TooDense));
    assert_eq!(check(&format!("<x>{}</x>", "<x xmlns='urn:a'/>".repeat(900))), Err(Refusal::TooDense));
    // One long name of a namespace, that each of many elements would have to write again.
    let again = format!("<x xmlns:p='urn:{}'>{}</x>", "p".repeat(100_000), "<p:x/>".repeat(10_000));
    assert_eq!(canonical(&again, &[]), Err(Refusal::TooLarge));
}

#[test]
fn what_is_no_text_is_refused() {
    assert_eq!(form("{}"), Err(Refusal::NotBase64));
    assert_eq!(form(&BASE64.encode(b"\xff\xfe<")), Err(Refusal::NotText));
    assert!(matches!(check("<a><b></a>"), Err(Refusal::NotXml(_))));
    assert!(matches!(check(""), Err(Refusal::NotXml(_))));
}
