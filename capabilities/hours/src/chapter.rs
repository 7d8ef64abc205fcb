//! The hours' chapter of a bilan.
use crate::store;
use db::{Result, Tx};
use programme::{Chapter, Counts, Figure, Scope};

/// Hours given at a distance.
pub const CHAPTER: Chapter = Chapter {
    key: "hours",
    title: "hours-chapter",
    figures: &[Figure::minutes(APPROVED), Figure::minutes(PENDING), Figure::count(TEACHERS)],
    gather,
    charts: |_, _| vec![],
};

const APPROVED: &str = "hours-figure-approved";
const PENDING: &str = "hours-figure-pending";
const TEACHERS: &str = "hours-figure-teachers";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    let (from, until) = scope.span();
    for (school, given) in store::counts(tx, scope.dispositif, scope.schools, from, until)? {
        counts.add(school, APPROVED, given.approved);
        counts.add(school, PENDING, given.proposed);
        counts.add(school, TEACHERS, given.teachers);
    }
    Ok(())
}
