//! Whatever changes in an académie: the change after the complete delivery leaves the house as the complete delivery of the new state
//! would.
use super::{Evening, classes, confirm, deliver, register, xml::File};
use directory::testing::NOW;
use proptest::{collection::vec, prelude::*, test_runner::TestRunner};

/// One pupil of the made-up académie, if they are there.
#[derive(Clone, Debug)]
struct Pupil {
    there: bool,
    class: usize,
    second: bool,
    /// Whether each of the guardians is said, and with what right.
    tied: [Option<bool>; 3],
    group: bool,
    name: usize,
}

/// The account of everybody: pupils, and whether each of two teachers is there and has the group.
type Population = (Vec<Pupil>, [(bool, bool); 2]);

const NAMES: [&str; 3] = ["Essaidi", "L’Hôte", "Œuvrard"];
const CLASSES: [&str; 3] = ["5e B", "5e C", "6e A"];
const DAYS: [&str; 5] = ["11/05/2013", "12/05/2013", "13/05/2013", "14/05/2013", "15/05/2013"];

fn pupil() -> impl Strategy<Value = Pupil> {
    let tie = || prop::option::of(any::<bool>());
    (any::<bool>(), 0..3_usize, prop::bool::weighted(0.2), [tie(), tie(), tie()], any::<bool>(), 0..3_usize)
        .prop_map(|(there, class, second, tied, group, name)| Pupil { there, class, second, tied, group, name })
}

fn population() -> impl Strategy<Value = Population> {
    (vec(pupil(), 5..=5), [(any::<bool>(), any::<bool>()), (any::<bool>(), any::<bool>())])
}

/// The pupil's attributes that may change.
fn said(pupil: &Pupil) -> (String, String, Vec<String>, Vec<String>) {
    let school = if pupil.second { "52" } else { "51" };
    let class = if pupil.second { "52$5e A".to_owned() } else { format!("51${}", CLASSES[pupil.class]) };
    let tie = |(at, tied): (usize, &Option<bool>)| {
        tied.map(|legal| format!("{}$10$1${}$1$0", 2001 + at, i32::from(legal)))
    };
    let ties = pupil.tied.iter().enumerate().filter_map(tie).collect();
    let group = if pupil.group && !pupil.second { vec!["51$5ESP".to_owned()] } else { vec![] };
    (school.to_owned(), class, ties, group)
}

fn strs(all: &[String]) -> Vec<&str> {
    all.iter().map(String::as_str).collect()
}

fn school(file: File) -> File {
    file.school("51", "0140041U", &CLASSES, &["5ESP$ESPAGNOL"]).school("52", "0500049G", &["5e A"], &[])
}

fn pupil_of(file: File, at: usize, pupil: &Pupil) -> File {
    let (_, class, ties, group) = said(pupil);
    let id = (1101 + at).to_string();
    file.pupil(&id, NAMES[pupil.name], "Ana", DAYS[at], &class, &strs(&ties), &strs(&group))
}

const fn groups(has: bool) -> &'static [&'static str] {
    if has { &["51$5ESP$0306"] } else { &[] }
}

fn teacher_of(file: File, at: usize, has: bool) -> File {
    let function = "51$ENS$ENSEIGNEMENT$L0201$LETTRES";
    file.staff(&(3101 + at).to_string(), "Caron", ["Yves", "Zita"][at], function, &["51$5e B$0207"], groups(has))
}

/// All of it.
fn complete(day: &str, (pupils, teachers): &Population) -> File {
    let mut file = school(File::complete(day));
    // Somebody of each kind is always there: of whom a feed says nothing at all, nobody leaves.
    file = file.pupil("1100", "Roy", "Max", "01/01/2013", "51$5e B", &["2001$10$1$1$1$0"], &["51$5ESP"]);
    file = file.pupil("1200", "Roy", "Léo", "02/01/2013", "52$5e A", &["2001$10$1$1$1$0"], &[]);
    file = teacher_of(file, 0, true);
    for (at, name) in NAMES.iter().enumerate().take(3) {
        file = file.guardian(&(2001 + at).to_string(), name, "Samira", "");
    }
    for (at, pupil) in pupils.iter().enumerate().filter(|(_, pupil)| pupil.there) {
        file = pupil_of(file, at, pupil);
    }
    for (at, (_, has)) in teachers.iter().enumerate().skip(1).filter(|(_, (there, _))| *there) {
        file = teacher_of(file, at, *has);
    }
    file
}

