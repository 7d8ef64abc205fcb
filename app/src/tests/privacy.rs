//! The register says all that is done with what is known of people; the page of durations says what the next purge takes.
use super::house::{NOW, Walker, evening};
use crate::slices;
use jobs::HowLong;
use std::collections::BTreeMap;
use web::Lang;

/// Tables that hold no person, nor the id of one. It only shrinks: a new one needs a reader.
const IMPERSONAL: &[&str] = &[
    "agreement_announcement",
    "app_node",
    "calendar_holiday",
    "calendar_week_letter",
    "course_key",
    "course_seen",
    "course_token",
    "course_tool",
    "desk",
    "desk_school",
    "directory_school",
    "jobs_purged",
    "jobs_schedule",
    "programme_heading",
    "programme_measure",
    "programme_milestone",
    "programme_partner",
    "search_shelf",
    "signin_portal",
    "signin_seen",
    "unit",
    "unit_closure",
    "unit_parent",
    "visio_server",
    "web_secret",
];

/// A page, as the one who walks under this name reads it.
async fn page(walkers: &mut [Walker], name: &str, path: &str) -> (u16, String) {
    let walker = walkers.iter_mut().find(|walker| walker.name == name).unwrap();
    walker.browser.get(path).await;
    (walker.browser.status, walker.browser.text.clone())
}

#[test]
fn every_table_is_in_one_treatment_or_holds_no_person() {
    let mut named: BTreeMap<&str, usize> = IMPERSONAL.iter().map(|table| (*table, 1)).collect();
    for treatment in slices::ALL.iter().flat_map(|slice| slice.treatments) {
        for table in treatment.tables {
            *named.entry(table).or_default() += 1;
        }
    }
    let mut kept: BTreeMap<&str, usize> = BTreeMap::new();
    for keep in slices::keeps() {
        *kept.entry(keep.table).or_default() += 1;
    }
    assert_eq!(named, kept, "each table once, and no table that is not there");
}

#[test]
fn every_treatment_has_its_sentences_and_somebody_who_sees_it() {
    let (words, keeps) = (slices::words().unwrap(), slices::keeps());
    for slice in slices::ALL {
        for treatment in slice.treatments {
            let key = |part: &str| format!("{}-treatment-{}{part}", slice.name, treatment.key);
            for part in ["", "-for", "-whom", "-what"] {
                assert!(words.knows(&key(part)), "{}", key(part));
            }
            let other = treatment.keeps(&keeps).any(|keep| !matches!(keep.how_long, HowLong::Days { .. }));
            assert_eq!(words.knows(&key("-kept")), other, "{}: where a table does not count days", key("-kept"));
            assert!(!treatment.roles.is_empty() || !treatment.audiences.is_empty(), "{}: nobody", key(""));
        }
    }
}

#[test]
fn what_days_are_counted_from_has_a_word() {
    let words = slices::words().unwrap();
    for keep in slices::keeps() {
        if let HowLong::Days { column, .. } = keep.how_long {
            let key = format!("preau-privacy-since-{}", column.replace('_', "-"));
            assert!(words.knows(&key), "{}: {key}", keep.table);
        }
    }
}

#[tokio::test]
async fn the_register_and_its_table_name_every_treatment_to_who_administers_alone() {
    let words = slices::words().unwrap();
    for (name, db) in db::testing::both(&[]).await {
        let (_house, mut walkers, _) = evening(db).await;
        for path in ["/donnees/registre", "/donnees/registre.csv", "/donnees/analyse"] {
            let (status, text) = page(&mut walkers, "admin", path).await;
            assert_eq!(status, 200, "{name}: {path}");
            for slice in slices::ALL {
                for treatment in slice.treatments {
                    let key = format!("{}-treatment-{}", slice.name, treatment.key);
                    let said = words.say(Lang::Fr, key).to_string();
                    assert!(text.contains(&said), "{name}: {path}: {said}");
                }
            }
        }
        for path in ["/donnees/registre", "/donnees/registre.csv", "/donnees/analyse", "/donnees/durees"] {
            assert_eq!(page(&mut walkers, "head", path).await.0, 404, "{name}: {path}");
        }
    }
}

#[tokio::test]
async fn the_register_says_why_who_and_how_long_in_words() {
    for (name, db) in db::testing::both(&[]).await {
        let (_house, mut walkers, _) = evening(db).await;
        let (_, text) = page(&mut walkers, "admin", "/donnees/registre").await;
        for said in [
            "mission d’intérêt public",
            "5 ans après la fin (hours_entry).",
            "Effacé la nuit après la fin",
            "400 jours après la fin (desk_ticket).",
            "90 jours après la fin de la demande",
            "Vie scolaire",
            "les responsables, pour ce qui les concerne",
        ] {
            assert!(text.contains(said), "{name}: {said}");
        }
    }
}

#[tokio::test]
async fn what_the_next_purge_takes_is_counted_and_nothing_goes() {
    for (name, db) in db::testing::both(&[]).await {
        let (house, mut walkers, _) = evening(db).await;
        let sum = |past: Vec<jobs::Gone>| past.iter().map(|(_, count)| count).sum::<u64>();
        let before = house.db.read(|tx| jobs::past(tx, &slices::keeps(), NOW)).await.map(sum).unwrap();
        let old = house.db.write(|tx| {
            for key in 0..3 {
                let sql = "INSERT INTO web_once (key, at, location) VALUES (?1, ?2, '/')";
                tx.execute(sql, &db::params![vec![key], NOW.plus_days(-31)])?;
            }
            Ok::<_, db::Error>(())
        });
        old.await.unwrap();
        let (status, text) = page(&mut walkers, "admin", "/donnees/durees").await;
        assert_eq!(status, 200, "{name}");
        assert!(text.contains(&format!("Le prochain effacement prendra {} lignes", before + 3)), "{name}: {text}");
        let row = text
            .split("<span class=\"soft small\">web_once</span></th>")
            .nth(1)
            .and_then(|rest| rest.split("</tr>").next());
        let row = row.unwrap_or_default();
        assert!(row.contains("30 jours après l’enregistrement") && row.contains("<td>3</td>"), "{name}: {row}");
        let left = house.db.read(|tx| jobs::past(tx, &slices::keeps(), NOW)).await.map(sum).unwrap();
        assert_eq!(left, before + 3, "{name}: to look is to take nothing");
    }
}
