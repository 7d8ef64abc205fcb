//! The difficulties' chapter of a bilan. They are a school's, whatever dispositifs it takes part in.
use crate::store;
use db::{Result, Tx};
use programme::{Chapter, Counts, Figure, Scope};

/// Difficulties that families told.
pub const CHAPTER: Chapter = Chapter {
    key: "difficulty",
    title: "difficulty-chapter",
    figures: &[Figure::count(TOLD), Figure::share(CLOSED)],
    gather,
    charts: |_, _| vec![],
};

const TOLD: &str = "difficulty-figure-told";
const CLOSED: &str = "difficulty-figure-closed";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    for count in store::counts(tx, scope.schools, scope.span().0)? {
        let Some(school) = count.school else { continue };
        counts.add(school, TOLD, count.opened());
        counts.share(school, CLOSED, count.closed(), count.opened());
    }
    Ok(())
}
