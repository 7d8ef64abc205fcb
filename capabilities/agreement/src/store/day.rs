//! What families are asked on *Aujourd'hui*, and whom the team has still to reach.
use super::told::runs;
use crate::{
    model::{Announcement, Concern, Told},
    policy::{CARERS, Follow, Propose, Reply},
};
use web::{Asking, Day, Door, Entry, Kind, Result, THE_PERSON, Visit};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Guardian,
        kinds: &[
            Kind::waits("agreement-card-answer", "pencil-line", Entry::Children, "/accord/lettre/{id}"),
            Kind::waits("agreement-card-proposal", "hand", Entry::Children, "/accord/lettre/{id}"),
        ],
        select: family,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(CARERS),
        kinds: &[
            Kind::waits("agreement-card-concern", "hand", Entry::School, "/accord/contraintes"),
            Kind::waits("agreement-card-unreached", "triangle-alert", Entry::School, "/accord/suivi"),
            Kind::waits("agreement-card-silent", "hourglass", Entry::School, "/accord/suivi"),
        ],
        select: team,
        topics: schools,
    },
];

/// The schools whose families one follows up.
fn schools(visit: &mut Visit<'_, '_>) -> Result<Vec<String>> {
    Ok(visit.actor()?.units(CARERS).iter().map(|school| format!("agreement:{school}")).collect())
}

/// Who answers for the child now, with parental authority.
const ANSWERS: &str = "JOIN answering g ON g.guardian_id = t.guardian_id AND g.child_id = t.child_id";

fn family(asking: &mut Asking<'_>) -> String {
    let (live, mine, today) = (asking.live("g"), asking.visible::<Reply, Told>(), asking.in_days(0));
    let runs = runs("t", &today);
    format!(
        "SELECT 'agreement-card-answer', t.id, NULL, p.given || ' (' || n.name || ')', 1, t.told_at, NULL FROM agreement_told t {ANSWERS}
         AND {live}
         JOIN agreement_announcement n ON n.protocol_id = t.protocol_id AND n.live = 1 JOIN directory_person p
         ON p.id = t.child_id
         WHERE {mine} AND {runs} AND NOT EXISTS (SELECT 1 FROM agreement_answer a WHERE a.dispositif_id = t.dispositif_id
           AND a.guardian_id = t.guardian_id AND a.child_id = t.child_id AND a.current = 1)
         UNION ALL SELECT 'agreement-card-proposal', t.id, NULL, p.given, count(*), min(o.at), NULL
         FROM agreement_told t {ANSWERS} AND {live}
         JOIN agreement_concern k ON k.dispositif_id = t.dispositif_id AND k.guardian_id = t.guardian_id
         AND k.child_id = t.child_id
           AND k.told_id = t.id AND k.closed_at IS NULL JOIN agreement_proposal o ON o.concern_id = k.id
         JOIN directory_person p ON p.id = t.child_id WHERE {mine} AND {runs} AND o.accepted IS NULL GROUP BY t.id, p.given"
    )
}

/// After how many days a family that has said nothing is called, and for how many days it is asked for.
const SILENT: std::ops::Range<i64> = 7..60;

fn team(asking: &mut Asking<'_>) -> String {
    let (hears, follows) = (asking.visible::<Propose, Concern>(), asking.visible::<Follow, Announcement>());
    let day = 24 * 60;
    let (since, until) = (asking.in_minutes(-SILENT.end * day), asking.in_minutes(-SILENT.start * day));
    let (tied, taught, today) = (asking.live("g"), asking.live("m"), asking.in_days(0));
    // Who answers no more, and whose child has left, is waited for no more.
    let told = format!(
        "FROM agreement_announcement n JOIN agreement_told t ON t.protocol_id = n.protocol_id AND {}
         JOIN informed g ON g.guardian_id = t.guardian_id AND g.child_id = t.child_id AND {tied}
         AND EXISTS (SELECT 1 FROM membership m JOIN unit_closure up ON up.descendant = m.unit_id
           AND up.ancestor = n.school_id WHERE m.person_id = t.child_id AND m.role = 'pupil' AND {taught})",
        runs("n", &today)
    );
    let heard = runs("k", &today);
    format!(
        "SELECT 'agreement-card-concern', NULL, NULL, '', count(*), min(k.at), NULL FROM agreement_concern k
         WHERE k.closed_at IS NULL AND {heard} AND {hears} AND NOT EXISTS
           (SELECT 1 FROM agreement_proposal o WHERE o.concern_id = k.id AND o.accepted IS NULL) HAVING count(*) > 0
         UNION ALL SELECT 'agreement-card-unreached', NULL, NULL, '', count(DISTINCT t.guardian_id), min(t.told_at), NULL
         {told} WHERE n.live = 1 AND {follows} AND (t.failed = 1 OR t.way = 'paper')
         AND t.received_at IS NULL HAVING count(*) > 0
         UNION ALL SELECT 'agreement-card-silent', NULL, NULL, '', count(DISTINCT t.child_id), min(t.told_at), NULL
         {told} WHERE n.live = 1 AND {follows} AND t.told_at > {since} AND t.told_at < {until} AND NOT EXISTS
           (SELECT 1 FROM agreement_answer a WHERE a.dispositif_id = t.dispositif_id AND a.child_id = t.child_id
           AND a.current = 1)
         HAVING count(*) > 0"
    )
}
