use super::*;

const SERVICE: &str = "https://preau.invalid/entrer/retour?de=ent1&x=é";
const ENCODED: &str = "https%3A%2F%2Fpreau.invalid%2Fentrer%2Fretour%3Fde%3Dent1%26x%3D%C3%A9";

fn server() -> Server {
    Server::new("https://ent.invalid/cas").unwrap()
}

#[test]
fn the_browser_is_sent_to_sign_in_again_or_silently() {
    let login = |ask| server().login(SERVICE, ask).to_string();
    assert_eq!(login(Ask::SignIn), format!("https://ent.invalid/cas/login?service={ENCODED}"));
    assert_eq!(login(Ask::Again), format!("https://ent.invalid/cas/login?service={ENCODED}&renew=true"));
    assert_eq!(login(Ask::Silently), format!("https://ent.invalid/cas/login?service={ENCODED}&gateway=true"));
}

#[test]
fn a_ticket_is_asked_about_with_the_same_service_to_the_letter() {
    let ticket = Ticket::read("ST-1-abc.DEF_9").unwrap();
    let validate = |version, ask| server().validate(version, SERVICE, &ticket, ask).to_string();
    let asked = format!("service={ENCODED}&ticket=ST-1-abc.DEF_9");
    assert_eq!(validate(Version::Two, Ask::SignIn), format!("https://ent.invalid/cas/serviceValidate?{asked}"));
    assert_eq!(
        validate(Version::Three, Ask::Again),
        format!("https://ent.invalid/cas/p3/serviceValidate?{asked}&renew=true")
    );
    assert!(!validate(Version::Three, Ask::Silently).contains("gateway"));
}

#[test]
fn leaving_leads_to_the_portals_exit() {
    assert_eq!(server().logout(SERVICE).to_string(), format!("https://ent.invalid/cas/logout?service={ENCODED}"));
    let ends_with_a_slash = Server::new("https://ent.invalid/cas/").unwrap();
    assert_eq!(ends_with_a_slash.logout(SERVICE), server().logout(SERVICE));
    let at_the_root = Server::new("https://cas.ent.invalid").unwrap();
    assert_eq!(at_the_root.login("x", Ask::SignIn).as_str(), "https://cas.ent.invalid/login?service=x");
}

#[test]
fn an_address_that_is_not_safe_is_refused() {
    for address in [
        "",
        "ent.invalid/cas",
        "http://ent.invalid/cas",
        "http://localhost.invalid/",
        "https://moi:secret@ent.invalid/cas",
        "https://ent.invalid/cas?x=1",
        "https://ent.invalid/cas#x",
        "file:///cas",
        "javascript:alert(1)",
    ] {
        assert_eq!(Server::new(address), Err(Refusal::Address), "{address}");
    }
    for address in ["http://localhost:8163/cas", "http://127.0.0.1:8163/cas", "http://[::1]:8163/cas"] {
        assert!(Server::new(address).is_ok(), "{address}");
    }
}

#[test]
fn only_what_may_be_a_ticket_is_one() {
    let longest = format!("ST-{}", "a".repeat(509));
    for text in ["ST-12345", "ST-1-aZ_9.b-ent1", &longest] {
        assert_eq!(Ticket::read(text).unwrap().as_str(), text);
    }
    let too_long = format!("{longest}a");
    for text in [
        "",
        "ST-1234",
        "st-12345678",
        "TGT-12345678",
        "ST-1234 5",
        "ST-12345\r\nHost: x",
        "ST-éééééé",
        "ST-1?x=yyy",
        &too_long,
    ] {
        assert_eq!(Ticket::read(text), Err(Refusal::NotATicket), "{text}");
    }
}

#[test]
fn a_ticket_of_a_proxy_is_refused_by_its_name() {
    for text in ["PT-1-12345678", "PGT-1-12345678", "PGTIOU-1-12345678"] {
        assert_eq!(Ticket::read(text), Err(Refusal::ProxyTicket));
    }
}
