//! SAML: whatever the text, what is believed is what the portal signed, and a canonical form is its own canonical form.
#![no_main]
use libfuzzer_sys::fuzz_target;
use saml::{Exit, Expectation, PrivateKey, Provider, Refusal, Service, canonical, educonnect::Identity};
use std::sync::LazyLock;

const SERVICE: Service<'_> = Service {
    entity: "https://service.invalid/saml",
    consumer: "https://service.invalid/saml/retour",
    logout: "https://service.invalid/saml/sortie",
};
static PROVIDER: LazyLock<Provider> =
    LazyLock::new(|| Provider::read(include_str!("../seeds/saml/metadata.xml"), None).expect("metadata"));
static KEYS: LazyLock<[PrivateKey; 1]> = LazyLock::new(|| {
    let key = include_bytes!("../../standards/saml/src/tests/keys/service.key.der");
    [PrivateKey::from_pkcs8(key).expect("a key")]
});

fuzz_target!(|text: &str| {
    // 2026-11-28T08:30:00Z
    let expected = Expectation { provider: &PROVIDER, service: &SERVICE, keys: &KEYS[..], now: 1_795_854_600_000 };
    if let Ok(assertion) = expected.response(text, "_question-1") {
        assert_eq!((assertion.id.as_str(), assertion.remember_until), ("_a", 1_795_855_080_000));
        assert_eq!(assertion.name.expect("the name of the seeds").value, "zoe-1");
        let surname = Identity::read(&assertion.attributes).surname;
        assert!(surname.is_none_or(|surname| surname == "Dùpônt & <fils>"));
    }
    for exit in [expected.logout_form(text), expected.logout_query(text).map(|(exit, _)| exit)].into_iter().flatten() {
        let Exit::Request(request) = exit else { panic!("the portal never signed an answer") };
        assert_eq!((request.id.as_str(), request.name.value.as_str()), ("_l", "zoe-1"));
        assert_eq!(request.sessions, ["_s"]);
    }
    let prefixes = ["a", ""];
    if let Ok(once) = canonical(text, &prefixes) {
        match canonical(&once, &prefixes) {
            Ok(twice) => assert_eq!(once, twice),
            // Each `<a/>` has become two tags, and quotation marks are longer now.
            Err(why) => assert!(matches!(why, Refusal::TooLarge | Refusal::TooDense), "{why}: {once}"),
        }
    }
    if let Ok(provider) = Provider::read(text, None) {
        assert!(!provider.keys.is_empty() && provider.sign_in.starts_with("http"));
    }
});
