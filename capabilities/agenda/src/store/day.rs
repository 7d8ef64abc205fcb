//! What the agenda puts on *Aujourd'hui*: a pupil's meetings, a child's, those one holds, who was there.
use crate::policy::{HELPERS, STAFF};
use access::Role;
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Pupil,
        kinds: &[
            Kind::on("agenda-card-mine-on", "calendar-days", Entry::Week, "/seances/{id}"),
            Kind::comes("agenda-card-mine-next", "calendar-days", Entry::Week, "/seances/{id}"),
            Kind::comes("agenda-card-offers", "calendar-clock", Entry::Week, "/semaine"),
        ],
        select: pupil,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Guardian,
        kinds: &[
            Kind::on("agenda-card-child-on", "calendar-days", Entry::Week, "/seances/{id}"),
            Kind::comes("agenda-card-child-next", "calendar-days", Entry::Week, "/seances/{id}"),
        ],
        select: family,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(STAFF),
        kinds: &[
            Kind::waits("agenda-card-open", "clock", Entry::Week, "/seances/{id}"),
            Kind::waits("agenda-card-missed", "circle-alert", Entry::Week, "/seances/{id}"),
            Kind::waits("agenda-card-presence", "list-checks", Entry::Week, "/seances/{id}"),
            Kind::on("agenda-card-held", "calendar-days", Entry::Week, "/seances/{id}"),
            Kind::comes("agenda-card-next", "calendar-days", Entry::Week, "/seances/{id}"),
        ],
        select: held,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(HELPERS),
        kinds: &[Kind::comes("agenda-card-unheld", "user-plus", Entry::Week, "/semaine")],
        select: unheld,
        topics: THE_PERSON,
    },
];

/// A day and a week, in minutes.
const DAY: i64 = 24 * 60;
const WEEK: i64 = 7 * DAY;
/// How many meetings to come are shown at most.
const NEXT: usize = 3;
/// How long before its time a meeting is on, in minutes.
const EARLY: i64 = 15;

/// The next rows of a SELECT that gives `due`.
fn next(select: &str) -> String {
    format!("SELECT * FROM ({select} ORDER BY m.starts_at, m.id LIMIT {NEXT}) AS coming")
}

fn pupil(asking: &mut Asking<'_>) -> String {
    let (me, now, soon, later) = (asking.me(), asking.now(), asking.in_minutes(EARLY), asking.in_minutes(WEEK));
    let classes = asking.ids(asking.actor.units(&[Role::Pupil]));
    let seat = format!("e.pupil_id = {me} AND e.state = 'enrolled' AND m.state IN ('planned', 'open')");
    let mine = format!(
        "m.title, 1, NULL, m.starts_at FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id
         WHERE {seat}"
    );
    let coming = next(&format!(
        "SELECT 'agenda-card-mine-next' AS kind, m.id AS id, CAST(NULL AS BYTEA) AS other, m.title AS about, 1 AS n, CAST(NULL AS BIGINT) AS since,
           m.starts_at AS due FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id
         WHERE {seat} AND e.starts_at > {soon} AND e.starts_at < {later}"
    ));
    let on = on(asking);
    format!(
        "SELECT 'agenda-card-mine-on', m.id, NULL, {mine} AND {on}
         UNION ALL {coming}
         UNION ALL SELECT 'agenda-card-offers', NULL, NULL, '', count(*), NULL, min(m.starts_at) FROM agenda_meeting m
         WHERE m.unit_id IN (SELECT ancestor FROM unit_closure WHERE descendant IN ({classes})) AND m.by_self = 1
         AND m.state = 'planned' AND m.starts_at > {now} AND m.starts_at < {later}
         AND m.places > (SELECT count(*) FROM agenda_enrolment x WHERE x.meeting_id = m.id AND x.state
         IN ('enrolled', 'waiting'))
         AND NOT EXISTS (SELECT 1 FROM agenda_enrolment x WHERE x.meeting_id = m.id AND x.pupil_id = {me}
           AND x.state <> 'withdrawn') HAVING count(*) > 0"
    )
}

