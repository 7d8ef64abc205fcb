//! What stands in a family's way, and what the team proposes.
use crate::{
    model::{Concern, ConcernId, Offer, Proposal, ProposalId, Refusal, Told, Trouble},
    policy::{Choose, Propose, Reply},
};
use access::{Actor, Allowed, Permission};
use db::{Result, Row, Tx, Value, params};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use notice::{Sending, seal::Seal};
use web::{List, Paged, Pager};

const CONCERN: &str =
    "k.id, k.dispositif_id, k.school_id, k.guardian_id, p.given, p.family, k.child_id, c.given, c.family,
    k.told_id, k.kinds, k.text, k.at, k.closed_at, t.selector";
const FROM: &str = "agreement_concern k JOIN directory_person p ON p.id = k.guardian_id JOIN directory_person c
                    ON c.id = k.child_id
    JOIN agreement_told t ON t.id = k.told_id";

fn to_concern(row: &Row) -> Concern {
    let school: UnitId = row.get(2);
    Concern {
        id: row.get(0),
        dispositif: row.get(1),
        school,
        guardian: row.get(3),
        guardian_name: (row.get(4), row.get(5)),
        child: row.get(6),
        child_name: (row.get(7), row.get(8)),
        told: row.get(9),
        kinds: row.text(10).split(' ').filter_map(Trouble::from_word).collect(),
        text: row.get(11),
        at: row.get(12),
        closed_at: row.get(13),
        selector: row.get(14),
        lineage: vec![school],
    }
}

/// The guardian says what stands in their way. One at a time: said again while it is open, it is put in other words.
pub fn say(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    told: &Allowed<Reply, Told>,
    (kinds, text): (&[Trouble], &str),
    now: Moment,
) -> Result<()> {
    super::mark_read(tx, &[told.id], now)?;
    // What they said before, and nobody has answered for good, stays beside what they say now.
    let sql =
        "SELECT kinds, text FROM agreement_concern WHERE dispositif_id = ?1 AND guardian_id = ?2 AND child_id = ?3
               AND closed_at IS NULL";
    let before = tx.first(sql, &params![told.dispositif, told.guardian, told.child])?;
    let (said, words) = before.map_or((String::new(), String::new()), |row| (row.get(0), row.get(1)));
    let mut all: Vec<_> = said.split(' ').filter(|kind| !kind.is_empty()).collect();
    all.extend(kinds.iter().map(|kind| kind.word()).filter(|kind| !said.split(' ').any(|known| known == *kind)));
    let kinds = all.join(" ");
    let known = text.is_empty() || words.split('\n').any(|line| line == text) || words == text;
    let text = match (known, words.is_empty()) {
        (true, _) => words,
        (false, true) => text.to_owned(),
        (false, false) => format!("{words}\n{text}"),
    };
    tx.execute(
        "INSERT INTO agreement_concern (id, dispositif_id, school_id, guardian_id, child_id, told_id, kinds, text, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
         ON CONFLICT (dispositif_id, guardian_id, child_id) WHERE closed_at IS NULL
         DO UPDATE SET kinds = excluded.kinds, text = excluded.text, at = excluded.at",
        &params![
            Id::<crate::model::ConcernKind>::new(now, chance),
            told.dispositif,
            told.school,
            told.guardian,
            told.child,
            told.id,
            kinds,
            text,
            now
        ],
    )?;
    tx.ring(format!("agreement:{}", told.school));
    Ok(())
}

/// The concern, if this person may do `P` with it.
pub fn find_concern<P: Permission<Concern>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: ConcernId,
) -> Result<Option<Allowed<P, Concern>>> {
    let row = tx.first(&format!("SELECT {CONCERN} FROM {FROM} WHERE k.id = ?1"), &params![id])?;
    Ok(row.and_then(|row| access::check(actor, to_concern(&row)).ok()))
}

/// The concern a proposal answers, if this person may do `P` with it.
pub fn concern_for<P: Permission<Concern>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    proposal: ProposalId,
) -> Result<Option<Allowed<P, Concern>>> {
    let row = tx.first("SELECT concern_id FROM agreement_proposal WHERE id = ?1", &params![proposal])?;
    let Some(row) = row else { return Ok(None) };
    find_concern(tx, actor, row.get(0))
}

/// What a guardian said about this child, the last first.
pub fn concerns_of_told(tx: &mut Tx<'_>, told: &Allowed<Reply, Told>, pager: Pager) -> Result<Paged<Concern>> {
    let from = format!("{FROM} WHERE k.dispositif_id = ?1 AND k.guardian_id = ?2 AND k.child_id = ?3");
    let params = params![told.dispositif, told.guardian, told.child];
    let list = List { columns: CONCERN, from: &from, order: "k.at DESC, k.id DESC", params: &params };
    pager.read(tx, list, to_concern)
}

