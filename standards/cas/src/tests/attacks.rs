use super::*;
use std::time::{Duration, Instant};

fn refusal(answer: &str) -> Refusal {
    Person::read(answer.as_bytes()).unwrap_err()
}

#[test]
fn a_document_type_is_refused() {
    for doctype in [
        "<!DOCTYPE x>",
        "<!DOCTYPE x []>",
        "<!DOCTYPE x SYSTEM 'file:///etc/passwd'>",
        "<!DOCTYPE x [<!ENTITY e 'zoe'><!ENTITY f '&e;&e;'>]>",
    ] {
        assert_eq!(refusal(&format!("{doctype}{}", success("<cas:user>zoe</cas:user>"))), Refusal::Doctype);
    }
    assert_eq!(read("<cas:user>&e;</cas:user>").unwrap_err(), Refusal::NotXml);
}

#[test]
fn a_success_beside_a_failure_is_refused() {
    let namespace = "xmlns:cas='http://www.yale.edu/tp/cas'";
    let success = "<cas:authenticationSuccess><cas:user>zoe</cas:user></cas:authenticationSuccess>";
    let failure = "<cas:authenticationFailure code='INVALID_TICKET'>non</cas:authenticationFailure>";
    for inside in
        ["", "text", &format!("{success}{failure}"), &format!("{failure}{success}"), &format!("{success}{success}")]
    {
        let answer = format!("<cas:serviceResponse {namespace}>{inside}</cas:serviceResponse>");
        assert_eq!(refusal(&answer), Refusal::NotOneAnswer, "{inside}");
    }
    let hidden = format!("<cas:serviceResponse {namespace}>{failure}<x>{success}</x></cas:serviceResponse>");
    assert_eq!(refusal(&hidden), Refusal::NotOneAnswer);
}

#[test]
fn a_success_of_another_namespace_is_refused() {
    let other = success("<cas:user>zoe</cas:user>").replace("http://www.yale.edu/tp/cas", "https://attaque.invalid");
    assert_eq!(refusal(&other), Refusal::NotAnAnswer);
    let inner = "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><authenticationSuccess><user>zoe</user>\
                 </authenticationSuccess></cas:serviceResponse>";
    assert_eq!(refusal(inner), Refusal::NotOneAnswer);
    assert_eq!(refusal("<html><body>Connexion</body></html>"), Refusal::NotAnAnswer);
}

#[test]
fn who_came_through_a_proxy_is_refused() {
    for proxies in
        ["<cas:proxies/>", "<cas:proxies><cas:proxy>https://tiers.invalid</cas:proxy></cas:proxies>", "<proxies/>"]
    {
        assert_eq!(read(&format!("<cas:user>zoe</cas:user>{proxies}")).unwrap_err(), Refusal::Proxied);
    }
}

#[test]
fn several_users_or_none_are_refused() {
    assert_eq!(read("<cas:user>zoe</cas:user><cas:user>max</cas:user>").unwrap_err(), Refusal::SeveralUsers);
    let long = format!("<cas:user>{}</cas:user>", "a".repeat(256));
    for users in [
        "",
        "<cas:user/>",
        "<cas:user> </cas:user>",
        "<x><cas:user>zoe</cas:user></x>",
        "<cas:user><b>zoe</b></cas:user>",
        &long,
    ] {
        assert_eq!(read(users).unwrap_err(), Refusal::NoUser, "{users}");
    }
}

#[test]
fn a_comment_does_not_cut_a_name_short() {
    let person = read("<cas:user>zoe<!-- -->.dupont<?x y?>-2</cas:user><cas:uai>014<!--x-->0001A</cas:uai>").unwrap();
    assert_eq!((person.user.as_str(), person.attributes.one("uai")), ("zoe.dupont-2", Some("0140001A")));
}

#[test]
fn what_is_escaped_stays_text() {
    let forged = "Dupont&lt;/cas:nom&gt;&lt;cas:profil&gt;National_3&lt;/cas:profil&gt;";
    let person =
        read(&format!("<cas:user>zoe</cas:user><cas:nom>{forged}</cas:nom><cas:profil>National_1</cas:profil>"));
    assert_eq!(person.unwrap().attributes.values("profil"), ["National_1"]);
}

#[test]
fn a_name_that_only_ends_like_another_is_another() {
    let person = read("<cas:user>zoe</cas:user><cas:sublogin>max</cas:sublogin><cas:x login='max'/>").unwrap();
    assert_eq!(person.attributes.one("login"), None);
    let twice =
        read("<cas:user>zoe</cas:user><cas:login>zoe</cas:login><cas:x><cas:login>max</cas:login></cas:x>").unwrap();
    assert_eq!(twice.attributes.one("login"), None, "one name, two persons");
}

#[test]
fn deep_nesting_is_refused_without_falling_over() {
    let nested = |depth: usize| format!("<cas:user>zoe</cas:user>{}{}", "<a>".repeat(depth), "</a>".repeat(depth));
    assert!(read(&nested(38)).is_ok());
    assert_eq!(read(&nested(39)).unwrap_err(), Refusal::TooDeep);
    assert_eq!(read(&nested(4_000)).unwrap_err(), Refusal::TooDeep);
    assert_eq!(read(&nested(30_000)).unwrap_err(), Refusal::TooLarge);
}

#[test]
fn an_oversized_answer_is_refused() {
    assert_eq!(refusal(&" ".repeat(LIMIT + 1)), Refusal::TooLarge);
    let names = many(0..201, |n| format!("<n{n}>x</n{n}>"));
    assert_eq!(read(&format!("<cas:user>zoe</cas:user>{names}")).unwrap_err(), Refusal::TooLarge);
    let values = many(0..1_001, |n| format!("<n>{n}</n>"));
    assert_eq!(read(&format!("<cas:user>zoe</cas:user>{values}")).unwrap_err(), Refusal::TooLarge);
}

#[test]
fn a_photo_and_an_endless_name_are_left_out() {
    let (photo, name) = ("A".repeat(5_000), "n".repeat(500));
    let person =
        read(&format!("<cas:user>zoe</cas:user><photo>{photo}</photo><{name}>x</{name}><nom>Dupont</nom>")).unwrap();
    assert_eq!(person.attributes.iter().map(|(name, _)| name).collect::<Vec<_>>(), ["nom"]);
}

/// Each of these is slow for the parser if it is let in.
#[test]
fn documents_made_to_be_slow_are_answered_at_once() {
    let attributes = many(0..20_000, |n| format!(" a{n}=''"));
    let namespaces = many(0..3_000, |n| format!(" xmlns:a{n}='b'"));
    let nested = many(0..4_000, |n| format!("<a xmlns:b{n}='c'>"));
    let long = "n".repeat(390);
    let children = "<a>x</a>".repeat(9_000);
    let documents = [
        format!("<a{attributes}/>"),
        format!("<a{namespaces}>{nested}"),
        success(&format!("<cas:user>zoe</cas:user><{long}>{children}</{long}>")),
    ];
    #[expect(clippy::disallowed_methods, reason = "it measures a duration")]
    let start = Instant::now();
    for document in documents {
        let _ = (Person::read(document.as_bytes()), logout(&document));
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}

#[test]
fn what_is_not_utf_8_is_refused() {
    assert_eq!(Person::read(b"<a>\xe9</a>").unwrap_err(), Refusal::NotXml);
    assert_eq!(refusal(""), Refusal::NotXml);
    assert_eq!(refusal("yes\nzoe\n"), Refusal::NotXml);
}
