//! A file school by school: each is compared, shown and written whole, by itself.
use super::{Asked, Fault, Post, Reason, Rows, Stopped};
use crate::store;
use access::{Unit, UnitKind};
use db::Tx;
use kernel::{PersonId, UnitId};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use uai::Uai;

/// The rows of each school that the file names or whose pupils it names, by code; or what cannot be.
pub fn split(tx: &mut Tx<'_>, rows: &Rows, asked: &Asked<'_>) -> Result<Vec<(Unit, Rows)>, Stopped> {
    let mut faults = vec![];
    let schools = schools(tx, rows, &mut faults)?;
    // Where each child of the file is, or was last.
    let mut places: HashMap<&str, BTreeSet<UnitId>> = HashMap::new();
    for row in &rows.people {
        if let Post::Pupil { uai, .. } = &row.post
            && let Some(school) = schools.get(uai)
        {
            places.entry(&row.key).or_default().insert(school.id);
        }
    }
    let elsewhere = elsewhere(tx, rows, asked, &places)?;
    let mut by_school: BTreeMap<UnitId, (Option<Unit>, Vec<super::PersonRow>)> = BTreeMap::new();
    for school in schools.values() {
        by_school.entry(school.id).or_default().0 = Some(school.clone());
    }
    for row in &rows.people {
        match &row.post {
            Post::Pupil { uai, .. } | Post::Staff { uai, .. } => {
                if let Some(school) = schools.get(uai) {
                    by_school.entry(school.id).or_default().1.push(row.clone());
                }
            }
            Post::Guardian { of, authority } => {
                let mut there: BTreeMap<UnitId, Vec<String>> = BTreeMap::new();
                for child in of {
                    let found = places.get(child.as_str()).or_else(|| elsewhere.get(child.as_str()));
                    match found {
                        _ if *child == row.key => {
                            faults.push(Fault::new(row.line, "responsable_de", child, Reason::OwnGuardian));
                        }
                        None => faults.push(Fault::new(row.line, "responsable_de", child, Reason::UnknownChild)),
                        Some(schools) => {
                            for school in schools {
                                there.entry(*school).or_default().push(child.clone());
                            }
                        }
                    }
                }
                for (school, of) in there {
                    let post = Post::Guardian { of, authority: *authority };
                    by_school.entry(school).or_default().1.push(super::PersonRow { post, ..row.clone() });
                }
            }
        }
    }
    if !faults.is_empty() {
        return Err(Stopped::Refused(faults));
    }
    let mut all = vec![];
    for (id, (school, rows)) in by_school {
        let school = match school {
            Some(school) => Some(school),
            None => access::store::by_id(tx, id)?,
        };
        all.extend(school.filter(|_| !rows.is_empty()).map(|school| (school, Rows::of(rows))));
    }
    all.sort_by(|(one, _), (other, _)| one.code.cmp(&other.code));
    Ok(all)
}

/// The schools the file names, all known and open.
fn schools(tx: &mut Tx<'_>, rows: &Rows, faults: &mut Vec<Fault>) -> db::Result<HashMap<Uai, Unit>> {
    let mut schools: HashMap<Uai, Result<Unit, Reason>> = HashMap::new();
    for row in &rows.people {
        let (Post::Pupil { uai, .. } | Post::Staff { uai, .. }) = &row.post else { continue };
        if !schools.contains_key(uai) {
            let found = match access::store::by_code(tx, UnitKind::Etablissement, uai.as_str())? {
                None => Err(Reason::UnknownSchool),
                Some(school) if school.closed => Err(Reason::ClosedSchool),
                Some(school) => Ok(school),
            };
            schools.insert(*uai, found);
        }
        if let Err(reason) = &schools[uai] {
            faults.push(Fault::new(row.line, "uai", uai.as_str(), reason.clone()));
        }
    }
    Ok(schools.into_iter().filter_map(|(uai, found)| Some((uai, found.ok()?))).collect())
}

/// Where the children are that guardians answer for and that the file does not list: known by this source as pupils. An adult is
/// nobody's child here.
fn elsewhere(
    tx: &mut Tx<'_>,
    rows: &Rows,
    asked: &Asked<'_>,
    listed: &HashMap<&str, BTreeSet<UnitId>>,
) -> db::Result<HashMap<String, BTreeSet<UnitId>>> {
    let named: HashSet<&str> = rows
        .people
        .iter()
        .filter_map(|row| if let Post::Guardian { of, .. } = &row.post { Some(of) } else { None })
        .flatten()
        .map(String::as_str)
        .filter(|child| !listed.contains_key(child))
        .collect();
    let keys = store::by_keys(tx, asked.source, &named.into_iter().collect::<Vec<_>>())?;
    let ids: Vec<PersonId> = keys.iter().map(|(_, person)| *person).collect();
    // Of several the last: where they are now.
    let schools: HashMap<PersonId, UnitId> = store::schools_of(tx, &ids)?.into_iter().collect();
    let placed = keys.into_iter().filter_map(|(key, person)| Some((key, BTreeSet::from([*schools.get(&person)?]))));
    Ok(placed.collect())
}
