//! An académie comes in by its feed, to a house that knows nobody: taken from a folder, read, compared and applied school by school,
//! while somebody else writes a line now and then.
mod academie;

use crate::{crowd, process, rentree::posts, report};
use access::{Role, UnitKind};
use directory::Person;
use kernel::{Chance, Clock, Id, Moment, SystemChance, SystemClock};
use preau::{Result, Trouble, config::Config, node};
use std::{
    io::Cursor,
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};
use web::{House, Secret, Settings};

/// What it takes.
#[derive(Clone, Copy, Debug)]
pub struct Feed {
    /// How many people the feed has.
    pub people: usize,
    /// How many of them are parsed in a second.
    pub parsed_per_s: f64,
    /// How many of them are read, compared and applied in a second.
    pub people_per_s: f64,
    /// The anonymous memory of the whole at its highest.
    pub peak_mb: f64,
    /// The 99th of a hundred waits of somebody who writes one row meanwhile, in milliseconds.
    pub post_p99_ms: f64,
    /// The longest of these waits.
    pub post_longest_ms: f64,
}

fn stopped(error: &dyn std::error::Error) -> Trouble {
    Trouble::of(format!("the feed could not be applied: {}", kernel::causes(error)))
}

/// Makes a house without people, and a feed of so many for it.
pub async fn measure(folder: &Path, people: usize) -> Result<Feed> {
    let drop_at = folder.join("depot");
    let stores = node::open_migrated(&Config { data: folder.join("data"), ..Config::default() }).await?;
    let schools = annuaire::read(directory::demo::SCHOOLS);
    let schools = schools.map_err(|_| Trouble::of("the shipped schools cannot be read"))?;
    let now = SystemClock.now();
    let codes = academie::codes(&schools);
    let made = stores.db.write(move |tx| begin(tx, &schools, now)).await;
    let feed = made.map_err(|error: db::Error| stopped(&error))?;
    let count = academie::write(&drop_at.join(&feed.name), &codes, people)
        .map_err(Trouble::while_("the feed cannot be written"))?;
    let settings = Settings { public_url: String::new(), node_url: String::new(), demo: true, behind_proxy: false };
    let house = node::house(stores, Secret::new([7; 32]), settings, Arc::new(SystemClock))?;

    let parcel = feed::parcel::pack(feed::Form::Aaf, &drop_at.join(&feed.name), &academie::NAMES.map(str::to_owned));
    let parcel = parcel.map_err(|error| stopped(&error))?;
    let begun = crowd::now();
    let mut parsed = aaf::Feed::default();
    let limits = aaf::Limits { file: 8 << 30, total: 16 << 30 };
    parsed.read("feed.zip", Cursor::new(&parcel.bytes), &limits).map_err(|error| stopped(&error))?;
    let parsed_s = begun.elapsed().as_secs_f64();
    drop((parsed, parcel));

    let stop = Arc::new(AtomicBool::new(false));
    let waits = tokio::spawn(posts(house.db.clone(), Arc::clone(&stop)));
    let peak = tokio::spawn(highest(Arc::clone(&stop)));
    let begun = crowd::now();
    apply(&house, &drop_at, &feed).await?;
    let took = begun.elapsed().as_secs_f64();
    stop.store(true, Ordering::Relaxed);
    let mut waits = waits.await.map_err(Trouble::while_("nobody wrote meanwhile"))?;
    waits.sort_by(f64::total_cmp);
    let at = |part: usize| waits.get((waits.len() * part / 100).min(waits.len().saturating_sub(1))).copied();
    let known = house.db.read_long(crate::store::people).await.map_err(|error: db::Error| stopped(&error))?;
    if known < count {
        return Err(Trouble::of(format!("{known} people are known of {count} in the feed")));
    }
    house.db.close().await;
    Ok(Feed {
        people: count,
        parsed_per_s: report::count(count) / parsed_s,
        people_per_s: report::count(count) / took,
        peak_mb: peak.await.map_err(Trouble::while_("the memory was not watched"))?,
        post_p99_ms: at(99).unwrap_or_default(),
        post_longest_ms: waits.last().copied().unwrap_or_default(),
    })
}

/// The schools, who administers them, and the feed.
fn begin(tx: &mut db::Tx<'_>, schools: &[annuaire::School], now: Moment) -> db::Result<feed::Feed> {
    directory::annuaire_import::apply(tx, schools, now, &SystemChance, &mut |_| {})?;
    let dice: &dyn Chance = &SystemChance;
    let admin = Person {
        id: Id::new(now, dice),
        given: "Camille".to_owned(),
        family: "Morel".to_owned(),
        born: None,
        phone: None,
        lang: None,
        synthetic: true,
    };
    directory::store::add_person(tx, &admin)?;
    let unit = crate::store::academie(tx)?.ok_or_else(|| db::Error::Open("there is no académie".to_owned()))?;
    access::store::grant(tx, admin.id, Role::Admin, unit.id, now, None)?;
    debug_assert_eq!(unit.kind, UnitKind::Academie, "the académie");
    let feed = feed::Feed {
        id: Id::new(now, dice),
        name: "bench".to_owned(),
        form: feed::Form::Aaf,
        unit,
        code: "70".to_owned(),
        alone: false,
        days: 3,
        by: Some(admin.id),
        at: now,
        last: None,
        trusted: false,
        lineage: vec![],
    };
    feed::store::add(tx, &feed)?;
    Ok(feed)
}

/// From the folder to the last school.
async fn apply(house: &Arc<House>, drop_at: &Path, feed: &feed::Feed) -> Result<()> {
    let taken = feed::folder::look(house, &feed::Folder(drop_at.to_owned())).await.map_err(Trouble::of)?;
    if taken != 1 {
        return Err(Trouble::of(format!("{taken} deliveries were found in the folder, and not one")));
    }
    let failed = |error: db::Error| stopped(&error);
    feed::porter::run_once(house).await.map_err(failed)?;
    rentree::secretary::run_once(house).await.map_err(failed)?;
    let by = feed.by;
    let confirmed = house.db.write(move |tx| {
        for delivery in feed::store::staged(tx)? {
            let (Some(turn), Some(by)) = (delivery.turn, by) else { continue };
            rentree::store::set_confirmed(tx, turn, by)?;
            rentree::store::begin(tx, turn, rentree::State::Applying)?;
        }
        Ok::<_, db::Error>(())
    });
    confirmed.await.map_err(failed)?;
    rentree::secretary::run_once(house).await.map_err(failed)?;
    Ok(())
}

/// This program's anonymous memory at its highest.
async fn highest(stop: Arc<AtomicBool>) -> f64 {
    let mut highest: f64 = 0.0;
    while !stop.load(Ordering::Relaxed) {
        highest = highest.max(process::mb(std::process::id(), "RssAnon").unwrap_or(0.0));
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    highest
}
