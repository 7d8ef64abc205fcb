//! What a verified assertion must say to be good for us, here, now.
use super::portal::{ASKED, By, NOW, assertion, check, expectation, good, plain, response, signed};
use crate::{Assertion, Refusal, SKEW, Status};

/// An answer of the portal itself, with something said otherwise before it signed.
fn otherwise(from: &str, to: &str) -> Result<Assertion, Refusal> {
    let changed = assertion().replace(from, to);
    assert_ne!(changed, assertion(), "{from}");
    check(&response(&signed(&changed, "_assertion-1", By::Rsa256)))
}

/// An answer whose envelope says something otherwise, signed as a whole or not.
fn around(from: &str, to: &str) -> [Result<Assertion, Refusal>; 2] {
    let whole = response(&signed(&assertion(), "_assertion-1", By::Rsa256));
    let changed = whole.replacen(from, to, 1);
    assert_ne!(changed, whole, "{from}");
    [check(&changed), check(&signed(&changed, "_response-1", By::P256))]
}

#[test]
fn the_clocks_may_differ_by_less_than_three_minutes() {
    let at = |instant| expectation(instant).response(&plain(), ASKED).map(|read| read.drift);
    // Good from 08:29:00, until 08:34:00 by the conditions.
    let (from, until) = (NOW - 60_000, NOW + 240_000);
    assert_eq!(at(from - SKEW + 1), Ok(238_499));
    assert_eq!(at(from - SKEW), Err(Refusal::TooEarly(SKEW)));
    assert_eq!(at(until + SKEW - 1), Ok(-241_500 - SKEW + 1));
    assert_eq!(at(until + SKEW), Err(Refusal::Expired(SKEW)));
}

#[test]
fn an_expired_answer_is_refused() {
    let hour_ago = "NotOnOrAfter=\"2026-11-28T07:30:00Z\"";
    let expired = Err(Refusal::Expired(3_600_000));
    assert_eq!(otherwise("NotOnOrAfter=\"2026-11-28T08:35:00Z\"", hour_ago), expired);
    assert_eq!(otherwise("NotOnOrAfter=\"2026-11-28T08:34:00Z\"", hour_ago), expired);
    let session = "SessionIndex=\"_session-1\"";
    assert_eq!(otherwise(session, "SessionNotOnOrAfter=\"2026-11-28T07:30:00Z\""), expired);
    let later = otherwise(session, "SessionNotOnOrAfter=\"2026-11-28T09:30:00Z\"").unwrap();
    assert_eq!((later.session, later.session_until), (None, Some(NOW + 3_600_000)));
}

#[test]
fn an_answer_not_yet_good_is_refused() {
    let early = Err(Refusal::TooEarly(600_000));
    assert_eq!(otherwise("NotBefore=\"2026-11-28T08:29:00Z\"", "NotBefore=\"2026-11-28T08:40:00Z\""), early);
    assert_eq!(otherwise("InResponseTo=", "NotBefore=\"2026-11-28T09:40:00+01:00\" InResponseTo="), early);
}

#[test]
fn an_answer_without_end_is_refused() {
    assert_eq!(otherwise(" NotOnOrAfter=\"2026-11-28T08:35:00Z\"", ""), Err(Refusal::Missing("NotOnOrAfter")));
    let never = otherwise("2026-11-28T08:35:00Z", "2026-13-28T08:35:00Z");
    assert_eq!(never, Err(Refusal::Instant("NotOnOrAfter")));
}

#[test]
fn an_answer_for_another_audience_is_refused() {
    let other = otherwise("<saml:Audience>https://service.invalid/saml<", "<saml:Audience>https://autre.invalid<");
    assert_eq!(other, Err(Refusal::OtherAudience("https://autre.invalid".into())));
    // Each restriction must name us; within one, others may be named too.
    let us = "<saml:Audience>https://service.invalid/saml</saml:Audience>";
    let them = "<saml:Audience>https://autre.invalid</saml:Audience>";
    assert!(otherwise(us, &format!("{them}{us}")).is_ok());
    let apart = format!("{us}</saml:AudienceRestriction><saml:AudienceRestriction>{them}");
    assert_eq!(otherwise(us, &apart), other);
    assert_eq!(otherwise(us, ""), Err(Refusal::OtherAudience(String::new())));
    let none = assertion().replace("saml:AudienceRestriction", "saml:OneTimeUse");
    let none = check(&response(&signed(&none, "_assertion-1", By::Rsa256)));
    assert_eq!(none, Err(Refusal::Missing("AudienceRestriction")));
}

#[test]
fn an_answer_for_another_recipient_is_refused() {
    let other = otherwise("Recipient=\"https://service.invalid/saml/retour\"", "Recipient=\"https://autre.invalid\"");
    assert_eq!(other, Err(Refusal::OtherRecipient("https://autre.invalid".into())));
}

