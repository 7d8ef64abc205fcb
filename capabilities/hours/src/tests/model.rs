//! What is due, and months.
use super::town::NOW;
use crate::{EmptyRule, Month, TOLERANCE, counted, due};
use proptest::prelude::*;

#[test]
fn the_rule_says_what_an_empty_hour_is_worth() {
    let due = |rule: EmptyRule| [0, 1, 29, 30, 31, 60].map(|minutes| due(minutes, 0, false, rule));
    assert_eq!(due(EmptyRule::Full), [0, 1, 29, 30, 31, 60]);
    assert_eq!(due(EmptyRule::Half), [0, 1, 15, 15, 16, 30], "the odd minute is the teacher's");
    assert_eq!(due(EmptyRule::Nothing), [0; 6]);
    assert_eq!(due(EmptyRule::Minimum), [0, 1, 29, 30, 30, 30], "never more than was held");
}

#[test]
fn months_of_a_school_year_begin_in_september() {
    let november = Month::of(NOW);
    assert_eq!(november.to_string(), "2025-11");
    assert_eq!(november.rentree().to_string(), "2025-09");
    let june: Month = "2026-06".parse().unwrap();
    assert_eq!(june.rentree(), november.rentree());
    assert_eq!(june.since_rentree().len(), 10);
    assert_eq!(june.plus(3).rentree().to_string(), "2026-09");
    for wrong in ["", "2026", "2026-13", "26-01", "2026-1", "2026-01-01", "9999-01"] {
        assert!(wrong.parse::<Month>().is_err(), "{wrong}");
    }
}

#[test]
fn a_line_belongs_to_the_month_of_the_clock_in_normandie() {
    // 30 November 2025, 23 h 30 UTC: in Paris it is December.
    assert_eq!(Month::of(kernel::Moment(1_764_545_400_000)).to_string(), "2025-12");
}

proptest! {
    #[test]
    fn time_that_counts_stays_within_what_was_planned_and_a_tolerance(
        opened in -200_i64..200, lasted in 0_i64..400, planned in -100_i64..100, length in 5_i64..240,
    ) {
        let at = |minutes: i64| NOW.plus_minutes(minutes);
        let (start, end) = counted(at(opened), at(opened + lasted), (at(planned), at(planned + length)));
        prop_assert!(start <= end && start >= at(opened));
        prop_assert!(end.minutes_since(start) <= lasted.min(length + 2 * TOLERANCE));
        if opened >= planned && opened + lasted <= planned + length {
            prop_assert_eq!(end.minutes_since(start), lasted);
        }
    }
}
