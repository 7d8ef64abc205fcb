//! The classes of a school, found again under each spelling of their name.
use super::{Doubt, ToCheck};
use access::{Unit, UnitKind};
use db::Tx;
use kernel::{Chance, Id, Moment, UnitId, fold};
use std::collections::{HashMap, hash_map::Entry};
use uai::Uai;

/// The classes of the schools that a file names.
#[derive(Default)]
pub struct Classes {
    schools: HashMap<UnitId, Vec<Unit>>,
    /// How many were made.
    pub made: usize,
}

impl Classes {
    /// The class of this name in the school, made if absent: « 5ème B » and « 5EME B » are one. A new one that looks like another of
    /// the school is noted.
    pub fn find(
        &mut self,
        tx: &mut Tx<'_>,
        (uai, school): (Uai, UnitId),
        (line, name): (u64, &str),
        (now, chance): (Moment, &dyn Chance),
        notes: &mut Vec<ToCheck>,
    ) -> db::Result<Unit> {
        let known = match self.schools.entry(school) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => place.insert(access::store::under(tx, school, UnitKind::Classe)?),
        };
        // A closed class is opened again under its own name alone.
        let same = |class: &&Unit| class.name == name || (!class.closed && fold(&class.name) == fold(name));
        if let Some(class) = known.iter().find(|class| class.name == name).or_else(|| known.iter().find(same))
            && !class.closed
        {
            return Ok(class.clone());
        }
        let code = format!("{uai}/{}", name.to_uppercase());
        let before = access::store::by_code(tx, UnitKind::Classe, &code)?;
        let id = before.map_or_else(|| Id::new(now, chance), |class| class.id);
        let class = Unit { id, kind: UnitKind::Classe, code, name: name.to_owned(), closed: false };
        access::store::put(tx, &class, &[school])?;
        self.made += 1;
        let alike = |other: &&Unit| !other.closed && other.id != class.id && squeezed(&other.name) == squeezed(name);
        if let Some(other) = known.iter().find(alike) {
            let doubt = Doubt::Class(other.name.clone());
            notes.push(ToCheck { line, column: "classe", said: name.to_owned(), doubt });
        }
        known.retain(|other| other.id != class.id);
        known.push(class.clone());
        Ok(class)
    }
}

/// What spellings of one class may have in common: no spaces or signs, and neither « ème » nor « e » behind the level.
fn squeezed(name: &str) -> String {
    const LEVELS: &[(&str, &str)] = &[
        ("sixieme", "6"),
        ("cinquieme", "5"),
        ("quatrieme", "4"),
        ("troisieme", "3"),
        ("seconde", "2"),
        ("premiere", "1"),
        ("terminale", "t"),
        ("tle", "t"),
        ("term", "t"),
    ];
    let plain: String = fold(name).chars().filter(|c| c.is_alphanumeric()).collect();
    if let Some((rest, level)) = LEVELS.iter().find_map(|(word, level)| Some((plain.strip_prefix(word)?, level))) {
        return format!("{level}{rest}");
    }
    let digits = plain.len() - plain.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (level, rest) = plain.split_at(digits);
    let ordinal = ["eme", "ere", "nde", "nd", "er", "e"].iter().filter(|_| !level.is_empty());
    let rest = ordinal.filter_map(|word| rest.strip_prefix(word)).find(|rest| !rest.is_empty()).unwrap_or(rest);
    format!("{level}{rest}")
}
