//! What takes too long to be tried before each change: run by hand, or by night.
use crate::ground::{self, Ended, Ground, Step};
use std::path::Path;

/// With how many cases a property is tried.
const CASES: &str = "10000";

const STEPS: &[(&str, Step)] = &[("properties", properties)];

/// Takes them all.
pub fn run(root: &Path) -> Result<(), String> {
    ground::take(root, STEPS.iter())
}

/// Every test once more, on both databases; a property is tried with many more cases. One that says itself how many it wants reads
/// `PREAU_CASES`.
fn properties(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let url = ground.postgres()?;
    let mut tests = ground.linted(&["nextest", "run", "--workspace", "--profile", "long"]);
    ground.run(tests.env("TEST_POSTGRES", url).env("PREAU_CASES", CASES).env("PROPTEST_CASES", CASES))
}
