//! A feed with one delivery, for a demonstration; tests find both in the addresses.
use crate::{Counts, Delivery, Feed, Form, Note, State, store};
use db::{Result, Tx};
use directory::demo::{Part, Stage, Thing};
use kernel::Id;

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let feed = Feed {
        id: Id::new(stage.now, stage.chance),
        name: "annuaire".to_owned(),
        form: Form::Aaf,
        unit: stage.demo.academie.clone(),
        code: "70".to_owned(),
        alone: true,
        days: 3,
        by: Some(stage.demo.admin.id),
        at: stage.now,
        last: None,
        trusted: false,
        lineage: vec![],
    };
    store::add(tx, &feed)?;
    let delivery = Delivery {
        id: Id::new(stage.now, stage.chance),
        feed: feed.id,
        at: stage.now,
        made: stage.now.paris().date().to_string(),
        complete: true,
        names: "ENT_Complet.zip".to_owned(),
        digest: "0".repeat(64),
        file: String::new(),
        state: State::Waiting,
        turn: None,
        let_go: false,
        why: String::new(),
        counts: Counts::default(),
        notes: 0,
    };
    store::takes(tx, &delivery)?;
    let counts = Counts { schools: 1, pupils: 43, guardians: 77, staff: 15 };
    let note = |word: &str, said: &str| Note {
        place: stage.demo.home.code.clone(),
        line: 0,
        word: word.to_owned(),
        said: said.to_owned(),
    };
    let notes = [note("note-service", "100204 – Service départemental"), note("fault-phone", "100377 – telephone 12")];
    store::set_staged(tx, &delivery, None, counts, (&notes, 2), stage.now)
}

fn things(tx: &mut Tx<'_>, _: &Stage<'_>) -> Result<Vec<Thing>> {
    let feed = Thing::found(tx, "source", store::FIRST, &[])?.under("/alimentation/");
    Ok(vec![feed, Thing::found(tx, "delivery", store::FIRST_DELIVERY, &[])?])
}
