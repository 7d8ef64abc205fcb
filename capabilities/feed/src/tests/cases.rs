//! The people of whom a feed says something out of the ordinary.
use super::{Evening, complete, confirm, deliver, notes, register, xml::File};
use access::Role;
use db::Tx;
use directory::{store, testing::NOW};
use kernel::PersonId;

/// Whom a key of the feed names.
fn who(tx: &mut Tx<'_>, key: &str) -> db::Result<Option<PersonId>> {
    Ok(store::by_key(tx, "aaf:70", key)?.map(|person| person.id))
}

/// A school of special cases beside the home school.
fn special() -> File {
    complete()
        .school("52", "0500049G", &["5e A"], &[])
        // Parents apart, one of them without authority; a mother with a child in each school.
        .pupil("1101", "Nouvel", "Elio", "01/02/2012", "52$5e A", &["2001$10$1$1$1$0", "2102$20$0$0$1$0"], &[])
        .guardian("2102", "Haddad", "Karim", "+33 6 39 98 00 02")
        // A child in care: a service answers.
        .pupil("1102", "Gomes", "Lina", "02/02/2012", "52$5e A", &["2103$41$0$1$1$0"], &[])
        .guardian("2103", "Service départemental", "", "")
        // Of age, and nobody answers.
        .pupil("1103", "Roy", "Max", "03/03/2007", "52$5e A", &[], &[])
        // Twins, and two of one name.
        .pupil("1104", "Petit", "Ana", "04/04/2012", "52$5e A", &[], &[])
        .pupil("1105", "Petit", "Eve", "04/04/2012", "52$5e A", &[], &[])
        .pupil("1106", "Durand", "Léa", "05/05/2012", "52$5e A", &[], &[])
        .pupil("1107", "Durand", "Léa", "06/06/2011", "52$5e A", &[], &[])
        // Letters of elsewhere, no class, a name that is none, a guardian who is not in the file.
        .pupil("1108", "Işık", "Œdipe", "07/07/2012", "52$5e A", &["2999$10$1$1$1$0"], &[])
        .pupil("1109", "Blanc", "Ida", "08/08/2012", "52", &[], &[])
        .pupil("1110", "Noir2", "Tim", "09/09/2012", "52$5e A", &[], &[])
        // A teacher of two schools; a function that gives no role.
        .staff(
            "3101",
            "Simon",
            "Nadia",
            "52$ENS$ENSEIGNEMENT$L0201$LETTRES</value><value>51$ENS$ENSEIGNEMENT$L0201$LETTRES",
            &[],
            &[],
        )
        .staff("3102", "Caron", "Yves", "52$OUV$OUVRIER$X$X", &[], &[])
}

#[tokio::test(flavor = "multi_thread")]
async fn each_special_case_is_what_it_should_be() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        register(&mut admin, &[]).await;
        let at = deliver(&evening, here.path(), &special()).await.unwrap();
        confirm(&evening, &mut admin, &at).await;
        assert!(admin.get(&at).await.text.contains("C’est fait"), "{name}: {admin:?}");
        let later = NOW.plus_days(1);
        let (mother, apart, absent, twins, alike, teacher) = evening
            .write(move |tx, _| {
                let (mother, apart) = (who(tx, "2001")?.unwrap(), who(tx, "2102")?.unwrap());
                let (mother, apart) = (store::links(tx, mother, later)?, store::links(tx, apart, later)?);
                let absent = [who(tx, "2103")?, who(tx, "1109")?, who(tx, "1110")?, who(tx, "3102")?];
                let twins = (who(tx, "1104")?, who(tx, "1105")?);
                let alike = (who(tx, "1106")?, who(tx, "1107")?);
                let teacher = who(tx, "3101")?.unwrap();
                let teacher = access::store::working(tx, &[teacher], later)?;
                let odd = store::by_key(tx, "aaf:70", "1108")?.unwrap();
                assert_eq!((odd.family.as_str(), odd.given.as_str()), ("Işık", "Œdipe"));
                Ok((mother, apart, absent, twins, alike, teacher))
            })
            .await;
        assert_eq!((mother.len(), mother.values().all(|has| *has)), (2, true), "{name}: one child in each school");
        assert_eq!(apart.into_values().collect::<Vec<_>>(), [false], "{name}: tied, without authority");
        assert!(absent.iter().all(Option::is_none), "{name}: {absent:?}");
        assert!(twins.0 != twins.1 && alike.0 != alike.1 && alike.1.is_some(), "{name}");
        assert_eq!(teacher.iter().filter(|(_, role, _)| *role == Role::Teacher).count(), 2, "{name}: in two schools");
        let notes = notes(&evening).await;
        for word in ["note-service", "note-no-class", "note-function", "note-unknown-guardian", "fault-name"] {
            assert!(notes.iter().any(|note| note.starts_with(word)), "{name}: {word}: {notes:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_loses_authority_moves_or_is_gone_does_so_by_a_change() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = evening.of(evening.town.admin);
        register(&mut admin, &[]).await;
        let at = deliver(&evening, here.path(), &special()).await.unwrap();
        confirm(&evening, &mut admin, &at).await;
        let change = File::changes("20251125")
            .change("Eleve", "1001", "ENTElevePersRelEleve", &["2001$10$1$0$1$0"])
            .change("Eleve", "1001", "ENTEleveAutoriteParentale", &[])
            .change("PersRelEleve", "2001", "mobile", &["+33 6 39 98 00 09"])
            .change("PersEducNat", "3101", "sn", &["Simon-Roy"])
            .change("Eleve", "1002", "ENTEleveClasses", &["52$5e A"])
            .change("Eleve", "1002", "ENTPersonStructRattach", &["52"])
            .change("Eleve", "1002", "ENTEleveGroupes", &[])
            .delete("PersRelEleve", "2102")
            .change("Eleve", "1101", "ENTElevePersRelEleve", &["2001$10$1$1$1$0"]);
        let at = deliver(&evening, here.path(), &change).await.unwrap();
        confirm(&evening, &mut admin, &at).await;
        let later = NOW.plus_days(1);
        let (mother, phone, apart, schools, teacher) = evening
            .write(move |tx, town| {
                let id = who(tx, "2001")?.unwrap();
                let first = who(tx, "1001")?.unwrap();
                let mother = store::links(tx, id, later)?[&first];
                let phone = store::person(tx, id)?.unwrap().phone;
                let apart = who(tx, "2102")?.unwrap();
                let apart = store::links(tx, apart, later)?.len();
                let mut schools = vec![];
                for class in [town.town.class, town.town.other.class] {
                    let pupils = store::pupils_of_class(tx, class, later)?;
                    schools.push(pupils.iter().any(|pupil| Some(pupil.id) == who(tx, "1002").unwrap()));
                }
                Ok((mother, phone, apart, schools, store::by_key(tx, "aaf:70", "3101")?.unwrap().family))
            })
            .await;
        assert!(!mother, "{name}: no more authority");
        assert_eq!(phone.as_deref(), Some("+33639980009"), "{name}");
        assert_eq!((apart, schools, teacher.as_str()), (0, vec![false, true], "Simon-Roy"), "{name}");
    }
}
