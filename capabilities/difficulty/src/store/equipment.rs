//! What a school owns, what works, and what is lent to families.
use crate::{FullName, LoanId, Refusal, School, Thing, policy::Lend};
use access::{Actor, Allowed};
use db::{Result, Row, Tx, params};
use kernel::{Moment, PersonId, UnitId};
use web::{List, Paged, Pager};

/// One sort of device of a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stock {
    /// Which sort.
    pub thing: Thing,
    /// How many there are.
    pub total: i64,
    /// How many work.
    pub working: i64,
    /// How many are with families: counted from the loans.
    pub lent: i64,
    /// A word on them.
    pub note: String,
    /// When this was last said; `None` when it never was.
    pub updated_at: Option<Moment>,
    /// By whom.
    pub updated_by: Option<FullName>,
}

impl Stock {
    /// How many can be lent now.
    pub fn left(&self) -> i64 {
        (self.working - self.lent).max(0)
    }
}

/// The state of the school's equipment, one line for each sort.
pub fn stock(tx: &mut Tx<'_>, school: &Allowed<Lend, School>) -> Result<Vec<Stock>> {
    let sql = "SELECT e.kind, e.total, e.working, e.note, e.updated_at, p.given, p.family FROM difficulty_equipment e
               LEFT JOIN directory_person p ON p.id = e.updated_by WHERE e.school_id = ?1";
    let said = tx.query(sql, &params![school.0])?;
    let sql = "SELECT kind, count(*) FROM difficulty_loan WHERE school_id = ?1 AND returned_at IS NULL GROUP BY kind";
    let lent = tx.query(sql, &params![school.0])?;
    let of = |rows: &[Row], thing: Thing| rows.iter().position(|row| row.text(0) == thing.word());
    let one = |thing: &Thing| {
        let row = of(&said, *thing).and_then(|at| said.get(at));
        let count = |at: usize| row.map_or(0, |row| row.get(at));
        let by = row.and_then(|row| row.get::<Option<String>>(5).map(|given| (given, row.get(6))));
        Stock {
            thing: *thing,
            total: count(1),
            working: count(2),
            lent: of(&lent, *thing).and_then(|at| lent.get(at)).map_or(0, |row| row.get(1)),
            note: row.map_or_else(String::new, |row| row.get(3)),
            updated_at: row.map(|row| row.get(4)),
            updated_by: by,
        }
    };
    Ok(Thing::ALL.iter().map(one).collect())
}

/// Says how many devices of a sort the school has, and how many work.
pub fn set_stock(
    tx: &mut Tx<'_>,
    school: &Allowed<Lend, School>,
    actor: &Actor,
    thing: Thing,
    (total, working, note): (i64, i64, &str),
    now: Moment,
) -> Result<()> {
    tx.execute(
        "INSERT INTO difficulty_equipment (school_id, kind, total, working, note, updated_by, updated_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT (school_id, kind) DO UPDATE SET total = excluded.total,
         working = excluded.working, note = excluded.note, updated_by = excluded.updated_by,
         updated_at = excluded.updated_at",
        &params![school.0, thing.word(), total, working, note, actor.person, now],
    )
    .map(drop)
}

/// A device that is with a family.
#[derive(Clone, Debug)]
pub struct Lent {
    /// Its id.
    pub id: LoanId,
    /// What.
    pub thing: Thing,
    /// To whom.
    pub guardian: FullName,
    /// For which child.
    pub child: FullName,
    /// Since when.
    pub lent_at: Moment,
    /// Until when, if that was said.
    pub due_at: Option<Moment>,
}

impl Lent {
    /// Whether it should have come back.
    pub fn late(&self, now: Moment) -> bool {
        self.due_at.is_some_and(|due| due < now)
    }
}

/// Lends a device for a child, unless none that works is left.
pub fn lend(
    tx: &mut Tx<'_>,
    school: &Allowed<Lend, School>,
    actor: &Actor,
    (id, thing): (LoanId, Thing),
    (guardian, child): (PersonId, PersonId),
    due: Option<Moment>,
    now: Moment,
) -> Result<std::result::Result<(), Refusal>> {
    let left = stock(tx, school)?.iter().find(|stock| stock.thing == thing).map_or(0, Stock::left);
    if left == 0 {
        return Ok(Err(Refusal::NoneLeft));
    }
    tx.execute(
        "INSERT INTO difficulty_loan (id, school_id, kind, guardian_id, child_id, lent_by, lent_at, due_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        &params![id, school.0, thing.word(), guardian, child, actor.person, now, due],
    )?;
    Ok(Ok(()))
}

/// What is with families, that due first on top.
pub fn loans(tx: &mut Tx<'_>, school: &Allowed<Lend, School>, pager: Pager) -> Result<Paged<Lent>> {
    let columns = "l.id, l.kind, g.given, g.family, c.given, c.family, l.lent_at, l.due_at";
    let from = "difficulty_loan l JOIN directory_person g ON g.id = l.guardian_id
                JOIN directory_person c ON c.id = l.child_id WHERE l.school_id = ?1 AND l.returned_at IS NULL";
    let order = "CASE WHEN l.due_at IS NULL THEN 1 ELSE 0 END, l.due_at, l.lent_at, l.id";
    pager.read(tx, List { columns, from, order, params: &params![school.0] }, |row| Lent {
        id: row.get(0),
        thing: Thing::from_word(row.text(1)).unwrap_or(Thing::Other),
        guardian: (row.get(2), row.get(3)),
        child: (row.get(4), row.get(5)),
        lent_at: row.get(6),
        due_at: row.get(7),
    })
}

/// How much of it should be back by now.
pub fn late(tx: &mut Tx<'_>, school: &Allowed<Lend, School>, now: Moment) -> Result<i64> {
    let sql = "SELECT count(*) FROM difficulty_loan WHERE school_id = ?1 AND returned_at IS NULL AND due_at < ?2";
    Ok(tx.first(sql, &params![school.0, now])?.map_or(0, |row| row.get(0)))
}

/// It came back. Says the school, when it was out in one of `schools`.
pub fn take_back(tx: &mut Tx<'_>, actor: &Actor, loan: LoanId, now: Moment) -> Result<Option<UnitId>> {
    let Some(row) = tx.first(
        "SELECT school_id FROM difficulty_loan
         WHERE id = ?1",
        &params![loan],
    )?
    else {
        return Ok(None);
    };
    let Ok(school) = access::check::<Lend, School>(actor, School(row.get(0))) else { return Ok(None) };
    let sql = "UPDATE difficulty_loan SET returned_at = ?2 WHERE id = ?1 AND returned_at IS NULL";
    tx.execute(sql, &params![loan, now])?;
    Ok(Some(school.0))
}
