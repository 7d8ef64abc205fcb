//! The directory of schools becomes the territory: académie › département › bassin › établissement.
use crate::store::{self, Known};
use access::{Unit, UnitKind};
use annuaire::School;
use db::{Result, Tx};
use kernel::{Chance, Id, Moment, UnitId, fold};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Whose the edges of the territory are that this import draws: it replaces those, and no other's.
const SOURCE: &str = "annuaire";

/// What an import did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Schools that were not there.
    pub added: usize,
    /// Schools of which something changed, or that opened again.
    pub changed: usize,
    /// Schools of which nothing changed.
    pub same: usize,
    /// Schools that the file no longer names, now marked closed.
    pub closed: usize,
}

/// So many schools of a kind may close at once in an académie without a question.
const FEW: usize = 3;
/// More than one in so many does not close at once.
const ONE_IN: usize = 20;

/// What a file would close, and that it was rather cut on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// The name of the académie.
    pub academie: String,
    /// The word of the kind.
    pub kind: String,
    /// How many schools of this kind are open there.
    pub open: usize,
    /// Those that would close, each with its code and its name, in order of code.
    pub closing: Vec<(String, String)>,
}

/// The kinds of which the file would close more than three schools and more than one in twenty in an académie; nothing is written.
pub fn doubtful(tx: &mut Tx<'_>, schools: &[School]) -> Result<Vec<Doubt>> {
    let known = store::schools(tx)?;
    let (mut academies, mut covered) = (HashMap::new(), HashSet::new());
    for school in schools {
        let code = fold(&school.academie);
        if !academies.contains_key(&code) {
            academies.insert(code.clone(), access::store::by_code(tx, UnitKind::Academie, &code)?);
        }
        covered.extend(academies.get(&code).into_iter().flatten().map(|unit| (unit.id, school.kind.word())));
    }
    let mut closing: BTreeMap<(UnitId, &str), Vec<(&str, UnitId)>> = BTreeMap::new();
    for (uai, school) in vanished(&known, schools, &covered) {
        closing.entry((school.academie, &school.kind)).or_default().push((uai, school.unit));
    }
    let mut doubts = vec![];
    for ((academie, kind), mut gone) in closing {
        let open = |school: &&Known| !school.closed && school.academie == academie && school.kind == kind;
        let open = known.values().filter(open).count();
        if gone.len() <= FEW || gone.len() * ONE_IN <= open {
            continue;
        }
        gone.sort_unstable();
        let names = access::store::names(tx, &gone.iter().map(|(_, unit)| *unit).collect::<Vec<_>>())?;
        let named = |(uai, unit): &(&str, UnitId)| ((*uai).to_owned(), names.get(unit).cloned().unwrap_or_default());
        let academie = access::store::by_id(tx, academie)?.map_or_else(String::new, |unit| unit.name);
        doubts.push(Doubt { academie, kind: kind.to_owned(), open, closing: gone.iter().map(named).collect() });
    }
    Ok(doubts)
}

/// The open schools that the file does not name, of an académie and a kind of which it names others.
fn vanished<'k>(
    known: &'k HashMap<String, Known>,
    schools: &[School],
    covered: &HashSet<(UnitId, &str)>,
) -> Vec<(&'k str, &'k Known)> {
    let named: HashSet<&str> = schools.iter().map(|school| school.uai.as_str()).collect();
    let gone = |(uai, school): &(&str, &Known)| {
        !named.contains(uai) && !school.closed && covered.contains(&(school.academie, school.kind.as_str()))
    };
    known.iter().map(|(uai, school)| (uai.as_str(), school)).filter(gone).collect()
}

