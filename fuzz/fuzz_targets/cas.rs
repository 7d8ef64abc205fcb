//! A portal of CAS: whatever it or an attacker sends, a person whose attributes hold together or why not, and tickets
//! that go into an address as they are.
#![no_main]
use cas::{Ask, Person, Server, Ticket, Version, logout};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Ok(person) = Person::read(bytes) {
        assert!((1..=255).contains(&person.user.len()) && !person.user.contains(char::is_control));
        let names: Vec<_> = person.attributes.iter().collect();
        assert!(names.len() <= 200 && names.iter().map(|(_, values)| values.len()).sum::<usize>() <= 1_000);
        for (at, (name, values)) in names.iter().enumerate() {
            assert!(name.len() <= 400 && names.iter().skip(at + 1).all(|(other, _)| other != name));
            assert!(!values.is_empty() && values.iter().all(|value| !value.is_empty() && value.len() <= 4_096));
            assert!(values.iter().all(|value| person.attributes.values(name).contains(&value.as_str())));
        }
    }
    let Ok(text) = str::from_utf8(bytes) else { return };
    let ticket = logout(text).or_else(|_| Ticket::read(text));
    let server = Server::new("https://ent.invalid/cas");
    if let (Ok(ticket), Ok(server)) = (ticket, server) {
        let address = server.validate(Version::Two, "x", &ticket, Ask::SignIn);
        let expected = format!("https://ent.invalid/cas/serviceValidate?service=x&ticket={}", ticket.as_str());
        assert_eq!(address.as_str(), expected);
    }
});
