//! What an operator does to keep a house: migrate, back up, restore, check, purge.
use crate::{
    Result, Trouble,
    config::Config,
    node::{self, Stores},
    slices, terminal,
};
use archive::Digest;
use db::Db;
use files::Files;
use kernel::{Clock, Moment, SystemChance, SystemClock};
use std::{
    collections::HashSet,
    path::{Path, PathBuf},
};

/// How many jobs set aside are listed at most.
const MOST_ASIDE: i64 = 50;

/// `preau check`.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Another house, by its configuration (`.toml`), or a backup: whether both hold the same.
    #[arg(long, value_name = "CONFIG|BACKUP")]
    against: Option<PathBuf>,
    /// Also prints what this house holds, table by table.
    #[arg(long)]
    digest: bool,
}

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

/// `preau backup`.
pub async fn backup(config: Config, file: &Path) -> Result<()> {
    let stores = node::open(&config)?;
    let taken = archive::backup(&stores.db, &stores.files, file, SystemClock.now()).await;
    let digest = taken.map_err(Trouble::while_("the backup was not made"))?;
    let (_, lost) = files(&stores).await?;
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
async fn files(stores: &Stores) -> Result<(usize, usize)> {
    let kept = stores.files.list().await.map_err(Trouble::while_("the file store does not answer"))?;
    let named = stores.db.read_long(slices::files).await;
    let named = named.map_err(Trouble::while_::<db::Error>("the database does not answer"))?;
    let kept: HashSet<String> = kept.into_iter().collect();
    Ok((kept.len(), named.iter().filter(|name| !kept.contains(*name)).count()))
}

/// `preau restore`.
pub async fn restore(config: Config, file: &Path) -> Result<()> {
    let stores = node::open(&config)?;
    let put = archive::restore(file, &stores.db, &stores.files, &slices::migrations()).await;
    let put = put.map_err(Trouble::while_("nothing was restored"))?;
    stores.db.close().await;
    terminal::say(format!("Restored: {}. The secret is apart: copy it too.", told(&put.digest)));
    if !put.later.is_empty() {
        terminal::say(format!("The backup was of an earlier version; brought up to date: {}.", put.later.join(", ")));
    }
    Ok(())
}

fn told(digest: &Digest) -> String {
    let rows: u64 = digest.tables.iter().map(|part| part.count).sum();
    format!("{rows} rows of {} tables, {} files", digest.tables.len(), digest.files.count)
}

/// `preau purge`: rows past their time, then files no row names any more.
pub async fn purge(config: Config, dry_run: bool) -> Result<()> {
    let stores = node::open_migrated(&config).await?;
    let now = SystemClock.now();
    let gone = if dry_run {
        stores.db.read_long(move |tx| jobs::past(tx, &slices::keeps(), now)).await
    } else {
        jobs::purge(&stores.db, &slices::keeps(), now).await
    };
    let word = if dry_run { "would go" } else { "gone" };
    for (table, count) in gone.map_err(Trouble::while_("nothing was forgotten"))? {
        terminal::say(format!("{table}: {count} {word}"));
    }
    let lone = sweep(&stores.db, &stores.files, now, dry_run).await?;
    terminal::say(format!("files without a row: {lone} {word}"));
    stores.db.close().await;
    Ok(())
}

/// `preau jobs`: what waits, what was set aside, what the last purge took; `retry` takes up again what was set aside.
pub async fn jobs(config: Config, retry: Option<String>) -> Result<()> {
    let stores = node::open(&config)?;
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
    let stores = node::open(&config)?;
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

/// `preau check`: says all it finds, and fails when something is wrong.
pub async fn check(config: Result<Config>, asked: Check) -> Result<()> {
    let config = config?;
    let mut wrong = config.remarks();
    if let Err(why) = post::Carrier::open(&config.post) {
        wrong.push(format!("letters cannot leave: {why}"));
    }
    terminal::say("configuration: read");
    let place = config.place();
    if let db::Place::Sqlite(path) = &place
        && !path.is_file()
    {
        return Err(Trouble::of(format!("there is no database at {}: `preau migrate` makes it", path.display())));
    }
    let stores = node::open(&config)?;
    let tables = stores.db.tables().await.map_err(Trouble::while_("the database does not answer"))?;
    if tables.iter().all(|table| table.name != "migration") {
        stores.db.close().await;
        return Err(Trouble::of(
            "the database answers, and has no schema yet: `preau migrate` makes it, `preau restore` brings a backup",
        ));
    }
    let steps = stores.db.steps().await.map_err(Trouble::while_("the database does not answer"))?;
    let known = slices::migrations();
    let missing = known.iter().filter(|step| steps.iter().all(|ran| ran != step.name)).count();
    let unknown = steps.iter().find(|ran| known.iter().all(|step| step.name != **ran));
    if missing > 0 {
        wrong.push(format!("the schema lacks {missing} steps: `preau migrate`"));
    }
    if let Some(step) = unknown {
        wrong.push(db::Error::Newer(step.clone()).to_string());
    }
    if missing == 0 && unknown.is_none() {
        terminal::say("database: answers, and its schema is up to date");
    }
    if missing == 0
        && let Some(why) = stores
            .db
            .read(move |tx| jobs::purge::refused(tx, SystemClock.now()))
            .await
            .map_err(Trouble::while_::<db::Error>("the database does not answer"))?
    {
        wrong.push(why.to_string());
    }
    let (kept, lost) = files(&stores).await?;
    terminal::say(format!("files: {kept} kept"));
    if let Err(why) = web::can_write(&stores.db, &stores.files, &SystemChance, SystemClock.now()).await {
        wrong.push(format!("nothing can be written, neither a row nor a file: {}", kernel::causes(&why)));
    } else {
        terminal::say("the database and the file store take what is written");
    }
    if lost > 0 {
        wrong.push(format!("{lost} files that messages show are not in the file store"));
    }
    if config.secret().is_file() {
        let secret = node::secret(&config.secret())?;
        let another = stores.db.read(move |tx| web::secret::is_another(tx, &secret)).await;
        if another.map_err(Trouble::while_::<db::Error>("the database does not answer"))? {
            wrong.push(format!(
                "the secret at {} is not the one this house's cards were made with: put that one back",
                config.secret().display()
            ));
        }
    } else if missing == 0
        && stores
            .db
            .read(signin::store::needs_secret)
            .await
            .map_err(Trouble::while_::<db::Error>("the database does not answer"))?
    {
        wrong.push(format!(
            "there is no secret at {}, and cards were made with one: put it back from where you keep it",
            config.secret().display()
        ));
    } else {
        terminal::say(format!("there is no secret at {} yet: the first start makes one", config.secret().display()));
    }
    if asked.digest || asked.against.is_some() {
        let mine =
            archive::digest(&stores.db, &stores.files).await.map_err(Trouble::while_("the database cannot be read"))?;
        if asked.digest {
            mine.tables
                .iter()
                .chain([&mine.files])
                .for_each(|p| terminal::say(format!("{} {} {}", p.name, p.count, p.sha256)));
        }
        if let Some(other) = &asked.against {
            let differences = mine.differences(&theirs(other).await?);
            if differences.is_empty() {
                terminal::say(format!("both houses hold the same: {}", told(&mine)));
            }
            wrong.extend(differences);
        }
    }
    stores.db.close().await;
    if wrong.is_empty() {
        terminal::say("Nothing is wrong.");
        return Ok(());
    }
    Err(Trouble::of(format!("to mend:\n  {}", wrong.join("\n  "))))
}

/// What the other house holds, or what a backup does.
async fn theirs(other: &Path) -> Result<Digest> {
    if other.extension().is_none_or(|kind| kind != "toml") {
        return archive::digest_of(other).await.map_err(Trouble::while_("the backup cannot be compared with"));
    }
    let house = node::open(&Config::read(Some(other))?)?;
    let theirs = archive::digest(&house.db, &house.files).await;
    house.db.close().await;
    theirs.map_err(Trouble::while_("the other house cannot be read"))
}
