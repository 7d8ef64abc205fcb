//! Tools: what is said of them, and their keys as they were read.
use crate::{Tool, ToolId, policy::Keep};
use access::{Actor, Allowed, Unit, UnitKind};
use db::{Result, Row, Tx, params};
use kernel::{Moment, UnitId};
use web::{List, Paged, Pager};

const TOOL: &str = "t.id, u.id, u.kind, u.code, u.name, u.closed_at, t.name, t.login, t.launches, t.keys_at, t.keys, t.keys_read, t.names, t.closed_at";
const FROM: &str = "course_tool t JOIN unit u ON u.id = t.unit_id";

fn tool(row: &Row) -> Tool {
    let kind = UnitKind::from_word(row.text(2)).unwrap_or(UnitKind::Etablissement);
    let closed = row.get::<Option<i64>>(5).is_some();
    Tool {
        id: row.get(0),
        unit: Unit { id: row.get(1), kind, code: row.get(3), name: row.get(4), closed },
        name: row.get(6),
        login: row.get(7),
        launches: row.get(8),
        keys_at: row.get(9),
        keys: row.get(10),
        keys_read: row.get(11),
        names: row.get(12),
        closed_at: row.get(13),
        lineage: vec![],
    }
}

/// Any tool, for a demonstration.
pub(crate) const FIRST: &str = "SELECT id FROM course_tool LIMIT 1";

/// The tool of this id, open or not, whoever asks: a tool speaks for itself.
pub fn by_id(tx: &mut Tx<'_>, id: ToolId) -> Result<Option<Tool>> {
    let row = tx.first(&format!("SELECT {TOOL} FROM {FROM} WHERE t.id = ?1"), &params![id])?;
    let Some(mut tool) = row.as_ref().map(tool) else { return Ok(None) };
    tool.lineage = access::store::lineage(tx, tool.unit.id)?;
    Ok(Some(tool))
}

/// The tool, if this person keeps it.
pub fn find(tx: &mut Tx<'_>, actor: &Actor, id: ToolId) -> Result<Option<Allowed<Keep, Tool>>> {
    Ok(by_id(tx, id)?.and_then(|tool| access::check(actor, tool).ok()))
}

/// The tools that this person keeps, open ones first.
pub fn kept(tx: &mut Tx<'_>, actor: &Actor, pager: Pager) -> Result<Paged<Tool>> {
    let seen = access::visible::<Keep, Tool>(actor, 1);
    let from = format!("{FROM} WHERE {}", seen.sql);
    let order = "CASE WHEN t.closed_at IS NULL THEN 0 ELSE 1 END, t.name, t.id";
    pager.read(tx, List { columns: TOOL, from: &from, order, params: &seen.params }, tool)
}

/// The most tools that a form offers.
const OFFERED: i64 = 100;

/// The open tools of these schools: id and name. A school has its own, and those of all that it is part of.
pub fn offered(tx: &mut Tx<'_>, schools: &[UnitId]) -> Result<Paged<(ToolId, String)>> {
    if schools.is_empty() {
        return Ok(Paged::default());
    }
    let from = format!(
        "course_tool t WHERE t.closed_at IS NULL AND t.unit_id IN
           (SELECT c.ancestor FROM unit_closure c WHERE c.descendant IN ({}))",
        db::marks(1, schools.len())
    );
    let params = db::with_ids(&[], schools);
    let list = List { columns: "t.id, t.name", from: &from, order: "t.name, t.id", params: &params };
    Pager::FIRST.by(OFFERED).read(tx, list, |row| (row.get(0), row.get(1)))
}

/// Keeps a tool: a new one, or another state of one.
pub fn put(tx: &mut Tx<'_>, tool: &Tool, now: Moment) -> Result<()> {
    tx.execute(
        "INSERT INTO course_tool (id, unit_id, name, login, launches, keys_at, keys, keys_read, names, since)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
         ON CONFLICT (id) DO UPDATE SET unit_id = excluded.unit_id, name = excluded.name, login = excluded.login,
           launches = excluded.launches, keys_at = excluded.keys_at, keys = excluded.keys, keys_read = excluded.keys_read,
           names = excluded.names",
        &params![
            tool.id,
            tool.unit.id,
            &tool.name,
            &tool.login,
            &tool.launches,
            &tool.keys_at,
            &tool.keys,
            tool.keys_read,
            tool.names,
            now
        ],
    )
    .map(drop)
}

/// Keeps its keys as they were read.
pub fn learn(tx: &mut Tx<'_>, id: ToolId, keys: Option<&str>, now: Moment) -> Result<()> {
    let sql = "UPDATE course_tool SET keys = COALESCE(?2, keys), keys_read = ?3 WHERE id = ?1";
    tx.execute(sql, &params![id, keys, now]).map(drop)
}

/// Closes a tool: nobody is led there, and it asks for nothing any more.
pub fn close(tx: &mut Tx<'_>, tool: &Allowed<Keep, Tool>, now: Moment) -> Result<()> {
    tx.execute("UPDATE course_tool SET closed_at = ?2 WHERE id = ?1 AND closed_at IS NULL", &params![tool.id, now])
        .map(drop)
}

/// Opens it again.
pub fn reopen(tx: &mut Tx<'_>, tool: &Allowed<Keep, Tool>) -> Result<()> {
    tx.execute("UPDATE course_tool SET closed_at = NULL WHERE id = ?1", &params![tool.id]).map(drop)
}
