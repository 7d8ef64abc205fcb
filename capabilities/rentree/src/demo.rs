//! A list that waits to be confirmed, for a demonstration; tests find it in the addresses.
use crate::{State, Turn, store};
use db::{Result, Tx};
use directory::{
    demo::{Part, Stage, Thing},
    people_import::Plan,
};
use kernel::Id;

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let home = &stage.demo.home;
    let turn = Turn {
        id: Id::new(stage.now, stage.chance),
        at: stage.now,
        by: stage.demo.head.id,
        unit: home.clone(),
        source: format!("ecole:{}", home.code),
        whose: "eleves".to_owned(),
        complete: true,
        turns: false,
        leaves: stage.now,
        file: String::new(),
        state: State::Reading,
        done: 0,
        total: 1,
        confirmed: false,
        lineage: vec![],
    };
    store::add(tx, &turn)?;
    store::put_school(tx, turn.id, home.id, &Plan::default())?;
    store::settle(tx, turn.id, State::Reading, State::Ready)
}

fn things(tx: &mut Tx<'_>, _: &Stage<'_>) -> Result<Vec<Thing>> {
    let turn = Thing::found(tx, "turn", store::FIRST, &[])?.under("/rentree/");
    Ok(vec![turn])
}
