//! Reading files of schools and of people: whole or not at all, each fault with its place.
use crate::{Result, Trouble, config::Config, node, slices, terminal};
use directory::{
    annuaire_import::{self, Doubt},
    faults,
    people_import::{self, Fault, Reason, Stopped, User},
};
use kernel::{Chance, Clock, SystemChance, SystemClock};
use signin::store::password;
use std::{
    fs::File,
    io::{Read as _, Write as _},
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
    let stores = node::open_migrated(&config).await?;
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
    let bytes = bytes(file)?;
    let say =
        |found: Vec<people_import::Fault>| refused(found.iter().map(|fault| faults::say_people(words, lang(), fault)));
    let rows = people_import::read(&bytes).map_err(say)?;
    // What cannot be written down is known before anything is written.
    let sheet = passwords.map(FirstPasswords::at).transpose()?;
    let all = rows.len();
    let now = SystemClock.now();
    let done = db.write_alone(move |tx| {
        let done = people_import::apply(tx, &rows, &source, now, &SystemChance, &mut |done| {
            terminal::progress(format!("{done} / {all}"));
        })?;
        let renamed = user_names(tx, &done.users)?;
        for kind in ["pupil", "adult", "group"] {
            jobs::queue(tx, &SystemChance, now, search::JOB, kind, kind, now)?;
        }
        Ok::<_, people_import::Stopped>((done, renamed))
    });
    let (done, renamed) = match done.await {
        Ok(done) => done,
        Err(stopped) => {
            sheet.into_iter().for_each(FirstPasswords::forget);
            return Err(match stopped {
                people_import::Stopped::Refused(found) => say(found),
                people_import::Stopped::Db(error) => {
                    Trouble::while_("nothing was imported: the database failed")(error)
                }
            });
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
    for (user, before) in renamed {
        terminal::say(format!(
            "{} enters with {} from now on, no longer with {before}; the password stays.",
            user.said, user.name
        ));
    }
    match sheet {
        Some(sheet) => first_passwords(db, done.users, sheet).await,
        None if !done.users.is_empty() => {
            terminal::say("Staff without a password get one with --passwords FILE.");
            Ok(())
        }
        None => Ok(()),
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

/// Gives a first password to those who have none. Each is written down before it holds, and once.
async fn first_passwords(db: &db::Db, users: Vec<User>, mut sheet: FirstPasswords) -> Result<()> {
    let now = SystemClock.now();
    let mut given = 0;
    for User { person, name, .. } in users {
        let known = db.read(move |tx| password::login_of(tx, person)).await;
        if known.map_err(Trouble::while_::<db::Error>("the database failed"))?.is_some() {
            continue;
        }
        let first = self::password();
        let hash =
            signin::hash_password(&first, &SystemChance).map_err(Trouble::while_("a password could not be hashed"))?;
        sheet.line(&format!("{name};{first}"))?;
        let put = db.write(move |tx| signin::demo::first_password(tx, person, &name, &hash, now)).await;
        put.map_err(Trouble::while_::<db::Error>("the last password of the file could not be kept: import again"))?;
        given += 1;
    }
    terminal::say(format!("{given} first passwords are in {}: hand them out, then delete it.", sheet.path.display()));
    Ok(())
}

/// A new file that only its owner reads, for passwords that are shown nowhere else.
struct FirstPasswords {
    path: PathBuf,
    file: File,
}

impl FirstPasswords {
    /// Makes it. A file that is there is left as it is: it may hold what nobody else knows.
    fn at(path: &Path) -> Result<Self> {
        let cannot = |why: &str| format!("{} cannot be written{why}", path.display());
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(path).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Trouble::of(cannot(": it is there already, and may hold passwords. Give another name"))
            }
            _ => Trouble::while_(&cannot(""))(error),
        })?;
        let mut sheet = Self { path: path.to_owned(), file };
        sheet.line("utilisateur;mot_de_passe")?;
        Ok(sheet)
    }

    /// Adds a line, which is on the disk when this returns.
    fn line(&mut self, line: &str) -> Result<()> {
        let written = writeln!(self.file, "{line}").and_then(|()| self.file.sync_data());
        written.map_err(Trouble::while_(&format!("{} cannot be written", self.path.display())))
    }

    /// Takes it away again: nothing was given.
    fn forget(self) {
        drop(std::fs::remove_file(self.path));
    }
}

/// Four groups of four letters and digits that are not mistaken for one another: about 79 bits.
pub fn password() -> String {
    const SIGNS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
    let sign = || char::from(SIGNS[SystemChance.below(31) as usize]);
    let group = || (0..4).map(|_| sign()).collect::<String>();
    [group(), group(), group(), group()].join("-")
}
