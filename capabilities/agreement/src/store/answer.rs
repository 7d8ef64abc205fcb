//! What families answer; each answer stays, the last one counts.
use crate::{
    model::{Answer, AnswerId, Refusal, Source, Standing, Told, Word},
    policy::{Enter, Reply},
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use programme::{Admission, DispositifId};
use std::collections::HashMap;

const ANSWER: &str = "a.id, a.word, a.source, e.given, e.family, a.scan, a.media, a.at";

fn to_answer(row: &Row) -> Answer {
    let pair = |at: usize| row.get::<Option<String>>(at).zip(row.get::<Option<String>>(at + 1));
    Answer {
        id: row.get(0),
        word: Word::from_word(row.text(1)).unwrap_or(Word::Withdraw),
        source: Source::from_word(row.text(2)).unwrap_or(Source::Paper),
        entered_by: pair(3),
        scan: pair(5),
        at: row.get(7),
    }
}

/// Everything this guardian answered about this child in this dispositif, the last first.
pub fn history(tx: &mut Tx<'_>, told: &Told) -> Result<Vec<Answer>> {
    let sql = format!(
        "SELECT {ANSWER} FROM agreement_answer a LEFT JOIN directory_person e ON e.id = a.entered_by
         WHERE a.dispositif_id = ?1 AND a.guardian_id = ?2 AND a.child_id = ?3
         ORDER BY a.current DESC, a.at DESC, a.id DESC"
    );
    Ok(tx.query(&sql, &params![told.dispositif, told.guardian, told.child])?.iter().map(to_answer).collect())
}

/// The last answers of a guardian, by dispositif and child.
pub fn current_of(tx: &mut Tx<'_>, guardian: PersonId) -> Result<HashMap<(DispositifId, PersonId), Answer>> {
    let sql = format!(
        "SELECT {ANSWER}, a.dispositif_id, a.child_id FROM agreement_answer a LEFT JOIN directory_person e
         ON e.id = a.entered_by
         WHERE a.guardian_id = ?1 AND a.current = 1"
    );
    let rows = tx.query(&sql, &params![guardian])?;
    Ok(rows.iter().map(|row| ((row.get(8), row.get(9)), to_answer(row))).collect())
}

/// The guardian answers, by their account or by the code of their letter. The same word again changes nothing.
pub fn answer(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    told: &Allowed<Reply, Told>,
    (word, source): (Word, Source),
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    super::mark_read(tx, &[told.id], now)?;
    put(tx, chance, told, (word, source), None, None, now)
}

/// A paper reply is typed in by the team: who typed it is kept, and the picture of the paper if there is one.
pub fn enter(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    told: &Allowed<Enter, Told>,
    (word, scan): (Word, Option<(String, String)>),
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    super::mark_read(tx, &[told.id], now)?;
    put(tx, chance, told, (word, Source::Paper), Some(actor.person), scan, now)
}

fn put(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    told: &Told,
    (word, source): (Word, Source),
    entered_by: Option<PersonId>,
    scan: Option<(String, String)>,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    if !told.authority {
        return Ok(Err(Refusal::Authority));
    }
    let pair = params![told.dispositif, told.guardian, told.child];
    let sql = "SELECT word FROM agreement_answer WHERE dispositif_id = ?1 AND guardian_id = ?2 AND child_id = ?3
               AND current = 1";
    let before = tx.first(sql, &pair)?.and_then(|row| Word::from_word(row.text(0)));
    if before == Some(word) && scan.is_none() {
        return Ok(Ok(()));
    }
    let sql = "UPDATE agreement_answer SET current = 0 WHERE dispositif_id = ?1 AND guardian_id = ?2 AND child_id = ?3
         AND current = 1";
    tx.execute(sql, &pair)?;
    let (id, (scan, media)): (AnswerId, _) = (Id::new(now, chance), scan.unzip());
    tx.execute(
        "INSERT INTO agreement_answer (id, dispositif_id, school_id, child_id, guardian_id, protocol_id, word, source, entered_by,
           scan, media, at, current) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 1)",
        &params![
            id,
            told.dispositif,
            told.school,
            told.child,
            told.guardian,
            told.protocol,
            word.word(),
            source.word(),
            entered_by,
            scan,
            media,
            now
        ],
    )?;
    if word != Word::Agree {
        // The agenda stands above this slice: it learns by a job that the child is to be taken off what is to come.
        let pair = format!("{} {}", told.dispositif, told.child);
        jobs::queue(tx, chance, now, "agenda/agreement", &pair, &pair, now)?;
    }
    tx.ring(format!("person:{}", told.guardian));
    Ok(Ok(()))
}

