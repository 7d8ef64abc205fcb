//! *Premiers pas*: from an empty house to a first evening, each step done or to be done.
use askama::Template;
use web::{FirstStep, Reply, Result, Shell, Visit, given};

#[derive(Template)]
#[template(path = "home/first.html")]
struct Page {
    shell: Shell,
    /// Each step, with whether it is done.
    steps: Vec<(FirstStep, bool)>,
}

impl Page {
    fn done(&self) -> usize {
        self.steps.iter().filter(|(_, done)| *done).count()
    }

    /// Whether it is the first that is left to do.
    fn is_next(&self, step: &FirstStep) -> bool {
        self.steps.iter().find(|(_, done)| !done).is_some_and(|(next, _)| next.rank == step.rank)
    }

    /// The button of that one is the one that is lit.
    fn kind(&self, step: &FirstStep) -> &'static str {
        if self.is_next(step) { "lamp" } else { "wash" }
    }
}

/// The steps, in their order, each with whether it is done; one statement asks them all.
fn steps(visit: &mut Visit<'_, '_>) -> Result<Vec<(FirstStep, bool)>> {
    let mut steps: Vec<FirstStep> = given::<FirstStep>(&visit.house.slices).copied().collect();
    steps.sort_by_key(|step| step.rank);
    let done = crate::store::done(visit.tx, &steps, visit.now)?;
    Ok(steps.into_iter().zip(done).collect())
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let steps = steps(visit)?;
    Reply::page(&Page { shell: visit.shell().at("/premiers-pas"), steps })
}

#[derive(Template)]
#[template(path = "home/first_left.html")]
struct Left<'s> {
    shell: &'s Shell,
    done: usize,
    of: usize,
    /// The key of the first that is left.
    next: &'static str,
}

/// What is left of them, on *Aujourd'hui* of whoever administers the platform; nothing once all are done.
pub fn left(visit: &mut Visit<'_, '_>, shell: &Shell) -> Result<Option<String>> {
    let steps = steps(visit)?;
    let Some((next, _)) = steps.iter().find(|(_, done)| !done) else { return Ok(None) };
    let done = steps.iter().filter(|(_, done)| *done).count();
    Ok(Some(Left { shell, done, of: steps.len(), next: next.key }.render()?))
}
