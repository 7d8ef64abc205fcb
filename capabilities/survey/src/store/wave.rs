//! Waves: opened by the pilot from one day to another.
use crate::{
    model::{Place, Refusal, Stage, Wave, WaveId},
    policy::Open,
};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use jiff::civil::Date;
use kernel::{Moment, UnitId};
use programme::DispositifId;
use web::{List, Paged, Pager};

/// The columns of a wave, for a row read by [`to_wave`].
pub const WAVE: &str = "w.id, w.dispositif_id, w.academie_id, w.moment, w.opens_on, w.closes_on";

pub fn to_wave(row: &Row) -> Wave {
    Wave {
        id: row.get(0),
        dispositif: row.get(1),
        academie: row.get(2),
        stage: Stage::from_word(row.text(3)).unwrap_or(Stage::Start),
        opens_on: row.text(4).parse().unwrap_or(Date::ZERO),
        closes_on: row.text(5).parse().unwrap_or(Date::ZERO),
    }
}

/// What a pilot says of a wave.
pub type Dates = (DispositifId, Stage, Date, Date);

/// Opens a wave, or changes its days as long as it is not over.
pub fn open(
    tx: &mut Tx<'_>,
    academie: &Allowed<Open, Place>,
    by: &Actor,
    (id, (dispositif, stage, opens_on, closes_on)): (WaveId, Dates),
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let today = now.paris().date().to_string();
    let rows = tx.execute(
        "INSERT INTO survey_wave (id, dispositif_id, academie_id, moment, opens_on, closes_on, by_id, at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
         ON CONFLICT (dispositif_id, moment) DO UPDATE SET opens_on = excluded.opens_on, closes_on = excluded.closes_on
         WHERE survey_wave.closes_on >= ?9",
        &params![
            id,
            dispositif,
            academie.unit,
            stage.word(),
            opens_on.to_string(),
            closes_on.to_string(),
            by.person,
            now,
            today
        ],
    )?;
    Ok(if rows > 0 { Ok(()) } else { Err(Refusal::Over) })
}

/// The waves of these dispositifs that have begun by `today`, latest first: three at most of each.
pub fn begun(tx: &mut Tx<'_>, dispositifs: &[DispositifId], today: Date) -> Result<Vec<Wave>> {
    if dispositifs.is_empty() {
        return Ok(vec![]);
    }
    let sql = format!(
        "SELECT {WAVE} FROM survey_wave w WHERE w.opens_on <= ?1 AND w.dispositif_id IN ({})
         ORDER BY w.opens_on DESC, w.id",
        super::marks(2, dispositifs.len())
    );
    Ok(tx.query(&sql, &db::with_ids(&params![today.to_string()], dispositifs))?.iter().map(to_wave).collect())
}

/// The waves of the académies at or above these units that have begun or will, latest first.
pub fn waves(tx: &mut Tx<'_>, units: &[UnitId], pager: Pager) -> Result<Paged<Wave>> {
    if units.is_empty() {
        return Ok(Paged::default());
    }
    let from = format!(
        "survey_wave w WHERE w.academie_id IN (SELECT ancestor FROM unit_closure WHERE descendant IN ({}))",
        super::marks(1, units.len())
    );
    let params: Vec<db::Value> = units.iter().map(|unit| (*unit).into()).collect();
    pager.read(tx, List { columns: WAVE, from: &from, order: "w.opens_on DESC, w.id", params: &params }, to_wave)
}

/// The wave of a dispositif at this stage.
pub fn wave(tx: &mut Tx<'_>, dispositif: DispositifId, stage: Stage) -> Result<Option<Wave>> {
    let sql = format!("SELECT {WAVE} FROM survey_wave w WHERE w.dispositif_id = ?1 AND w.moment = ?2");
    Ok(tx.first(&sql, &params![dispositif, stage.word()])?.as_ref().map(to_wave))
}
