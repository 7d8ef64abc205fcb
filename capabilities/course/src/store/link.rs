//! Activities: placed in a class or a group, found by who is in it.
use crate::{
    Link, LinkId, Outcome, ToolId,
    policy::{Lead, Open, Place},
    store::result::outcome_at,
};
use access::{Actor, Allowed, Part, Permission, part_counts};
use db::{Result, Row, Tx, Value, params};
use directory::Gathering;
use kernel::{Moment, PersonId};
use web::{List, Paged, Pager};

/// What a group or a class is called, whose id a statement has as `k.group_id`.
const GROUP: &str = "COALESCE((SELECT g.name FROM people_group g WHERE g.id = k.group_id),
    (SELECT u.name FROM unit u WHERE u.id = k.group_id), '')";

/// Any activity of a class or a group, for a demonstration.
pub(crate) const OF_GROUP: &str = "SELECT id FROM course_link WHERE group_id = ?1 LIMIT 1";

/// The activity of this id, whoever asks.
pub fn by_id(tx: &mut Tx<'_>, id: LinkId) -> Result<Option<Link>> {
    let sql = format!(
        "SELECT k.id, k.tool_id, t.name, k.group_id, {GROUP}, k.title, k.target, k.custom, k.most,
           COALESCE(k.closed_at, t.closed_at)
         FROM course_link k JOIN course_tool t ON t.id = k.tool_id WHERE k.id = ?1"
    );
    let Some(row) = tx.first(&sql, &params![id])? else { return Ok(None) };
    let group = row.get(3);
    let homes = access::store::group::homes(tx, group)?.iter().map(|home| home.id).collect();
    Ok(Some(Link {
        id: row.get(0),
        tool: row.get(1),
        tool_name: row.get(2),
        group,
        group_name: row.get(4),
        title: row.get(5),
        target: row.get(6),
        custom: serde_json::from_str(row.text(7)).unwrap_or_default(),
        most: Some(row.get::<i64>(8)).filter(|most| *most > 0),
        closed_at: row.get(9),
        homes,
    }))
}

/// The activity, under the right `P`. Hidden and absent look the same.
pub fn find<P: Permission<Link>>(tx: &mut Tx<'_>, actor: &Actor, id: LinkId) -> Result<Option<Allowed<P, Link>>> {
    Ok(by_id(tx, id)?.and_then(|link| access::check(actor, link).ok()))
}

/// An activity in a list, with how far the reader is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: LinkId,
    /// Its title.
    pub title: String,
    /// What people call the tool.
    pub tool: String,
    /// What the class or the group is called.
    pub group: String,
    /// The best mark.
    pub most: Option<i64>,
    /// How far one is oneself.
    pub outcome: Option<Outcome>,
}

/// The open activities that this person may open, the newest first.
pub fn open(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Listed>> {
    let seen = access::ways::<Open, Link>(actor, 2);
    let each = |way: &str| format!("SELECT k.id FROM course_link k WHERE k.closed_at IS NULL AND {way}");
    let from = format!(
        "course_link k JOIN course_tool t ON t.id = k.tool_id AND t.closed_at IS NULL
         LEFT JOIN course_result r ON r.link_id = k.id AND r.person_id = ?1
         WHERE k.id IN ({})",
        seen.union(each)
    );
    let columns = format!("k.id, k.title, t.name, {GROUP}, k.most, r.done, r.mark, r.most, r.said_at, r.at");
    let params: Vec<Value> = params![actor.person].into_iter().chain(seen.params).collect();
    pager.read(tx, List { columns: &columns, from: &from, order: "k.made_at DESC, k.id", params: &params }, listed)
}

fn listed(row: &Row) -> Listed {
    Listed {
        id: row.get(0),
        title: row.get(1),
        tool: row.get(2),
        group: row.get(3),
        most: Some(row.get::<i64>(4)).filter(|most| *most > 0),
        outcome: outcome_at(row, 5),
    }
}

/// What is placed.
#[derive(Clone, Debug)]
pub struct Fresh {
    /// Its id.
    pub id: LinkId,
    /// The tool.
    pub tool: ToolId,
    /// Its title.
    pub title: String,
    /// What is opened; empty for the tool's usual address.
    pub target: String,
    /// What the tool wants to be told each time, as JSON.
    pub custom: String,
    /// The best mark; 0 where there are none.
    pub most: i64,
}

/// Places an activity in a class or a group.
pub fn place(
    tx: &mut Tx<'_>,
    gathering: &Allowed<Place, Gathering>,
    fresh: &Fresh,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let sql = "INSERT INTO course_link (id, tool_id, group_id, title, target, custom, most, made_by, made_at)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";
    let group = gathering.group.id;
    let Fresh { id, tool, title, target, custom, most } = fresh;
    tx.execute(sql, &params![*id, *tool, group, title, target, custom, *most, by, now]).map(drop)
}

/// Closes an activity: nobody opens it, and what was done in it stays.
pub fn close(tx: &mut Tx<'_>, link: &Allowed<Lead, Link>, now: Moment) -> Result<()> {
    tx.execute("UPDATE course_link SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL", &params![link.id, now])
        .map(drop)
}

/// Opens it again.
pub fn reopen(tx: &mut Tx<'_>, link: &Allowed<Lead, Link>) -> Result<()> {
    tx.execute("UPDATE course_link SET closed_at = NULL WHERE id = ?1", &params![link.id]).map(drop)
}

/// The most people of a group.
pub const CROWD: i64 = 2_000;

/// Who is in the group of an activity, by id, a page of them.
pub fn members(tx: &mut Tx<'_>, link: &Link, pager: Pager, now: Moment) -> Result<Paged<(PersonId, Part)>> {
    let from = format!("any_group_member x WHERE x.group_id = ?1 AND {}", part_counts("x", 2));
    let list =
        List { columns: "x.person_id, x.part", from: &from, order: "x.person_id", params: &params![link.group, now] };
    pager.read(tx, list, |row| (row.get(0), Part::from_word(row.text(1)).unwrap_or(Part::Member)))
}

/// Whose name a tool's own name for somebody is: somebody who is in the group, or nobody.
pub fn named(tx: &mut Tx<'_>, link: &Link, secret: &web::Secret, name: &str, now: Moment) -> Result<Option<PersonId>> {
    let all = members(tx, link, Pager::FIRST.by(CROWD), now)?;
    Ok(all.iter().map(|(person, _)| *person).find(|person| link.name_of(secret, *person) == name))
}
