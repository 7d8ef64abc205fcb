//! Sending a list: for which school, whether it is whole, whether the year turns by it.
use super::read;
use crate::{State, Turn, WHOSE, policy::SENDERS, store};
use access::{Role, Unit, UnitKind};
use askama::Template;
use directory::{
    faults,
    people_import::{Column, Reading, Reason, Taken},
};
use kernel::{Moment, PersonId, UnitId};
use std::{collections::HashMap, pin::Pin, sync::Arc};
use web::{Ask, Error, Form, FormState, House, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "rentree/list.html")]
struct Page {
    shell: Shell,
    form: FormState,
    /// The schools, or the académie, for which one may send a list.
    units: Vec<Unit>,
    turns: Paged<Turn>,
    /// The names of who sent them.
    senders: HashMap<PersonId, (String, String)>,
    /// How the file that was just sent was understood, and what is wrong with it.
    reading: Option<String>,
    /// What its people may be: word and name.
    whose: Vec<(&'static str, String)>,
}

impl Page {
    /// Who sent a list and when, in one line.
    fn sent(&self, turn: &Turn) -> String {
        let (date, time) = (self.shell.date(turn.at), self.shell.time(turn.at));
        let says = match self.senders.get(&turn.by) {
            Some((given, family)) => self.shell.say("rentree-sent-by").text("name", format!("{given} {family}")),
            None => self.shell.say("rentree-sent-on"),
        };
        says.text("date", date).text("time", time).to_string()
    }

    /// What a list is: of whom, and whether who is not on it leaves.
    fn what(&self, turn: &Turn) -> String {
        let whose = match turn.whose.as_str() {
            "" => self.shell.say("rentree-list-all"),
            word => self.shell.of("rentree-list-", word),
        };
        let how = match (turn.turns, turn.complete) {
            (true, _) => "rentree-list-year",
            (_, true) => "rentree-list-whole",
            _ => "rentree-list-more",
        };
        format!("{whose}, {}", self.shell.say(how))
    }
}

/// The units for which this person sends lists, by name.
fn units(visit: &mut Visit<'_, '_>) -> Result<Vec<Unit>> {
    let actor = visit.actor()?;
    let own = actor.units(SENDERS);
    let mut units = access::store::by_ids(visit.tx, UnitKind::Etablissement, &own)?;
    let above = actor.units(&[Role::Admin]);
    units.extend(access::store::by_ids(visit.tx, UnitKind::Academie, &above)?);
    units.retain(|unit| !unit.closed);
    Ok(units)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, reading: Option<&Reading>) -> Result<Page> {
    let actor = visit.actor()?;
    let turns = store::all(visit.tx, &actor, visit.pager())?;
    let by: Vec<PersonId> = turns.iter().map(|turn| turn.by).collect();
    let senders = directory::store::names(visit.tx, &by)?;
    let (units, shell) = (units(visit)?, visit.shell().at("/rentree"));
    let reading = reading.map(|reading| directory::panel(&shell, reading)).transpose()?;
    let whose = WHOSE.iter().map(|(word, _)| (*word, shell.of("rentree-whose-", word).to_string())).collect();
    Ok(Page { shell, form, units, turns, senders, reading, whose })
}

/// The lists that were sent, and the form.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("gens", WHOSE.first().map_or("", |(word, _)| word));
    Reply::page(&page(visit, form, None)?)
}

/// The table to be filled in, as `data/people` has it.
#[expect(clippy::unnecessary_wraps, reason = "as every page")]
pub fn template(_: &mut Visit<'_, '_>) -> Result<Reply> {
    let bytes = include_bytes!("../../../../data/people/modele.csv").to_vec();
    let name = "attachment; filename=\"modele.csv\"".to_owned();
    Ok(Reply::bytes("text/csv; charset=utf-8", bytes).header("content-disposition", name))
}

