//! `/exploitation`, for who administers the platform: what waits in the queue, what was set aside, what the last night forgot.
use access::Role;
use askama::Template;
use jobs::{Aside, Figures};
use kernel::Moment;
use web::{Door, Reply, Result, Shell, Visit};

/// Who comes here.
pub const DOOR: Door = Door::Staff(&[Role::Admin]);

/// As many jobs set aside as are shown.
const SHOWN: i64 = 50;

#[derive(Template)]
#[template(path = "upkeep.html")]
struct Upkeep {
    shell: Shell,
    figures: Figures,
    aside: Vec<Aside>,
    purged: Vec<(String, Moment, i64)>,
    /// For how many days the night's purge has stood still, when it does not go on by itself.
    stopped: Option<i64>,
    /// How many were just taken up again.
    again: Option<i64>,
}

impl Upkeep {
    fn forgotten(&self) -> i64 {
        self.purged.iter().map(|(_, _, gone)| gone).sum()
    }

    fn last(&self) -> Option<Moment> {
        self.purged.iter().map(|(_, at, _)| *at).max()
    }
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (shell, now) = (visit.shell(), visit.now);
    let again = visit.query("repris").and_then(|count| count.parse().ok());
    let figures = jobs::figures(visit.tx, now)?;
    let aside = jobs::aside(visit.tx, SHOWN)?;
    let purged = jobs::purge::last(visit.tx)?;
    let stopped = match jobs::purge::refused(visit.tx, now)? {
        Some(jobs::purge::Error::Jumped { days }) => Some(days),
        _ => None,
    };
    Reply::page(&Upkeep { shell, figures, aside, purged, stopped, again })
}

/// Takes up again all that was set aside: it is tried as if it had just been queued.
pub fn again(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let me = visit.actor()?.person;
    let count = jobs::retry(visit.tx, None, visit.now)?;
    let why =
        visit.house.words.say(web::Lang::Fr, "preau-upkeep-again-done").num("n", i64::try_from(count).unwrap_or(0));
    Ok(Reply::go(format!("/exploitation?repris={count}")).told("upkeep/again", (me, me), why.to_string()))
}