/// Those to which this person may propose something: the open ones first, then the last closed.
pub fn concerns(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Concern>> {
    let seen = access::visible::<Propose, Concern>(actor, 1);
    let from = format!("{FROM} WHERE {}", seen.sql);
    let order = "CASE WHEN k.closed_at IS NULL THEN 0 ELSE 1 END, k.at DESC, k.id DESC";
    pager.read(tx, List { columns: CONCERN, from: &from, order, params: &seen.params }, to_concern)
}

/// How many wait for the team where this person may propose.
pub fn open_concerns(tx: &mut Tx<'_>, actor: &Actor) -> Result<i64> {
    let seen = access::visible::<Propose, Concern>(actor, 1);
    let sql = format!(
        "SELECT count(*) FROM agreement_concern k WHERE k.closed_at IS NULL AND {} AND NOT EXISTS
           (SELECT 1 FROM agreement_proposal o WHERE o.concern_id = k.id AND o.accepted IS NULL)",
        seen.sql
    );
    Ok(tx.first(&sql, &seen.params)?.map_or(0, |row| row.get(0)))
}

/// What was proposed to these concerns, in order.
pub fn proposals(tx: &mut Tx<'_>, concerns: &[Concern]) -> Result<Vec<Proposal>> {
    if concerns.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT id, concern_id, kind, text, at, accepted, answered_at FROM agreement_proposal WHERE concern_id IN ({})
         ORDER BY at, id",
        super::marks(1, concerns.len())
    );
    let ids: Vec<Value> = concerns.iter().map(|concern| concern.id.into()).collect();
    let proposal = |row: &Row| Proposal {
        id: row.get(0),
        concern: row.get(1),
        kind: Offer::from_word(row.text(2)).unwrap_or(Offer::Other),
        text: row.get(3),
        at: row.get(4),
        answered: row.get::<Option<bool>>(5).zip(row.get::<Option<Moment>>(6)),
    };
    Ok(tx.query(&sql, &ids)?.iter().map(proposal).collect())
}

/// The team proposes something; the family is written to by its own channel.
pub fn propose(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    concern: &Allowed<Propose, Concern>,
    (kind, text): (Offer, &str),
    now: Moment,
) -> Result<std::result::Result<ProposalId, Refusal>> {
    if concern.closed_at.is_some() {
        return Ok(Err(Refusal::Closed));
    }
    let id = put(tx, chance, actor.person, concern, (kind, text), now)?;
    let school = access::store::by_id(tx, concern.school)?.map(|unit| unit.name).unwrap_or_default();
    let lang = directory::store::person(tx, concern.guardian)?.and_then(|person| person.lang);
    let text = crate::letter::speak(web::Lang::of(lang.as_deref()), "letter-notice-proposal").text("school", &school);
    let seal = Seal { selector: concern.selector.clone(), id: concern.told.bytes() };
    let sending = Sending {
        school: concern.school,
        author: None,
        to: concern.guardian,
        text: text.to_string(),
        link: Some(format!("/accord/lettre/{}", concern.told)),
        sealed: Some(("/reponse/".to_owned(), seal)),
    };
    notice::store::notify(tx, chance, &sending, now)?;
    Ok(Ok(id))
}

/// The proposal alone.
pub(crate) fn put(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    author: PersonId,
    concern: &Concern,
    (kind, text): (Offer, &str),
    now: Moment,
) -> Result<ProposalId> {
    let id: ProposalId = Id::new(now, chance);
    tx.execute(
        "INSERT INTO agreement_proposal (id, concern_id, author_id, kind, text, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, concern.id, author, kind.word(), text, now],
    )?;
    Ok(id)
}

/// The family takes a proposal, or does not. Taken, it closes the concern; a loan becomes a difficulty of the family help desk,
/// which lends.
pub fn choose(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    concern: &Allowed<Choose, Concern>,
    (proposal, accepted): (ProposalId, bool),
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let row = tx.first(
        "UPDATE agreement_proposal SET accepted = ?3, answered_at = ?4 WHERE id = ?1 AND concern_id = ?2
         AND accepted IS NULL
         RETURNING kind, text",
        &params![proposal, concern.id, accepted, now],
    )?;
    let Some(row) = row else { return Ok(Err(Refusal::Closed)) };
    tx.ring(format!("agreement:{}", concern.school));
    if !accepted {
        return Ok(Ok(()));
    }
    let sql = "UPDATE agreement_concern SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL";
    tx.execute(sql, &params![concern.id, now])?;
    if row.text(0) == Offer::Loan.word() {
        let payload = serde_json::json!({
            "school": concern.school.to_string(),
            "person": concern.guardian.to_string(),
            "child": concern.child.to_string(),
            "kind": "loan",
            "text": row.text(1),
        });
        jobs::queue(tx, chance, now, "difficulty/open", &proposal.to_string(), &payload.to_string(), now)?;
    }
    Ok(Ok(()))
}

/// The team closes a concern: it was dealt with otherwise.
pub fn close(tx: &mut Tx<'_>, concern: &Allowed<Propose, Concern>, now: Moment) -> Result<()> {
    let sql = "UPDATE agreement_concern SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL";
    tx.execute(sql, &params![concern.id, now]).map(drop)
}
