//! The académie at a glance: the map of its schools, how help went week after week in each département, what asks for a look; and the
//! same as a table, sorted, filtered, taken away.
mod overview;
mod rows;

use super::seen;
use crate::store;
use askama::Template;
use overview::{Overview, Top};
use rows::{Ask, Column};
use web::{Block, Door, Entry, Paged, Reply, Result, Sheet, Shell, THE_PERSON, Visit};

/// How many rows of the table stand on *Aujourd'hui*.
const FIRST: i64 = 10;

/// What a pilot has on *Aujourd'hui*, below what waits: the map of the programme they steer.
pub const BLOCK: Block = Block {
    on: &[Entry::Today],
    above: false,
    door: Door::Staff(crate::policy::PILOTS),
    kept: &[],
    sheet: Some(Sheet::Figures),
    show: today,
    topics: THE_PERSON,
};

/// The table of schools, or its beginning.
struct Table<'t> {
    overview: &'t Overview,
    rows: Paged<rows::Row>,
    columns: Vec<Column>,
    ask: &'t Ask,
}

#[derive(Template)]
#[template(path = "programme/map_today.html")]
struct Today<'t> {
    shell: &'t Shell,
    top: Top<'t>,
    table: Table<'t>,
    /// The other programmes that the reader steers.
    others: Vec<(crate::DispositifId, String)>,
}

/// The map of the programme that has the most schools among those one steers; nothing for who steers none.
fn today(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let mut all = store::steering(visit.tx, &actor, now.paris().date())?.into_iter();
    let Some((first, _)) = all.next() else { return Ok(None) };
    let Some(dispositif) = store::opened(visit.tx, &actor, first)? else { return Ok(None) };
    let overview = Overview::of(visit, dispositif)?;
    let ask = Ask::default();
    let pager = visit.pager().by(FIRST);
    let (rows, columns) = rows::first(shell, &overview, &ask, pager);
    let table = Table { overview: &overview, rows, columns, ask: &ask };
    Ok(Some(Today { shell, top: Top::of(shell, &overview), table, others: all.collect() }.render()?))
}

#[derive(Template)]
#[template(path = "programme/map.html")]
struct Page<'t> {
    shell: Shell,
    top: Top<'t>,
    table: Table<'t>,
    departements: Vec<(String, String)>,
}

/// The map and the table of one programme.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let overview = overview(visit)?;
    let shell = visit.shell().at("/programmes");
    let ask = Ask::of(visit);
    let (rows, columns) = rows::all(&shell, &overview, &ask, visit.pager());
    let said = shell.clone();
    let table = Table { overview: &overview, rows, columns, ask: &ask };
    Reply::page(&Page { shell, top: Top::of(&said, &overview), table, departements: overview.departements() })
}

fn overview(visit: &mut Visit<'_, '_>) -> Result<Overview> {
    let (actor, id) = (visit.actor()?, visit.id("programme")?);
    let dispositif = seen(store::opened(visit.tx, &actor, id)?)?;
    Overview::of(visit, dispositif)
}

/// The rows that the page shows, as a CSV.
pub fn csv(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (overview, shell, ask) = (overview(visit)?, visit.shell(), Ask::of(visit));
    let table = rows::table(&shell, &overview, &ask);
    Ok(saved(&overview, "csv", "text/csv; charset=utf-8", print::book::csv(&table.heads, &table.rows)))
}

/// The same as a workbook.
pub fn xlsx(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (overview, shell, ask) = (overview(visit)?, visit.shell(), Ask::of(visit));
    let bytes = print::book::xlsx(&[rows::table(&shell, &overview, &ask)], visit.now);
    let bytes = bytes.map_err(|why| web::Error::Ours(why.to_string()))?;
    Ok(saved(&overview, "xlsx", print::book::XLSX, bytes))
}

fn saved(overview: &Overview, end: &str, media: &'static str, bytes: Vec<u8>) -> Reply {
    let name = format!("attachment; filename=\"ecoles-{}.{end}\"", overview.dispositif.years());
    Reply::bytes(media, bytes).header("content-disposition", name)
}
