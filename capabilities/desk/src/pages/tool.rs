//! The desk as a tool of dispositifs: it admits a pupil whose family agrees, and lets go of one whose family does not any more.
use super::reach;
use crate::store::{self, Tonight};
use programme::{Admission, Held, Taking, Tool};
use std::collections::HashMap;
use web::{Result, Visit};

/// The key of the page by which a template says that it uses the desk.
const WAY: &str = "desk-way-desk";

/// What the desk is to dispositifs.
pub const TOOL: Tool = Tool { way: Some(WAY), holds, lets_go, gives_back: |_, _| Ok(vec![]) };

/// The kind of the rooms of demands.
const ROOM: visio::Kind = visio::Kind::Ticket;

fn holds(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let tickets = store::unended(visit.tx, taking.child, taking.school)?;
    let sources: Vec<_> = tickets.iter().flat_map(reach::sources).collect();
    let rooms = visio::store::live_of(visit.tx, ROOM, &sources)?.len();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Held { demands: number(tickets.len()), rooms: number(rooms), ..Held::default() })
}

fn lets_go(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let held = holds(visit, taking)?;
    for ticket in store::unended(visit.tx, taking.child, taking.school)? {
        for source in reach::sources(&ticket) {
            visio::dismiss(visit, ROOM, source, taking.child)?;
        }
        store::let_go(visit.tx, &ticket, visit.now)?;
    }
    Ok(held)
}

/// Those of these desks that admit the pupil who looks; where none does, why.
pub fn admitting(visit: &mut Visit<'_, '_>, desks: Vec<Tonight>) -> Result<(Vec<Tonight>, Option<Admission>)> {
    let pupil = visit.actor()?.person;
    let mut known = HashMap::new();
    let (mut open, mut barred) = (vec![], None);
    for desk in desks {
        let said = match known.get(&desk.school) {
            Some(said) => *said,
            None => programme::tool::admission(visit, WAY, desk.school, pupil)?,
        };
        known.insert(desk.school, said);
        if said == Admission::Open { open.push(desk) } else { barred = Some(said) }
    }
    let barred = barred.filter(|_| open.is_empty());
    Ok((open, barred))
}
