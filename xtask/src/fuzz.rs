//! The fuzz targets, for a few seconds before each change or for as long as one likes.
use crate::ground::{Ended, Ground};
use std::{fs, path::Path};

/// How long each target runs before a change is taken in.
const SHORT: u32 = 10;
/// How long by hand, unless said.
const LONG: u32 = 600;

/// A few seconds of each target.
pub fn step(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let targets = targets(ground.root)?;
    run(ground, &targets, SHORT, "dev")
}

/// `cargo xtask fuzz [SECONDS] [TARGET]`.
pub fn by_hand(root: &Path, words: &[String]) -> Result<(), String> {
    let mut targets = targets(root)?;
    let mut seconds = LONG;
    for word in words {
        match word.parse() {
            Ok(number) => seconds = number,
            Err(_) if targets.contains(word) => targets = vec![word.clone()],
            Err(_) => return Err(format!("{word} is neither seconds nor one of {}", targets.join(", "))),
        }
    }
    let mut ground = Ground::of(root)?;
    run(&mut ground, &targets, seconds, "fuzz").map(drop)
}

/// Builds the targets in a profile, and runs them one after another.
fn run(ground: &mut Ground<'_>, targets: &[String], seconds: u32, profile: &str) -> Result<Ended, String> {
    let compiler = fs::canonicalize(ground.root.join("fuzz/rustc")).map_err(|why| format!("fuzz/rustc: {why}"))?;
    // Of the whole workspace, as the tests are: what they have compiled of others' crates is found again.
    let words = ["test", "--workspace", "--profile", profile];
    let named = targets.iter().flat_map(|target| ["--example", target]);
    let mut build = ground.command("cargo", &words);
    build.args(named).arg("--no-run").env("RUSTC_WORKSPACE_WRAPPER", &compiler);
    ground.run(&mut build)?;
    for target in targets {
        let found = ground.root.join("fuzz/corpus").join(target);
        let broken = ground.root.join("fuzz/artifacts").join(target);
        for folder in [&found, &broken] {
            fs::create_dir_all(folder).map_err(|why| format!("{}: {why}", folder.display()))?;
        }
        let mut fuzzing = ground.command("cargo", &words);
        fuzzing.args(["--quiet", "--example", target, "--"]).env("RUSTC_WORKSPACE_WRAPPER", &compiler);
        // Cargo runs it in its own folder, `fuzz`.
        fuzzing.args([format!("corpus/{target}"), format!("seeds/{target}"), format!("-max_total_time={seconds}")]);
        fuzzing.args([format!("-artifact_prefix=artifacts/{target}/"), "-max_len=4096".into(), "-timeout=5".into()]);
        ground.run(&mut fuzzing)?;
        // What sees nothing new in so many tries does not see at all: it was not compiled by `fuzz/rustc`.
        if fs::read_dir(&found).is_ok_and(|mut files| files.next().is_none()) {
            return Err(format!("{target} found no way through the code that its seeds do not go"));
        }
    }
    Ok(Ended::Done)
}

/// The names in fuzz/Cargo.toml.
fn targets(root: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root.join("fuzz/Cargo.toml")).map_err(|why| format!("fuzz/Cargo.toml: {why}"))?;
    let table: toml::Table = text.parse().map_err(|why| format!("fuzz/Cargo.toml: {why}"))?;
    let examples = table.get("example").and_then(toml::Value::as_array).into_iter().flatten();
    Ok(examples.filter_map(|one| one.get("name")?.as_str().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_is_found() {
        let targets = targets(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap_or_default();
        assert!(targets.contains(&"annuaire".to_owned()));
    }
}