/// What changes from one to the other.
fn change(day: &str, before: &Population, after: &Population) -> File {
    let mut file = File::changes(day);
    for (at, (was, is)) in before.0.iter().zip(&after.0).enumerate() {
        let id = (1101 + at).to_string();
        match (was.there, is.there) {
            (false, true) => file = pupil_of(file, at, is),
            (true, false) => file = file.delete("Eleve", &id),
            (false, false) => {}
            (true, true) => {
                let (school, class, ties, group) = said(is);
                let legal: Vec<&str> =
                    ties.iter().filter(|tie| tie.contains("$1$1$1$0")).map(|tie| &tie[..4]).collect();
                file = file
                    .change("Eleve", &id, "sn", &[NAMES[is.name]])
                    .change("Eleve", &id, "ENTPersonStructRattach", &[&school])
                    .change("Eleve", &id, "ENTEleveClasses", &[&class])
                    .change("Eleve", &id, "ENTElevePersRelEleve", &strs(&ties))
                    .change("Eleve", &id, "ENTEleveAutoriteParentale", &legal)
                    .change("Eleve", &id, "ENTEleveGroupes", &strs(&group));
            }
        }
    }
    let at = 1;
    match (before.1[at], after.1[at]) {
        ((false, _), (true, has)) => teacher_of(file, at, has),
        ((true, _), (false, _)) => file.delete("PersEducNat", "3102"),
        ((true, _), (true, has)) => file.change("PersEducNat", "3102", "ENTAuxEnsGroupesMatieres", groups(has)),
        _ => file,
    }
}

/// Everything that the house knows of those whom the feed names, without ids and instants.
async fn known(evening: &Evening) -> Vec<String> {
    let later = NOW.plus_days(1);
    let sql = "SELECT k.key || ' ' || p.family || ' ' || COALESCE(p.born, '') || ' ' || m.role || ' ' || u.name AS line
         FROM directory_person_key k JOIN directory_person p ON p.id = k.person_id
         JOIN membership m ON m.person_id = p.id AND (m.until IS NULL OR m.until > ?1) JOIN unit u ON u.id = m.unit_id
         WHERE k.source = 'aaf:70'
       UNION ALL SELECT k.key || ' for ' || c.key || ' ' || CASE WHEN g.authority = 1 THEN 'legal' ELSE '' END
         FROM guardianship g JOIN directory_person_key k ON k.person_id = g.guardian_id AND k.source = 'aaf:70'
         JOIN directory_person_key c ON c.person_id = g.child_id AND c.source = 'aaf:70'
         WHERE (g.until IS NULL OR g.until > ?1) AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = g.child_id AND m.until IS NULL)
       UNION ALL SELECT g.name || ': ' || k.key || ' ' || m.part
         FROM people_group g JOIN group_member m ON m.group_id = g.id AND (m.until IS NULL OR m.until > ?1)
         JOIN directory_person_key k ON k.person_id = m.person_id AND k.source = 'aaf:70'
         WHERE g.until IS NULL OR g.until > ?1
       ORDER BY 1";
    let rows = evening.write(move |tx, _| tx.query(sql, &db::params![later])).await;
    rows.iter().map(|row| row.text(0).to_owned()).collect()
}

/// A house that was given these one after another.
async fn given(files: &[File]) -> Vec<String> {
    let evening = Evening::both().await.remove(0);
    let here = tempfile::tempdir().unwrap();
    let mut admin = evening.of(evening.town.admin);
    register(&mut admin, &[]).await;
    for file in files {
        if let Some(at) = deliver(&evening, here.path(), file).await {
            confirm(&evening, &mut admin, &at).await;
            if admin.get(&at).await.text.contains("vraiment") {
                let day = NOW.paris().date().to_string();
                admin.post(&at, &[("part", &day), ("vraiment", "1")]).await;
                super::follow(&evening).await;
            }
        }
    }
    let _ = classes(&evening).await;
    known(&evening).await
}

#[test]
fn a_change_after_the_complete_is_the_complete_of_the_new_state() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    let cases = std::cmp::min(ProptestConfig::default().cases, 24);
    let mut runner = TestRunner::new(ProptestConfig { cases, max_shrink_iters: 40, ..ProptestConfig::default() });
    let tried = runner.run(&(population(), population()), |(before, after)| {
        let first = complete("20251120", &before);
        let by_change = runtime.block_on(given(&[first.clone(), change("20251121", &before, &after)]));
        let by_complete = runtime.block_on(given(&[first, complete("20251121", &after)]));
        prop_assert!(by_change.iter().any(|line| line.starts_with("1100 ")), "{by_change:?}");
        prop_assert_eq!(by_change, by_complete);
        Ok(())
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
}
