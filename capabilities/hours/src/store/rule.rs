//! The rule of each académie for when nobody comes, from a day on.
use crate::{
    model::{EmptyRule, Place},
    policy::Govern,
};
use access::{Actor, Allowed, UnitKind};
use db::{Result, Row, Tx, params};
use jiff::civil::Date;
use kernel::{Id, Moment, UnitId};

/// All rules, in the order in which they begin.
#[derive(Clone, Debug, Default)]
pub struct Rules(Vec<(UnitId, Date, EmptyRule)>);

impl Rules {
    /// The rule of this académie on that day.
    pub fn on(&self, academie: Option<UnitId>, day: Date) -> EmptyRule {
        let mut theirs = self.0.iter().filter(|(unit, since, _)| Some(*unit) == academie && *since <= day);
        theirs.next_back().map_or_else(EmptyRule::default, |(.., rule)| *rule)
    }
}

/// The rules of every académie.
pub fn rules(tx: &mut Tx<'_>) -> Result<Rules> {
    let sql = "SELECT academie_id, since, rule FROM hours_rule ORDER BY since, at, id";
    let rule = |row: &Row| Some((row.get(0), row.text(1).parse().ok()?, EmptyRule::from_word(row.text(2))?));
    Ok(Rules(tx.query(sql, &[])?.iter().filter_map(rule).collect()))
}

/// One rule of an académie, as it was set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetRule {
    /// From which day.
    pub since: Date,
    /// Which.
    pub rule: EmptyRule,
    /// By whom: given and family name.
    pub by: (String, String),
    /// When it was set.
    pub at: Moment,
}

/// The rules of an académie, newest first.
pub fn rules_of(tx: &mut Tx<'_>, academie: &Allowed<Govern, Place>) -> Result<Vec<SetRule>> {
    let sql = "SELECT r.since, r.rule, p.given, p.family, r.at FROM hours_rule r JOIN directory_person p
               ON p.id = r.by_id
               WHERE r.academie_id = ?1 ORDER BY r.since DESC, r.at DESC, r.id DESC";
    let set = |row: &Row| {
        Some(SetRule {
            since: row.text(0).parse().ok()?,
            rule: EmptyRule::from_word(row.text(1))?,
            by: (row.get(2), row.get(3)),
            at: row.get(4),
        })
    };
    Ok(tx.query(sql, &params![academie.unit])?.iter().filter_map(set).collect())
}

/// Sets a rule from a day on. Lines that are there keep the rule of their day.
pub fn set_rule(
    tx: &mut Tx<'_>,
    academie: &Allowed<Govern, Place>,
    by: &Actor,
    (id, since, rule): (Id<SetRule>, Date, EmptyRule),
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO hours_rule (id, academie_id, since, rule, by_id, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        &params![id, academie.unit, since.to_string(), rule.word(), by.person, now],
    )
    .map(drop)
}

/// The académie of a school.
pub fn academie_of(tx: &mut Tx<'_>, school: UnitId) -> Result<Option<UnitId>> {
    Ok(access::store::above(tx, school, UnitKind::Academie)?.map(|unit| unit.id))
}
