//! A made-up population in each form comes in whole: as many people as it has, known again when they come by another form.
use super::{Evening, confirm, follow};
use access::{Unit, UnitKind};
use kernel::Id;
use std::{
    collections::BTreeMap,
    io::{Cursor, Read as _, Write as _},
};
use web::testing::Browser;

pub const AAF: &[u8] = include_bytes!("samples/aaf-complet.zip");
const DELTA: &[u8] = include_bytes!("samples/aaf-delta.zip");
pub const SIECLE: &[u8] = include_bytes!("samples/siecle.zip");
pub const ONDE: &[u8] = include_bytes!("samples/onde.zip");
pub const ROSTER: &[u8] = include_bytes!("samples/oneroster-1.1.zip");
pub const ROLES: &[u8] = include_bytes!("samples/oneroster-1.2.zip");

/// One file of a sample.
pub fn inside(sample: &[u8], name: &str) -> Vec<u8> {
    let mut bytes = vec![];
    let mut archive = zip::ZipArchive::new(Cursor::new(sample)).unwrap();
    archive.by_name(name).unwrap().read_to_end(&mut bytes).unwrap();
    bytes
}

/// An archive of these files.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
    for (name, file) in files {
        let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        zip.start_file(*name, stored).unwrap();
        zip.write_all(file).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The schools of the samples.
const SCHOOLS: [(&str, &str); 4] = [
    ("0610970Y", "Collège Jacques Prévert"),
    ("0610014J", "Lycée Auguste Chevalier"),
    ("0610019P", "Lycée professionnel Flora Tristan"),
    ("0611223Y", "École"),
];

/// An evening that knows the schools of the samples, with who administers them.
pub async fn begun(evening: &Evening) -> Browser {
    evening
        .write(|tx, town| {
            for (code, name) in SCHOOLS {
                let id = Id::new(directory::testing::NOW, &town.town.chance);
                let (code, name) = (code.to_owned(), name.to_owned());
                let school = Unit { id, kind: UnitKind::Etablissement, code, name, closed: false };
                access::store::put(tx, &school, &[town.town.academie])?;
            }
            Ok(())
        })
        .await;
    evening.of(evening.town.admin)
}

/// Registers a feed, sends it files by its page if there are some, and confirms what they bring; gives the feed's address.
pub async fn sent(evening: &Evening, admin: &mut Browser, (form, code): (&str, &str), files: &[&[u8]]) -> String {
    admin.get("/alimentation").await;
    let name = format!("{form}-{}", code.to_lowercase());
    admin.post("/alimentation", &[("forme", form), ("nom", &name), ("code", code), ("jours", "3")]).await;
    let feed = admin.location.clone().unwrap();
    if !files.is_empty() {
        again(evening, admin, &feed, files).await;
    }
    feed
}

/// Sends files by the page of a feed, and confirms what they bring.
pub async fn again(evening: &Evening, admin: &mut Browser, feed: &str, files: &[&[u8]]) {
    admin.get(feed).await;
    let files: Vec<(&str, &[u8])> = files.iter().map(|file| ("archive", *file)).collect();
    admin.upload(&format!("{feed}/envoi"), &[], &files).await;
    assert!(admin.location.is_some(), "{admin:?}");
    follow(evening).await;
    let id: crate::FeedId = feed.rsplit('/').next().unwrap().parse().unwrap();
    let sql = "SELECT turn_id FROM feed_delivery WHERE feed_id = ?1 AND state = 'staged'";
    let rows = evening.write(move |tx, _| tx.query(sql, &db::params![id])).await;
    for turn in rows.iter().map(|row| row.get::<rentree::TurnId>(0)) {
        let at = format!("/rentree/{turn}");
        confirm(evening, admin, &at).await;
        admin.get(&at).await;
        if admin.text.contains("vraiment") {
            let day = directory::testing::NOW.paris().date().to_string();
            admin.post(&at, &[("part", &day), ("vraiment", "1")]).await;
            follow(evening).await;
        }
        assert!(admin.get(&at).await.text.contains("C’est fait"), "{admin:?}");
    }
}

/// How many people that a source names are there, as what; and of how many children they answer for with authority.
pub async fn counts(evening: &Evening, source: &'static str) -> BTreeMap<String, i64> {
    let sql = "SELECT what, count(*) FROM (
          SELECT DISTINCT m.role AS what, m.person_id FROM membership m
            JOIN directory_person_key k ON k.person_id = m.person_id AND k.source = ?1 WHERE m.until IS NULL
          UNION SELECT DISTINCT 'guardian', g.guardian_id FROM guardianship g
            JOIN directory_person_key k ON k.person_id = g.guardian_id AND k.source = ?1 WHERE g.until IS NULL
          UNION SELECT DISTINCT 'authority', g.guardian_id FROM guardianship g
            JOIN directory_person_key k ON k.person_id = g.guardian_id AND k.source = ?1
            WHERE g.until IS NULL AND g.authority = 1) t GROUP BY what";
    let rows = evening.write(move |tx, _| tx.query(sql, &db::params![source])).await;
    rows.iter().map(|row| (row.text(0).to_owned(), row.get(1))).collect()
}

