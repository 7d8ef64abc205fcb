//! What a card says of its holder: no more than tells them apart from the others of the list.
use directory::Person;
use kernel::fold;
use std::collections::HashMap;

/// « Inès N. » for each of these people, in their order. Of two who would be alike on paper, as many letters of the family name as tell
/// them apart: « Emma Ma. » and « Emma Mo. »; of two of one name, what `mark` says: a day, or for whom they answer.
pub fn names(people: &[Person], mark: impl Fn(&Person) -> String) -> Vec<String> {
    let mut alike: HashMap<String, Vec<&Person>> = HashMap::new();
    for person in people {
        alike.entry(fold(&person.short())).or_default().push(person);
    }
    let name = |person: &Person| {
        let others: Vec<&Person> = alike.get(&fold(&person.short())).into_iter().flatten().copied().collect();
        let others = || others.iter().filter(|other| other.id != person.id);
        let Some(most) = others().filter_map(|other| shared(&person.family, &other.family)).max() else {
            let twin = others().next().is_some();
            return if twin { marked(person.short(), &mark(person)) } else { person.short() };
        };
        let twin = others().any(|other| shared(&person.family, &other.family).is_none());
        let short = shortened(person, most + 1);
        if twin { marked(short, &mark(person)) } else { short }
    };
    people.iter().map(name).collect()
}

/// How many first letters two family names have in common; nothing where they are one name.
fn shared(one: &str, other: &str) -> Option<usize> {
    let (one, other) = (fold(one), fold(other));
    (one != other).then(|| one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count())
}

/// The first name, and so many letters of the family name.
fn shortened(person: &Person, letters: usize) -> String {
    let given: String = person.given.chars().take(18).collect();
    let family: String = person.family.chars().take(letters).collect();
    let dot = if person.family.chars().count() > letters { "." } else { "" };
    format!("{given} {}{dot}", family.trim_end())
}

fn marked(short: String, mark: &str) -> String {
    if mark.is_empty() { short } else { format!("{short} ({mark})") }
}

#[cfg(test)]
mod tests {
    use super::names;
    use directory::Person;
    use kernel::{Id, Moment, Seeded};

    fn said(people: &[(&str, &str, &str)]) -> Vec<String> {
        let chance = Seeded::new(1);
        let person = |(given, family, born): &(&str, &str, &str)| Person {
            id: Id::new(Moment(0), &chance),
            given: (*given).to_owned(),
            family: (*family).to_owned(),
            born: Some((*born).to_owned()),
            phone: None,
            lang: None,
            synthetic: true,
        };
        let people: Vec<Person> = people.iter().map(person).collect();
        names(&people, |person| person.born.clone().unwrap_or_default())
    }

    #[test]
    fn who_is_alone_of_a_short_name_keeps_it() {
        assert_eq!(said(&[("Inès", "Nouvel", "31/05"), ("Inès", "Martin", "01/06")]), ["Inès N.", "Inès M."]);
    }

    #[test]
    fn as_many_letters_as_tell_apart_and_no_more() {
        let emmas = [("Emma", "Martin", "a"), ("Emma", "Moreau", "b"), ("Emma", "Martel", "c"), ("Emma", "Mo", "d")];
        assert_eq!(said(&emmas), ["Emma Marti.", "Emma Mor.", "Emma Marte.", "Emma Mo"]);
    }

    #[test]
    fn two_of_one_name_have_their_mark() {
        let emmas = [("Emma", "Martin", "31/05"), ("Emma", "martin", "02/06"), ("Emma", "Moreau", "01/06")];
        assert_eq!(said(&emmas), ["Emma Ma. (31/05)", "Emma ma. (02/06)", "Emma Mo."]);
        assert_eq!(said(&[("Zoé", "Roy", "x"), ("Zoe", "Roy", "y")]), ["Zoé R. (x)", "Zoe R. (y)"]);
    }
}
