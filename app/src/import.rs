//! Reading files of schools and of people: whole or not at all, each fault with its place.
use crate::{Result, Trouble, config::Config, node, slices, terminal};
use directory::{annuaire_import, faults, people_import};
use kernel::{Chance, Clock, PersonId, SystemChance, SystemClock};
use std::{
    fmt::Write as _,
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
};
use web::{Lang, Words};

/// What is imported.
#[derive(Debug, clap::Subcommand)]
pub enum What {
    /// The Ministry's open directory of schools (CSV), as published.
    Annuaire {
        /// The file.
        file: PathBuf,
    },
    /// The school calendar (CSV), as published: fr-en-calendrier-scolaire, or the day-by-day table.
    Calendar {
        /// The file.
        file: PathBuf,
    },
    /// People: pupils, guardians, staff (CSV or spreadsheet, see docs/people-import.md).
    People {
        /// The file.
        file: PathBuf,
        /// Whose keys the file's identifiers are: the same key of two sources names two people.
        #[arg(long, default_value = "file")]
        source: String,
        /// Where to write first passwords for the staff the file names; without it nobody new gets one.
        #[arg(long, value_name = "FILE")]
        passwords: Option<PathBuf>,
    },
}

/// `preau import`.
pub async fn import(config: Config, what: What) -> Result<()> {
    let stores = node::open_migrated(&config).await?;
    let words = slices::words().map_err(Trouble::while_("a language file cannot be read"))?;
    let done = match what {
        What::Annuaire { file } => annuaire(&stores.db, &words, &file).await,
        What::Calendar { file } => school_calendar(&stores.db, &file).await,
        What::People { file, source, passwords } => {
            people(&stores.db, &words, &file, source, passwords.as_deref()).await
        }
    };
    stores.db.close().await;
    done
}

fn bytes(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(Trouble::while_(&format!("{} cannot be read", file.display())))
}

/// The language of the terminal.
fn lang() -> Lang {
    #[expect(clippy::disallowed_methods, reason = "the terminal's language is in the environment")]
    let tag = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    tag.and_then(|tag| Lang::from_tags(&tag)).unwrap_or_default()
}

/// Nothing was written: each fault, then why.
fn refused(lines: impl Iterator<Item = String>) -> Trouble {
    let mut count = 0;
    for line in lines {
        terminal::aside(line);
        count += 1;
    }
    Trouble::of(format!("nothing was imported: {count} things to mend in the file"))
}

async fn annuaire(db: &db::Db, words: &Words, file: &Path) -> Result<()> {
    let bytes = bytes(file)?;
    let schools = annuaire::read_with(&bytes, &mut |done| terminal::progress(format!("{done} rows read")))
        .map_err(|found| refused(found.iter().map(|fault| faults::say_annuaire(words, lang(), fault))))?;
    let all = schools.len();
    let now = SystemClock.now();
    let done = db.write(move |tx| {
        annuaire_import::apply(tx, &schools, now, &SystemChance, &mut |done| {
            terminal::progress(format!("{done} / {all}"));
        })
    });
    let done = done.await.map_err(Trouble::while_::<db::Error>("nothing was imported: the database failed"))?;
    terminal::progress("");
    terminal::say(format!(
        "{all} schools read: {} added, {} changed, {} as before, {} closed.",
        done.added, done.changed, done.same, done.closed
    ));
    Ok(())
}

async fn school_calendar(db: &db::Db, file: &Path) -> Result<()> {
    let bytes = bytes(file)?;
    let text = String::from_utf8(bytes).map_err(Trouble::while_("nothing was imported: the file is not UTF-8"))?;
    let periods = calendar::import(&text).map_err(|found| refused(found.iter().map(ToString::to_string)))?;
    let count = periods.len();
    let put = db.write(move |tx| calendar::store::put(tx, &periods)).await;
    put.map_err(Trouble::while_::<db::Error>("nothing was imported: the database failed"))?;
    terminal::say(format!("{count} holidays of zone B read; the school years they are in are replaced."));
    Ok(())
}

async fn people(db: &db::Db, words: &Words, file: &Path, source: String, passwords: Option<&Path>) -> Result<()> {
    let bytes = bytes(file)?;
    let rows = people_import::read(&bytes)
        .map_err(|found| refused(found.iter().map(|fault| faults::say_people(words, lang(), fault))))?;
    let all = rows.len();
    let now = SystemClock.now();
    let done = db.write(move |tx| {
        let done = people_import::apply(tx, &rows, &source, now, &SystemChance, &mut |done| {
            terminal::progress(format!("{done} / {all}"));
        })?;
        for kind in ["pupil", "adult", "group"] {
            jobs::queue(tx, &SystemChance, now, search::JOB, kind, kind, now)?;
        }
        Ok::<_, people_import::Stopped>(done)
    });
    let done = match done.await {
        Ok(done) => done,
        Err(people_import::Stopped::Refused(found)) => {
            return Err(refused(found.iter().map(|fault| faults::say_people(words, lang(), fault))));
        }
        Err(people_import::Stopped::Db(error)) => {
            return Err(Trouble::while_("nothing was imported: the database failed")(error));
        }
    };
    terminal::progress("");
    terminal::say(format!(
        "{all} lines read: {} people added, {} changed, {} as before; {} classes made, {} enrolments ended.",
        done.added, done.changed, done.same, done.classes, done.ended
    ));
    for check in &done.to_check {
        terminal::say(faults::say_to_check(words, lang(), check));
    }
    match passwords {
        Some(path) => first_passwords(db, done.users, path).await,
        None if !done.users.is_empty() => {
            terminal::say("Staff without a password get one with --passwords FILE.");
            Ok(())
        }
        None => Ok(()),
    }
}

/// Gives a first password to those who have none, and writes them down once.
async fn first_passwords(db: &db::Db, users: Vec<(PersonId, String)>, path: &Path) -> Result<()> {
    let cannot = format!("{} cannot be written", path.display());
    let mut file = secret_file(path).map_err(Trouble::while_(&cannot))?;
    let now = SystemClock.now();
    let mut lines = String::from("utilisateur;mot_de_passe\n");
    let mut given = 0;
    for (person, user) in users {
        let known = db.read(move |tx| signin::store::password::login_of(tx, person)).await;
        if known.map_err(Trouble::while_::<db::Error>("the database failed"))?.is_some() {
            continue;
        }
        let password = password();
        let hash = signin::hash_password(&password, &SystemChance)
            .map_err(Trouble::while_("a password could not be hashed"))?;
        let login = user.clone();
        let put = db.write(move |tx| signin::demo::password(tx, person, &login, &hash, now)).await;
        put.map_err(Trouble::while_::<db::Error>("a password could not be kept"))?;
        let _ = writeln!(lines, "{user};{password}");
        given += 1;
    }
    file.write_all(lines.as_bytes()).map_err(Trouble::while_(&cannot))?;
    terminal::say(format!("{given} first passwords are in {}: hand them out, then delete it.", path.display()));
    Ok(())
}

/// A file that only its owner reads, made before anything is given that could not be written down.
fn secret_file(path: &Path) -> std::io::Result<File> {
    let mut options = File::options();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Four groups of four letters and digits that are not mistaken for one another: about 79 bits.
pub fn password() -> String {
    const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let sign = || char::from(SIGNS[SystemChance.below(31) as usize]);
    let group = || (0..4).map(|_| sign()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}
