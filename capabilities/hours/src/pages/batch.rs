//! Batches for pay: made, and had again as files.
use super::{
    month,
    school::{asked, back, page, school},
    seen,
};
use crate::{
    export::{Headings, Sheet, csv, xlsx},
    model::BatchId,
    policy::{APPROVERS, Keep},
    store::{self, Sent},
};
use access::audit;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// Makes a batch of what is approved and not sent.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let actor = visit.actor()?;
    let asked = asked(visit);
    let (place, _) = school(visit, asked)?;
    let until = month(visit, Some(visit.form.text("mois")));
    let id: BatchId = visit.new_id();
    if store::make_batch(visit.tx, &place, &actor, (id, until), visit.now)? {
        return Ok(Reply::go(format!("{}#envois", back(visit, &place))));
    }
    let mut state = FormState::of(&visit.form);
    state.refuse("envoi", visit.shell().say("hours-nothing-to-send"));
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
    let lines = lines.into_iter().map(|sent| (rule_of(&shell, &sent), sent)).map(|(rule, sent)| (sent, rule)).collect();
    let sheet = Sheet { headings: headings(&shell), lines };
    let as_csv = visit.form.text("format") == "csv";
    let (media, ending, bytes) = if as_csv {
        ("text/csv; charset=utf-8", "csv", csv(&sheet))
    } else {
        let bytes = xlsx(&sheet, batch.at).map_err(|why| Error::Ours(why.to_string()))?;
        ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", bytes)
    };
    let on = (id, Some(place.unit));
    audit::record_at(visit.tx, &*visit.house.chance, visit.now, actor.person, EXPORTED, on, ending)?;
    let name = format!("attachment; filename=\"heures-{}-{}.{ending}\"", unit.code, batch.until);
    Ok(Reply::bytes(media, bytes).header("content-disposition", name).each_time())
}

fn rule_of(shell: &Shell, sent: &Sent) -> String {
    if sent.hour.ruled() { shell.of("hours-rule-", sent.hour.rule.word()).to_string() } else { String::new() }
}

/// The words of a file.
pub fn headings(shell: &Shell) -> Headings {
    let column = |n: usize| shell.say(&format!("hours-column-{n}")).to_string();
    Headings {
        lines: shell.say("hours-sheet-lines").to_string(),
        totals: shell.say("hours-sheet-totals").to_string(),
        columns: std::array::from_fn(|n| column(n + 1)),
        total: shell.say("hours-total").to_string(),
    }
}
