//! Putting everything again: after an import from elsewhere, a new release, a purge.
use crate::{Doc, Sees, put, store};
use db::{Result, Tx};
use jobs::Work;
use kernel::{Id, Moment};

/// The job that puts a page of documents; see [`rebuild`].
pub const JOB: &str = "search/rebuild";

/// How many documents one job puts: less than a tenth of a second of the database.
const PAGE: usize = 500;

/// Documents as they are at an instant, whose id comes after one, in order of id, so many at most; none after the last.
pub type Page = fn(&mut Tx<'_>, Moment, Option<Id<()>>, usize) -> Result<Vec<Doc>>;

/// What a slice gives for its documents of one kind.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The kind.
    pub kind: &'static str,
    /// Its documents, page by page.
    pub page: Page,
}

/// What a slice gives so that its things are found: by `web::Slice::gives`.
#[derive(Clone, Copy, Debug)]
pub struct Findable {
    /// Its documents.
    pub source: Source,
    /// The key of the sentence above what is found of it (« Élèves »).
    pub title: &'static str,
    /// Adds the places where this person finds them.
    pub sees: fn(Sees, &access::Actor) -> Sees,
}

/// One step of putting everything again: with an empty payload queues a job for each source, with a payload (`kind` or
/// `kind id`) puts the page that follows, removes what is there no more, and queues the next step until a page is
/// empty. Idempotent.
///
/// The task that calls it is of kind `search/rebuild`.
pub fn rebuild(work: &mut Work<'_, '_>, sources: &[Source]) -> Result<()> {
    let (kind, after) = work.payload.split_once(' ').unwrap_or((&work.payload, ""));
    let after: Option<Id<()>> = after.parse().ok();
    if kind.is_empty() {
        let mut queue =
            |source: &Source| jobs::queue(work.tx, work.chance, work.now, JOB, source.kind, source.kind, work.now);
        return sources.iter().try_for_each(&mut queue);
    }
    // A kind that no slice gives any more: its job ends here.
    let Some(source) = sources.iter().find(|source| source.kind == kind) else { return Ok(()) };
    store::alone(work.tx)?;
    let docs = (source.page)(work.tx, work.now, after, PAGE)?;
    let last = docs.last().map(|doc| doc.id);
    let there: Vec<_> = docs.iter().map(|doc| doc.id).collect();
    for gone in store::between(work.tx, source.kind, after, last)?.into_iter().filter(|id| !there.contains(id)) {
        store::remove(work.tx, source.kind, gone)?;
    }
    put(work.tx, &docs)?;
    let Some(last) = last else { return Ok(()) };
    let payload = format!("{} {last}", source.kind);
    jobs::queue(work.tx, work.chance, work.now, JOB, source.kind, &payload, work.now)
}
