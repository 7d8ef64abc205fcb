//! Reading files of schools and of people: whole or not at all, each fault with its place.
mod first_passwords;
mod people;

use crate::{Result, Trouble, config::Config, node, slices, terminal};
use directory::{
    annuaire_import::{self, Doubt},
    faults,
};
pub(crate) use first_passwords::FirstPasswords;
use kernel::{Chance, Clock, SystemChance, SystemClock};
pub use people::people;
#[cfg(test)]
pub(crate) use people::people_in;
use std::{
    fs::File,
    io::Read as _,
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
        /// Close the schools that the file does not have any more, however many they are.
        #[arg(long)]
        accept_closures: bool,
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
        /// Writes it. Without this word the file is read and compared, and what would be done is told.
        #[arg(long)]
        apply: bool,
    },
}

/// `preau import`.
pub async fn import(config: Config, what: What) -> Result<()> {
    let stores = node::standing_migrated(&config).await?;
    let words = slices::words().map_err(Trouble::while_("a language file cannot be read"))?;
    let done = match what {
        What::Annuaire { file, accept_closures } => annuaire(&stores.db, &words, &file, accept_closures).await,
        What::Calendar { file } => school_calendar(&stores.db, &file).await,
        What::People { file, source, passwords, apply } => {
            people(&stores.db, &words, &file, (source, apply), passwords.as_deref()).await
        }
    };
    stores.db.close().await;
    done
}

/// The largest file that is read, in bytes: the directory of all schools has some 30 MB.
const MOST: u64 = 256 << 20;

fn bytes(file: &Path) -> Result<Vec<u8>> {
    let mut bytes = vec![];
    let read = File::open(file).and_then(|file| file.take(MOST + 1).read_to_end(&mut bytes));
    read.map_err(Trouble::while_(&format!("{} cannot be read", file.display())))?;
    if bytes.len() as u64 > MOST {
        return Err(Trouble::of(format!("nothing was imported: {} has more than 256 MB", file.display())));
    }
    Ok(bytes)
}

/// The language of the terminal: one for all that an operator reads, here, in the log and in `docs/operate.md`.
const fn lang() -> Lang {
    Lang::En
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

/// How many of the schools that would close are named.
const NAMED: usize = 10;

/// Nothing was written: too many schools would close.
fn doubted(doubts: &[Doubt]) -> Trouble {
    for Doubt { academie, kind, open, closing } in doubts {
        let mut said = closing.iter().take(NAMED).map(|(uai, name)| format!("{uai} {name}")).collect::<Vec<_>>();
        if closing.len() > NAMED {
            said.push(format!("and {} more", closing.len() - NAMED));
        }
        let said = said.join(", ");
        terminal::aside(format!(
            "{academie}: {} of {open} open schools of kind {kind} would close: {said}",
            closing.len()
        ));
    }
    Trouble::of(
        "nothing was imported: the file would close many schools at once, as one that was cut on its way does. Compare it with \
         the one that is published; if they have closed indeed, give it again with --accept-closures",
    )
}

/// Why an import of the directory wrote nothing.
enum NotImported {
    Doubted(Vec<Doubt>),
    Db(db::Error),
}

impl From<db::Error> for NotImported {
    fn from(error: db::Error) -> Self {
        Self::Db(error)
    }
}

/// Schools from a file: all of it, or nothing.
pub async fn annuaire(db: &db::Db, words: &Words, file: &Path, accept_closures: bool) -> Result<()> {
    let bytes = bytes(file)?;
    let schools = annuaire::read_with(&bytes, &mut |done| terminal::progress(format!("{done} rows read")))
        .map_err(|found| refused(found.iter().map(|fault| faults::say_annuaire(words, lang(), fault))))?;
    let all = schools.len();
    let now = SystemClock.now();
    let done = db.write_alone(move |tx| {
        let doubts = if accept_closures { vec![] } else { annuaire_import::doubtful(tx, &schools)? };
        if !doubts.is_empty() {
            return Err(NotImported::Doubted(doubts));
        }
        let progress = &mut |done| terminal::progress(format!("{done} / {all}"));
        Ok(annuaire_import::apply(tx, &schools, now, &SystemChance, progress)?)
    });
    let done = done.await.map_err(|why| match why {
        NotImported::Doubted(doubts) => doubted(&doubts),
        NotImported::Db(error) => Trouble::while_("nothing was imported: the database failed")(error),
    })?;
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
    let put = db.write_alone(move |tx| calendar::store::put(tx, &periods)).await;
    put.map_err(Trouble::while_::<db::Error>("nothing was imported: the database failed"))?;
    terminal::say(format!("{count} holidays of zone B read; the school years they are in are replaced."));
    Ok(())
}

/// Four groups of four letters and digits that are not mistaken for one another: about 79 bits.
pub fn password() -> String {
    const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let sign = || char::from(SIGNS[SystemChance.below(31) as usize]);
    let group = || (0..4).map(|_| sign()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}