/// Reads the file: long, and outside of the transaction.
pub fn prepare(house: Arc<House>, _: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let Some(name) = form.uploads.first().map(|upload| upload.name.clone()).filter(|name| !name.is_empty()) else {
            return Ok(form);
        };
        let bytes = house.files.get(&name).await?.ok_or(Error::NotFound)?;
        // Whether they may send for it is looked at in the transaction.
        let unit: Option<UnitId> = form.text("pour").parse().ok();
        let unit = match unit {
            Some(unit) => house.db.read(move |tx| access::store::by_id(tx, unit)).await.map_err(Error::Db)?,
            None => None,
        };
        let school = unit.filter(|unit| unit.kind == UnitKind::Etablissement).map(|unit| unit.code);
        let whose = form.text("gens").to_owned();
        let reading = web::aside(move || read(&bytes, school.as_deref(), &whose)).await?;
        form.prepared = Some(Arc::new(reading));
        Ok(form)
    })
}

/// Takes the list: it is compared next, and nothing is changed.
pub fn sent(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let units = units(visit)?;
    let mut form = FormState::of(&visit.form);
    let named = visit.form.among("pour", &units, |unit| unit.id)?.cloned();
    let unit = match units.as_slice() {
        [one] => Some(one.clone()),
        _ => named,
    };
    if unit.is_none() {
        form.refuse("pour", visit.sentence("rentree-for-missing"));
    }
    let why = visit.form.left_out.first().map(|(_, key)| visit.sentence(key));
    let reading = visit.form.prepared.take().and_then(|found| found.downcast::<Reading>().ok());
    let reading = reading.as_deref();
    match reading {
        None => form.refuse("fichier", why.unwrap_or_else(|| visit.sentence("rentree-file-missing"))),
        Some(reading) if reading.rows.is_none() => {
            form.refuse("a-corriger", visit.sentence("rentree-file-wrong"));
            if lacks_roles(reading) {
                let key = if visit.form.text("gens") == "personnel" { "rentree-no-post" } else { "rentree-no-role" };
                form.refuse("gens", visit.sentence(key));
            }
        }
        Some(_) => {}
    }
    let (Some(unit), Some(upload), false) = (unit, visit.form.uploads.first().cloned(), form.refused()) else {
        return Reply::refused(&page(visit, form, reading)?);
    };
    let whose = WHOSE.iter().find(|(word, _)| *word == visit.form.text("gens")).map_or("", |(word, _)| word);
    let turns = visit.form.has("annee");
    let turn = Turn {
        id: visit.new_id(),
        at: now,
        by: actor.person,
        source: source(&unit),
        whose: whose.to_owned(),
        complete: visit.form.has("entier") || turns,
        turns,
        leaves: Moment::at_paris(now.paris().date(), 0, 0),
        file: upload.name,
        state: State::Reading,
        done: 0,
        total: 0,
        confirmed: false,
        lineage: Vec::<UnitId>::new(),
        unit,
    };
    store::add(visit.tx, &turn)?;
    let columns = reading.map(|reading| understood(visit, reading)).unwrap_or_default();
    store::put_columns(visit.tx, turn.id, turn.unit.id, &columns)?;
    Ok(Reply::go(format!("/rentree/{}", turn.id)).said(visit.sentence("rentree-said-sent")))
}

/// Whether no column says what its people are, although one should.
fn lacks_roles(reading: &Reading) -> bool {
    let role = Column::Role.name();
    reading.faults.iter().any(|fault| fault.column == role && fault.reason == Reason::MissingColumn)
}

/// Each heading, and what it was taken for in the words of whoever sent it; nothing where it was left out.
fn understood(visit: &Visit<'_, '_>, reading: &Reading) -> Vec<(String, String)> {
    let taken = |taken: &Taken| faults::say_taken(&visit.house.words, visit.lang(), taken).unwrap_or_default();
    reading.columns.iter().map(|column| (column.heading.clone(), taken(&column.taken))).collect()
}

/// Whose keys a list's identifiers are: a school's own, or those of the académie, which the operator's command takes them for too.
fn source(unit: &Unit) -> String {
    if unit.kind == UnitKind::Etablissement { format!("ecole:{}", unit.code) } else { "file".to_owned() }
}
