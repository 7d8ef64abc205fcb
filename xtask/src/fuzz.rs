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
    run(ground, &targets, SHORT, ("dev", "debug"))
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
    run(&mut ground, &targets, seconds, ("fuzz", "fuzz")).map(drop)
}

/// Builds the targets in a profile, whose folder is named, and runs them one after another.
fn run(
    ground: &mut Ground<'_>,
    targets: &[String],
    seconds: u32,
    (profile, folder): (&str, &str),
) -> Result<Ended, String> {
    // Of the whole workspace, as the tests are: what they have compiled of others' crates is found again.
    let mut words = vec!["test", "--workspace", "--no-run", "--profile", profile];
    words.extend(targets.iter().flat_map(|target| ["--example", target]));
    let compiler = fs::canonicalize(ground.root.join("fuzz/rustc")).map_err(|why| format!("fuzz/rustc: {why}"))?;
    let mut build = ground.command("cargo", &words);
    ground.run(build.env("RUSTC_WORKSPACE_WRAPPER", compiler))?;
    let time = format!("-max_total_time={seconds}");
    for target in targets {
        let at = |what: &str| format!("fuzz/{what}/{target}/");
        for made in [at("corpus"), at("artifacts")] {
            fs::create_dir_all(ground.root.join(&made)).map_err(|why| format!("{made}: {why}"))?;
        }
        let found = format!("-artifact_prefix={}", at("artifacts"));
        let words = [&at("corpus"), &at("seeds"), &time, &found, "-max_len=4096", "-timeout=5"];
        let program = ground.root.join(format!("target/{folder}/examples/{target}"));
        let mut fuzzing = ground.command(&program.to_string_lossy(), &words);
        ground.run(&mut fuzzing)?;
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
