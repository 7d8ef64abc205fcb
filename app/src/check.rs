//! `preau check`: what is wrong with a house, in words; whether another holds the same; what a young one still lacks.
use crate::{
    Result, Trouble,
    config::Config,
    keep, node, slices, terminal,
    upkeep::store::{self, What},
};
use access::UnitKind;
use archive::Digest;
use db::Db;
use kernel::{Clock, SystemChance, SystemClock};
use std::path::{Path, PathBuf};

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

/// `preau check`: says all it finds, and fails when something is wrong.
pub async fn check(config: Result<Config>, asked: Check) -> Result<()> {
    let config = config?;
    let mut wrong = config.remarks();
    if let Err(why) = post::Carrier::open(&config.post) {
        wrong.push(format!("letters cannot leave: {why}"));
    }
    terminal::say("configuration: read");
    let stores = node::standing(&config).await?;
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
    if missing == 0 {
        let late = stores.db.read(|tx| feed::store::late(tx, SystemClock.now())).await;
        for (name, since) in late.map_err(Trouble::while_::<db::Error>("the database does not answer"))? {
            wrong.push(format!("the feed {name:?} has delivered nothing since {}", since.paris().date()));
        }
    }
    let (kept, lost) = keep::files(&stores).await?;
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
            let differences = at_rest(&mine).differences(&at_rest(&theirs(&stores.db, other).await?));
            if differences.is_empty() {
                terminal::say(format!("both houses hold the same: {}", keep::told(&mine)));
            }
            wrong.extend(differences);
        }
    }
    let next = if missing == 0 { next(&stores.db).await? } else { None };
    stores.db.close().await;
    if wrong.is_empty() {
        terminal::say("Nothing is wrong.");
        if let Some(next) = next {
            terminal::say(format!("Next: {next}"));
        }
        return Ok(());
    }
    Err(Trouble::of(format!("to mend:\n  {}", wrong.join("\n  "))))
}

/// What a young house still lacks, and the command that gives it.
async fn next(db: &Db) -> Result<Option<&'static str>> {
    let read = db.read(|tx| {
        let academies = access::store::of_kind(tx, UnitKind::Academie)?;
        let schools = access::store::of_kind(tx, UnitKind::Etablissement)?;
        Ok::<_, db::Error>((academies.is_empty(), store::has_admin(tx, SystemClock.now())?, schools.is_empty()))
    });
    Ok(match read.await.map_err(Trouble::while_("the database does not answer"))? {
        (true, ..) => Some(
            "this house is new: `preau person admin GIVEN FAMILY USER --academie NAME` makes who administers it, or \
             `preau import annuaire FILE` reads the schools first",
        ),
        (false, false, _) => {
            Some("nobody administers this house: `preau person admin GIVEN FAMILY USER` makes the first one")
        }
        (false, true, true) => {
            Some("there is no school yet: the page /premiers-pas leads on, or `preau import annuaire FILE` reads them")
        }
        (false, true, false) => None,
    })
}

/// Tables that a house writes in by itself while it serves: what it says of its own work is not what it holds.
const OF_ITSELF: &[&str] = &["jobs_schedule", "jobs_purged", "app_done", "app_node"];

/// The digest without them.
fn at_rest(digest: &Digest) -> Digest {
    let of_itself = |part: &&archive::Part| OF_ITSELF.contains(&part.name.as_str());
    let tables = digest.tables.iter().filter(|part| !of_itself(part)).cloned().collect();
    Digest { tables, files: digest.files.clone() }
}

/// What the other house holds, or what a backup does.
async fn theirs(mine: &Db, other: &Path) -> Result<Digest> {
    if other.extension().is_none_or(|kind| kind != "toml") {
        return archive::digest_of(other).await.map_err(Trouble::while_("the backup cannot be compared with"));
    }
    let house = node::standing(&Config::read(Some(other))?).await?;
    let theirs = archive::digest(&house.db, &house.files).await;
    let restored = house.db.read(store::all).await.unwrap_or_default();
    house.db.close().await;
    // A house that a backup was put into, and that can be read: the trial of a restore that this one was waiting for.
    if let Some(tried) = restored.into_iter().find(|done| done.what == What::Restore) {
        keep::remember(mine, What::Restore, tried.at).await;
    }
    theirs.map_err(Trouble::while_("the other house cannot be read"))
}
