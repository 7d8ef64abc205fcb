//! What an operator does to keep a house: migrate, back up, restore, purge.
use crate::{
    Result, Trouble,
    config::Config,
    node::{self, Stores},
    slices, terminal,
    upkeep::store::{self, Done, State, What},
};
use archive::Digest;
use db::Db;
use files::Files;
use jobs::{HowLong, Keep};
use kernel::{Clock, Moment, SystemClock};
use std::{collections::HashSet, path::Path};

/// How many jobs set aside are listed at most.
const MOST_ASIDE: i64 = 50;

/// `preau migrate`.
pub async fn migrate(config: Config) -> Result<()> {
    let stores = node::open(&config)?;
    let ran = node::bring_up(&stores.db).await?;
    if ran.is_empty() {
        terminal::say("The database is up to date.");
    }
    for name in ran {
        terminal::say(format!("done: {name}"));
    }
    stores.db.close().await;
    Ok(())
}

/// `preau backup`. A file that is there is left as it is, unless `force` says otherwise: it may be the only good one.
pub async fn backup(config: Config, file: &Path, force: bool) -> Result<()> {
    if file.exists() && !force {
        return Err(Trouble::of(format!(
            "the backup was not made: {} is there already; give another name, or say --force",
            file.display()
        )));
    }
    let stores = node::standing(&config).await?;
    let taken = archive::backup(&stores.db, &stores.files, file, SystemClock.now()).await;
    let digest = taken.map_err(Trouble::while_("the backup was not made"))?;
    let (_, lost) = files(&stores).await?;
    remember(&stores.db, What::Backup, SystemClock.now()).await;
    stores.db.close().await;
    if lost > 0 {
        terminal::say(format!(
            "{lost} files that messages show are not in the file store, nor in the backup: see `preau check`"
        ));
    }
    terminal::say(format!("All that is here is in {}: {}.", file.display(), told(&digest)));
    Ok(())
}

/// How many files are kept, and how many that messages show are not.
pub async fn files(stores: &Stores) -> Result<(usize, usize)> {
    let kept = stores.files.list().await.map_err(Trouble::while_("the file store does not answer"))?;
    let named = stores.db.read_long(slices::files).await;
    let named = named.map_err(Trouble::while_::<db::Error>("the database does not answer"))?;
    let kept: HashSet<String> = kept.into_iter().collect();
    Ok((kept.len(), named.iter().filter(|name| !kept.contains(*name)).count()))
}

/// `preau restore`.
pub async fn restore(config: Config, file: &Path) -> Result<()> {
    let place = config.place();
    let made = matches!(&place, db::Place::Sqlite(path) if !path.exists());
    let stores = node::open(&config)?;
    let put = archive::restore(file, &stores.db, &stores.files, &slices::migrations()).await;
    if put.is_ok() {
        remember(&stores.db, What::Restore, SystemClock.now()).await;
    }
    stores.db.close().await;
    if let (true, true, db::Place::Sqlite(path)) = (put.is_err(), made, &place) {
        // What was made for it holds nothing, and would look like a house.
        for end in ["", "-wal", "-shm"] {
            let mut name = path.clone().into_os_string();
            name.push(end);
            drop(std::fs::remove_file(name));
        }
    }
    let put = put.map_err(Trouble::while_("nothing was restored"))?;
    terminal::say(format!("Restored: {}. The secret is apart: copy it too.", told(&put.digest)));
    terminal::say(
        "This is the house of the day of the backup: a card taken back since then opens again, a right ended since is held again, \
         somebody forgotten since is back. Do these again.",
    );
    if !put.later.is_empty() {
        terminal::say(format!("The backup was of an earlier version; brought up to date: {}.", put.later.join(", ")));
    }
    Ok(())
}

/// Writes down in the house that it was done, for who asks later. A house of before does not know where: it is done all the same.
pub async fn remember(db: &Db, what: What, at: Moment) {
    let done = Done { what, at, state: State::Good, said: String::new() };
    if let Err(error) = db.write(move |tx| store::put(tx, &done)).await {
        tracing::debug!(error = kernel::causes(&error), "what was done is not written down");
    }
}

/// A house in figures.
pub fn told(digest: &Digest) -> String {
    let rows: u64 = digest.tables.iter().map(|part| part.count).sum();
    format!("{rows} rows of {} tables, {} files", digest.tables.len(), digest.files.count)
}

