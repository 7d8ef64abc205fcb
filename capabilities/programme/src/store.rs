//! All the SQL of programmes.
use crate::{DispositifId, Running};
use db::{Result, Tx};
use kernel::{Moment, UnitId};

/// The dispositifs in which `school` is engaged and that run at `now`.
pub fn running(_tx: &mut Tx<'_>, _school: UnitId, _now: Moment) -> Result<Vec<Running>> {
    Ok(vec![])
}

/// The schools engaged in a dispositif.
pub fn engaged(_tx: &mut Tx<'_>, _dispositif: DispositifId) -> Result<Vec<UnitId>> {
    Ok(vec![])
}