pub fn are(counts: &BTreeMap<String, i64>) -> String {
    counts.iter().map(|(what, count)| format!("{what} {count}")).collect::<Vec<_>>().join(", ")
}

/// The classes of a pupil whom the académie's feed names.
async fn of(evening: &Evening, key: &'static str) -> Vec<String> {
    let sql = "SELECT u.name FROM membership m JOIN unit u ON u.id = m.unit_id
               JOIN directory_person_key k ON k.person_id = m.person_id AND k.source = 'aaf:70'
               WHERE k.key = ?1 AND m.role = 'pupil' AND m.until IS NULL";
    let rows = evening.write(move |tx, _| tx.query(sql, &db::params![key])).await;
    rows.iter().map(|row| row.text(0).to_owned()).collect()
}

/// How many people there are.
pub async fn people(evening: &Evening) -> i64 {
    evening.write(|tx, _| tx.first("SELECT count(*) FROM directory_person", &[])).await.unwrap().get(0)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_form_brings_as_many_people_as_it_has_and_knows_again_whom_another_brought() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let before = people(&evening).await;
        let collège = "documentalist 1, guardian 77, head 1, pupil 43, teacher 11";
        for ((form, code), file, source, there, new) in [
            (
                ("aaf", "70"),
                AAF,
                "aaf:70",
                "authority 148, documentalist 3, guardian 154, head 3, pupil 86, teacher 25, vie-scolaire 3",
                // Of the staff five have functions that give no role here.
                86 + 154 + 34,
            ),
            (("siecle", "0610970Y"), SIECLE, "siecle:0610970Y", &format!("authority 74, {collège}, vie-scolaire 1"), 0),
            (("onde", "0611223Y"), ONDE, "onde:0611223Y", "director 1, guardian 45, pupil 34, teacher 4", 34 + 45 + 4),
            (("oneroster", "70"), ROSTER, "oneroster:70", "authority 148, guardian 154, pupil 86, teacher 25", 0),
            (
                ("oneroster", "0610970Y"),
                ROLES,
                "oneroster:0610970Y",
                "authority 74, guardian 77, head 1, pupil 43, teacher 11",
                0,
            ),
        ] {
            let known = people(&evening).await;
            sent(&evening, &mut admin, (form, code), &[file]).await;
            assert_eq!(are(&counts(&evening, source).await), there, "{name}: {form} {code}");
            assert_eq!(people(&evening).await - known, new, "{name}: {form} {code}");
        }
        assert_eq!(people(&evening).await - before, 86 + 154 + 34 + 34 + 45 + 4, "{name}");
        let notes = super::notes(&evening).await;
        for said in ["note-no-class: 609999 – PARTI Ancien", "note-other-school: Lycée Auguste Chevalier"] {
            assert!(notes.contains(&said.to_owned()), "{name}: {said}: {notes:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_of_the_academie_are_folded_into_the_sample() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let feed = sent(&evening, &mut admin, ("aaf", "70"), &[AAF]).await;
        again(&evening, &mut admin, &feed, &[DELTA]).await;
        let now = are(&counts(&evening, "aaf:70").await);
        // A pupil comes and one leaves, a teacher too; a guardian comes, and one loses authority. Who answers for the one who left
        // answers for nobody who is here.
        assert_eq!(
            now, "authority 148, documentalist 3, guardian 155, head 3, pupil 86, teacher 25, vie-scolaire 3",
            "{name}"
        );
        assert_eq!(of(&evening, "2610098").await, [""; 0], "{name}: who left is in no class");
        assert_eq!(of(&evening, "2610009").await, ["6B"], "{name}: who changed class");
        assert_eq!(of(&evening, "2610345").await.len(), 1, "{name}: who came");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_roster_alone_says_neither_days_of_birth_nor_authority() {
    for evening in Evening::both().await {
        let name = evening.name;
        let mut admin = begun(&evening).await;
        let feed = sent(&evening, &mut admin, ("oneroster", "70"), &[ROLES]).await;
        let there = "guardian 154, head 3, pupil 86, teacher 25";
        assert_eq!(are(&counts(&evening, "oneroster:70").await), there, "{name}: nobody has authority yet");
        let notes = super::notes(&evening).await;
        assert_eq!(
            notes.iter().filter(|note| note.starts_with("note-authority-unsaid")).count(),
            3,
            "{name}: {notes:?}"
        );
        again(&evening, &mut admin, &feed, &[ROSTER]).await;
        let sql = "SELECT count(*) FROM directory_person WHERE born IS NOT NULL AND id IN
                     (SELECT person_id FROM directory_person_key WHERE source = 'oneroster:70')";
        let born: i64 = evening.write(|tx, _| tx.first(sql, &[])).await.unwrap().get(0);
        assert_eq!(born, 86, "{name}: what was not said is said by the other version");
        assert_eq!(counts(&evening, "oneroster:70").await["pupil"], 86, "{name}: they are the same");
    }
}
