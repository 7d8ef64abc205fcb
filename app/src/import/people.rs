//! A file of people: tried first, then written whole or not at all; first passwords are on the disk before they hold.
use super::{FirstPasswords, bytes, first_passwords, lang, refused};
use crate::{Result, Trouble, terminal};
use directory::{
    faults,
    people_import::{self, Context, Fault, Outcome, Reason, Rows, Stopped, User},
};
use kernel::{Clock, SystemChance, SystemClock};
use signin::store::password;
use std::{collections::HashMap, path::Path};
use web::Words;

/// People from a file: all of it, or nothing.
pub async fn people(
    db: &db::Db,
    words: &Words,
    file: &Path,
    (source, apply): (String, bool),
    passwords: Option<&Path>,
) -> Result<()> {
    let reading = people_import::read(&bytes(file)?, &Context::default());
    faults::say_reading(words, lang(), &reading).into_iter().for_each(terminal::aside);
    let mend = Trouble::of(format!("nothing was imported: {} things to mend in the file", reading.groups.len()));
    let rows = reading.rows.ok_or(mend)?;
    // What cannot be written down is known before anything is written; a trial writes down nothing.
    let sheet = passwords.filter(|_| apply).map(FirstPasswords::at).transpose()?;
    let (all, wanted) = (rows.len(), sheet.is_some());
    let (done, renamed, given) = people_in(db, words, rows, (source, apply), sheet).await?;
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
    if !apply {
        terminal::say("Nothing was written: this was a trial. The same with --apply writes it.");
        return Ok(());
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
    (source, apply): (String, bool),
    sheet: Option<FirstPasswords>,
) -> Result<Done> {
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
        let all = (done, renamed, given);
        if apply { Ok(all) } else { Err(Undone::Trial(Box::new(all))) }
    });
    done.await
        .or_else(|undone| match undone {
            Undone::Trial(all) => Ok(*all),
            undone => Err(undone),
        })
        .map_err(|undone| match undone {
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
                    Undone::Trial(_) => Trouble::of("nothing was imported"),
                }
            }
        })
}

/// What is to be mended in a file of people.
fn mend(words: &Words, found: &[Fault]) -> Trouble {
    refused(found.iter().map(|fault| faults::say_people(words, lang(), fault)))
}

/// Why nobody came in.
pub(super) enum Undone {
    Stopped(Stopped),
    /// The first passwords could not be written down.
    Sheet(Trouble),
    /// Nothing was to be written: what would have been done.
    Trial(Box<Done>),
}

/// What was done, who enters by another name, and how many passwords were given.
type Done = (Outcome, Vec<(User, String)>, usize);

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
            let free = free(tx, &user.name)?;
            faults.push(Fault::new(user.line, "utilisateur", &user.name, Reason::UserTaken { holder, free }));
        } else if let Some(before) = password::login_of(tx, user.person)?.filter(|before| *before != user.name) {
            password::rename(tx, user.person, &user.name)?;
            renamed.push((user.clone(), before));
        }
    }
    if faults.is_empty() { Ok(renamed) } else { Err(Stopped::Refused(faults)) }
}

/// The first name like this one that nobody enters by: `m.duchemin2`.
fn free(tx: &mut db::Tx<'_>, name: &str) -> db::Result<String> {
    for n in 2..100 {
        let other = format!("{name}{n}");
        if password::by_login(tx, &other)?.is_none() {
            return Ok(other);
        }
    }
    Ok(String::new())
}
