//! What takes too long to be tried before each change: run by hand, or by night.
use crate::ground::{self, Ended, Ground, Step};
use std::path::Path;

/// With how many cases a property is tried.
const CASES: &str = "10000";
/// How often eight come at once, each time in a fresh house.
const ROUNDS: &str = "50";

const STEPS: &[(&str, Step)] = &[("properties", properties)];

/// Takes them all.
pub fn run(root: &Path) -> Result<(), String> {
    ground::take(root, STEPS.iter())
}

/// Every test once more, on both databases; a property is tried with many more cases, a race in many more rounds. One that says
/// itself how many it wants reads `PREAU_CASES`, or `PREAU_ROUNDS`.
fn properties(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let url = ground.postgres()?;
    let mut tests = ground.linted(&["nextest", "run", "--workspace", "--profile", "long"]);
    ground.run(
        tests
            .env("TEST_POSTGRES", url)
            .env("PREAU_CASES", CASES)
            .env("PROPTEST_CASES", CASES)
            .env("PREAU_ROUNDS", ROUNDS),
    )
}
