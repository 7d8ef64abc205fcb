//! The slices of the house: the only place that names them all.
use db::Migration;
use jobs::{Keep, Task};
use signin::whoami;
use std::sync::Arc;
use web::{BadWords, House, NavItem, Routes, SignedIn, Slice, Words};

/// Every slice, in the order in which their schemas are made. What hangs from others is purged before them.
pub const ALL: &[&Slice] = &[
    &web::SLICE,
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
    &homework::SLICE,
    &crate::pages::SLICE,
];

/// Every step of the schema.
pub fn migrations() -> Vec<Migration> {
    let rooms = access::MIGRATIONS.iter().chain(jobs::MIGRATIONS).chain(calendar::MIGRATIONS);
    rooms.chain(ALL.iter().flat_map(|slice| slice.migrations)).copied().collect()
}

/// How long each table keeps a row.
pub fn keeps() -> Vec<Keep> {
    jobs::KEEPS.iter().chain(calendar::KEEPS).chain(ALL.iter().flat_map(|slice| slice.keeps)).copied().collect()
}

/// Every address.
pub fn routes() -> Routes {
    ALL.iter().fold(Routes::new(), |routes, slice| routes.and((slice.routes)()))
}

/// Everything done later.
pub fn tasks() -> Vec<Task> {
    let purge = Task {
        kind: "preau/purge",
        every_minutes: Some(24 * 60),
        run: |work| jobs::purge(work.tx, &keeps(), work.now, false).map(drop),
    };
    ALL.iter().flat_map(|slice| (slice.tasks)()).chain([purge]).collect()
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

/// The menu of a person.
pub fn nav(who: &SignedIn) -> Vec<NavItem> {
    let actor = &who.actor;
    let item = |href, icon, key| NavItem { href, icon, key, current: false };
    let mut nav = vec![];
    if actor.is_pupil() {
        nav.push(item("/soir", "moon-star", "preau-nav-evening"));
        nav.push(item("/semaine", "calendar-clock", "preau-nav-week"));
        nav.push(item("/bar/moi/demandes", "message-circle", "preau-nav-requests"));
    }
    if actor.holds(desk::policy::STAFF) {
        nav.push(item("/equipe", "notebook-pen", "preau-nav-team"));
        nav.push(item("/bar", "life-buoy", "preau-nav-desk"));
        nav.push(item("/semaine", "calendar-clock", "preau-nav-week"));
        nav.push(item("/visio", "door-open", "preau-nav-rooms"));
        nav.push(item("/bar/suivis", "inbox", "preau-nav-followups"));
        nav.push(item("/ecole", "users-round", "preau-nav-classes"));
    }
    if actor.holds(programme::policy::PILOTS) {
        nav.push(item("/programmes", "notebook-pen", "preau-nav-programmes"));
        nav.push(item("/formation", "book-open", "preau-nav-training"));
    }
    if actor.holds(homework::COUNTERS) {
        nav.push(item("/direction", "chart-column", "preau-nav-counts"));
    }
    if !actor.children.is_empty() {
        nav.push(item("/famille", "moon-star", "preau-nav-family"));
        if !actor.is_staff() {
            nav.push(item("/semaine", "calendar-clock", "preau-nav-week"));
        }
    }
    if actor.is_guest() {
        nav.push(item("/groupes", "users-round", "preau-nav-groups"));
    }
    nav.push(item("/messages", "bell", "preau-nav-messages"));
    // Staff reach their account by their face, on top.
    if !actor.is_staff() {
        nav.push(item("/compte", "settings", "preau-nav-account"));
    }
    nav
}

/// The router of a house: its pages and nothing else.
pub fn router(house: &Arc<House>) -> axum::Router {
    web::router(Arc::clone(house), &routes())
}
