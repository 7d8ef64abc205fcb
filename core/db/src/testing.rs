//! Databases for tests: a fresh SQLite file, and a fresh schema on PostgreSQL when `TEST_POSTGRES` holds a URL.
use crate::{Db, Migration, Place};
use kernel::{Chance, SystemChance};
use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// Every database a store test must pass on, freshly migrated, with a name for messages.
///
/// # Panics
/// When one cannot be opened: a test may.
pub async fn both(migrations: &[Migration]) -> Vec<(&'static str, Db)> {
    let mut all = vec![];
    for (name, place) in places().await {
        all.push((name, open(&place, migrations).await));
    }
    all
}

/// Where [`both`] would open its databases: new places, empty.
///
/// # Panics
/// When PostgreSQL does not answer, or there is no temporary folder.
pub async fn places() -> Vec<(&'static str, Place)> {
    let mut all = vec![("sqlite", sqlite_place())];
    if let Some(place) = postgres_place().await {
        all.push(("postgres", place));
    }
    all
}

/// A SQLite database in a folder of its own (left to the system's temporary folder).
///
/// # Panics
/// When it cannot be opened.
pub async fn sqlite(migrations: &[Migration]) -> Db {
    open(&sqlite_place(), migrations).await
}

/// A schema of its own on the PostgreSQL of `TEST_POSTGRES`; `None` when that is not set.
///
/// # Panics
/// When it cannot be opened.
pub async fn postgres(migrations: &[Migration]) -> Option<Db> {
    let place = postgres_place().await?;
    Some(open(&place, migrations).await)
}

/// How many cases a property is tried on: `PREAU_CASES` when it is set (a long run), else `usually`.
///
/// # Panics
/// When `PREAU_CASES` is no number.
pub fn cases(usually: u32) -> u32 {
    told("PREAU_CASES", usually)
}

/// How often a race is run, each time in a fresh house: `PREAU_ROUNDS` when it is set (a long run), else once.
///
/// # Panics
/// When `PREAU_ROUNDS` is no number.
pub fn rounds() -> u32 {
    told("PREAU_ROUNDS", 1)
}

#[expect(clippy::disallowed_methods, reason = "a long run is asked for by the environment")]
fn told(name: &str, usually: u32) -> u32 {
    std::env::var(name).map_or(usually, |many| many.parse().expect("the environment says a number"))
}

/// The statements that were run, once somebody listens.
#[derive(Default)]
pub(crate) struct Heard(OnceLock<Mutex<BTreeSet<String>>>);

impl Heard {
    pub(crate) fn hear(&self, sql: &str) {
        if let Some(heard) = self.0.get() {
            heard.lock().unwrap_or_else(PoisonError::into_inner).insert(sql.to_owned());
        }
    }
}

/// The text of every statement that `db` ran since this was last asked; listening begins with the first time.
pub fn statements(db: &Db) -> BTreeSet<String> {
    let heard = db.counters.heard.0.get_or_init(Mutex::default);
    std::mem::take(&mut *heard.lock().unwrap_or_else(PoisonError::into_inner))
}

fn sqlite_place() -> Place {
    let folder = std::env::temp_dir().join("preau-tests").join(fresh());
    std::fs::create_dir_all(&folder).expect("a temporary folder");
    Place::Sqlite(folder.join("test.db"))
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where PostgreSQL is")]
async fn postgres_place() -> Option<Place> {
    let url = std::env::var("TEST_POSTGRES").ok()?;
    let schema = fresh();
    let base = Db::open(&Place::Postgres(url.clone()), 1, Arc::new(|_| {})).expect("TEST_POSTGRES is an address");
    let made = format!("CREATE SCHEMA {schema}");
    base.write_alone(move |tx| tx.execute(&made, &[])).await.expect("TEST_POSTGRES answers");
    let mark = if url.contains('?') { '&' } else { '?' };
    Some(Place::Postgres(format!("{url}{mark}options=-csearch_path%3D{schema}")))
}

async fn open(place: &Place, migrations: &[Migration]) -> Db {
    let db = Db::open(place, 4, Arc::new(|_| {})).expect("a test database");
    db.migrate(migrations.to_vec()).await.expect("the migrations run");
    db
}

pub(crate) fn fresh() -> String {
    let mut random = [0; 8];
    SystemChance.fill(&mut random);
    format!("t{:016x}", u64::from_le_bytes(random))
}