/// The condition that a place is in a meeting that is on.
fn on(asking: &mut Asking<'_>) -> String {
    let (now, soon, before) = (asking.now(), asking.in_minutes(EARLY), asking.in_minutes(-DAY));
    format!("e.starts_at <= {soon} AND e.starts_at > {before} AND m.ends_at > {now}")
}

fn family(asking: &mut Asking<'_>) -> String {
    let (soon, later) = (asking.in_minutes(EARLY), asking.in_minutes(WEEK));
    let children = asking.ids(asking.actor.children.iter().copied());
    let on = on(asking);
    let theirs = format!(
        "FROM agenda_enrolment e JOIN agenda_meeting m ON m.id = e.meeting_id JOIN directory_person p
         ON p.id = e.pupil_id
         WHERE e.pupil_id IN ({children}) AND e.state = 'enrolled' AND m.state IN ('planned', 'open')"
    );
    let coming = next(&format!(
        "SELECT 'agenda-card-child-next' AS kind, m.id AS id, CAST(NULL AS BYTEA) AS other, p.given || ', ' || m.title AS about, 1 AS n,
           CAST(NULL AS BIGINT) AS since, m.starts_at AS due {theirs} AND e.starts_at > {soon}
           AND e.starts_at < {later}"
    ));
    format!(
        "SELECT 'agenda-card-child-on', m.id, NULL, p.given || ', ' || m.title, 1, NULL, m.starts_at {theirs} AND {on}
         UNION ALL {coming}"
    )
}

/// For how many days it is asked whether a meeting was held, and who was there.
const ASKED: i64 = 14;

fn held(asking: &mut Asking<'_>) -> String {
    let (me, now, soon) = (asking.me(), asking.now(), asking.in_minutes(EARLY));
    let (later, before) = (asking.in_minutes(WEEK), asking.in_minutes(-ASKED * DAY));
    let mine = format!(
        "FROM agenda_meeting m WHERE (m.teacher_id = {me} OR m.coteacher_id = {me})
         AND m.starts_at > {before}"
    );
    let coming = next(&format!(
        "SELECT 'agenda-card-next' AS kind, m.id AS id, CAST(NULL AS BYTEA) AS other, m.title AS about, 1 AS n, CAST(NULL AS BIGINT) AS since,
           m.starts_at AS due {mine} AND m.state = 'planned' AND m.starts_at > {soon} AND m.starts_at < {later}"
    ));
    format!(
        "SELECT 'agenda-card-open', m.id, NULL, m.title, 1, m.starts_at, m.starts_at {mine}
         AND m.state = 'planned' AND m.starts_at <= {soon} AND m.ends_at > {now}
         UNION ALL SELECT 'agenda-card-held', m.id, NULL, m.title, 1, m.starts_at, m.ends_at {mine} AND m.state = 'open'
         UNION ALL SELECT 'agenda-card-missed', m.id, NULL, m.title, 1, m.starts_at, NULL {mine}
         AND m.state = 'planned' AND m.ends_at <= {now}
         UNION ALL SELECT 'agenda-card-presence', m.id, NULL, m.title, 1, m.starts_at, NULL {mine} AND m.state = 'held'
         AND EXISTS (SELECT 1 FROM agenda_enrolment e WHERE e.meeting_id = m.id AND e.state = 'enrolled' AND NOT EXISTS
           (SELECT 1 FROM agenda_presence r WHERE r.meeting_id = e.meeting_id AND r.pupil_id = e.pupil_id))
         UNION ALL {coming}"
    )
}

fn unheld(asking: &mut Asking<'_>) -> String {
    let (now, later) = (asking.now(), asking.in_minutes(WEEK));
    let schools = asking.ids(asking.actor.units(HELPERS));
    format!(
        "SELECT 'agenda-card-unheld', NULL, NULL, '', count(*), NULL, min(m.starts_at) FROM agenda_meeting m
         WHERE m.unit_id IN ({schools}) AND m.teacher_id IS NULL AND m.state = 'planned' AND m.starts_at > {now}
         AND m.starts_at < {later} HAVING count(*) > 0"
    )
}
