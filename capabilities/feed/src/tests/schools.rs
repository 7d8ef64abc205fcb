//! A school's own files: they belong together, what did not come stays, and what is of elsewhere or of last year is refused.
use super::{
    Evening, follow, notes,
    samples::{ONDE, SIECLE, again, are, begun, counts, inside, people, sent, zipped},
};
use crate::{Folder, folder};
use std::fs;

/// Why the last delivery of a feed was refused.
async fn why(evening: &Evening) -> Vec<String> {
    let sql = "SELECT why FROM feed_delivery WHERE why <> ''";
    evening.write(move |tx, _| tx.query(sql, &[])).await.iter().map(|row| row.text(0).to_owned()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_did_not_come_stays_as_it_is() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let [pupils, guardians, sts] =
            ["ElevesSansAdresses.xml", "ResponsablesAvecAdresses.xml", "sts_emp_0610970Y_2026.xml"]
                .map(|file| inside(SIECLE, file));
        let feed = sent(&evening, &mut admin, ("siecle", "0610970Y"), &[&pupils, &guardians, &sts]).await;
        let whole = "authority 74, documentalist 1, guardian 77, head 1, pupil 43, teacher 11, vie-scolaire 1";
        let groups =
            "SELECT g.name, count(*) FROM people_group g JOIN group_member m ON m.group_id = g.id AND m.until IS NULL
                      WHERE g.until IS NULL GROUP BY g.name ORDER BY g.name";
        let there = || async {
            let groups = evening.write(move |tx, _| tx.query(groups, &[])).await;
            let groups: Vec<String> =
                groups.iter().map(|row| format!("{} {}", row.text(0), row.get::<i64>(1))).collect();
            let taught =
                "SELECT g.name, s.name FROM directory_subject s JOIN people_group g ON g.id = s.group_id ORDER BY 1, 2";
            let taught = evening.write(move |tx, _| tx.query(taught, &[])).await;
            let taught: Vec<String> = taught.iter().map(|row| format!("{} {}", row.text(0), row.text(1))).collect();
            (are(&counts(&evening, "siecle:0610970Y").await), groups, taught)
        };
        let before = there().await;
        assert_eq!(before.0, whole, "{name}");
        assert!(before.1.len() > 4, "{name}: {before:?}");
        assert!(before.2.contains(&"Équipe de 6A Mathematiques".to_owned()), "{name}: {before:?}");
        // Each time something is missing.
        for (files, word) in [
            (vec![&pupils, &guardians], "note-no-staff"),
            (vec![&pupils], "note-no-guardians"),
            (vec![&sts], "note-no-pupils"),
            (vec![&pupils, &sts], "note-no-guardians"),
        ] {
            let files: Vec<&[u8]> = files.into_iter().map(Vec::as_slice).collect();
            again(&evening, &mut admin, &feed, &files).await;
            assert_eq!(there().await, before, "{name}: {word}");
            assert!(notes(&evening).await.iter().any(|note| note.starts_with(word)), "{name}: {word}");
        }
        let group = "SELECT g.id FROM people_group g WHERE g.name = 'Équipe de 6A'";
        let group: kernel::GroupId = evening.write(|tx, _| tx.first(group, &[])).await.unwrap().get(0);
        let head = "SELECT person_id FROM membership WHERE role = 'head' AND until IS NULL AND unit_id IN
                      (SELECT id FROM unit WHERE code = '0610970Y')";
        let head: kernel::PersonId = evening.write(|tx, _| tx.first(head, &[])).await.unwrap().get(0);
        let mut head = evening.of(head);
        head.get(&format!("/groupes/{group}")).await;
        assert!(head.text.contains(", Mathematiques") && head.queries <= 10, "{name}: {head:?}");
        // Guardians alone say nothing of who is there.
        admin.get(&feed).await;
        admin.upload(&format!("{feed}/envoi"), &[], &[("archive", &guardians)]).await;
        follow(&evening).await;
        assert_eq!((why(&evening).await, there().await), (vec!["no-pupils".to_owned()], before), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_school_and_last_year_are_refused() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let known = people(&evening).await;
        admin.get("/alimentation").await;
        for (form, code, said) in [
            ("siecle", "70", "sont ceux d’un établissement"),
            ("aaf", "0610970Y", "est celui d’une académie"),
            ("onde", "0750001A", "Écrivez le code"),
            ("onde", "0750680G", "Aucun établissement ouvert"),
            ("lettres", "70", "Choisissez quels fichiers"),
        ] {
            admin.post("/alimentation", &[("forme", form), ("nom", "ecole"), ("code", code), ("jours", "3")]).await;
            assert!(admin.status == 422 && admin.text.contains(said), "{name}: {form} {code}: {admin:?}");
        }
        let feed = sent(&evening, &mut admin, ("siecle", "0610014J"), &[]).await;
        admin.get("/alimentation").await;
        let again = [("forme", "siecle"), ("nom", "autre"), ("code", "0610014J"), ("jours", "3")];
        admin.post("/alimentation", &again).await;
        assert!(admin.status == 422 && admin.text.contains("a déjà une alimentation"), "{name}: {admin:?}");
        let pupils = inside(SIECLE, "ElevesSansAdresses.xml");
        let text: String = pupils.iter().map(|byte| char::from(*byte)).collect();
        let old = text.replace("0610970Y", "0610014J").replace("<ANNEE_SCOLAIRE>2026", "<ANNEE_SCOLAIRE>2024");
        let old: Vec<u8> = old.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
        let cut = &text.as_bytes()[..text.len() / 2];
        for files in [&pupils[..], &old, cut, ONDE] {
            admin.get(&feed).await;
            admin.upload(&format!("{feed}/envoi"), &[], &[("archive", files)]).await;
            follow(&evening).await;
        }
        let mut why = why(&evening).await;
        why.sort();
        assert_eq!(why, ["last-year", "other-school", "unreadable", "unreadable"], "{name}");
        let places = "SELECT place, line, word FROM feed_note ORDER BY line";
        let places = evening.write(move |tx, _| tx.query(places, &[])).await;
        let places: Vec<_> = places.iter().map(|row| (row.text(0).to_owned(), row.get::<i64>(1) > 1)).collect();
        let expected = [("CSVExtraction-eleves.csv".to_owned(), false), ("livraison".to_owned(), true)];
        assert_eq!(places, expected, "{name}: each with its place");
        assert_eq!(people(&evening).await, known, "{name}: nobody came");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_of_a_school_are_one_delivery_once_all_stand_still() {
    for evening in Evening::both().await {
        let (name, here) = (evening.name, tempfile::tempdir().unwrap());
        let mut admin = begun(&evening).await;
        sent(&evening, &mut admin, ("onde", "0611223Y"), &[]).await;
        let folder = here.path().join("onde-0611223y");
        fs::create_dir_all(&folder).unwrap();
        let look = || async { folder::look(&evening.house, &Folder(here.path().to_owned())).await.unwrap() };
        for (at, file) in ["eleves", "responsables", "enseignants"].into_iter().enumerate() {
            let file = format!("CSVExtraction-{file}.csv");
            fs::write(folder.join(&file), inside(ONDE, &file)).unwrap();
            fs::write(folder.join(format!("{file}.ok")), "").unwrap();
            if at == 0 {
                // It is whole, and another one is still on its way.
                fs::write(folder.join("CSVExtraction-responsables.csv"), "").unwrap();
                assert_eq!(look().await, 0, "{name}");
            }
        }
        assert_eq!(look().await, 1, "{name}");
        let names = evening.write(|tx, _| tx.query("SELECT names FROM feed_delivery", &[])).await;
        assert_eq!((names.len(), names[0].text(0).lines().count()), (1, 3), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_eldest_leaves_and_the_parents_of_an_ecole_are_still_the_same() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let feed = sent(&evening, &mut admin, ("onde", "0611223Y"), &[ONDE]).await;
        let known = people(&evening).await;
        let without = |file: &str, who: &str| {
            let file = inside(ONDE, file);
            let text: String = file.iter().map(|byte| char::from(*byte)).collect();
            let text: String =
                text.lines().filter(|line| !line.contains(who)).map(|line| line.to_owned() + "\r\n").collect();
            text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect::<Vec<_>>()
        };
        // Victor, Tiago and Élise have one mother and one father.
        let guardians = inside(ONDE, "CSVExtraction-responsables.csv");
        let files = zipped(&[
            ("eleves.csv", &without("CSVExtraction-eleves.csv", "\"VAUTIER\";\"\";\"Victor\"")),
            ("responsables.csv", &guardians),
            ("enseignants.csv", &inside(ONDE, "CSVExtraction-enseignants.csv")),
        ]);
        again(&evening, &mut admin, &feed, &[&files]).await;
        assert_eq!(counts(&evening, "onde:0611223Y").await["pupil"], 33, "{name}");
        assert_eq!(people(&evening).await, known, "{name}: nobody is new");
        assert!(notes(&evening).await.iter().any(|note| note.starts_with("note-absent-child")), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roster_of_one_department_is_the_school_of_its_feed() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let manifest = b"propertyName,value\r\nmanifest.version,1.0\r\noneroster.version,1.1\r\nfile.orgs,bulk\r\n";
        let users = "sourcedId,orgSourcedIds,role,givenName,familyName,agentSourcedIds\r\n\
                     u1,o1,teacher,Jeanne,Doe,\r\nu2,o1,student,Marie,Jones,u3\r\nu3,o1,parent,Thomas,Jones,\r\n";
        let files: [(&str, &[u8]); 5] = [
            ("manifest.csv", manifest),
            ("orgs.csv", b"sourcedId,name,type,identifier\r\no1,Histoire,department,\r\n"),
            ("users.csv", users.as_bytes()),
            ("classes.csv", b"sourcedId,title,classType,schoolSourcedId\r\nc1,5A,homeroom,o1\r\nc2,Latin,scheduled,o1\r\n"),
            (
                "enrollments.csv",
                b"sourcedId,classSourcedId,userSourcedId,role\r\ne1,c1,u2,student\r\ne2,c2,u2,student\r\ne3,c2,u1,teacher\r\n",
            ),
        ];
        let feed = sent(&evening, &mut admin, ("oneroster", "0610970Y"), &[&zipped(&files)]).await;
        assert_eq!(are(&counts(&evening, "oneroster:0610970Y").await), "guardian 1, pupil 1, teacher 1", "{name}");
        let change = zipped(&[
            (
                "manifest.csv",
                b"propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.enrollments,delta\n" as &[u8],
            ),
            ("users.csv", b"sourcedId,status,orgSourcedIds,role,givenName,familyName\nu4,active,o1,student,Max,Roy\n"),
            ("enrollments.csv", b"sourcedId,status,classSourcedId,userSourcedId,role\ne4,active,c1,u4,student\n"),
        ]);
        again(&evening, &mut admin, &feed, &[&change]).await;
        assert_eq!(are(&counts(&evening, "oneroster:0610970Y").await), "guardian 1, pupil 2, teacher 1", "{name}");
        let complete = "SELECT complete FROM feed_delivery ORDER BY complete DESC";
        let complete = evening.write(move |tx, _| tx.query(complete, &[])).await;
        assert_eq!(complete.iter().map(|row| row.get::<bool>(0)).collect::<Vec<_>>(), [true, false], "{name}");
    }
}

#[test]
fn whatever_the_forms_note_or_refuse_has_its_sentence() {
    let mut words: Vec<String> = vec![];
    let notes = aaf::About::KEYS.iter().chain(&onde::Remark::KEYS).chain(&oneroster::About::KEYS);
    let notes = notes.chain(siecle::Remark::KEYS.iter().filter(|key| **key != "no-school"));
    words.extend(notes.map(|key| format!("feed-note-{key}")));
    let reasons = aaf::Reason::KEYS.iter().chain(&onde::Reason::KEYS).chain(&oneroster::Reason::KEYS);
    words.extend(reasons.chain(&siecle::Reason::KEYS).map(|key| format!("feed-reason-{key}")));
    for text in [include_str!("../../lang/fr.ftl"), include_str!("../../lang/en.ftl")] {
        let absent: Vec<_> = words.iter().filter(|word| !text.contains(&format!("\n{word} = "))).collect();
        assert_eq!(absent, Vec::<&String>::new());
    }
}
