//! Feeds: which there are, what each brought, what its reports say; registering, following and ending one.
mod list;
mod one;
mod report;

use crate::{
    Feed, Folder,
    policy::{KEEPERS, Keep},
    store,
};
use access::Allowed;
use web::{Door, Error, Form, FormState, Result, Routes, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    let door = Door::Staff(KEEPERS);
    Routes::new()
        .page("/alimentation", door, list::show)
        .form("/alimentation", door, list::register)
        .page("/alimentation/{source}", door, one::show)
        .form("/alimentation/{source}", door, one::change)
        .table_form("/alimentation/{source}/envoi", door, (&["archive"], one::prepare), one::sent)
        .form("/alimentation/{source}/fin", door, one::end)
        .page("/alimentation/{source}/{delivery}", door, report::show)
}

fn found(visit: &mut Visit<'_, '_>) -> Result<Allowed<Keep, Feed>> {
    let (actor, id) = (visit.actor()?, visit.id("source")?);
    store::find(visit.tx, &actor, id)?.ok_or(Error::NotFound)
}

/// The folder in which files are dropped for this feed; none where no folder is watched here.
fn folder(visit: &Visit<'_, '_>, feed: &Feed) -> Option<String> {
    visit.house.engine::<Folder>().map(|folder| folder.of(&feed.name).display().to_string())
}

/// After how many days a feed is late, at least and at most.
const DAYS: std::ops::RangeInclusive<i64> = 1..=400;

/// The days that were typed, or what is wrong with them.
fn days(visit: &Visit<'_, '_>, typed: &Form, form: &mut FormState) -> i64 {
    let days = typed.text("jours").trim().parse().ok().filter(|days| DAYS.contains(days));
    if days.is_none() {
        form.refuse("jours", visit.sentence("feed-days-wrong"));
    }
    days.unwrap_or(*DAYS.start())
}
