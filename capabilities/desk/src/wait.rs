//! The honest wait: what may be said to a child who waits, and no more.
use crate::model::{Duty, DutyState, Subject};
use kernel::Moment;

/// How long one may have to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Between so many minutes and so many.
    Between(i64, i64),
    /// More than so many minutes.
    Over(i64),
    /// Help is there, but the desk may close before the turn comes.
    Late(Moment),
    /// The one who helps is away for a moment.
    Pause,
    /// Nobody before this hour.
    From(Moment),
    /// Nobody this evening.
    Nobody,
}

/// The steps a wait is told in, in minutes.
const STEPS: [i64; 9] = [0, 5, 10, 15, 20, 30, 45, 60, 90];

/// The wait for `subject` (any, when not chosen yet), with `before` tickets waiting by subject and help lately taking
/// `pace` seconds.
pub fn wait(duties: &[Duty], before: &[(Subject, i64)], subject: Option<Subject>, pace: i64, now: Moment) -> Wait {
    let able = |duty: &&Duty| duty.serves(subject);
    let there: Vec<&Duty> = duties.iter().filter(able).filter(|duty| duty.open(now)).collect();
    if there.is_empty() {
        return absent(duties.iter().filter(able), now);
    }
    let ahead = ahead(&there, before);
    let helpers = i64::try_from(there.len()).unwrap_or(1);
    let least = ahead * pace / helpers / 60;
    let most = (ahead + 1) * pace / helpers / 60 + 1;
    let closes = there.iter().map(|duty| duty.ends_at).max().unwrap_or(now);
    let left = closes.minutes_since(now);
    if most > left {
        return Wait::Late(closes);
    }
    let low = STEPS.iter().copied().rfind(|step| *step <= least).unwrap_or(0);
    match STEPS.iter().copied().find(|step| *step >= most.max(low + 5)) {
        Some(high) => Wait::Between(low, high.min(left)),
        None => Wait::Over(low),
    }
}

/// How many tickets stand before, among those that the same people would take.
pub fn ahead(there: &[&Duty], before: &[(Subject, i64)]) -> i64 {
    let theirs = |subject: Subject| there.iter().any(|duty| duty.serves(Some(subject)));
    before.iter().filter(|(subject, _)| theirs(*subject)).map(|(_, count)| count).sum()
}

fn absent<'d>(duties: impl Iterator<Item = &'d Duty> + Clone, now: Moment) -> Wait {
    if duties.clone().any(|duty| duty.paused(now)) {
        return Wait::Pause;
    }
    let planned = duties.filter(|duty| duty.state == DutyState::Planned && duty.ahead(now));
    match planned.map(|duty| duty.starts_at).min() {
        // Promised for a time that is past, and not come yet: the truth is that we do not know, but they are expected.
        Some(starts) if starts <= now => Wait::Pause,
        Some(starts) => Wait::From(starts),
        None => Wait::Nobody,
    }
}
