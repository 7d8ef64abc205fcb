//! What is said of the wait is true: before closing, never more exact than is known.
use super::town::NOW;
use crate::{Duty, DutyState, Subject, Wait, ahead, wait};
use kernel::{Id, Moment, Seeded};
use proptest::prelude::*;

const PACE: i64 = 480;

fn duty((from, to): (i64, i64), state: DutyState, subjects: &[Subject]) -> Duty {
    let chance = Seeded::new(1);
    Duty {
        id: Id::new(NOW, &chance),
        desk: Id::new(NOW, &chance),
        teacher: Id::new(NOW, &chance),
        subjects: subjects.to_vec(),
        room: None,
        starts_at: NOW.plus_minutes(from),
        ends_at: NOW.plus_minutes(to),
        state,
    }
}

fn open(to: i64) -> Duty {
    duty((-30, to), DutyState::Open, &[])
}

fn said(duties: &[Duty], before: i64) -> Wait {
    wait(duties, &[(Subject::Maths, before)], Some(Subject::Maths), PACE, NOW)
}

#[test]
fn the_wait_is_told_in_steps() {
    assert_eq!(said(&[open(180)], 0), Wait::Between(0, 10));
    assert_eq!(said(&[open(180)], 1), Wait::Between(5, 20));
    assert_eq!(said(&[open(180), open(180)], 1), Wait::Between(0, 10), "two help");
    assert_eq!(said(&[open(180)], 8), Wait::Between(60, 90));
    assert_eq!(said(&[open(600)], 20), Wait::Over(90));
}

#[test]
fn nobody_is_promised_a_turn_after_closing() {
    let closes = NOW.plus_minutes(20);
    assert_eq!(said(&[open(20)], 3), Wait::Late(closes));
    assert_eq!(said(&[open(20)], 1), Wait::Between(5, 20));
    assert_eq!(said(&[open(7)], 0), Wait::Late(NOW.plus_minutes(7)));
    assert_eq!(said(&[open(9)], 0), Wait::Between(0, 9), "no longer than the desk is open");
}

#[test]
fn without_anybody_there_the_truth_is_said() {
    let planned = |from| duty((from, 120), DutyState::Planned, &[]);
    assert_eq!(said(&[planned(20), planned(40)], 2), Wait::From(NOW.plus_minutes(20)));
    assert_eq!(said(&[planned(-5)], 0), Wait::Pause, "promised for five minutes ago");
    assert_eq!(said(&[duty((-5, 60), DutyState::Paused, &[])], 0), Wait::Pause);
    assert_eq!(said(&[duty((-5, 60), DutyState::Closed, &[])], 0), Wait::Nobody);
    assert_eq!(said(&[], 0), Wait::Nobody);
    assert_eq!(said(&[open(-1)], 0), Wait::Nobody, "left open, but over");
}

#[test]
fn only_those_whom_the_same_people_help_stand_before() {
    let maths = duty((-30, 180), DutyState::Open, &[Subject::Maths, Subject::Science]);
    let french = duty((-30, 180), DutyState::Open, &[Subject::French]);
    let before = [(Subject::Maths, 2), (Subject::Science, 1), (Subject::French, 4)];
    assert_eq!(ahead(&[&maths], &before), 3);
    assert_eq!(ahead(&[&maths, &french], &before), 7);
    let asked = |subject| wait(&[maths.clone(), french.clone()], &before, Some(subject), PACE, NOW);
    assert_eq!(asked(Subject::Maths), Wait::Between(20, 45));
    assert_eq!(asked(Subject::Languages), Wait::Nobody);
}

fn duties() -> impl Strategy<Value = Vec<Duty>> {
    let state = prop::sample::select(DutyState::ALL);
    let subjects = prop::sample::subsequence(Subject::ALL.to_vec(), 0..3);
    let one = (-120_i64..240, 5_i64..240, state, subjects);
    prop::collection::vec(
        one.prop_map(|(from, long, state, subjects)| duty((from, from + long), state, &subjects)),
        0..5,
    )
}

proptest! {
    #[test]
    fn whatever_happens_the_wait_is_honest(
        duties in duties(),
        counts in prop::collection::vec(0_i64..40, Subject::ALL.len()),
        subject in prop::sample::select(Subject::ALL),
        pace in 60_i64..1_800,
    ) {
        let before: Vec<_> = Subject::ALL.iter().copied().zip(counts).collect();
        let there: Vec<&Duty> = duties.iter().filter(|duty| duty.serves(Some(subject)) && duty.open(NOW)).collect();
        let closes = there.iter().map(|duty| duty.ends_at).max().unwrap_or(NOW);
        let ends = |at: Moment| duties.iter().any(|duty| duty.ends_at == at);
        match wait(&duties, &before, Some(subject), pace, NOW) {
            Wait::Between(low, high) => prop_assert!(0 <= low && low < high && NOW.plus_minutes(high) <= closes),
            Wait::Over(low) => prop_assert!(low > 0 && NOW.plus_minutes(low) < closes),
            Wait::Late(at) => prop_assert!(at == closes && ends(at) && at > NOW),
            Wait::From(at) => prop_assert!(there.is_empty() && at > NOW),
            Wait::Pause | Wait::Nobody => prop_assert!(there.is_empty()),
        }
    }

    #[test]
    fn more_before_never_promises_less(count in 0_i64..30, pace in 60_i64..1_800, to in 5_i64..400) {
        let low = |count| match wait(&[open(to)], &[(Subject::Maths, count)], Some(Subject::Maths), pace, NOW) {
            Wait::Between(low, _) | Wait::Over(low) => low,
            _ => i64::MAX,
        };
        prop_assert!(low(count) <= low(count + 1));
    }
}
