//! The school year turns for a whole académie: every pupil is listed, one in five changes class, a few come and a few leave; read,
//! compared and applied school by school, each whole, while somebody else writes a line now and then.
use crate::{crowd, report, store};
use db::{Db, Place};
use directory::people_import::{self, Asked, Context, Plan};
use kernel::{Clock, Moment, SystemChance, SystemClock};
use preau::{Result, Trouble, slices, terminal};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

/// What it takes.
#[derive(Clone, Copy, Debug)]
pub struct Rentree {
    /// How many people the list has.
    pub people: usize,
    /// How many of them are read, compared and written in a second.
    pub people_per_s: f64,
    /// How long the longest school held the others, in milliseconds.
    pub longest_school_ms: f64,
    /// The 99th of a hundred waits of somebody who writes one row meanwhile, in milliseconds.
    pub post_p99_ms: f64,
}

/// Why it stopped.
fn stopped(error: &dyn std::error::Error) -> Trouble {
    Trouble::of(format!("the list could not be applied: {}", kernel::causes(error)))
}

/// Makes a house of so many people and turns its year.
pub async fn measure(folder: &Path, database: Option<&str>, people: u32) -> Result<Rentree> {
    std::fs::create_dir_all(folder).map_err(Trouble::while_("no folder"))?;
    let place =
        database.map_or_else(|| Place::Sqlite(folder.join("rentree.db")), |url| Place::Postgres(url.to_owned()));
    let db = Db::open(&place, 8, Arc::new(|_| {})).map_err(Trouble::while_("the house cannot be opened"))?;
    let steps = db.migrate(slices::migrations()).await;
    steps.map_err(Trouble::while_("the house cannot be made"))?;
    let now = SystemClock.now();
    let made = directory::demo::populate(&db, people, 5, now).await;
    made.map_err(Trouble::while_("the people cannot be made"))?;
    let pupils = db.read_long(store::pupils).await.map_err(|error: db::Error| stopped(&error))?;
    // The list of last year first: the keys of its source are then known.
    apply(&db, list(&pupils, false), false, now).await?;
    let stop = Arc::new(AtomicBool::new(false));
    let waits = tokio::spawn(posts(db.clone(), Arc::clone(&stop)));
    let text = list(&pupils, true);
    let begun = crowd::now();
    let (count, longest) = apply(&db, text, true, now.plus_minutes(1)).await?;
    let took = begun.elapsed().as_secs_f64();
    stop.store(true, Ordering::Relaxed);
    let mut waits = waits.await.map_err(Trouble::while_("nobody wrote meanwhile"))?;
    waits.sort_by(f64::total_cmp);
    let p99 = waits.get(waits.len().saturating_sub(1) * 99 / 100).copied().unwrap_or_default();
    db.close().await;
    Ok(Rentree {
        people: count,
        people_per_s: report::count(count) / took,
        longest_school_ms: longest * 1_000.0,
        post_p99_ms: p99,
    })
}

/// The list of every pupil: where the year turns, one in five in another class, one in fifty gone, and as many new ones.
fn list(pupils: &[store::Pupil], turns: bool) -> String {
    let mut text = "identifiant;nom;prenom;naissance;role;uai;classe;responsable_de\n".to_owned();
    for (n, pupil) in pupils.iter().enumerate() {
        if turns && n % 50 == 7 {
            let _ = writeln!(text, "N{n};Nouveau;Ana;2015-05-{:02};élève;{};{};", n % 28 + 1, pupil.uai, pupil.class);
            continue;
        }
        let class = if turns && n % 5 == 0 { "6Z" } else { &pupil.class };
        let store::Pupil { family, given, born, uai, .. } = pupil;
        let _ = writeln!(text, "E{n};{family};{given};{born};élève;{uai};{class};");
    }
    text
}

/// Reads the list and applies it school by school; says how many people, and how long the longest school took, in seconds.
async fn apply(db: &Db, text: String, turns: bool, now: Moment) -> Result<(usize, f64)> {
    let reading = people_import::read(text.as_bytes(), &Context::default());
    let rows = reading.whole().map_err(|faults| Trouble::of(format!("{} faults in the list", faults.len())))?;
    let count = rows.len();
    let schools = db.read_long(move |tx| people_import::split(tx, &rows, &asked(turns, now)));
    let mut longest: f64 = 0.0;
    for (school, rows) in schools.await.map_err(|error| stopped(&error))? {
        let begun = crowd::now();
        let written = db.write(move |tx| {
            let asked = asked(turns, now);
            let plan: Plan = people_import::plan(tx, &rows, &school, &asked)?;
            people_import::write(tx, &plan, &school, &asked)?;
            Ok::<_, people_import::Stopped>(())
        });
        written.await.map_err(|error| stopped(&error))?;
        longest = longest.max(begun.elapsed().as_secs_f64());
    }
    Ok((count, longest))
}

fn asked(turns: bool, now: Moment) -> Asked<'static> {
    static NOBODY: BTreeSet<kernel::PersonId> = BTreeSet::new();
    Asked {
        source: "bench",
        now,
        chance: &SystemChance,
        complete: turns,
        turn: turns,
        leaves: now,
        staying: &NOBODY,
        may: &|_, _| true,
        looks_after: &|_, _| true,
        feed: false,
        by: None,
    }
}

/// Somebody who writes one row, again and again: how long each took, in milliseconds.
pub async fn posts(db: Db, stop: Arc<AtomicBool>) -> Vec<f64> {
    let mut waits = vec![];
    while !stop.load(Ordering::Relaxed) {
        let begun = crowd::now();
        if db.write(store::touch).await.is_err() {
            terminal::aside("somebody could not write");
        }
        waits.push(begun.elapsed().as_secs_f64() * 1_000.0);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    waits
}
