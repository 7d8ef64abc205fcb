//! What a head's day has of lists: a school that has no pupil yet.
use access::roles;
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// An own school without any pupil waits for its list.
pub const EMPTY: Day = Day {
    door: Door::Staff(roles::HEADS),
    kinds: &[Kind::waits("rentree-empty", "users-round", Entry::School, "/rentree")],
    select: empty,
    topics: THE_PERSON,
};

fn empty(asking: &mut Asking<'_>) -> String {
    let own = asking.actor.units(roles::HEADS);
    if own.is_empty() {
        return String::new();
    }
    let (own, live) = (asking.ids(own), asking.live("m"));
    format!(
        "SELECT 'rentree-empty', u.id, NULL, u.name, 0, NULL, NULL FROM unit u
         WHERE u.id IN ({own}) AND u.kind = 'etablissement' AND u.closed_at IS NULL AND NOT EXISTS (
           SELECT 1 FROM unit_closure d JOIN membership m ON m.unit_id = d.descendant AND m.role = 'pupil'
           WHERE d.ancestor = u.id AND {live})"
    )
}
