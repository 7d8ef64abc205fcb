//! First passwords: drawn before anything is written, on the disk before they hold.
use super::people::Undone;
use crate::{Result, Trouble};
use directory::people_import::User;
use kernel::{Moment, SystemChance};
use signin::store::password;
use std::{
    collections::{BTreeSet, HashMap},
    fmt::Write as _,
    fs::File,
    io::Write as _,
    path::{Path, PathBuf},
};

/// Passwords with their digests, by user name.
pub(super) type Drawn = HashMap<String, (String, String)>;

/// A password for each of these names that nobody enters by yet. Digests are slow: they are not made while others wait to write.
pub(super) async fn drawn(db: &db::Db, names: BTreeSet<String>) -> Result<Drawn> {
    let free = db.read_long(move |tx| {
        let mut free = vec![];
        for name in names {
            if password::by_login(tx, &name)?.is_none() {
                free.push(name);
            }
        }
        Ok::<_, db::Error>(free)
    });
    let free = free.await.map_err(Trouble::while_("nothing was imported: the database cannot be read"))?;
    free.into_iter().map(|name| Ok((name, draw()?))).collect()
}

fn draw() -> Result<(String, String)> {
    let first = super::password();
    let digest = signin::hash_password(&first, &SystemChance);
    Ok((first, digest.map_err(Trouble::while_("a password could not be hashed"))?))
}

/// A new file that only its owner reads, for passwords that are shown nowhere else.
pub(crate) struct FirstPasswords {
    pub(crate) path: PathBuf,
    pub(crate) file: File,
}

impl FirstPasswords {
    /// Makes it. A file that is there is left as it is: it may hold what nobody else knows.
    pub(super) fn at(path: &Path) -> Result<Self> {
        let cannot = |why: &str| format!("nothing was imported: {} cannot be written{why}", path.display());
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
        Ok(Self { path: path.to_owned(), file })
    }

    /// Gives theirs to those of `users` who have none, and writes it down, in the transaction that makes them. Says to how many.
    pub(super) fn give(
        mut self,
        tx: &mut db::Tx<'_>,
        users: &[User],
        drawn: &Drawn,
        now: Moment,
    ) -> std::result::Result<usize, Undone> {
        let mut lines = String::from("utilisateur;mot_de_passe\n");
        let mut given = 0;
        for User { person, name, .. } in users {
            if password::login_of(tx, *person)?.is_some() {
                continue;
            }
            let (first, digest) = drawn.get(name).cloned().map_or_else(draw, Ok).map_err(Undone::Sheet)?;
            signin::demo::first_password(tx, *person, name, &digest, now)?;
            let _ = writeln!(lines, "{name};{first}");
            given += 1;
        }
        let written = self.file.write_all(lines.as_bytes()).and_then(|()| self.file.sync_data());
        let cannot = format!("{} cannot be written", self.path.display());
        written.map_err(Trouble::while_(&cannot)).map_err(Undone::Sheet)?;
        Ok(given)
    }

    /// Takes it away again: nothing was given.
    pub(super) fn forget(&self) {
        forget(&self.path);
    }
}

/// Takes the file away again: nothing was given.
pub(super) fn forget(path: &Path) {
    drop(std::fs::remove_file(path));
}
