//! Reading files of schools and of people: whole or not at all, each fault with its place.
mod first_passwords;

use crate::{Result, Trouble, config::Config, node, slices, terminal};
use directory::{
    annuaire_import::{self, Doubt},
    faults,
    people_import::{self, Context, Fault, Outcome, Reason, Rows, Stopped, User},
};
pub(crate) use first_passwords::FirstPasswords;
use kernel::{Chance, Clock, SystemChance, SystemClock};
use signin::store::password;
use std::{
    collections::HashMap,
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
    },
}

/// `preau import`.
pub async fn import(config: Config, what: What) -> Result<()> {
    let stores = node::standing_migrated(&config).await?;
    let words = slices::words().map_err(Trouble::while_("a language file cannot be read"))?;
    let done = match what {
        What::Annuaire { file, accept_closures } => annuaire(&stores.db, &words, &file, accept_closures).await,
        What::Calendar { file } => school_calendar(&stores.db, &file).await,
        What::People { file, source, passwords } => {
            people(&stores.db, &words, &file, source, passwords.as_deref()).await
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

/// People from a file: all of it, or nothing.
pub async fn people(db: &db::Db, words: &Words, file: &Path, source: String, passwords: Option<&Path>) -> Result<()> {
    let reading = people_import::read(&bytes(file)?, &Context::default());
    faults::say_reading(words, lang(), &reading).into_iter().for_each(terminal::aside);
    let mend = Trouble::of(format!("nothing was imported: {} things to mend in the file", reading.groups.len()));
    let rows = reading.rows.ok_or(mend)?;
    // What cannot be written down is known before anything is written.
    let sheet = passwords.map(FirstPasswords::at).transpose()?;
    let (all, wanted) = (rows.len(), sheet.is_some());
    let (done, renamed, given) = people_in(db, words, rows, source, sheet).await?;
    terminal::progress("");
    terminal::say(format!(
        "{all} lines read: {} people added, {} changed, {} as before; {} classes made, {} enrolments ended.",
        done.added, done.changed, done.same, done.classes, done.ended
    ));
    for check in &done.to_check {
        terminal::say(faults::say_to_check(words, lang(), check));
    }
    for (user, before) in renamed {
        terminal::say(format!(
            "{} enters with {} from now on, no longer with {before}; the password stays.",
            user.said, user.name
        ));
    }
    match passwords {
        Some(path) if wanted => {
            terminal::say(format!("{given} first passwords are in {}: hand them out, then delete it.", path.display()));
        }
        _ if !done.users.is_empty() => terminal::say("Staff without a password get one with --passwords FILE."),
        _ => {}
    }
    Ok(())
}

/// The people of the rows and their first passwords, all or nothing: the passwords are on the disk before they hold, and where they
/// cannot be, nobody came in. Gives what was done, who enters by another name, and how many passwords were given.
pub(crate) async fn people_in(
    db: &db::Db,
    words: &Words,
    rows: Rows,
    source: String,
    sheet: Option<FirstPasswords>,
) -> Result<(Outcome, Vec<(User, String)>, usize)> {
    let (all, now) = (rows.len(), SystemClock.now());
    let path = sheet.as_ref().map(|sheet| sheet.path.clone());
    let drawn = match &sheet {
        Some(sheet) => first_passwords::drawn(db, rows.users()).await.inspect_err(|_| sheet.forget())?,
        None => HashMap::new(),
    };
    let done = db.write_alone(move |tx| {
        let done = people_import::apply(tx, &rows, &source, now, &SystemChance, &mut |done| {
            terminal::progress(format!("{done} / {all}"));
        })?;
        let renamed = user_names(tx, &done.users)?;
        for kind in ["pupil", "adult", "group"] {
            jobs::queue(tx, &SystemChance, now, search::JOB, kind, kind, now)?;
        }
        let given = match sheet {
            Some(sheet) => sheet.give(tx, &done.users, &drawn, now)?,
            None => 0,
        };
        Ok::<_, Undone>((done, renamed, given))
    });
    done.await.map_err(|undone| match undone {
        Undone::Stopped(Stopped::Db(error)) if error.leaves_in_doubt() => {
            let kept = path.map(|path| format!("; until then keep {}", path.display())).unwrap_or_default();
            Trouble::while_(&format!(
                "the database did not say whether the import is done: look, and import again{kept}"
            ))(error)
        }
        undone => {
            if let Some(path) = path {
                first_passwords::forget(&path);
            }
            match undone {
                Undone::Stopped(Stopped::Refused(found)) => mend(words, &found),
                Undone::Stopped(Stopped::Db(error)) => {
                    Trouble::while_("nothing was imported: the database failed")(error)
                }
                Undone::Sheet(trouble) => Trouble::while_("nothing was imported")(trouble),
            }
        }
    })
}

/// What is to be mended in a file of people.
fn mend(words: &Words, found: &[Fault]) -> Trouble {
    refused(found.iter().map(|fault| faults::say_people(words, lang(), fault)))
}

/// Why nobody came in.
enum Undone {
    Stopped(Stopped),
    /// The first passwords could not be written down.
    Sheet(Trouble),
}

impl From<Stopped> for Undone {
    fn from(stopped: Stopped) -> Self {
        Self::Stopped(stopped)
    }
}

impl From<db::Error> for Undone {
    fn from(error: db::Error) -> Self {
        Self::Stopped(error.into())
    }
}

/// The user names of a file meet those that are held: one that is somebody else's is refused, one that has changed is changed. Gives
/// who enters by another one now, with the one before.
fn user_names(tx: &mut db::Tx<'_>, users: &[User]) -> std::result::Result<Vec<(User, String)>, Stopped> {
    let (mut faults, mut renamed) = (vec![], vec![]);
    for user in users {
        if let Some((holder, _)) = password::by_login(tx, &user.name)?.filter(|(holder, _)| *holder != user.person) {
            let holder = directory::store::person(tx, holder)?.map_or_else(String::new, |holder| holder.full());
            faults.push(Fault::new(user.line, "utilisateur", &user.name, Reason::UserTaken { holder }));
        } else if let Some(before) = password::login_of(tx, user.person)?.filter(|before| *before != user.name) {
            password::rename(tx, user.person, &user.name)?;
            renamed.push((user.clone(), before));
        }
    }
    if faults.is_empty() { Ok(renamed) } else { Err(Stopped::Refused(faults)) }
}

/// Four groups of four letters and digits that are not mistaken for one another: about 79 bits.
pub fn password() -> String {
    const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let sign = || char::from(SIGNS[SystemChance.below(31) as usize]);
    let group = || (0..4).map(|_| sign()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}
