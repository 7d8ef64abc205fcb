use super::*;

fn request(inside: &str) -> String {
    format!(
        r#"<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="LR-1" Version="2.0"
            IssueInstant="2026-11-28T17:00:00Z">
            <saml:NameID xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">@NOT_USED@</saml:NameID>{inside}
        </samlp:LogoutRequest>"#
    )
}

#[test]
fn the_portal_closes_the_session_of_a_ticket() {
    let ticket = logout(&request("<samlp:SessionIndex>\n ST-1-abcdef\n</samlp:SessionIndex>")).unwrap();
    assert_eq!(ticket.as_str(), "ST-1-abcdef");
}

#[test]
fn a_forged_logout_names_no_ticket_and_closes_nothing() {
    for inside in [
        "",
        "<samlp:SessionIndex>ST-1-abcdef</samlp:SessionIndex><samlp:SessionIndex>ST-2-abcdef</samlp:SessionIndex>",
        "<x><samlp:SessionIndex>ST-1-abcdef</samlp:SessionIndex></x>",
        "<samlp:SessionIndex><b>ST-1-abcdef</b></samlp:SessionIndex>",
    ] {
        assert_eq!(logout(&request(inside)), Err(Refusal::NotALogout), "{inside}");
    }
    for ticket in ["", "*", "%", "zoe"] {
        let inside = format!("<samlp:SessionIndex>{ticket}</samlp:SessionIndex>");
        assert_eq!(logout(&request(&inside)), Err(Refusal::NotATicket), "{ticket}");
    }
}

#[test]
fn what_is_no_logout_request_is_refused() {
    let good = request("<samlp:SessionIndex>ST-1-abcdef</samlp:SessionIndex>");
    assert_eq!(logout(&good.replace("SAML:2.0:protocol", "SAML:2.0:assertion")), Err(Refusal::NotALogout));
    assert_eq!(logout(&good.replace("LogoutRequest", "AuthnRequest")), Err(Refusal::NotALogout));
    assert_eq!(logout(&format!("<!DOCTYPE x>{good}")), Err(Refusal::Doctype));
    assert_eq!(logout(&format!("{good}{}", " ".repeat(16 * 1024))), Err(Refusal::TooLarge));
    assert_eq!(logout("ST-1-abcdef"), Err(Refusal::NotXml));
}
