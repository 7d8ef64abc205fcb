//! The trail in words: each deed is a sentence, with the names of those it speaks of.
use crate::hand::OPERATOR;
use access::{Role, audit::Deed};
use db::{Result, Tx};
use kernel::{Moment, PersonId, UnitId};
use std::collections::HashMap;
use web::{Lang, Shell, Words};

/// A line, in words.
#[derive(Clone, Debug, Default)]
pub struct Told {
    /// When.
    pub at: Moment,
    /// Who did what, to whom.
    pub said: String,
    /// At which school, or other unit; empty when that is not said.
    pub place: String,
}

/// What the reason of a deed says, piece by piece.
#[derive(Debug, Default)]
struct Reason {
    /// Somebody else whom it names.
    other: Option<PersonId>,
    role: Option<Role>,
    /// Its first day, when it comes later.
    from: Option<Moment>,
    /// The last day of it.
    until: Option<Moment>,
    /// Whether it was with parental authority.
    authority: Option<bool>,
    /// Whether a list did it.
    import: bool,
    operator: bool,
}

impl Reason {
    fn read(said: &str) -> Self {
        let mut reason =
            Self { operator: said.contains(OPERATOR) || said.contains("asked by the operator"), ..Self::default() };
        let rest = said.strip_prefix("by an import: ");
        reason.import = rest.is_some();
        let words: Vec<&str> = rest.unwrap_or(said).split_whitespace().collect();
        reason.role = words.first().and_then(|word| Role::from_word(word));
        reason.other = words.first().and_then(|word| word.parse().ok());
        for pair in words.windows(2) {
            let [first, second] = pair else { continue };
            let noon = |day: &str| day.parse().ok().map(|day| Moment::at_paris(day, 12, 0));
            match (*first, *second) {
                ("from", day) => reason.from = noon(day),
                ("until", day) => reason.until = noon(day),
                ("with", "authority") => reason.authority = Some(true),
                ("without", "authority") => reason.authority = Some(false),
                _ => {}
            }
        }
        reason
    }
}

/// The key of the sentence of a deed.
pub fn key(deed: &str) -> String {
    format!("secretariat-deed-{}", deed.replace('/', "-"))
}

/// These lines in words.
pub fn words(tx: &mut Tx<'_>, shell: &Shell, (words, lang): (&Words, Lang), deeds: &[Deed]) -> Result<Vec<Told>> {
    let reasons: Vec<Reason> = deeds.iter().map(|deed| Reason::read(&deed.reason)).collect();
    let mut people: Vec<PersonId> = deeds.iter().flat_map(|deed| [deed.person, deed.thing.cast()]).collect();
    people.extend(reasons.iter().filter_map(|reason| reason.other));
    people.sort_unstable();
    people.dedup();
    let names = directory::store::names(tx, &people)?;
    // Some deeds are done to a school or a class: who is no person may be one of those.
    let things = deeds.iter().map(|deed| deed.thing.cast()).filter(|thing| !names.contains_key(&thing.cast()));
    let mut units: Vec<UnitId> = deeds.iter().filter_map(|deed| deed.unit).chain(things).collect();
    units.sort_unstable();
    units.dedup();
    let units = access::store::names(tx, &units)?;
    let somebody = shell.say("secretariat-somebody").to_string();
    let name = |person: &PersonId| name(&names, *person).unwrap_or_else(|| somebody.clone());
    let told = deeds.iter().zip(&reasons).map(|(deed, reason)| {
        let key = Some(key(&deed.deed)).filter(|key| words.knows(key));
        let key = key.unwrap_or_else(|| "secretariat-deed-other".to_owned());
        let who = match (reason.operator, reason.import && deed.person == deed.thing.cast()) {
            (true, _) => shell.say("secretariat-operator").to_string(),
            (_, true) => shell.say("secretariat-import").to_string(),
            _ => name(&deed.person),
        };
        let forgotten = || shell.say("secretariat-forgotten-word").to_string();
        let role = reason.role.map_or_else(forgotten, |role| shell.of("signin-role-", role.word()).to_string());
        let days = [("secretariat-deed-from", reason.from), ("secretariat-deed-until", reason.until)];
        let says = |(key, day): (&'static str, Option<Moment>)| {
            day.map_or_else(String::new, |day| shell.say(key).text("date", shell.full_date(day)).to_string())
        };
        let until = days.map(says).concat();
        let authority = reason.authority.map_or_else(String::new, |with| {
            let key = if with { "secretariat-with-authority" } else { "secretariat-without-authority" };
            shell.say(key).to_string()
        });
        let why = deed.reason.replace("asked by the operator", "").replace(OPERATOR, "");
        let why = why.split(", ").map(|piece| spoken(shell, piece)).collect::<Vec<_>>().join(", ");
        let said = words
            .say(lang, key)
            .text("who", who)
            .text("whom", units.get(&deed.thing.cast()).cloned().unwrap_or_else(|| name(&deed.thing.cast())))
            .text("other", reason.other.as_ref().map_or_else(String::new, name))
            .text("role", role)
            .text("until", until)
            .text("authority", authority)
            .text("why", if why.trim().is_empty() { "-" } else { why.trim() })
            .text("deed", &deed.deed)
            .to_string();
        let place = deed.unit.and_then(|unit| units.get(&unit).cloned()).unwrap_or_default();
        Told { at: deed.at, said, place }
    });
    Ok(told.collect())
}

/// A day or a number that a reason holds, as people say it.
fn spoken(shell: &Shell, piece: &str) -> String {
    if piece.starts_with('+') { telephone::shown(piece) } else { shell.born(piece) }
}

/// The name of somebody who is known, and not forgotten.
fn name(names: &HashMap<PersonId, (String, String)>, person: PersonId) -> Option<String> {
    names.get(&person).map(|(given, family)| format!("{given} {family}")).filter(|name| !name.trim().is_empty())
}
