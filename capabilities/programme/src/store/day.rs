//! What programmes put on *Aujourd'hui*: what a head answers and approves, what a pilot confirms, reaches and decides.
use crate::{
    Dispositif, Seat,
    policy::{Answer, HEADS, PILOTS, Steer},
};
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Staff(HEADS),
        kinds: &[
            Kind::waits("programme-card-answer", "flag", Entry::Programmes, "/programmes/{id}/ecoles/{other}"),
            Kind::waits(
                "programme-card-approve",
                "file-text",
                Entry::Programmes,
                "/programmes/{id}/ecoles/{other}/relecture",
            ),
            Kind::waits(
                "programme-card-publish",
                "megaphone",
                Entry::Programmes,
                "/programmes/{id}/ecoles/{other}/relecture",
            ),
            Kind::waits(
                "programme-card-engaged",
                "circle-check",
                Entry::Programmes,
                "/programmes/{id}/ecoles/{other}/protocole",
            ),
            Kind::on("programme-card-declined", "school", Entry::Programmes, "/programmes/{id}/ecoles/{other}"),
        ],
        select: head,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(PILOTS),
        kinds: &[
            Kind::waits("programme-card-applied", "school", Entry::Programmes, "/programmes/{id}/ecoles"),
            Kind::waits("programme-card-proposed", "book-open", Entry::Programmes, "/programmes/{id}/experiences"),
            Kind::waits("programme-card-late", "flag", Entry::Programmes, "/programmes/{id}/etapes"),
            Kind::waits("programme-card-bilan", "chart-column", Entry::Programmes, "/programmes/{id}/bilan"),
            Kind::waits("programme-card-decide", "list-checks", Entry::Programmes, "/programmes/{id}/bilan"),
            Kind::comes("programme-card-milestone", "flag", Entry::Programmes, "/programmes/{id}/etapes"),
        ],
        select: pilot,
        topics: THE_PERSON,
    },
];

/// For how many days a head is told that the pilot said no.
const TOLD: i64 = 14;

fn head(asking: &mut Asking<'_>) -> String {
    let (today, answers) = (asking.in_days(0), asking.visible::<Answer, Seat>());
    let (me, lately) = (asking.me(), asking.bind(asking.now.plus_days(-TOLD)));
    let seat = format!(
        "FROM programme_engagement e JOIN programme_dispositif d ON d.id = e.dispositif_id AND d.ends_on >= {today}
         JOIN unit s ON s.id = e.unit_id"
    );
    let open = "JOIN programme_protocol p ON p.dispositif_id = e.dispositif_id AND p.unit_id = e.unit_id";
    format!(
        "SELECT 'programme-card-answer', d.id, s.id, d.name, 1, e.moved_at, NULL {seat}
         WHERE e.state = 'proposed' AND {answers}
         UNION ALL SELECT 'programme-card-approve', d.id, s.id, d.name, 1, p.written_at, NULL {seat} {open}
         WHERE e.state = 'engaged' AND p.stage = 'draft' AND {answers}
         UNION ALL SELECT 'programme-card-publish', d.id, s.id, d.name, 1, p.approved_at, NULL {seat} {open}
         WHERE e.state = 'engaged' AND p.stage = 'approved' AND {answers}
         UNION ALL SELECT 'programme-card-engaged', d.id, s.id, d.name, 1, e.moved_at, NULL {seat}
         WHERE e.state = 'engaged' AND {answers} AND NOT EXISTS (SELECT 1 FROM programme_protocol p
           WHERE p.dispositif_id = e.dispositif_id AND p.unit_id = e.unit_id)
         UNION ALL SELECT 'programme-card-declined', d.id, s.id, d.name, 1, e.moved_at, NULL {seat}
         WHERE e.state = 'declined' AND e.moved_by <> {me} AND e.moved_at > {lately} AND {answers}"
    )
}

/// How many days before it is due a milestone is announced, and the bilan's word is asked for.
const AHEAD: i64 = 14;

fn pilot(asking: &mut Asking<'_>) -> String {
    let (today, soon, steers) = (asking.in_days(0), asking.in_days(AHEAD), asking.visible::<Steer, Dispositif>());
    let mine = format!("d.decision IS NULL AND {steers}");
    let milestone = format!(
        "FROM programme_milestone k JOIN programme_dispositif d ON d.id = k.dispositif_id
         WHERE k.reached_at IS NULL AND {mine}"
    );
    format!(
        "SELECT 'programme-card-applied', d.id, NULL, d.name, count(*), min(e.moved_at), NULL
         FROM programme_dispositif d
         JOIN programme_engagement e ON e.dispositif_id = d.id AND e.state = 'applied' WHERE {mine}
         GROUP BY d.id, d.name
         UNION ALL SELECT 'programme-card-proposed', d.id, NULL, d.name, count(*), min(p.proposed_at), NULL
         FROM programme_dispositif d
         JOIN programme_publication p ON p.dispositif_id = d.id AND p.published_at IS NULL WHERE {steers}
         GROUP BY d.id, d.name
         UNION ALL SELECT 'programme-card-late', d.id, NULL, k.title, 1, NULL, NULL {milestone} AND k.due <= {today}
         UNION ALL SELECT 'programme-card-milestone', d.id, NULL, k.title, 1, NULL, NULL {milestone}
         AND k.due > {today} AND k.due <= {soon}
         UNION ALL SELECT 'programme-card-bilan', d.id, NULL, d.name, 1, NULL, NULL FROM programme_dispositif d
         WHERE d.word = '' AND d.bilan_due <= {soon} AND {mine}
         UNION ALL SELECT 'programme-card-decide', d.id, NULL, d.name, 1, NULL, NULL FROM programme_dispositif d
         WHERE d.word <> '' AND d.bilan_due <= {today} AND {mine}"
    )
}

/// The condition that one of these units (the text of a list or of a sub-select) is of a school engaged in the dispositif of
/// this column. From the few units that are above a person's, whatever the number of schools.
pub fn takes_part(dispositif: &str, units: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM programme_engagement e WHERE e.dispositif_id = {dispositif} AND e.state = 'engaged'
           AND e.unit_id IN (SELECT up.ancestor FROM unit_closure up WHERE up.descendant IN ({units})))"
    )
}
