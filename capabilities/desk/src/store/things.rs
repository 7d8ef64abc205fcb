//! The things of a demonstration that addresses name.
use super::{Asked, Attached, ask, attach, claim, find, own_duties, report, say};
use crate::{DeskId, Mode, Subject, TicketId, policy::Help};
use access::Actor;
use db::{Result, Tx, params};
use directory::demo::{Stage, Thing};
use kernel::Id;

/// At the home school: a demand that its second pupil makes and its first teacher explains to a group, with a photo and a message
/// that the pupil reports.
pub fn things(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Vec<Thing>> {
    let (demo, chance, now) = (stage.demo, stage.chance, stage.now);
    let (Some(pupil), Some((teacher, _))) = (demo.pupils.get(1), demo.teachers.first()) else { return Ok(vec![]) };
    let (pupil, teacher) = (Actor::load(tx, pupil.id, now)?, Actor::load(tx, teacher.id, now)?);
    let row = tx.first("SELECT desk_id FROM desk_school WHERE unit_id = ?1 LIMIT 1", &params![demo.home.id])?;
    let Some(desk) = row.map(|row| row.get::<DeskId>(0)) else { return Ok(vec![]) };
    let ticket: TicketId = Id::new(now, chance);
    let asked = Asked {
        id: ticket,
        desk,
        school: demo.home.id,
        subject: Subject::Maths,
        blocks: "Exercice 4".to_owned(),
        mode: Mode::Writing,
        phone: None,
    };
    let _ = ask(tx, &pupil, &asked, now)?;
    let (group, file, word, told) =
        (Id::new(now, chance), Id::new(now, chance), Id::new(now, chance), Id::new(now, chance));
    if let Some(helped) = find::<Help>(tx, &teacher, ticket)? {
        let _ = claim(tx, &teacher, &helped, Some(group), now)?;
        let photo = Attached { id: file, file: "photo".to_owned(), media: "image/png".to_owned(), millis: 0 };
        attach(tx, ticket, None, &photo)?;
        say(tx, &helped, &teacher, word, "Bonsoir", now)?;
        report(tx, &helped, word, &pupil, told, now)?;
    }
    let duty = own_duties(tx, &teacher, now, web::Pager::FIRST)?.first().map(|(duty, _)| duty.id.to_string());
    Ok(vec![
        Thing::new("desk", desk),
        Thing::new("ticket", ticket),
        Thing::new("group", group).under("/bar"),
        Thing::new("duty", duty.unwrap_or_default()),
        Thing::new("file", file).under("/bar"),
        Thing::new("report", told).under("/bar"),
    ])
}
