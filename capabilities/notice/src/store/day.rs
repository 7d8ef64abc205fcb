//! What waits among one's messages.
use super::Notice;
use crate::policy::Read;
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[Day {
    door: Door::SignedIn,
    kinds: &[Kind::waits("notice-card-unread", "message-circle", Entry::Messages, "/messages")],
    select: unread,
    topics: THE_PERSON,
}];

fn unread(asking: &mut Asking<'_>) -> String {
    let (now, seen) = (asking.now(), asking.visible::<Read, Notice>());
    format!(
        "SELECT 'notice-card-unread', NULL, NULL, '', count(*), min(n.shown_at), NULL FROM notice n
         WHERE n.read_at IS NULL AND n.shown_at <= {now} AND {seen} HAVING count(*) > 0"
    )
}
