//! The opinions that are waited for.
use crate::{Public, policy::TEACHERS};
use access::Role;
use programme::store::takes_part;
use web::{Asking, Day, Door, Entry, Kind, THE_PERSON};

/// What this slice puts on *Aujourd'hui*: one card for each open wave and each way in which one is asked.
pub const DAYS: &[Day] = &[
    Day {
        door: Door::Pupil,
        kinds: &[Kind::waits("survey-card-pupil", "smile", Entry::Programmes, "/avis")],
        select: pupil,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Guardian,
        kinds: &[Kind::waits("survey-card-family", "smile", Entry::Programmes, "/avis")],
        select: family,
        topics: THE_PERSON,
    },
    Day {
        door: Door::Staff(TEACHERS),
        kinds: &[Kind::waits("survey-card-teacher", "smile", Entry::Programmes, "/avis")],
        select: teacher,
        topics: THE_PERSON,
    },
];

fn pupil(asking: &mut Asking<'_>) -> String {
    let classes = asking.ids(asking.actor.units(&[Role::Pupil]));
    waits(asking, "survey-card-pupil", Public::Pupil, &classes)
}

fn family(asking: &mut Asking<'_>) -> String {
    let (now, children) = (asking.now(), asking.ids(asking.actor.children.iter().copied()));
    let classes = format!(
        "SELECT m.unit_id FROM membership m WHERE m.role = 'pupil' AND (m.until IS NULL OR m.until > {now})
         AND m.person_id IN ({children})"
    );
    waits(asking, "survey-card-family", Public::Family, &classes)
}

fn teacher(asking: &mut Asking<'_>) -> String {
    let schools = asking.ids(asking.actor.units(TEACHERS));
    waits(asking, "survey-card-teacher", Public::Teacher, &schools)
}

/// The open waves that ask this public of these units, unless the person has answered every question.
fn waits(asking: &mut Asking<'_>, key: &str, public: Public, units: &str) -> String {
    let (me, today, public, asked) =
        (asking.me(), asking.in_days(0), public.word(), takes_part("w.dispositif_id", units));
    format!(
        "SELECT '{key}', w.id, NULL, '', 1, w.at, NULL FROM survey_wave w
         WHERE w.opens_on <= {today} AND w.closes_on >= {today} AND {asked} AND NOT EXISTS (SELECT 1 FROM survey_answer a
           WHERE a.wave_id = w.id AND a.public = '{public}' AND a.person_id = {me} AND a.first_level IS NOT NULL
           AND a.second_level IS NOT NULL AND a.third_level IS NOT NULL)"
    )
}
