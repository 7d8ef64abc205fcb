//! Every page of the year, looked through for names: a family reads those of its children, a school those of its pupils, the
//! pilot none.
use super::house::evening;
use crate::{slices, terminal};
use access::Role;
use db::params;
use kernel::UnitId;
use std::collections::BTreeMap;

/// The family names given to all the pupils of the home but two, to the two children of the guardian, and to the pupils of
/// another school: nobody else bears them.
const HOME: &str = "Quatrebarbes";
const CHILD: &str = "Troisétangs";
const OTHER: &str = "Septfontaines";

/// Whose names each one may read; they must have been read somewhere, or nothing was looked at.
const READ: [(&str, &[&str]); 23] = [
    ("nobody", &[]),
    ("pilot", &[]),
    ("admin", &[]),
    ("guardian", &[CHILD]),
    ("teacher", &[HOME, CHILD]),
    ("vie-scolaire", &[HOME, CHILD]),
    ("referent", &[HOME, CHILD]),
    ("head", &[HOME, CHILD]),
    ("other-teacher", &[OTHER]),
    ("other-pupil", &[OTHER]),
    ("documentalist", &[HOME, CHILD]),
    ("aed", &[HOME, CHILD]),
    // In the need group alone, where they help.
    ("aesh", &[HOME, CHILD]),
    // As a parent, their own child.
    ("delegate", &[HOME]),
    ("psyen", &[]),
    ("director", &[]),
    ("inspector", &[]),
    ("erun", &[]),
    ("trainer", &[]),
    ("association", &[]),
    ("tutor", &[]),
    ("elected", &[]),
    ("partner", &[]),
];

/// Longer ways of asking for the same pages: whole years, whole lists.
const ASKED: [&str; 3] = ["/presences?du=2025-09-01&au=2026-07-01", "/bar?tous=1", "/difficultes?vue=all"];

/// Where who administers the académie reads names: the register of people, and what was done to it. Never a thread.
const REGISTER: &[&str] = &["/personnes", "/demandes", "/acces/", "/registre", "/rentree/"];

/// What leaves as a file, by a form of a page.
const EXPORT: &str = "/presences/fichier";

#[tokio::test]
async fn a_name_of_a_pupil_is_read_by_their_family_and_their_school_alone() {
    let (house, walkers, things) = evening(db::testing::sqlite(&[]).await).await;
    let home: UnitId = things.one("school").parse().unwrap();
    let named = house.db.write(move |tx| {
        let of = "SELECT m.person_id FROM membership m JOIN unit_closure c ON c.descendant = m.unit_id
                  WHERE m.role = 'pupil' AND c.ancestor = ?1";
        let all = tx.execute(
            &format!(
                "UPDATE directory_person SET family = ?2 WHERE id
                 IN ({of})"
            ),
            &params![home, HOME],
        )?;
        let pupil = Role::Pupil.word();
        let sql = "UPDATE directory_person SET family = ?2 WHERE family <> ?3
                   AND id IN (SELECT person_id FROM membership WHERE role = ?1)";
        let others = tx.execute(sql, &params![pupil, OTHER, HOME])?;
        let sql = "UPDATE directory_person SET family = ?1 WHERE id IN (SELECT child_id FROM guardianship
                   WHERE guardian_id IN
                   (SELECT id FROM directory_person WHERE given = 'Samira' AND family = 'Benali'))";
        Ok::<_, db::Error>((all, others, tx.execute(sql, &params![CHILD])?))
    });
    let (all, others, children) = named.await.unwrap();
    assert!(all > 400 && others > 50 && children == 2, "{all} {others} {children}");

    let pages = slices::routes().0.into_iter().filter(web::Route::is_page);
    let mut pages: Vec<String> = pages.map(|route| things.fill(route.path)).collect();
    pages.extend(ASKED.map(str::to_owned));
    let (mut read, mut opened): (BTreeMap<&str, Vec<&str>>, usize) = (BTreeMap::new(), 0);
    for (who, may) in READ {
        let walker = walkers.iter().find(|walker| walker.name == who).unwrap();
        for page in pages.iter().map(String::as_str).chain([EXPORT]) {
            let mut browser = walker.browser.clone().with("lang", "fr");
            if page == EXPORT {
                let days = [("csrf", walker.csrf.as_str()), ("du", "2025-09-01"), ("au", "2026-07-01")];
                browser.post(page, &days).await;
            } else {
                browser.get(page).await;
            }
            opened += usize::from(browser.status == 200);
            for name in [HOME, CHILD, OTHER].into_iter().filter(|name| browser.text.contains(name)) {
                let kept = who == "admin" && REGISTER.iter().any(|begins| page.starts_with(begins));
                assert!(kept || may.contains(&name), "{who} reads {name} on {page}: {}", browser.text);
                read.entry(who).or_default().push(name);
            }
        }
        // The addresses name things of the home: those of the other school stay before closed doors.
        for name in may.iter().filter(|_| !who.starts_with("other-")) {
            assert!(read.get(who).is_some_and(|read| read.contains(name)), "{who} never reads {name}");
        }
    }
    terminal::say(format!(
        "{opened} pages were opened, {} times a name was read",
        read.values().map(Vec::len).sum::<usize>()
    ));
}
