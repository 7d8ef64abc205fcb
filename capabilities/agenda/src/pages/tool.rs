//! A child's places in the meetings of a dispositif: they end with the family's agreement, and are offered back with it.
use super::{tell, title};
use crate::{Meeting, store};
use programme::{Back, Held, Taking, Tool};
use web::{Lang, Result, Visit};

/// What the agenda is to dispositifs. Each meeting says of which it is.
pub const TOOL: Tool = Tool { way: None, holds, lets_go, gives_back };

/// The kind of the rooms of meetings.
const ROOM: visio::Kind = visio::Kind::Meeting;

fn holds(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let meetings = store::places(visit.tx, taking.dispositif, taking.child, visit.now)?;
    count(visit, &meetings)
}

fn count(visit: &mut Visit<'_, '_>, meetings: &[Meeting]) -> Result<Held> {
    let sources: Vec<_> = meetings.iter().map(|meeting| meeting.id.cast()).collect();
    let rooms = visio::store::live_of(visit.tx, ROOM, &sources)?.len();
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Held { places: number(meetings.len()), rooms: number(rooms), ..Held::default() })
}

/// Who moves up into a place that is free again is told.
fn lets_go(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Held> {
    let held = holds(visit, taking)?;
    for (meeting, moved) in store::stay_away(visit.tx, taking.dispositif, taking.child, visit.now)? {
        visio::dismiss(visit, ROOM, meeting.id.cast(), taking.child)?;
        tell(visit, &meeting, &moved, "agenda-tell-moved")?;
    }
    Ok(held)
}

fn gives_back(visit: &mut Visit<'_, '_>, taking: &Taking) -> Result<Vec<Back>> {
    let lost = store::lost(visit.tx, taking.dispositif, taking.child, visit.now)?;
    let mut shell = visit.shell();
    shell.lang = Lang::Fr;
    let back = |meeting: Meeting| Back {
        title: title(&shell, &meeting.what),
        at: meeting.starts_at,
        href: meeting.what.by_self.then(|| format!("/seances/{}", meeting.id)),
    };
    Ok(lost.into_iter().map(back).collect())
}
