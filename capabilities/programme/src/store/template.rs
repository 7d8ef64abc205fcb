//! Templates: a dispositif made in a minute.
use super::{json, unreadable};
use crate::{Model, Template};
use db::{Result, Tx, params};

/// Puts a template, or puts it anew: what was made from it before stays as it is.
pub fn put(tx: &mut Tx<'_>, template: &Template) -> Result<()> {
    let content = json(&Model::from(template))?;
    let sql = "INSERT INTO dispositif_template (key, content) VALUES (?1, ?2)
               ON CONFLICT (key) DO UPDATE SET content = excluded.content";
    tx.execute(sql, &params![template.key, content]).map(drop)
}

/// Every template, by key.
pub fn templates(tx: &mut Tx<'_>) -> Result<Vec<Model>> {
    let rows = tx.query("SELECT content FROM dispositif_template ORDER BY key", &[])?;
    rows.iter().map(|row| serde_json::from_str(row.text(0)).map_err(|error| unreadable(&error))).collect()
}

/// The template of this key.
pub fn template(tx: &mut Tx<'_>, key: &str) -> Result<Option<Model>> {
    let row = tx.first("SELECT content FROM dispositif_template WHERE key = ?1", &params![key])?;
    row.map(|row| serde_json::from_str(row.text(0)).map_err(|error| unreadable(&error))).transpose()
}
