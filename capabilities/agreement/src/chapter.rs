//! The families' chapter of a bilan.
use crate::{model, store};
use access::Actor;
use db::{Result, Tx};
use kernel::{Moment, UnitId};
use programme::{Chapter, Counts, Datum, DispositifId, Figure, Look, Numbers, Picture, Scope};
use std::collections::HashMap;
use web::Shell;

/// Families told and heard.
pub const CHAPTER: Chapter = Chapter {
    key: "agreement",
    title: "agreement-chapter",
    figures: &[
        Figure::count(TOLD),
        Figure::count(RECEIVED),
        Figure::count(READ),
        Figure::count(ANSWERED),
        Figure::share(AGREED),
        Figure::count(REFUSED),
        Figure::delay(DELAY),
    ],
    gather,
    charts,
};

/// Families that were informed and have not answered.
pub const SILENT: Look = Look {
    chapter: CHAPTER.key,
    key: "agreement-look-silent",
    icon: "users-round",
    reads: &[INFORMED, ANSWERED],
    find: |numbers| {
        let (informed, answered) = (numbers.get(INFORMED).0, numbers.get(ANSWERED).0);
        (informed >= 10 && answered * 2 < informed).then_some(informed - answered)
    },
};

const TOLD: &str = "agreement-figure-told";
const RECEIVED: &str = "agreement-figure-received";
const READ: &str = "agreement-figure-read";
const ANSWERED: &str = "agreement-figure-answered";
const AGREED: &str = "agreement-figure-agreed";
const REFUSED: &str = "agreement-figure-refused";
const DELAY: &str = "agreement-figure-delay";
/// How many the message has left for: kept for the follow-up of many schools, no figure of a bilan.
const INFORMED: &str = "agreement-figure-informed";
const STEPS: &str = "agreement-chart-steps";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    for (school, one) in store::counts(tx, scope.dispositif, scope.schools)? {
        for (key, value) in [
            (TOLD, one.told),
            (INFORMED, one.informed),
            (RECEIVED, one.received),
            (READ, one.read),
            (ANSWERED, one.answered),
            (REFUSED, one.refused),
        ] {
            counts.add(school, key, value);
        }
        counts.share(school, AGREED, one.agreed, one.children);
        if let Some(delay) = one.delay {
            counts.add(school, DELAY, delay);
        }
    }
    Ok(())
}

/// What was last counted of these schools, and when: for who follows many, whose families are not counted anew for each look.
/// Nothing where nothing was counted yet.
pub fn kept(
    tx: &mut Tx<'_>,
    actor: &Actor,
    dispositif: DispositifId,
    schools: &[UnitId],
) -> Result<Option<(HashMap<UnitId, model::Counts>, Moment)>> {
    if schools.is_empty() {
        return Ok(None);
    }
    let seen = programme::store::find(tx, actor, dispositif)?;
    let Some(at) = seen.and_then(|seen| seen.dispositif.counted_at) else { return Ok(None) };
    let keys = [TOLD, INFORMED, RECEIVED, READ, ANSWERED, AGREED, REFUSED, DELAY];
    let kept = programme::store::numbers_of(tx, dispositif, &keys, Some(schools))?;
    let counts = |numbers: Numbers| {
        let of = |key: &str| numbers.get(key).0;
        let (agreed, children) = numbers.get(AGREED);
        model::Counts {
            told: of(TOLD),
            informed: of(INFORMED),
            received: of(RECEIVED),
            read: of(READ),
            answered: of(ANSWERED),
            agreed,
            refused: of(REFUSED),
            children,
            delay: numbers.has(DELAY).then(|| of(DELAY)),
            ..model::Counts::default()
        }
    };
    Ok(Some((kept.into_iter().map(|(school, numbers)| (school, counts(numbers))).collect(), at)))
}

fn charts(shell: &Shell, numbers: &Numbers) -> Vec<Picture> {
    let step = |key: &str| Datum::new(shell.say(key).to_string(), numbers.get(key).0);
    vec![Picture::bars(shell, STEPS, &[TOLD, RECEIVED, READ, ANSWERED].map(step))]
}