/// `preau purge`: rows past their time, then files no row names any more.
pub async fn purge(config: Config, dry_run: bool) -> Result<()> {
    let stores = node::standing_migrated(&config).await?;
    let now = SystemClock.now();
    let keeps = slices::keeps();
    let gone = if dry_run {
        stores.db.read_long(move |tx| jobs::past(tx, &slices::keeps(), now)).await
    } else {
        jobs::purge(&stores.db, &slices::keeps(), now).await
    };
    let word = if dry_run { "would go" } else { "gone" };
    let gone = gone.map_err(Trouble::while_("nothing was forgotten"))?;
    for keep in &keeps {
        let count = gone.iter().find(|(table, _)| *table == keep.table).map(|(_, count)| count);
        match count {
            Some(count) if dry_run => terminal::say(format!("{}: {count} {word}; {}", keep.table, kept(keep))),
            Some(count) => terminal::say(format!("{}: {count} {word}", keep.table)),
            None if dry_run => terminal::say(format!("{}: {}", keep.table, kept(keep))),
            None => {}
        }
    }
    let lone = sweep(&stores.db, &stores.files, now, dry_run).await?;
    terminal::say(format!("files without a row: {lone} {word}"));
    stores.db.close().await;
    Ok(())
}

/// For how long the table keeps a row, and why.
fn kept(keep: &Keep) -> String {
    match keep.how_long {
        HowLong::Forever(why) => format!("kept for good: {why}"),
        HowLong::Days { days, why, .. } => format!("kept {days} days: {why}"),
        HowLong::Rows { why, .. } => format!("kept {why}"),
    }
}

/// `preau jobs`: what waits, what was set aside, what the last purge took; `retry` takes up again what was set aside.
pub async fn jobs(config: Config, retry: Option<String>) -> Result<()> {
    let stores = node::standing(&config).await?;
    let now = SystemClock.now();
    let trouble = "the queue cannot be read";
    if let Some(kind) = retry {
        let kind = (kind != "all").then_some(kind);
        let again = stores.db.write(move |tx| jobs::retry(tx, kind.as_deref(), now)).await;
        terminal::say(format!("{} taken up again", again.map_err(Trouble::while_::<db::Error>(trouble))?));
    }
    let read = stores.db.read_long(move |tx| {
        let queue = (jobs::figures(tx, now)?, jobs::aside(tx, MOST_ASIDE)?);
        Ok::<_, db::Error>((queue, jobs::purge::last(tx)?, jobs::purge::refused(tx, now)?))
    });
    let ((figures, aside), purged, refused) = read.await.map_err(Trouble::while_(trouble))?;
    stores.db.close().await;
    if let Some(why) = refused {
        terminal::say(why);
    }
    terminal::say(format!("{} due, {} set aside", figures.due, figures.aside));
    for job in aside {
        terminal::say(format!("{} {} since {}: {}", job.kind, job.key, job.since.paris(), job.error));
    }
    for (table, at, gone) in purged {
        terminal::say(format!("{table}: {gone} rows forgotten on {}", at.paris().date()));
    }
    Ok(())
}

/// `preau audit`: the trail, a line of JSON each.
pub async fn audit(config: Config, days: i64) -> Result<()> {
    let stores = node::standing(&config).await?;
    let since = SystemClock.now().plus_days(-days);
    let trail = stores.db.read_long(move |tx| access::audit::since(tx, since)).await;
    stores.db.close().await;
    for deed in trail.map_err(Trouble::while_::<db::Error>("the trail cannot be read"))? {
        terminal::say(serde_json::json!({
            "at": deed.at.paris().to_string(),
            "person": deed.person.to_string(),
            "deed": deed.deed,
            "thing": deed.thing.to_string(),
            "reason": deed.reason,
        }));
    }
    Ok(())
}

/// Deletes the files no row names, but those of the last hour, whose row may be on its way. Says how many.
pub async fn sweep(db: &Db, files: &Files, now: Moment, dry_run: bool) -> Result<usize> {
    let trouble = "the files could not be swept";
    let named = db.read_long(slices::files).await;
    let named: HashSet<String> = named.map_err(Trouble::while_::<db::Error>(trouble))?.into_iter().collect();
    let mut lone = 0;
    for name in files.list().await.map_err(Trouble::while_(trouble))? {
        let made = name.parse::<kernel::Id<()>>().map(kernel::Id::made_at).unwrap_or_default();
        if named.contains(&name) || made > now.plus_minutes(-60) {
            continue;
        }
        lone += 1;
        if !dry_run {
            files.delete(&name).await.map_err(Trouble::while_(trouble))?;
        }
    }
    Ok(lone)
}
