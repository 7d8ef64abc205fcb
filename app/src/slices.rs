//! The slices of the house: the only place that names them all.
use db::Migration;
use jobs::{Keep, Run, Task};
use signin::whoami;
use std::sync::Arc;
use web::{BadWords, House, Routes, SignedIn, Slice, Words};

/// Every slice, in the order in which their schemas are made. What hangs from others is purged before them.
pub const ALL: &[&Slice] = &[
    &web::SLICE,
    &home::SLICE,
    &directory::SLICE,
    &signin::SLICE,
    &notice::SLICE,
    &desk::SLICE,
    &programme::SLICE,
    &agreement::SLICE,
    &agenda::SLICE,
    &hours::SLICE,
    &difficulty::SLICE,
    &training::SLICE,
    &survey::SLICE,
    &visio::SLICE,
    &rentree::SLICE,
    &secretariat::SLICE,
    &feed::SLICE,
    &course::SLICE,
    &homework::SLICE,
    &reading::SLICE,
    &crate::pages::SLICE,
];

/// Every step of the schema.
pub fn migrations() -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS, calendar::MIGRATIONS, search::MIGRATIONS, undo::MIGRATIONS];
    rooms.into_iter().flatten().chain(ALL.iter().flat_map(|slice| slice.migrations)).copied().collect()
}

/// How long each table keeps a row.
pub fn keeps() -> Vec<Keep> {
    jobs::KEEPS
        .iter()
        .chain(calendar::KEEPS)
        .chain(search::KEEPS)
        .chain(undo::KEEPS)
        .chain(ALL.iter().flat_map(|slice| slice.keeps))
        .copied()
        .collect()
}

/// Every address.
pub fn routes() -> Routes {
    ALL.iter().fold(Routes::new(), |routes, slice| routes.and((slice.routes)()))
}

/// Everything done later.
pub fn tasks() -> Vec<Task> {
    let purge = Task::nightly("preau/purge", Run::Apart(purge));
    let count = Task::nightly("programme/count", Run::Inside(|work| programme::count_all(work.tx, ALL, work.now)));
    let found = Task::nightly(search::JOB, Run::Inside(|work| search::rebuild(work, &sources())));
    let left = Task::nightly("secretariat/left", Run::Inside(|work| secretariat::release(work, ALL)));
    let gone = Task::nightly("secretariat/gone", Run::Inside(|work| secretariat::forget_the_gone(work, ALL)));
    ALL.iter().flat_map(|slice| (slice.tasks)()).chain([count, purge, found, left, gone]).collect()
}

/// What is past its time goes, each night.
fn purge(db: db::Db, now: kernel::Moment) -> jobs::Outside {
    Box::pin(async move {
        let gone = jobs::purge::each_night(&db, &keeps(), now).await?;
        let rows: u64 = gone.iter().map(|(_, count)| count).sum();
        tracing::info!(rows, "what was past its time is forgotten");
        Ok(())
    })
}

/// What can be found of every slice.
fn sources() -> Vec<search::Source> {
    web::given::<search::Findable>(ALL).map(|one| one.source).collect()
}

/// Every kept file that a row names.
pub fn files(tx: &mut db::Tx<'_>) -> db::Result<Vec<String>> {
    let mut named = vec![];
    for slice in ALL {
        named.extend((slice.files)(tx)?);
    }
    Ok(named)
}

/// Every sentence.
pub fn words() -> Result<Words, BadWords> {
    Words::read(&ALL.iter().map(|slice| slice.sentences).collect::<Vec<_>>())
}

/// Who stands behind a session.
pub const WHOAMI: fn(&mut db::Tx<'_>, &str, kernel::Moment) -> db::Result<Option<SignedIn>> = whoami;

/// The router of a house: its pages and nothing else.
pub fn router(house: &Arc<House>) -> axum::Router {
    web::router(Arc::clone(house), &routes())
}
