//! Batches for pay: made, and had again as files.
use super::{
    Titles, length, month, month_name,
    school::{asked, back, page, school},
    seen,
};
use crate::{
    model::BatchId,
    policy::{APPROVERS, Keep},
    store::{self, Sent},
};
use access::{Unit, audit};
use kernel::PersonId;
use print::book::{Cell, Table, XLSX, csv, xlsx};
use std::collections::HashMap;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// Makes a batch of what is approved and not sent.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let until = month(visit, Some(visit.form.text("mois")));
    let (id, shell): (BatchId, _) = (visit.new_id(), visit.shell());
    if store::make_batch(visit.tx, &place, &actor, (id, until), visit.now)? {
        let made = seen(store::batch(visit.tx, &place, id)?)?;
        let (total, month) = (length(&shell, made.minutes), month_name(&shell, until));
        let said = shell.say("hours-said-sent").num("n", made.lines).text("total", total).text("month", month);
        return Ok(Reply::go(format!("{}#envois", back(visit, &place))).said(said));
    }
    let mut state = FormState::of(&visit.form);
    state.refuse("envoi", shell.say("hours-nothing-to-send"));
    state.entitle(shell.say("hours-nothing-to-send-title"));
    page(visit, state)
}

/// The deed of the audit trail.
const EXPORTED: &str = "hours/export";

/// A batch, as a spreadsheet or a CSV. The same batch can be had again. It carries names out of the house: a form, so that who took it,
/// when and as what is written in the trail with the answer, or there is no answer.
pub fn file(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id) = (visit.actor()?, visit.id("batch")?);
    let mut found = None;
    for unit in actor.units(APPROVERS) {
        let Some(place) = store::place::<Keep>(&actor, unit) else { continue };
        if let Some(batch) = store::batch(visit.tx, &place, id)? {
            found = Some((place, batch));
            break;
        }
    }
    let (place, batch) = seen(found)?;
    let unit = seen(access::store::by_id(visit.tx, place.unit)?)?;
    let shell = visit.shell();
    let lines = store::sent(visit.tx, &place, id)?;
    let titles = Titles::of_lines(visit.tx, lines.iter().map(|sent| &sent.hour))?;
    let people: Vec<PersonId> = lines.iter().map(|sent| sent.hour.teacher).collect();
    let keys = directory::store::outside_keys(visit.tx, &people)?;
    let tables = tables(&shell, &unit, &lines, (&titles, &keys));
    let as_csv = visit.form.text("format") == "csv";
    let (media, ending, bytes) = if as_csv {
        ("text/csv; charset=utf-8", "csv", together(&tables))
    } else {
        let bytes = xlsx(&tables, batch.at).map_err(|why| Error::Ours(why.to_string()))?;
        (XLSX, "xlsx", bytes)
    };
    let on = (id, Some(place.unit));
    audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, EXPORTED, on, ending)?;
    let name = format!("attachment; filename=\"heures-{}-{}.{ending}\"", unit.code, batch.until);
    Ok(Reply::bytes(media, bytes).header("content-disposition", name).each_time())
}

/// The heads of columns, by their numbers in the language files.
pub fn heads(shell: &Shell, which: impl IntoIterator<Item = u8>) -> Vec<String> {
    which.into_iter().map(|n| shell.of("hours-column-", &n.to_string()).to_string()).collect()
}

/// Minutes, hours and minutes, hours with decimals.
pub fn paid(minutes: i64) -> [Cell; 3] {
    [Cell::Number(minutes), Cell::Span(minutes), Cell::Decimal(minutes)]
}

/// The columns of a line, and of a teacher's total: the numbers of their heads.
const LINE: std::ops::RangeInclusive<u8> = 1..=17;
const TOTAL: [u8; 6] = [1, 2, 3, 15, 16, 17];
/// How many columns of a line say who; and the one of the rule, where the word of a total stands.
const WHO: usize = 3;
const RULE: usize = 11;

/// The lines and each teacher's total, as pay takes them: with the identifier by which their list names them.
fn tables(
    shell: &Shell,
    unit: &Unit,
    lines: &[Sent],
    (titles, keys): (&Titles, &HashMap<PersonId, String>),
) -> [Table; 2] {
    let who = |sent: &Sent| {
        let key = keys.get(&sent.hour.teacher).cloned().unwrap_or_default();
        [key, sent.teacher.1.clone(), sent.teacher.0.clone()].map(Cell::Text)
    };
    let row = |sent: &Sent| {
        let hour = &sent.hour;
        let rule = if hour.ruled() { shell.of("hours-rule-", hour.rule.word()).to_string() } else { String::new() };
        let mut cells = Vec::from(who(sent));
        cells.extend([unit.code.clone(), unit.name.clone()].map(Cell::Text));
        cells.extend([Cell::Day(hour.starts_at.paris().date()), Cell::Hour(hour.starts_at), Cell::Hour(hour.ends_at)]);
        cells.extend([Cell::Text(titles.of(shell, hour)), Cell::Number(hour.came), Cell::Number(hour.minutes)]);
        cells.extend([Cell::Text(rule), Cell::Number(sent.minutes), Cell::Number(sent.before)]);
        cells.extend(paid(sent.to_pay()));
        cells
    };
    let word = shell.say("hours-total").to_string();
    let mut totals: Vec<(PersonId, [Cell; WHO], i64)> = vec![];
    for sent in lines {
        if let Some((.., total)) = totals.last_mut().filter(|(teacher, ..)| *teacher == sent.hour.teacher) {
            *total += sent.to_pay();
            continue;
        }
        totals.push((sent.hour.teacher, who(sent), sent.to_pay()));
    }
    let all = paid(totals.iter().map(|(.., total)| total).sum());
    let with = |who: &[Cell; WHO], total: [Cell; 3]| who.iter().cloned().chain(total).collect::<Vec<_>>();
    let rows = totals.iter().map(|(_, who, total)| with(who, paid(*total))).collect();
    let foot = with(&[Cell::Text(word), Cell::Empty, Cell::Empty], all);
    let named = |key: &str| shell.say(key).to_string();
    [
        Table {
            name: named("hours-sheet-lines"),
            heads: heads(shell, LINE),
            rows: lines.iter().map(row).collect(),
            foot: vec![],
            pinned: 0,
        },
        Table { name: named("hours-sheet-totals"), heads: heads(shell, TOTAL), rows, foot, pinned: 0 },
    ]
}

/// Both tables as one: totals stand below the lines, in the same columns.
fn together([lines, totals]: &[Table; 2]) -> Vec<u8> {
    let below = |row: &Vec<Cell>| {
        let mut cells = vec![Cell::Empty; lines.heads.len()];
        let (who, total) = row.split_at(WHO);
        let end = cells.len() - total.len();
        cells[..WHO].clone_from_slice(who);
        cells[end..].clone_from_slice(total);
        cells
    };
    let mut sums: Vec<_> = totals.rows.iter().map(below).collect();
    for sum in &mut sums {
        sum[RULE].clone_from(&totals.foot[0]);
    }
    sums.push(below(&totals.foot));
    csv(&lines.heads, lines.rows.iter().chain(&sums))
}
