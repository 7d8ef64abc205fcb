//! What a file may name only if it is there: schools, and the children somebody answers for.
use super::{Fault, Post, Reason, Rows, entry::Entry};
use crate::store;
use access::UnitKind;
use db::Tx;
use kernel::UnitId;
use std::collections::{HashMap, HashSet};
use uai::Uai;

/// The schools the file names, all known and open.
pub fn schools(tx: &mut Tx<'_>, rows: &Rows, faults: &mut Vec<Fault>) -> db::Result<HashMap<Uai, UnitId>> {
    let mut schools: HashMap<Uai, Result<UnitId, Reason>> = HashMap::new();
    for row in &rows.0 {
        let (Post::Pupil { uai, .. } | Post::Staff { uai, .. }) = &row.post else { continue };
        if !schools.contains_key(uai) {
            let found = match access::store::by_code(tx, UnitKind::Etablissement, uai.as_str())? {
                None => Err(Reason::UnknownSchool),
                Some(school) if school.closed => Err(Reason::ClosedSchool),
                Some(school) => Ok(school.id),
            };
            schools.insert(*uai, found);
        }
        if let Err(reason) = &schools[uai] {
            faults.push(Fault::new(row.line, "uai", uai.as_str(), reason.clone()));
        }
    }
    Ok(schools.into_iter().filter_map(|(uai, found)| Some((uai, found.ok()?))).collect())
}

/// Every child a guardian answers for is a pupil of the file, or known by this source as one: an adult is nobody's child here.
pub fn children(
    tx: &mut Tx<'_>,
    source: &str,
    rows: &Rows,
    people: &[Entry<'_>],
    faults: &mut Vec<Fault>,
) -> db::Result<()> {
    let mut pupils: HashSet<&str> = people.iter().filter(|entry| entry.is_pupil()).map(|entry| entry.key).collect();
    for row in &rows.0 {
        let Post::Guardian { of, .. } = &row.post else { continue };
        for child in of {
            if *child == row.key {
                faults.push(Fault::new(row.line, "responsable_de", child, Reason::OwnGuardian));
            } else if !pupils.contains(child.as_str()) {
                if store::pupil_by_key(tx, source, child)? {
                    pupils.insert(child);
                } else {
                    faults.push(Fault::new(row.line, "responsable_de", child, Reason::UnknownChild));
                }
            }
        }
    }
    Ok(())
}
