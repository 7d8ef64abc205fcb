//! Whatever comes is answered, and what is read back is what was written.
use super::*;
use proptest::prelude::*;

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

proptest! {
    #[test]
    fn any_text_is_answered(text in ".*", bytes: Vec<u8>) {
        let _ = (Ticket::read(&text), Server::new(&text), logout(&text));
        prop_assert!(Person::read(text.as_bytes()).is_err() && Person::read(&bytes).is_err());
        let _ = read(&format!("<cas:user>zoe</cas:user>{text}"));
    }

    #[test]
    fn a_user_and_a_value_are_read_as_written(user in "[^\\pC]{0,60}[^\\pC\\s]", value in "[^\\pC]{0,60}[^\\pC\\s]") {
        let inside = format!("<cas:user>{}</cas:user><cas:nom>{}</cas:nom>", escaped(&user), escaped(&value));
        let person = read(&inside).unwrap();
        prop_assert_eq!(person.user, user.trim());
        prop_assert_eq!(person.attributes.one("nom"), Some(value.trim()));
    }

    #[test]
    fn attributes_are_the_same_wherever_they_lie(values in proptest::collection::vec("[a-z]{1,5}", 0..10)) {
        let elements = many(&values, |value| format!("<cas:n>{value}</cas:n>"));
        let named = many(&values, |value| format!("<cas:attribute name='n' value='{value}'/>"));
        let user = "<cas:user>zoe</cas:user>";
        let beside = read(&format!("{user}{elements}")).unwrap();
        prop_assert_eq!(&read(&format!("{user}<cas:attributes>{elements}</cas:attributes>")).unwrap(), &beside);
        prop_assert_eq!(&read(&format!("{user}{named}")).unwrap(), &beside);
        prop_assert_eq!(&read(&format!("{user}{elements}{named}")).unwrap(), &beside);
    }
}
