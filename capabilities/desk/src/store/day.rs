//! What the desk puts on *Aujourd'hui*: a pupil's turn, a teacher's duty, what is left for the team.
use crate::{
    model::{Desk, Ticket},
    policy::{DECIDERS, HELPERS, INSPECTORS, Inspect, Resume, STAFF, Serve},
    store,
};
use web::{Asking, Day, Door, Entry, Kind, Result, THE_PERSON, Visit};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Pupil,
        kinds: &[
            Kind::turn("desk-turn-call", "phone", Entry::Help, "/bar/moi"),
            Kind::turn("desk-turn-word", "message-circle", Entry::Help, "/bar/moi"),
            Kind::turn("desk-turn-taken", "life-buoy", Entry::Help, "/bar/moi"),
        ],
        select: pupil_now,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(HELPERS),
        kinds: &[
            Kind::turn("desk-turn-pupil", "message-circle", Entry::Help, "/bar/demande/{id}"),
            Kind::turn("desk-turn-waits", "hand", Entry::Help, "/bar/bureau/{id}"),
        ],
        select: helper_now,
        topics: own_desks,
    },
    Day {
        door: Door::Pupil,
        kinds: &[
            Kind::waits("desk-card-turn", "life-buoy", Entry::Help, "/bar/moi?demande={id}"),
            Kind::waits("desk-card-answer", "message-circle", Entry::Help, "/bar/moi?demande={id}"),
        ],
        select: pupil,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(HELPERS),
        kinds: &[
            Kind::waits("desk-card-waits", "hand", Entry::Help, "/bar/bureau/{id}"),
            Kind::waits("desk-card-open", "clock", Entry::Help, "/bar/bureau/{id}"),
            Kind::on("desk-card-helping", "life-buoy", Entry::Help, "/bar/demande/{id}"),
            Kind::on("desk-card-duty", "life-buoy", Entry::Help, "/bar/bureau/{id}"),
            Kind::comes("desk-card-next", "calendar-clock", Entry::Help, "/bar/bureau/{id}/permanence"),
        ],
        select: helper,
        topics: own_desks,
    },
    Day {
        door: Door::Staff(STAFF),
        kinds: &[Kind::waits("desk-card-followup", "inbox", Entry::Help, "/bar/suivis")],
        select: left,
        topics: schools,
    },
    Day {
        door: Door::Staff(INSPECTORS),
        kinds: &[Kind::waits("desk-card-report", "flag", Entry::School, "/bar/signalements")],
        select: reported,
        topics: schools,
    },
    Day {
        door: Door::Staff(DECIDERS),
        kinds: &[Kind::waits("desk-card-invited", "life-buoy", Entry::School, "/bar/nouveau")],
        select: invited,
        topics: THE_PERSON,
    },
];

/// Where this person is on duty today, and what they help with.
fn own_desks(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let duties = store::own_duties(visit.tx, &actor, now, web::Pager::FIRST)?;
    Ok(duties.iter().map(|(duty, _)| format!("desk:{}", duty.desk)).collect())
}

/// The schools where this person works.
fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    Ok(visit.actor()?.units(STAFF).iter().map(|school| format!("school:{school}")).collect())
}

/// Who waits for a pupil: the adult who calls, who has written last, or who took the demand and was not written to since.
fn pupil_now(asking: &mut Asking<'_>) -> String {
    let me = asking.me();
    let helper = "FROM desk_ticket t JOIN directory_person p ON p.id = t.helper_id";
    format!(
        "SELECT 'desk-turn-call', t.id, NULL, p.given || ' ' || p.family, 1, t.claimed_at, NULL {helper}
         WHERE t.pupil_id = {me} AND t.state = 'claimed' AND t.mode = 'appel' AND COALESCE(t.call_outcome, '') <> 'personne'
         UNION ALL SELECT 'desk-turn-word', t.id, NULL, p.given || ' ' || p.family, 1, t.claimed_at, NULL {helper}
         WHERE t.pupil_id = {me} AND t.state = 'claimed' AND t.mode <> 'appel' AND {LAST} = t.helper_id
         UNION ALL SELECT 'desk-turn-taken', t.id, NULL, p.given || ' ' || p.family, 1, t.claimed_at, NULL {helper}
         WHERE t.pupil_id = {me} AND t.state = 'claimed' AND t.mode <> 'appel' AND {LAST} IS NULL"
    )
}

/// Who waits for an adult: a pupil helped who has written last, or those at a desk that they hold.
fn helper_now(asking: &mut Asking<'_>) -> String {
    let (me, now) = (asking.me(), asking.now());
    let serves = asking.visible::<Serve, Desk>();
    format!(
        "SELECT 'desk-turn-pupil', t.id, NULL, p.given, 1, t.claimed_at, NULL
         FROM desk_ticket t JOIN directory_person p ON p.id = t.pupil_id
         WHERE t.helper_id = {me} AND t.state = 'claimed' AND t.desk_id IN (SELECT s.desk_id FROM desk_school s
         WHERE {serves}) AND {LAST} = t.pupil_id
         UNION ALL SELECT 'desk-turn-waits', t.desk_id, NULL, '', count(*), min(t.asked_at), NULL FROM desk_ticket t
         WHERE t.state = 'waiting' AND (t.paused_until IS NULL OR t.paused_until <= {now})
           AND t.desk_id IN (SELECT u.desk_id FROM desk_duty u WHERE u.teacher_id = {me} AND u.state = 'open'
             AND u.starts_at <= {now} AND u.ends_at > {now})
           AND NOT EXISTS (SELECT 1 FROM desk_ticket h WHERE h.desk_id = t.desk_id AND h.state = 'claimed'
           AND h.helper_id = {me})
         GROUP BY t.desk_id"
    )
}

