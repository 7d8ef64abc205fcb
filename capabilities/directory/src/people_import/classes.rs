//! The classes of a school, found again under each spelling of their name.
use super::{
    Asked, Doubt,
    plan::{Deed, Kind, Line, Plan},
};
use access::{Unit, UnitKind};
use calendar::SchoolYear;
use jiff::ToSpan;
use kernel::{Id, fold};

/// The classes of one school, as a file fills them.
pub(super) struct Classes<'a> {
    school: &'a Unit,
    /// Those that are open, or were once.
    all: Vec<Unit>,
}

impl<'a> Classes<'a> {
    /// The classes there are. Where the school year turns, those that are open close, and leave their names to others.
    pub fn begin(school: &'a Unit, known: &[Unit], asked: &Asked<'_>, plan: &mut Plan) -> Self {
        if !asked.turn {
            return Self { school, all: known.to_vec() };
        }
        // The year that ends: in August and September, the one that had begun the autumn before.
        let day = asked.now.paris().date();
        let ended = SchoolYear::of(day.saturating_sub(90.days()));
        for class in known.iter().filter(|class| !class.closed) {
            plan.line(Kind::Closes, None, class.name.clone(), ended.to_string());
            let code = free(known, &format!("{}/{ended}", class.code));
            plan.deeds.push(Deed::Close { class: class.clone(), code });
        }
        // A class that had closed before keeps its code: it is opened again under its own name.
        Self { school, all: known.iter().filter(|class| class.closed).cloned().collect() }
    }

    /// The class of this name in the school, made if absent: « 5ème B » and « 5EME B » are one. A new one that looks like another of
    /// the school is noted.
    pub fn find(&mut self, (line, name): (u64, &str), asked: &Asked<'_>, plan: &mut Plan) -> Unit {
        // A closed class is opened again under its own name alone.
        let same = |class: &&Unit| class.name == name || (!class.closed && fold(&class.name) == fold(name));
        let found = self.all.iter().find(|class| class.name == name && !class.closed);
        if let Some(class) = found.or_else(|| self.all.iter().find(same)).filter(|class| !class.closed) {
            return class.clone();
        }
        let code = format!("{}/{}", self.school.code, name.to_uppercase());
        let before = self.all.iter().find(|class| class.code == code).map(|class| class.id);
        let id = before.unwrap_or_else(|| Id::new(asked.now, asked.chance));
        let class = Unit { id, kind: UnitKind::Classe, code, name: name.to_owned(), closed: false };
        let alike = |other: &&Unit| !other.closed && other.id != id && squeezed(&other.name) == squeezed(name);
        if let Some(other) = self.all.iter().find(alike) {
            let at = Some((line, "classe", Doubt::Class(other.name.clone())));
            let (said, detail) = (name.to_owned(), String::new());
            plan.lines.push(Line { kind: Kind::Check, person: None, said, detail, at });
        }
        plan.classes += 1;
        plan.line(Kind::Opens, None, name.to_owned(), "");
        plan.deeds.push(Deed::Open { class: class.clone() });
        self.all.retain(|other| other.id != id);
        self.all.push(class.clone());
        class
    }
}

/// The code itself, or the first like it that no class has: a year may be turned twice.
fn free(known: &[Unit], code: &str) -> String {
    let taken = |code: &str| known.iter().any(|class| class.code == code);
    let again = (2..).map(|n| format!("{code}-{n}"));
    std::iter::once(code.to_owned()).chain(again).find(|code| !taken(code)).unwrap_or_default()
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
