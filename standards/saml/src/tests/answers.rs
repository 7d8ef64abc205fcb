//! Good answers, in all the shapes in which portals make them.
use super::portal::{ASKED, By, NOW, OUR_KEY, assertion, check, expectation, good, plain, response, signed};
use crate::{NameId, PrivateKey, SKEW, form};
use data_encoding::BASE64;

#[test]
fn an_answer_says_all_that_is_asked_of_it() {
    let read = check(&good()).unwrap();
    assert_eq!((read.id.as_str(), read.remember_until), ("_assertion-1", NOW + 300_000 + SKEW));
    let name = NameId {
        value: "zoe-1".into(),
        format: Some("urn:oasis:names:tc:SAML:2.0:nameid-format:persistent".into()),
        qualifier: Some("https://portail.invalid/idp".into()),
        service_qualifier: Some("https://service.invalid/saml".into()),
    };
    assert_eq!(read.name, Some(name));
    assert_eq!((read.session.as_deref(), read.session_until), (Some("_session-1"), None));
    assert_eq!((read.signed_in, read.drift), (NOW - 1_800_000, -1_500));
    let context = "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport";
    assert_eq!(read.context.as_deref(), Some(context));
    let [sn] = &read.attributes[..] else { panic!("{:?}", read.attributes) };
    assert_eq!((sn.name.as_str(), sn.friendly.as_deref()), ("urn:oid:2.5.4.4", Some("sn")));
    assert_eq!(sn.values, ["Dùpônt & fils"]);
}

#[test]
fn the_assertion_or_the_answer_or_both_may_be_signed_by_each_algorithm() {
    for by in [By::Rsa256, By::Rsa384, By::Rsa512, By::Pss, By::P256, By::P384] {
        let inside = signed(&assertion(), "_assertion-1", by);
        for document in [
            response(&inside),
            signed(&response(&assertion()), "_response-1", by),
            signed(&response(&inside), "_response-1", by),
        ] {
            assert_eq!(check(&document), check(&good()), "{}", by.names().0);
        }
    }
}

#[test]
fn a_prefix_list_brings_namespaces_that_nothing_visible_uses() {
    // Shibboleth declares `xs` far above, and names it in a value alone.
    let value = r#"<saml:AttributeValue xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string">"#;
    let told = assertion().replace("<saml:AttributeValue>", &format!("{value}<!--PrefixList-xs-->"));
    let inner = |sign: bool| {
        let whole = response(&told);
        if sign { signed(&whole, "_assertion-1", By::P256) } else { whole }
    };
    assert_eq!(check(&inner(true)), check(&good()));
    // The signature of the whole does not keep `xs`, which that of the assertion needs.
    let both = signed(&inner(true).replace("PrefixList-xs", ""), "_response-1", By::Rsa256);
    assert_eq!(check(&both), check(&good()));
}

#[test]
fn an_answer_written_anew_by_another_program_is_the_same_answer() {
    let otherwise = plain()
        .replace("<saml:Issuer>", "<saml:Issuer  >")
        .replace("Version=\"2.0\"\n ", "\tVersion = '2.0' ")
        .replace("&amp;", "<![CDATA[&]]>")
        .replace(
            "NotOnOrAfter=\"2026-11-28T08:35:00Z\"/>",
            "NotOnOrAfter=\"2026-11-28T08:35:00Z\"></saml:SubjectConfirmationData>",
        )
        .replace('\n', "\r\n");
    assert_eq!(check(&format!("\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{otherwise}")), check(&good()));
}

#[test]
fn a_form_field_is_base64_in_lines_or_not() {
    let field = BASE64.encode(good().as_bytes());
    let lines: Vec<_> = field.as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    for field in [field, lines.join("\r\n")] {
        assert_eq!(check(&form(&field).unwrap()), check(&good()));
    }
}

#[test]
fn a_comment_in_a_name_does_not_cut_it_short() {
    // Duo, 2018: readers that took the text up to the comment let `directrice.evil` be `directrice`.
    let whole = assertion().replace(">zoe-1<", ">directrice.invalid.evil<");
    let commented = response(&signed(&whole, "_assertion-1", By::Rsa256)).replace("directrice.", "directrice<!---->.");
    assert_eq!(check(&commented).unwrap().name.unwrap().value, "directrice.invalid.evil");
    let cut = response(&signed(&assertion(), "_assertion-1", By::Rsa256)).replace("&amp;", "<!-- -->&amp;<!-- -->");
    assert_eq!(check(&cut).unwrap().attributes[0].values, ["Dùpônt & fils"]);
}

#[test]
fn an_answer_names_itself_and_until_when_to_remember_it() {
    let read = check(&plain()).unwrap();
    let again = |now| expectation(now).response(&plain(), ASKED).map(|read| read.id);
    // The caller refuses what it remembers; a moment before, it is still good, and then it never is again.
    assert_eq!(again(NOW + 1_000), Ok(read.id.clone()));
    assert!(again(read.remember_until).is_err());
}

#[test]
fn without_a_name_a_person_is_known_by_attributes() {
    let whole = assertion();
    let (before, rest) = whole.split_once("<saml:NameID").unwrap();
    let (_, after) = rest.split_once("</saml:NameID>").unwrap();
    let nameless = response(&signed(&format!("{before}{after}"), "_assertion-1", By::Rsa256));
    assert_eq!(check(&nameless).unwrap().name, None);
}

#[test]
fn our_key_is_read_and_says_nothing_of_itself() {
    let shown = format!("{:?}", PrivateKey::from_pkcs8(OUR_KEY).unwrap());
    let public = shown.contains("public_key: RsaPublicKey(") && shown.ends_with("OaepPrivateDecryptingKey { .. } }");
    assert!(public && shown.len() < 700, "{shown}");
    assert!(PrivateKey::from_pkcs8(b"no key").is_err());
}