/// Applies the schools in the caller's transaction; `progress` is told how many are done. A second run changes nothing. Whether so
/// many may close at once is asked before, by [`doubtful`].
///
/// A school has vanished when the file names schools of its académie and of its kind, and not it: a file of lycées
/// closes no école.
pub fn apply(
    tx: &mut Tx<'_>,
    schools: &[School],
    now: Moment,
    chance: &dyn Chance,
    progress: &mut dyn FnMut(usize),
) -> Result<Outcome> {
    let known = store::schools(tx)?;
    let mut territory = Territory { now, chance, units: HashMap::new(), hung: HashSet::new() };
    let mut outcome = Outcome::default();
    let mut covered = HashSet::new();
    for (done, school) in schools.iter().enumerate() {
        if done % 100 == 0 {
            progress(done);
        }
        let academie = territory.unit(tx, UnitKind::Academie, &fold(&school.academie), &school.academie, &[])?;
        covered.insert((academie, school.kind.word()));
        let content = content(school);
        let before = known.get(school.uai.as_str());
        if before.is_some_and(|before| before.content == content && before.closed != school.open) {
            outcome.same += 1;
            continue;
        }
        put(tx, &mut territory, school, academie, before, &content)?;
        *(if before.is_some() { &mut outcome.changed } else { &mut outcome.added }) += 1;
    }
    for (_, before) in vanished(&known, schools, &covered) {
        access::store::set_closed(tx, before.unit, Some(now))?;
        outcome.closed += 1;
    }
    progress(schools.len());
    Ok(outcome)
}

/// Writes one school that is new or has changed.
fn put(
    tx: &mut Tx<'_>,
    territory: &mut Territory<'_>,
    school: &School,
    academie: UnitId,
    before: Option<&Known>,
    content: &str,
) -> Result<()> {
    let parent = territory.parent(tx, school, academie)?;
    let id = before.map_or_else(|| Id::new(territory.now, territory.chance), |before| before.unit);
    let unit = Unit {
        id,
        kind: UnitKind::Etablissement,
        code: school.uai.to_string(),
        name: school.name.clone(),
        closed: false,
    };
    access::store::put(tx, &unit, &[])?;
    access::store::set_parents(tx, id, &[parent], SOURCE)?;
    if !school.open {
        access::store::set_closed(tx, id, Some(territory.now))?;
    }
    store::put_school(tx, id, academie, school, content)
}

/// The units above schools, made as they are met.
struct Territory<'t> {
    now: Moment,
    chance: &'t dyn Chance,
    units: HashMap<(UnitKind, String), UnitId>,
    /// Which bassin hangs from which département already.
    hung: HashSet<(UnitId, UnitId)>,
}

impl Territory<'_> {
    fn unit(&mut self, tx: &mut Tx<'_>, kind: UnitKind, code: &str, name: &str, parents: &[UnitId]) -> Result<UnitId> {
        let key = (kind, code.to_owned());
        if let Some(id) = self.units.get(&key) {
            return Ok(*id);
        }
        let known = access::store::by_code(tx, kind, code)?;
        let id = known.as_ref().map_or_else(|| Id::new(self.now, self.chance), |unit| unit.id);
        if known.is_none_or(|known| known.name != name || known.closed) {
            let unit = Unit { id, kind, code: code.to_owned(), name: name.to_owned(), closed: false };
            access::store::put(tx, &unit, &[])?;
        }
        for parent in parents {
            access::store::add_parent(tx, id, *parent, SOURCE)?;
        }
        self.units.insert(key, id);
        Ok(id)
    }

    /// The bassin of the school if it has one, else its département.
    fn parent(&mut self, tx: &mut Tx<'_>, school: &School, academie: UnitId) -> Result<UnitId> {
        let (code, name) = &school.departement;
        let departement = self.unit(tx, UnitKind::Departement, code, name, &[academie])?;
        let Some((code, name)) = &school.bassin else { return Ok(departement) };
        let bassin = self.unit(tx, UnitKind::Bassin, &fold(code), name, &[])?;
        // A bassin may cross the line between départements: it hangs from each it serves.
        if self.hung.insert((bassin, departement)) {
            access::store::add_parent(tx, bassin, departement, SOURCE)?;
        }
        Ok(bassin)
    }
}

/// Everything a row says, in one text: two rows that say the same are the same.
fn content(school: &School) -> String {
    format!("{:?}", School { line: 0, ..school.clone() })
}