/// Who wrote last on the demand `t`.
const LAST: &str =
    "(SELECT w.author_id FROM desk_word w WHERE w.ticket_id = t.id ORDER BY w.at DESC, w.id DESC LIMIT 1)";

fn pupil(asking: &mut Asking<'_>) -> String {
    let me = asking.me();
    format!(
        "SELECT 'desk-card-turn', t.id, NULL, '', 1, t.claimed_at, NULL FROM desk_ticket t
         WHERE t.pupil_id = {me} AND t.state = 'claimed'
         UNION ALL SELECT 'desk-card-answer', t.id, NULL, '', 1, t.ended_at, NULL FROM desk_ticket t
         WHERE t.pupil_id = {me} AND t.state = 'followup' AND t.followed_at IS NULL AND (SELECT w.author_id
         FROM desk_word w
           WHERE w.ticket_id = t.id ORDER BY w.at DESC, w.id DESC LIMIT 1) <> t.pupil_id"
    )
}

/// For how many days ahead a duty is announced, in minutes.
const AHEAD: i64 = 7 * 24 * 60;

fn helper(asking: &mut Asking<'_>) -> String {
    let (me, now, later) = (asking.me(), asking.now(), asking.in_minutes(AHEAD));
    let serves = asking.visible::<Serve, Desk>();
    let duty = "FROM desk_duty u JOIN desk d ON d.id = u.desk_id";
    let mine = format!("u.teacher_id = {me} AND u.ends_at > {now}");
    format!(
        "SELECT 'desk-card-waits', s.desk_id, NULL, '', count(*), min(t.asked_at), NULL
         FROM (SELECT DISTINCT s.desk_id FROM desk_school s WHERE s.accepted = 1 AND {serves}) s
         JOIN desk_ticket t ON t.desk_id = s.desk_id AND t.state = 'waiting'
         WHERE (t.paused_until IS NULL OR t.paused_until <= {now}) AND s.desk_id IN (SELECT u.desk_id FROM desk_duty u
           WHERE {mine} AND u.starts_at <= {now} AND u.state <> 'closed') GROUP BY s.desk_id
         UNION ALL SELECT 'desk-card-helping', t.id, NULL, p.given, 1, t.claimed_at, NULL
         FROM desk_ticket t JOIN directory_person p ON p.id = t.pupil_id
         WHERE t.helper_id = {me} AND t.state = 'claimed' AND t.desk_id IN (SELECT s.desk_id FROM desk_school s
         WHERE {serves})
         UNION ALL SELECT 'desk-card-open', d.id, NULL, d.name, 1, u.starts_at, u.ends_at {duty}
         WHERE {mine} AND u.starts_at <= {now} AND u.state = 'planned'
         UNION ALL SELECT 'desk-card-duty', d.id, NULL, d.name, 1, u.starts_at, u.ends_at {duty}
         WHERE {mine} AND u.state IN ('open', 'paused')
         UNION ALL SELECT 'desk-card-next', d.id, NULL, d.name, 1, NULL, u.starts_at {duty}
         WHERE {mine} AND u.state = 'planned' AND u.starts_at < {later} AND u.starts_at = (SELECT min(x.starts_at)
           FROM desk_duty x WHERE x.teacher_id = {me} AND x.state = 'planned' AND x.starts_at > {now})"
    )
}

fn left(asking: &mut Asking<'_>) -> String {
    let seen = asking.visible::<Resume, Ticket>();
    format!(
        "SELECT 'desk-card-followup', NULL, NULL, '', count(*), min(t.asked_at), NULL FROM desk_ticket t
         WHERE t.state = 'followup' AND t.followed_at IS NULL AND {seen} HAVING count(*) > 0"
    )
}

fn reported(asking: &mut Asking<'_>) -> String {
    let (me, seen) = (asking.me(), asking.visible::<Inspect, Ticket>());
    format!(
        "SELECT 'desk-card-report', NULL, NULL, '', count(*), min(r.at), NULL FROM desk_report r
         JOIN desk_ticket t ON t.id = r.ticket_id JOIN desk_word w ON w.id = r.word_id AND w.author_id <> {me}
         WHERE r.handled_at IS NULL AND {seen} HAVING count(*) > 0"
    )
}

fn invited(asking: &mut Asking<'_>) -> String {
    let schools = asking.ids(asking.actor.units(DECIDERS));
    format!(
        "SELECT 'desk-card-invited', d.id, s.unit_id, d.name, 1, NULL, NULL FROM desk_school s
         JOIN desk d ON d.id = s.desk_id WHERE s.accepted = 0 AND s.unit_id IN ({schools})"
    )
}
