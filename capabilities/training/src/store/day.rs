//! The workshops one goes to, what one thought of them, and what is to be looked at again.
use crate::policy::{MAKERS, TEAM};
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Staff(TEAM),
        kinds: &[
            Kind::waits("training-card-opinion", "smile", Entry::Programmes, "/formation/{id}"),
            Kind::comes("training-card-workshop", "book-open", Entry::Programmes, "/formation/{id}"),
        ],
        select: workshops,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(MAKERS),
        kinds: &[Kind::waits("training-card-review", "pencil-line", Entry::Programmes, "/formation/{id}")],
        select: review,
        topics: THE_PERSON,
    },
];

/// For how long a workshop is announced, and what one thought of it is asked for, in minutes.
const AROUND: i64 = 14 * 24 * 60;

fn workshops(asking: &mut Asking<'_>) -> String {
    let (me, now) = (asking.me(), asking.now());
    let (before, after) = (asking.in_minutes(-AROUND), asking.in_minutes(AROUND));
    let mine = format!(
        "FROM training_enrolled e JOIN training_course k ON k.id = e.course_id
         WHERE e.person_id = {me}"
    );
    format!(
        "SELECT 'training-card-workshop', k.id, NULL, k.title, 1, NULL, k.starts_at {mine} AND k.retired_at IS NULL
         AND k.starts_at > {now} AND k.starts_at < {after}
         UNION ALL SELECT 'training-card-opinion', k.id, NULL, k.title, 1, k.starts_at, NULL {mine}
         AND k.starts_at <= {now} AND k.starts_at > {before} AND NOT EXISTS
           (SELECT 1 FROM training_followed f WHERE f.course_id = k.id AND f.person_id = e.person_id)"
    )
}

fn review(asking: &mut Asking<'_>) -> String {
    let academies = asking.ids(asking.actor.units(MAKERS));
    format!(
        "SELECT 'training-card-review', k.id, NULL, k.title, 1, NULL, NULL FROM training_course k
         WHERE k.academie_id IN ({academies}) AND k.needs_revision = 1 AND k.retired_at IS NULL"
    )
}
