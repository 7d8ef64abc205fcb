//! What the ledger puts on *Aujourd'hui*: lines to confirm, to approve, to send.
use super::ledger::TWICE;
use crate::{
    model::{Month, Place},
    policy::{APPROVERS, EARNERS, Keep},
};
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*. The month is what each card is about: it is where it leads.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Staff(EARNERS),
        kinds: &[Kind::waits("hours-card-confirm", "timer", Entry::Programmes, "/heures?mois={about}")],
        select: own,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(APPROVERS),
        kinds: &[
            Kind::waits("hours-card-approve", "timer", Entry::School, "/heures/ecole?ecole={id}&mois={about}"),
            Kind::waits("hours-card-unsaid", "timer", Entry::School, "/heures/ecole?ecole={id}&mois={about}"),
            Kind::waits("hours-card-batch", "send", Entry::School, "/heures/ecole?ecole={id}&mois={about}"),
        ],
        select: school,
        topics: THE_PERSON,
    },
];

fn own(asking: &mut Asking<'_>) -> String {
    let me = asking.me();
    format!(
        "SELECT 'hours-card-confirm', NULL, NULL, h.month, CAST(sum(h.due) AS BIGINT), min(h.starts_at), NULL
         FROM hours_entry h
         WHERE h.teacher_id = {me} AND h.state = 'proposed' AND h.on_site = 0 GROUP BY h.month"
    )
}

/// How far back a month not sent to be paid is looked for, in days.
const UNSENT: i64 = 190;

/// In minutes due, what their teachers have confirmed; what they have not is the head's to look at once the month is over. One's own
/// hours wait for somebody else. Lines that overlap are left out, as on the page of the month.
fn school(asking: &mut Asking<'_>) -> String {
    let (me, keeps) = (asking.me(), asking.visible::<Keep, Place>());
    let (present, before) = (Month::of(asking.now), Month::of(asking.now.plus_days(-UNSENT)));
    let (present, before) = (asking.bind(present.to_string()), asking.bind(before.to_string()));
    let waiting = "CAST(sum(h.due) AS BIGINT), min(h.starts_at), NULL FROM hours_entry h WHERE h.on_site = 0";
    format!(
        "SELECT 'hours-card-approve', h.unit_id, NULL, h.month, {waiting} AND h.state = 'confirmed'
         AND h.teacher_id <> {me} AND NOT {TWICE} AND {keeps} GROUP BY h.unit_id, h.month
         UNION ALL SELECT 'hours-card-unsaid', h.unit_id, NULL, h.month, {waiting} AND h.state = 'proposed'
         AND h.month < {present} AND h.teacher_id <> {me} AND NOT {TWICE} AND {keeps} GROUP BY h.unit_id, h.month
         UNION ALL SELECT 'hours-card-batch', h.unit_id, NULL, h.month, {waiting} AND h.state = 'approved' AND h.due > 0
         AND h.month < {present} AND h.month >= {before} AND {keeps} AND NOT EXISTS
           (SELECT 1 FROM hours_batch_line l WHERE l.hour_id = h.id) GROUP BY h.unit_id, h.month"
    )
}
