//! The agenda's chapter of a bilan: meetings at a distance. Those on site are counted beside the dispositif, by the ledger.
use crate::{Kind, store};
use db::{Result, Tx};
use programme::{Chapter, Counts, Figure, Scope};

/// Meetings held, and who came.
pub const CHAPTER: Chapter = Chapter {
    key: "agenda",
    title: "agenda-chapter",
    figures: &[Figure::count(HELD), Figure::share(CAME)],
    gather,
    charts: |_, _| vec![],
};

const HELD: &str = "agenda-figure-held";
const CAME: &str = "agenda-figure-came";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    let (from, until) = scope.span();
    let of_school = |count: &store::Count| count.kind != Kind::OnSite && scope.schools.contains(&count.school);
    for count in store::counts(tx, Some(scope.dispositif), None, from, until)?.into_iter().filter(of_school) {
        counts.add(count.school, HELD, count.meetings);
        counts.share(count.school, CAME, count.presences, count.enrolled);
    }
    Ok(())
}
