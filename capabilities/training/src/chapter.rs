//! The training's chapter of a bilan.
use crate::{Column, store};
use db::{Result, Tx};
use programme::{Chapter, Counts, Figure, Scope};

/// People trained, column by column.
pub const CHAPTER: Chapter = Chapter {
    key: "training",
    title: "training-chapter",
    figures: &[Figure::count(METHOD), Figure::count(TOOLS), Figure::count(RESOURCES)],
    gather,
    charts: |_, _| vec![],
};

const METHOD: &str = "training-figure-method";
const TOOLS: &str = "training-figure-tools";
const RESOURCES: &str = "training-figure-resources";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    for count in store::counts(tx, scope.dispositif, scope.schools)? {
        let key = match count.column {
            Column::Method => METHOD,
            Column::Tools => TOOLS,
            Column::Resources => RESOURCES,
        };
        counts.add(count.school, key, count.people);
    }
    Ok(())
}
