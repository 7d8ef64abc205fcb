//! What comes once, and what a tool was given for a while.
use crate::ToolId;
use db::{Result, Tx, params};
use kernel::Moment;

/// Remembers that something came, until an instant; says whether it had not come before.
pub fn first(tx: &mut Tx<'_>, key: &[u8], until: Moment) -> Result<bool> {
    let sql = "INSERT INTO course_seen (key, until) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
    Ok(tx.execute(sql, &params![key, until])? == 1)
}

/// Keeps the digest of what a tool was given, and what it opens.
pub fn give(tx: &mut Tx<'_>, key: &[u8], (tool, scopes): (ToolId, &[String]), until: Moment) -> Result<()> {
    let sql = "INSERT INTO course_token (key, tool_id, scopes, until) VALUES (?1, ?2, ?3, ?4)";
    tx.execute(sql, &params![key, tool, scopes.join(" "), until]).map(drop)
}

/// Which tool shows this, and whether it opens that.
pub fn shown(tx: &mut Tx<'_>, key: &[u8], scope: &str, now: Moment) -> Result<Option<(ToolId, bool)>> {
    let sql = "SELECT t.id, k.scopes FROM course_token k JOIN course_tool t ON t.id = k.tool_id AND t.closed_at IS NULL
               WHERE k.key = ?1 AND k.until > ?2";
    let row = tx.first(sql, &params![key, now])?;
    Ok(row.map(|row| (row.get(0), row.text(1).split(' ').any(|one| one == scope))))
}
