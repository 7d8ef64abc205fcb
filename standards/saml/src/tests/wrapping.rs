//! Signature wrapping: the signed assertion is moved to where a reader does not look, and another put where it does.
//! The numbers are those of "On Breaking SAML" (Somorovsky and others, 2012).
use super::portal::{By, assertion, check, plain, response, signed};
use crate::Refusal;

const SEVERAL: Refusal = Refusal::SeveralAssertions;

/// What the attacker would like to be.
fn evil(text: &str) -> String {
    let text = text.replace("zoe-1", "directrice").replace("_assertion-1", "_evil-1");
    text.replace("ID=\"_response-1\"", "ID=\"_evil-2\"")
}

/// The signed part of a document, its signature, and the part without it.
fn parts(document: &str, end: &str) -> (String, String, String) {
    let (before, rest) = document.split_once("<ds:Signature ").unwrap();
    let (signature, after) = rest.split_once("</ds:Signature>").unwrap();
    let signature = format!("<ds:Signature {signature}</ds:Signature>");
    assert!(after.ends_with(end));
    (document.to_owned(), signature, format!("{before}{after}"))
}

/// With the whole answer signed.
fn answer() -> (String, String, String) {
    parts(&signed(&response(&assertion()), "_response-1", By::Rsa256), "</samlp:Response>")
}

/// With the assertion signed.
fn inner() -> (String, String, String) {
    parts(&signed(&assertion(), "_assertion-1", By::Rsa256), "</saml:Assertion>")
}

/// This, put behind the issuer of that.
fn behind_issuer(document: &str, put: &str) -> String {
    document.replacen("</saml:Issuer>", &format!("</saml:Issuer>{put}"), 1)
}

#[test]
fn xsw1_the_signed_answer_within_the_signature_of_another_is_refused() {
    let (_, signature, bare) = answer();
    let holds = signature.replace("</ds:Signature>", &format!("{bare}</ds:Signature>"));
    let wrapped = behind_issuer(&evil(&bare), &holds);
    assert_eq!(check(&wrapped), Err(Refusal::Unexpected("Signature")));
}

#[test]
fn xsw2_the_signed_answer_beside_its_signature_is_refused() {
    let (_, signature, bare) = answer();
    let wrapped = behind_issuer(&evil(&bare), &format!("{bare}{signature}"));
    assert_eq!(check(&wrapped), Err(Refusal::Reference));
}

#[test]
fn xsw3_another_assertion_before_the_signed_one_is_refused() {
    let (whole, _, bare) = inner();
    assert_eq!(check(&response(&format!("{}{whole}", evil(&bare)))), Err(SEVERAL));
    assert_eq!(check(&response(&format!("{whole}{}", evil(&bare)))), Err(SEVERAL));
}

#[test]
fn xsw4_the_signed_assertion_within_another_is_refused() {
    let (whole, _, bare) = inner();
    let wrapped = evil(&bare).replace("</saml:Assertion>", &format!("{whole}</saml:Assertion>"));
    assert_eq!(check(&response(&wrapped)), Err(SEVERAL));
}

#[test]
fn xsw5_the_signature_in_another_with_the_signed_assertion_behind_is_refused() {
    let (_, signature, bare) = inner();
    let wrapped = format!("{}{bare}", behind_issuer(&evil(&bare), &signature));
    assert_eq!(check(&response(&wrapped)), Err(SEVERAL));
}

#[test]
fn xsw6_the_signed_assertion_within_the_signature_of_another_is_refused() {
    let (_, signature, bare) = inner();
    let holds = signature.replace("</ds:Signature>", &format!("{bare}</ds:Signature>"));
    assert_eq!(check(&response(&behind_issuer(&evil(&bare), &holds))), Err(SEVERAL));
}

#[test]
fn xsw7_another_assertion_within_extensions_is_refused() {
    let (_, _, bare) = inner();
    let extensions = format!("<samlp:Extensions>{}</samlp:Extensions>", evil(&bare));
    assert_eq!(check(&behind_issuer(&plain(), &extensions)), Err(SEVERAL));
}

#[test]
fn xsw8_the_signed_assertion_within_an_object_of_another_is_refused() {
    let (_, signature, bare) = inner();
    let holds = signature.replace("</ds:Signature>", &format!("<ds:Object>{bare}</ds:Object></ds:Signature>"));
    assert_eq!(check(&response(&behind_issuer(&evil(&bare), &holds))), Err(SEVERAL));
}

#[test]
fn a_second_assertion_signed_too_is_refused() {
    let (whole, _, _) = inner();
    let other = signed(&evil(&assertion()), "_evil-1", By::Rsa256);
    assert_eq!(check(&response(&format!("{whole}{other}"))), Err(SEVERAL));
}

#[test]
fn an_assertion_elsewhere_than_in_the_answer_is_refused() {
    let (whole, _, _) = inner();
    assert_eq!(check(&response(&format!("<x>{whole}</x>"))), Err(SEVERAL));
    assert_eq!(check(&whole), Err(Refusal::OtherMessage("Assertion".into())));
    assert_eq!(check(&format!("<x>{}</x>", plain())), Err(Refusal::OtherMessage("x".into())));
    assert_eq!(check(&response("")), Err(Refusal::NoAssertion));
}

#[test]
fn a_signature_moved_to_the_answer_is_not_one_of_the_answer() {
    let (_, signature, bare) = inner();
    let moved = behind_issuer(&response(&bare), &signature);
    assert_eq!(check(&moved), Err(Refusal::Reference));
    let renamed = moved.replace("ID=\"_response-1\"", "ID=\"_assertion-1\"").replace(
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_assertion-1\"",
        "<saml:Assertion xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"_other\"",
    );
    assert_eq!(check(&renamed), Err(Refusal::Altered));
}
