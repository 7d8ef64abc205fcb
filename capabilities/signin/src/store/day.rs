//! What the day of who administers has of portals: one that is in trouble, or soon will be.
use crate::{
    policy::PORTALS,
    portal::{DRIFT, SOON},
};
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// A portal that does not do, or whose key ends, or whose clock is wrong.
pub const TROUBLED: Day = Day {
    door: Door::Staff(PORTALS),
    kinds: &[Kind::waits("signin-troubled", "triangle-alert", Entry::School, "/portails")],
    select: troubled,
    topics: THE_PERSON,
};

fn troubled(asking: &mut Asking<'_>) -> String {
    let own = asking.actor.units(PORTALS);
    if own.is_empty() {
        return String::new();
    }
    let (own, soon) = (asking.ids(own), asking.in_minutes(SOON * 24 * 60));
    format!(
        "SELECT 'signin-troubled', p.id, NULL, p.name, 0, NULL, NULL FROM signin_portal p
         JOIN unit_closure c ON c.descendant = p.unit_id AND c.ancestor IN ({own})
         WHERE p.closed_at IS NULL AND (p.trouble <> '' OR p.ends_at < {soon} OR p.drift > {DRIFT} OR p.drift < -{DRIFT})"
    )
}