/// The rows of [`standings`]: the last words of those who hold parental authority. `{}` says how a guardianship lives.
fn words(tx: &mut Tx<'_>, lives: &str, which: &str, values: &[Value]) -> Result<HashMap<PersonId, Standing>> {
    let sql = format!(
        "SELECT a.child_id, a.word FROM agreement_answer a JOIN answering g ON g.guardian_id = a.guardian_id
           AND g.child_id = a.child_id AND {lives}
         WHERE a.dispositif_id = ?1 AND a.current = 1 AND {which}"
    );
    let mut said: HashMap<PersonId, Vec<Word>> = HashMap::new();
    for row in tx.query(&sql, values)? {
        let word = Word::from_word(row.text(1)).unwrap_or(Word::Withdraw);
        said.entry(row.get(0)).or_default().push(word);
    }
    Ok(said.into_iter().map(|(child, words)| (child, Standing::of(words))).collect())
}

/// Where the agreement for one child stands. A guardianship with an end, past or to come, counts no more here; see
/// [`standing_at`].
pub fn standing(tx: &mut Tx<'_>, dispositif: DispositifId, child: PersonId) -> Result<Standing> {
    let found = words(tx, "g.until IS NULL", "a.child_id = ?2", &params![dispositif, child])?;
    Ok(found.get(&child).copied().unwrap_or(Standing::Silent))
}

/// Where the agreement for one child stands at `now`.
pub fn standing_at(tx: &mut Tx<'_>, dispositif: DispositifId, child: PersonId, now: Moment) -> Result<Standing> {
    let lives = "(g.since <= ?3 AND (g.until IS NULL OR g.until > ?3))";
    let found = words(tx, lives, "a.child_id = ?2", &params![dispositif, child, now])?;
    Ok(found.get(&child).copied().unwrap_or(Standing::Silent))
}

/// What the family of a child says of each dispositif at `now`, as the tools of the dispositif ask it; who is silent is left out.
pub fn consent(tx: &mut Tx<'_>, child: PersonId, now: Moment) -> Result<HashMap<DispositifId, Admission>> {
    let sql = "SELECT a.dispositif_id, a.word FROM agreement_answer a JOIN answering g ON g.guardian_id = a.guardian_id
                 AND g.child_id = a.child_id AND g.since <= ?2 AND (g.until IS NULL OR g.until > ?2)
               WHERE a.child_id = ?1 AND a.current = 1";
    let mut said: HashMap<DispositifId, Vec<Word>> = HashMap::new();
    for row in tx.query(sql, &params![child, now])? {
        said.entry(row.get(0)).or_default().push(Word::from_word(row.text(1)).unwrap_or(Word::Withdraw));
    }
    let admission = |words| match Standing::of(words) {
        Standing::Agreed => Admission::Open,
        Standing::Refused => Admission::Refused,
        Standing::Silent => Admission::Silent,
    };
    Ok(said.into_iter().map(|(dispositif, words)| (dispositif, admission(words))).collect())
}

/// Where the agreements of the children of a school stand, in one statement; who is absent is [`Standing::Silent`].
pub fn standings(
    tx: &mut Tx<'_>,
    dispositif: DispositifId,
    school: UnitId,
    now: Moment,
) -> Result<HashMap<PersonId, Standing>> {
    let lives = "(g.since <= ?3 AND (g.until IS NULL OR g.until > ?3))";
    words(tx, lives, "a.school_id = ?2", &params![dispositif, school, now])
}

/// The picture of a paper reply and the announcement it answers, for who may type replies in there.
pub fn scan(tx: &mut Tx<'_>, actor: &Actor, id: AnswerId) -> Result<Option<(String, String)>> {
    let sql = "SELECT scan, media, school_id FROM agreement_answer WHERE id = ?1 AND scan IS NOT NULL";
    let schools = actor.units(crate::policy::CARERS);
    let row = tx.first(sql, &params![id])?.filter(|row| schools.contains(&row.get(2)));
    Ok(row.map(|row| (row.get(0), row.get(1))))
}

/// The names of the files that rows hold, so that a sweep leaves them.
pub fn files(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    Ok(tx
        .query(
            "SELECT scan FROM agreement_answer
                 WHERE scan IS NOT NULL",
            &[],
        )?
        .iter()
        .map(|row| row.get(0))
        .collect())
}