#[test]
fn an_answer_to_another_question_or_to_none_is_refused() {
    let other = Err(Refusal::OtherRequest("_question-2".into()));
    assert_eq!(otherwise("InResponseTo=\"_question-1\"", "InResponseTo=\"_question-2\""), other);
    assert_eq!(around("InResponseTo=\"_question-1\"", "InResponseTo=\"_question-2\""), [other.clone(), other]);
    assert_eq!(otherwise("InResponseTo=\"_question-1\"", ""), Err(Refusal::Unsolicited));
    let unsaid = check(&good()).unwrap();
    assert_eq!(around("InResponseTo=\"_question-1\"", ""), [Ok(unsaid.clone()), Ok(unsaid)]);
}

#[test]
fn one_confirmation_that_holds_is_enough_and_the_longest_is_remembered() {
    let bearer = "<saml:SubjectConfirmation Method=\"urn:oasis:names:tc:SAML:2.0:cm:bearer\">";
    let elsewhere = format!(
        "{bearer}<saml:SubjectConfirmationData Recipient=\"https://autre.invalid\" \
         NotOnOrAfter=\"2026-11-28T08:50:00Z\"/></saml:SubjectConfirmation>{bearer}"
    );
    assert_eq!(otherwise(bearer, &elsewhere).unwrap().remember_until, NOW + 1_200_000 + SKEW);
    assert_eq!(otherwise("cm:bearer", "cm:holder-of-key"), Err(Refusal::NotBearer));
}

#[test]
fn another_issuer_or_version_is_refused() {
    let evil = "<saml:Issuer>https://evil.invalid</saml:Issuer>";
    let other = Err(Refusal::OtherIssuer("https://evil.invalid".into()));
    assert_eq!(otherwise("<saml:Issuer>https://portail.invalid/idp</saml:Issuer>", evil), other);
    assert_eq!(around("\n>https://portail.invalid/idp<", ">https://evil.invalid<"), [other.clone(), other]);
    assert_eq!(otherwise("Version=\"2.0\"", "Version=\"1.1\""), Err(Refusal::Version));
    let version = Err(Refusal::Version);
    assert_eq!(around("Version=\"2.0\"", "Version=\"1.1\""), [version.clone(), version]);
}

#[test]
fn another_destination_is_refused() {
    let other = Err(Refusal::OtherDestination("https://autre.invalid".into()));
    let results =
        around("Destination=\"https://service.invalid/saml/retour\"", "Destination=\"https://autre.invalid\"");
    assert_eq!(results, [other.clone(), other]);
}

#[test]
fn a_portal_that_says_no_is_heard() {
    let no = "urn:oasis:names:tc:SAML:2.0:status:Responder\"><samlp:StatusCode \
              Value=\"urn:oasis:names:tc:SAML:2.0:status:AuthnFailed\"/></samlp:StatusCode>\
              <samlp:StatusMessage>Trop\u{85} d’essais</samlp:StatusMessage></samlp:Status>";
    let said = Status {
        success: false,
        code: "Responder".into(),
        detail: "AuthnFailed".into(),
        message: "Trop d’essais".into(),
    };
    let refused = response("").replace("urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>", no);
    assert_eq!(check(&refused), Err(Refusal::Status(said.clone())));
    assert_eq!(check(&signed(&refused, "_response-1", By::Rsa256)), Err(Refusal::Status(said)));
}

#[test]
fn an_unknown_status_is_no_success() {
    for result in around("urn:oasis:names:tc:SAML:2.0:status:Success", "urn:x:SUCCESS") {
        assert!(matches!(result, Err(Refusal::Status(status)) if status.code == "SUCCESS" && !status.success));
    }
    for result in around("Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"", "") {
        assert_eq!(result, Err(Refusal::Missing("Value")));
    }
}

#[test]
fn a_condition_that_nobody_knows_cannot_be_kept() {
    let more = "<saml:Condition xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"/></saml:Conditions>";
    assert_eq!(otherwise("</saml:Conditions>", more), Err(Refusal::UnknownCondition("Condition".into())));
    assert!(otherwise("</saml:Conditions>", "<saml:OneTimeUse/><saml:ProxyRestriction/></saml:Conditions>").is_ok());
}

#[test]
fn an_assertion_that_proves_no_sign_in_is_refused() {
    let stripped = |name: &str| {
        let whole = assertion();
        let (before, rest) = whole.split_once(&format!("<saml:{name}")).unwrap();
        let (_, after) = rest.split_once(&format!("</saml:{name}>")).unwrap();
        check(&response(&signed(&format!("{before}{after}"), "_assertion-1", By::Rsa256)))
    };
    for name in ["AuthnStatement", "Conditions", "Subject"] {
        assert_eq!(stripped(name), Err(Refusal::Missing(name)));
    }
    assert_eq!(stripped("SubjectConfirmation"), Err(Refusal::NotBearer));
}
