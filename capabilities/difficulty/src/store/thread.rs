//! One difficulty: found under a right, its log of words, its photos.
use super::{DIFFICULTY, to_difficulty};
use crate::{Difficulty, DifficultyId, PhotoId};
use access::{Actor, Allowed, Permission};
use db::{Result, Tx, params};
use kernel::{Moment, PersonId};

/// The difficulty, under the right `P`. Hidden and absent look the same: who no longer answers for the child it is about sees
/// no more of it than anybody, though it was theirs.
pub fn find<P: Permission<Difficulty>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: DifficultyId,
) -> Result<Option<Allowed<P, Difficulty>>> {
    let row = tx.first(&format!("SELECT {DIFFICULTY} FROM difficulty d WHERE d.id = ?1"), &params![id])?;
    let stands = |difficulty: &Difficulty| difficulty.person != actor.person || difficulty.stands(&actor.children);
    Ok(row.map(|row| to_difficulty(&row)).filter(stands).and_then(|found| access::check(actor, found).ok()))
}

/// One word of the log.
#[derive(Clone, Debug)]
pub struct Spoken {
    /// Who.
    pub author: PersonId,
    /// Their given name.
    pub given: String,
    /// Their family name.
    pub family: String,
    /// When.
    pub at: Moment,
    /// What.
    pub text: String,
    /// Whether the one whose difficulty it is sees it.
    pub shown: bool,
}

/// The log, oldest first; `whole` with the words the school keeps to itself.
pub fn thread<P>(tx: &mut Tx<'_>, difficulty: &Allowed<P, Difficulty>, whole: bool) -> Result<Vec<Spoken>> {
    let sql = "SELECT w.author_id, p.given, p.family, w.at, w.text, w.shown FROM difficulty_word w
               JOIN directory_person p ON p.id = w.author_id WHERE w.difficulty_id = ?1 AND w.shown >= ?2
               ORDER BY w.at, w.id";
    let spoken = |row: &db::Row| Spoken {
        author: row.get(0),
        given: row.get(1),
        family: row.get(2),
        at: row.get(3),
        text: row.get(4),
        shown: row.get(5),
    };
    Ok(tx.query(sql, &params![difficulty.id, !whole])?.iter().map(spoken).collect())
}

/// A photo.
#[derive(Clone, Debug)]
pub struct Photo {
    /// Its id.
    pub id: PhotoId,
    /// Its opaque name in the file store.
    pub file: String,
    /// Its media type.
    pub media: String,
}

/// Adds a photo to a difficulty just opened.
pub fn attach(tx: &mut Tx<'_>, difficulty: DifficultyId, photo: &Photo) -> Result<()> {
    let sql = "INSERT INTO difficulty_photo (id, difficulty_id, file, media) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, &params![photo.id, difficulty, &photo.file, &photo.media]).map(drop)
}

/// Its photos.
pub fn photos<P>(tx: &mut Tx<'_>, difficulty: &Allowed<P, Difficulty>) -> Result<Vec<Photo>> {
    let sql = "SELECT id, file, media FROM difficulty_photo WHERE difficulty_id = ?1 ORDER BY id";
    let photo = |row: &db::Row| Photo { id: row.get(0), file: row.get(1), media: row.get(2) };
    Ok(tx.query(sql, &params![difficulty.id])?.iter().map(photo).collect())
}

/// A photo, with the difficulty it belongs to; the caller asks for the right to read that one.
pub fn photo(tx: &mut Tx<'_>, id: PhotoId) -> Result<Option<(DifficultyId, Photo)>> {
    let sql = "SELECT difficulty_id, id, file, media FROM difficulty_photo WHERE id = ?1";
    let row = tx.first(sql, &params![id])?;
    Ok(row.map(|row| (row.get(0), Photo { id: row.get(1), file: row.get(2), media: row.get(3) })))
}

/// The opaque name of every file a difficulty shows: what the sweep of files must keep.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(tx.query("SELECT DISTINCT file FROM difficulty_photo", &[])?.iter().map(|row| row.get(0)).collect())
}
