//! Dispositifs are found by whoever sees them.
use crate::{DispositifId, Seen, policy::See};
use access::Filter;
use db::{Result, Row, Tx, Value, params};
use kernel::{Id, Moment, UnitId};
use search::{Doc, Findable, PLACE, Source};

const KIND: &str = "dispositif";

/// Every dispositif, at its académie.
pub const DISPOSITIFS: Findable = Findable {
    source: Source { kind: KIND, page },
    title: "programme-found",
    sees: |sees, actor| {
        sees.by(KIND, |first| {
            let seen = access::visible::<See, Seen>(actor, first);
            let sql = format!("{PLACE} IN (SELECT c.ancestor FROM unit_closure c WHERE {})", seen.sql);
            Filter { sql, params: seen.params }
        })
    },
};

/// It was made, or named anew: it is found so from now on.
pub(super) fn changed(tx: &mut Tx<'_>, id: DispositifId) -> Result<()> {
    let docs = docs(tx, "id = ?1", &params![id, 1])?;
    search::put(tx, &docs)
}

/// It is there no more.
pub(super) fn gone(tx: &mut Tx<'_>, id: DispositifId) -> Result<()> {
    search::remove(tx, KIND, id)
}

fn page(tx: &mut Tx<'_>, _: Moment, after: Option<Id<()>>, most: usize) -> Result<Vec<Doc>> {
    let after = after.map_or(vec![], |id| id.bytes().to_vec());
    docs(tx, "id > ?1", &params![after, i64::try_from(most).unwrap_or(i64::MAX)])
}

/// Those of this condition on `?1`, `?2` at most.
fn docs(tx: &mut Tx<'_>, which: &str, values: &[Value]) -> Result<Vec<Doc>> {
    let sql =
        format!("SELECT id, name, year, academie_id FROM programme_dispositif WHERE {which} ORDER BY id LIMIT ?2");
    let doc = |row: &Row| {
        let (id, year): (DispositifId, i64) = (row.get(0), row.get(2));
        Doc {
            kind: KIND,
            id: id.cast(),
            title: row.get(1),
            detail: format!("{year}-{}", year + 1),
            path: format!("/programmes/{id}"),
            also: String::new(),
            text: String::new(),
            places: vec![row.get::<UnitId>(3).into()],
            owner: None,
        }
    };
    Ok(tx.query(&sql, values)?.iter().map(doc).collect())
}
