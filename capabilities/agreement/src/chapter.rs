//! The families' chapter of a bilan.
use crate::store;
use db::{Result, Tx};
use programme::{Chapter, Counts, Datum, Figure, Numbers, Picture, Scope};
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

const TOLD: &str = "agreement-figure-told";
const RECEIVED: &str = "agreement-figure-received";
const READ: &str = "agreement-figure-read";
const ANSWERED: &str = "agreement-figure-answered";
const AGREED: &str = "agreement-figure-agreed";
const REFUSED: &str = "agreement-figure-refused";
const DELAY: &str = "agreement-figure-delay";
const STEPS: &str = "agreement-chart-steps";

fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    for (school, one) in store::counts(tx, scope.dispositif, scope.schools)? {
        for (key, value) in [
            (TOLD, one.told),
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

fn charts(shell: &Shell, numbers: &Numbers) -> Vec<Picture> {
    let step = |key: &str| Datum::new(shell.say(key).to_string(), numbers.get(key).0);
    vec![Picture::bars(shell, STEPS, &[TOLD, RECEIVED, READ, ANSWERED].map(step))]
}
