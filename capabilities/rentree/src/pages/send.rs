//! Sending a list: for which school, whether it is whole, whether the year turns by it.
use super::read;
use crate::{State, Turn, policy::SENDERS, store};
use access::{Role, Unit, UnitKind};
use askama::Template;
use directory::{
    faults,
    people_import::{Fault, Rows},
};
use kernel::{Moment, UnitId};
use std::{pin::Pin, sync::Arc};
use web::{Ask, Error, Form, FormState, House, Paged, Reply, Result, Shell, Visit};

/// How many faults are told at once.
const TOLD: usize = 50;

#[derive(Template)]
#[template(path = "rentree/list.html")]
struct Page {
    shell: Shell,
    form: FormState,
    /// The schools, or the académie, for which one may send a list.
    units: Vec<Unit>,
    turns: Paged<Turn>,
    /// What is wrong with the file that was just sent.
    faults: Vec<String>,
    /// How many faults there are in all.
    count: usize,
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

fn page(visit: &mut Visit<'_, '_>, form: FormState, faults: &[Fault]) -> Result<Page> {
    let actor = visit.actor()?;
    let turns = store::all(visit.tx, &actor, visit.pager())?;
    let (words, lang) = (&visit.house.words, visit.lang());
    let said = faults.iter().take(TOLD).map(|fault| faults::say_people(words, lang, fault)).collect();
    let units = units(visit)?;
    Ok(Page { shell: visit.shell().at("/rentree"), form, units, turns, faults: said, count: faults.len() })
}

/// The lists that were sent, and the form.
pub fn all(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("entier", "1");
    Reply::page(&page(visit, form, &[])?)
}

/// What reading the file gave, before the transaction.
type Prepared = std::result::Result<Rows, Vec<Fault>>;

/// Reads the file: long, and outside of the transaction.
pub fn prepare(house: Arc<House>, _: Arc<Ask>, mut form: Form) -> Pin<Box<dyn Future<Output = Result<Form>> + Send>> {
    Box::pin(async move {
        let Some(name) = form.uploads.first().map(|upload| upload.name.clone()).filter(|name| !name.is_empty()) else {
            return Ok(form);
        };
        let bytes = house.files.get(&name).await?.ok_or(Error::NotFound)?;
        let found: Prepared = web::aside(move || read(&bytes, None)).await?;
        form.prepared = Some(Arc::new(found));
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
    let prepared = visit.form.prepared.take().and_then(|found| found.downcast::<Prepared>().ok());
    let faults = match prepared.as_deref() {
        None => {
            form.refuse("fichier", why.unwrap_or_else(|| visit.sentence("rentree-file-missing")));
            vec![]
        }
        Some(Err(faults)) => {
            form.refuse("fichier", visit.sentence("rentree-file-wrong"));
            faults.clone()
        }
        Some(Ok(_)) => vec![],
    };
    let (Some(unit), Some(upload), false) = (unit, visit.form.uploads.first().cloned(), form.refused()) else {
        return Reply::refused(&page(visit, form, &faults)?);
    };
    let turns = visit.form.has("annee");
    let turn = Turn {
        id: visit.new_id(),
        at: now,
        by: actor.person,
        source: source(&unit),
        complete: visit.form.has("entier") || turns,
        turns,
        leaves: Moment::at_paris(now.paris().date(), 0, 0),
        file: upload.name,
        state: State::Reading,
        done: 0,
        total: 0,
        lineage: Vec::<UnitId>::new(),
        unit,
    };
    store::add(visit.tx, &turn)?;
    Ok(Reply::go(format!("/rentree/{}", turn.id)))
}

/// Whose keys a list's identifiers are: a school's own, or those of the académie, which the operator's command takes them for too.
fn source(unit: &Unit) -> String {
    if unit.kind == UnitKind::Etablissement { format!("ecole:{}", unit.code) } else { "file".to_owned() }
}
