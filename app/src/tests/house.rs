//! A house in its evening, with one browser for each kind of person.
use crate::slices;
use db::{Db, params};
use directory::demo::{Stage, Thing};
use kernel::{Id, Moment, PersonId, Seeded, SystemChance};
use std::{
    path::{Path, PathBuf},
    sync::Arc,
};
use web::{
    Engines, House,
    testing::{Browser, PICTURE},
};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// Who walks through the house.
pub struct Walker {
    pub name: &'static str,
    pub browser: Browser,
    pub csrf: String,
}

/// The things that addresses name, as each slice's part of the demonstration says.
pub struct Things(Vec<Thing>);

impl Things {
    /// The address with its `{names}` filled.
    pub fn fill(&self, path: &str) -> String {
        let filled = self
            .0
            .iter()
            .filter(|thing| path.starts_with(thing.under))
            .fold(path.to_owned(), |filled, thing| filled.replace(&format!("{{{}}}", thing.name), &thing.value));
        assert!(!filled.contains('{'), "{filled}: the battery does not know what to put there");
        filled
    }

    /// The first thing of this name.
    pub fn one(&self, name: &str) -> &str {
        self.0.iter().find(|thing| thing.name == name).map(|thing| thing.value.as_str()).unwrap()
    }
}

/// The evening: people, desk, one ticket waiting, one claimed with a message reported and a photo, one explained in a group.
pub async fn evening(db: Db) -> (Arc<House>, Vec<Walker>, Things) {
    evening_with(db, Engines::default()).await
}

/// The same on a node that runs these beside its pages.
pub async fn evening_with(db: Db, engines: Engines) -> (Arc<House>, Vec<Walker>, Things) {
    let (house, sessions, things) = make(db, engines).await;
    let walkers = enter(&house, &sessions).await;
    (house, walkers, things)
}

/// An evening made once, to be entered again and again as it was.
pub struct Evening {
    file: PathBuf,
    sessions: Vec<Session>,
    pub things: Things,
}

impl Evening {
    /// Makes it, in a SQLite file that is then left alone.
    pub async fn make() -> Self {
        let (_, place) = db::testing::places().await.into_iter().next().unwrap();
        let db::Place::Sqlite(file) = &place else { panic!("SQLite is the first") };
        let (house, sessions, things) = make(opened(file), Engines::default()).await;
        house.db.close().await;
        Self { file: file.clone(), sessions, things }
    }

    /// The tokens of everybody's session.
    pub fn tokens(&self) -> impl Iterator<Item = &str> {
        self.sessions.iter().map(|(_, token)| token.as_str())
    }

    /// A copy of it, with its walkers.
    pub async fn enter(&self) -> (Arc<House>, Vec<Walker>) {
        let copy = self.file.with_file_name(format!("{}.db", Id::<()>::new(NOW, &SystemChance)));
        std::fs::copy(&self.file, &copy).unwrap();
        let house = web::testing::house(opened(&copy), slices::ALL, slices::WHOAMI, NOW).await;
        house.files.put("photo", PICTURE.to_vec().into()).await.unwrap();
        let walkers = enter(&house, &self.sessions).await;
        (house, walkers)
    }
}

fn opened(file: &Path) -> Db {
    Db::open(&db::Place::Sqlite(file.to_owned()), 4, Arc::new(|_| {})).unwrap()
}

/// A name, and the token of its session.
type Session = (&'static str, String);

async fn make(db: Db, engines: Engines) -> (Arc<House>, Vec<Session>, Things) {
    let mut house = web::testing::house(db, slices::ALL, slices::WHOAMI, NOW).await;
    Arc::get_mut(&mut house).unwrap().engines = engines;
    let demo = directory::demo::populate(&house.db, 1_000, 5, NOW).await.unwrap();
    // The smallest PNG there is.
    house.files.put("photo", PICTURE.to_vec().into()).await.unwrap();
    let inner = Arc::clone(&house);
    let mut people = vec![
        ("pupil", demo.pupils[1].id),
        ("guardian", demo.guardian.id),
        ("teacher", demo.teachers[0].0.id),
        ("vie-scolaire", demo.vie_scolaire.id),
        ("referent", demo.referent.id),
        ("head", demo.head.id),
        ("pilot", demo.pilot.id),
        ("admin", demo.admin.id),
        ("other-pupil", demo.other_pupil.id),
        ("other-teacher", demo.other_teacher.id),
        ("delegate", demo.apart[1].id),
    ];
    people.extend(demo.others.iter().map(|(role, person)| (role.word(), person.id)));
    let (sessions, things) = house
        .db
        .write_alone(move |tx| {
            let chance = Seeded::new(3);
            let stage = Stage { demo: &demo, chance: &chance, secret: &inner.secret, slices: slices::ALL, now: NOW };
            crate::demo::play(tx, &stage)?;
            let mut things = directory::demo::things(tx, &stage)?;
            let card = signin::demo::card(tx, &inner.secret, &chance, demo.pupils[0].id, Some("4821"), NOW)?;
            things.push(Thing::new("token", card.token));
            let mut sessions = vec![];
            for (name, person) in people {
                sessions.push((name, signed_in(tx, &inner, &chance, name, person)?));
            }
            let things = Things(things);
            Ok::<_, db::Error>((sessions, things))
        })
        .await
        .unwrap();
    (house, sessions, things)
}

/// Everybody at the door, and nobody.
async fn enter(house: &Arc<House>, sessions: &[Session]) -> Vec<Walker> {
    let mut walkers = vec![Walker { name: "nobody", browser: Browser::new(house, slices::ALL), csrf: String::new() }];
    for (name, token) in sessions {
        let (secret, cookie) = (house.secret.clone(), token.clone());
        let who = house.db.read(move |tx| signin::whoami(tx, &cookie, NOW)).await.unwrap().unwrap();
        let browser = Browser::new(house, slices::ALL).with("preau", token);
        walkers.push(Walker { name, browser, csrf: secret.csrf(who.session) });
    }
    walkers
}

/// A session; the administrator's has passed its second step.
fn signed_in(tx: &mut db::Tx<'_>, house: &House, chance: &Seeded, name: &str, person: PersonId) -> db::Result<String> {
    if name == "admin" {
        signin::demo::second_step(tx, &house.secret, chance, person, NOW)?;
    }
    // A person without a file in the store: nothing is asked of it.
    tx.execute("UPDATE directory_person SET lang = NULL WHERE id = ?1", &params![person])?;
    signin::demo::session(tx, chance, person, NOW)
}
