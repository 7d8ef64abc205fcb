//! What difficulties put on *Aujourd'hui*: an answer that is waited for, what nobody has taken up, what one sees to.
use crate::{
    Difficulty,
    policy::{CARERS, Care, Follow, STAFF},
};
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::SignedIn,
        kinds: &[
            Kind::waits("difficulty-card-answer", "message-circle", Entry::Help, "/difficulte/{id}"),
            Kind::waits("difficulty-card-answer-you", "message-circle", Entry::Help, "/difficulte/{id}"),
        ],
        select: asked,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(CARERS),
        kinds: &[
            Kind::waits("difficulty-card-new", "hand", Entry::School, "/difficultes"),
            Kind::waits("difficulty-card-question", "lightbulb", Entry::School, "/difficulte/{id}"),
        ],
        select: new,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(STAFF),
        kinds: &[Kind::waits("difficulty-card-kept", "hand", Entry::School, "/difficultes?vue=miennes")],
        select: kept,
        topics: THE_PERSON,
    },
];

/// The school has asked something and waits for it.
fn asked(asking: &mut Asking<'_>) -> String {
    let kind = if asking.actor.is_pupil() { "difficulty-card-answer-you" } else { "difficulty-card-answer" };
    let (me, mine) = (asking.me(), asking.visible::<Follow, Difficulty>());
    let children = asking.ids(asking.actor.children.iter().copied());
    format!(
        "SELECT '{kind}', d.id, NULL, '', 1, d.taken_at, NULL FROM difficulty d WHERE d.state = 'waiting' AND {mine}
         AND (d.person_id <> {me} OR d.audience <> 'family' OR d.child_id IS NULL OR d.child_id = {me}
           OR d.child_id IN ({children}))"
    )
}

/// What has nobody, for the whole desk; a question, for whom it was given to. Questions are few: each leads to its own page.
fn new(asking: &mut Asking<'_>) -> String {
    let (me, cares) = (asking.me(), asking.visible::<Care, Difficulty>());
    let new =
        format!("d.state = 'new' AND d.person_id <> {me} AND (d.keeper_id IS NULL OR d.keeper_id = {me}) AND {cares}");
    format!(
        "SELECT 'difficulty-card-new', NULL, NULL, '', count(*), min(d.opened_at), NULL FROM difficulty d
         WHERE d.audience = 'family' AND d.keeper_id IS NULL AND {new} HAVING count(*) > 0
         UNION ALL SELECT 'difficulty-card-question', d.id, NULL, p.given || ' ' || p.family, 1, d.opened_at, NULL
         FROM difficulty d JOIN directory_person p ON p.id = d.person_id WHERE d.audience = 'colleague' AND {new}"
    )
}

fn kept(asking: &mut Asking<'_>) -> String {
    let (me, cares) = (asking.me(), asking.visible::<Care, Difficulty>());
    format!(
        "SELECT 'difficulty-card-kept', NULL, NULL, '', count(*), min(d.opened_at), NULL FROM difficulty d
         WHERE d.keeper_id = {me} AND d.state IN ('new', 'taken') AND d.audience = 'family' AND {cares} HAVING count(*) > 0"
    )
}
