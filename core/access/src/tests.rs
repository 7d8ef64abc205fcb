//! The two readings of a rule are one, days count, the territory keeps its edges: on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod days;
mod parity;
mod territory;

use crate::{Unit, UnitKind, store};
use db::Tx;
use kernel::Id;

/// Ids by number, the same in every run.
fn id<K>(n: u8) -> Id<K> {
    Id::from_bytes(&[n; 16]).unwrap()
}

/// académie 1 › département 2 › schools 3 and 5 › classes 4 and 6; bassin 7 crosses the line and holds school 5 only.
fn territory(tx: &mut Tx<'_>) -> db::Result<()> {
    use UnitKind::{Academie, Bassin, Classe, Departement, Etablissement};
    let units: [(u8, UnitKind, &[u8]); 7] = [
        (1, Academie, &[]),
        (2, Departement, &[1]),
        (7, Bassin, &[1]),
        (3, Etablissement, &[2]),
        (5, Etablissement, &[2, 7]),
        (4, Classe, &[3]),
        (6, Classe, &[5]),
    ];
    units.into_iter().try_for_each(|(n, kind, parents)| {
        store::put(tx, &unit(n, kind), &parents.iter().map(|p| id(*p)).collect::<Vec<_>>())
    })
}

/// A unit of this number.
fn unit(n: u8, kind: UnitKind) -> Unit {
    Unit { id: id(n), kind, code: n.to_string(), name: n.to_string(), closed: false }
}
