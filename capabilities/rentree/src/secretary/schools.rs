//! The schools of a kept file: a table is read whole and parted; of lots, one is read when its turn comes.
use super::Order;
use crate::Turn;
use access::{Unit, UnitKind};
use bytes::Bytes;
use directory::people_import::{self, Fault, Rows, Stopped, lots};
use kernel::{Moment, causes};
use std::sync::Arc;
use uai::Uai;
use web::House;

/// The schools of a kept file.
pub(super) enum Schools {
    /// Those of a table.
    Table(Vec<Option<(Unit, Rows)>>),
    /// Those of a file of lots.
    Lots(Arc<lots::Lots<Bytes>>, Vec<Uai>),
}

impl Schools {
    /// None at all.
    pub const fn none() -> Self {
        Self::Table(vec![])
    }

    /// Those of the file that is kept of a turn; or what is wrong with its table.
    pub async fn of(house: &House, turn: &Turn, now: Moment) -> Result<Result<Self, Vec<Fault>>, String> {
        let bytes = house.files.get(&turn.file).await.map_err(|error| causes(&error))?;
        let bytes = bytes.ok_or("the file is not kept any more")?;
        if lots::is_one(&bytes) {
            let lots = lots::Lots::open(bytes).map_err(|error| causes(&error))?;
            let codes = lots.schools();
            return Ok(Ok(Self::Lots(Arc::new(lots), codes)));
        }
        let school = (turn.unit.kind == UnitKind::Etablissement).then(|| turn.unit.code.clone());
        let whose = turn.whose.clone();
        let read = web::aside(move || crate::pages::read(&bytes, school.as_deref(), &whose).whole());
        let read = read.await.map_err(|error| causes(&error))?;
        let rows = read.map_err(|_| "the file was read before, and is not any more".to_owned())?;
        let (turn, chance) = (turn.clone(), Arc::clone(&house.chance));
        let split = house.db.read_long(move |tx| {
            let order = Order::load(tx, &turn, &[], now)?;
            order.with(&*chance, now, |asked| people_import::split(tx, &rows, asked))
        });
        match split.await {
            Ok(schools) => Ok(Ok(Self::Table(schools.into_iter().map(Some).collect()))),
            Err(Stopped::Refused(faults)) => Ok(Err(faults)),
            Err(Stopped::Db(error)) => Err(causes(&error)),
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Table(schools) => schools.len(),
            Self::Lots(_, codes) => codes.len(),
        }
    }

    /// Whether each stands for itself: what is wrong with one keeps no other back.
    pub const fn are_apart(&self) -> bool {
        matches!(self, Self::Lots(..))
    }

    /// The school at this place with its rows, once; nothing for one that is not known here, or has closed.
    pub async fn take(&mut self, house: &House, at: usize) -> Result<Option<(Unit, Rows)>, String> {
        let (lots, code) = match self {
            Self::Table(schools) => return Ok(schools.get_mut(at).and_then(Option::take)),
            Self::Lots(lots, codes) => (Arc::clone(lots), codes.get(at).copied()),
        };
        let Some(code) = code else { return Ok(None) };
        let known = house.db.read(move |tx| access::store::by_code(tx, UnitKind::Etablissement, code.as_str())).await;
        let known: Option<Unit> = known.map_err(|error: db::Error| causes(&error))?;
        let Some(school) = known.filter(|school| !school.closed) else { return Ok(None) };
        let rows = web::aside(move || lots.rows(code)).await.map_err(|error| causes(&error))?;
        Ok(Some((school, rows.map_err(|error| causes(&error))?)))
    }
}
