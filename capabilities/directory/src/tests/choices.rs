//! Choices of a form that are too many to stand there all at once.
use super::{NOW, with_schools};
use crate::{Person, store};
use access::{Actor, Role, UnitKind};
use kernel::{Chance, Id, Seeded};
use web::Pager;

/// Somebody of the staff of a school.
fn teacher(tx: &mut db::Tx<'_>, chance: &dyn Chance, school: kernel::UnitId, family: &str) -> db::Result<Person> {
    let (id, given, family) = (Id::new(NOW, chance), "Ada".to_owned(), family.to_owned());
    let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
    store::add_person(tx, &person)?;
    access::store::grant(tx, id, Role::Teacher, school, NOW, None)?;
    Ok(person)
}

#[tokio::test]
async fn choices_beyond_what_a_form_holds_are_counted_and_found_by_their_beginning() {
    for (name, db) in with_schools().await {
        let work = move |tx: &mut db::Tx<'_>| {
            let chance = Seeded::new(9);
            let school = access::store::by_code(tx, UnitKind::Etablissement, "0140004D")?.unwrap().id;
            for n in 0..411 {
                teacher(tx, &chance, school, &format!("Martin {n:03}"))?;
            }
            let last = teacher(tx, &chance, school, "Élysée")?;
            let other = access::store::by_code(tx, UnitKind::Etablissement, "0140041U")?.unwrap().id;
            teacher(tx, &chance, other, "Élysée-Duval")?;
            let actor = Actor::load(tx, last.id, NOW)?;
            let all = store::colleagues(tx, &actor, (store::CHOICES, ""), NOW)?;
            assert_eq!((all.len(), all.count(), all.last()), (400, 412, 2), "{name}");
            for (said, wanted) in [("martin 4", 11), ("MARTIN 41", 1), ("elys", 1), ("lysée", 0), ("", 400)] {
                let found = store::colleagues(tx, &actor, (store::CHOICES, said), NOW)?;
                assert_eq!(found.len(), wanted, "{name}: {said}");
            }
            let whole = store::colleagues(tx, &actor, (Pager::whole(), ""), NOW)?;
            assert_eq!(whole.len(), 412, "{name}: whom the form names is looked for among all");
            Ok::<_, db::Error>(())
        };
        db.write(work).await.unwrap();
    }
}
