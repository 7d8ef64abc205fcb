//! Everything that must hold before a change is taken in, step by step, each with its seconds.
use crate::{chore, postgres::Postgres, setup};
use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, Instant},
};

/// What a step stands on.
struct Ground<'g> {
    root: &'g Path,
    postgres: Option<Postgres>,
    log: fs::File,
}

/// A step: how it ended, when it was not simply done.
type Step = fn(&mut Ground<'_>) -> Result<Ended, String>;

enum Ended {
    Done,
    /// Only partly, or not at all; and why.
    Partly(String),
}

const STEPS: &[(&str, Step)] = &[
    ("setup", |ground| setup::install(ground.root, &mut ground.log).map(|()| Ended::Done)),
    ("fmt", |ground| ground.cargo(&["fmt", "--all", "--check"])),
    ("tidy", tidy),
    ("deny", deny),
    ("clippy", |ground| ground.cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("test", test_crates),
    ("doc-test", |ground| ground.cargo(&["test", "--workspace", "--doc", "--quiet"])),
    ("build", |ground| ground.cargo(&["build", "--release"])),
    ("e2e", e2e),
    ("fuzz", fuzz),
];

/// Which steps to take.
#[derive(Default)]
pub struct Choice {
    only: Vec<String>,
    skip: Vec<String>,
}

impl Choice {
    /// Reads `--only a,b --skip c`.
    pub fn read(words: &[String]) -> Result<Self, String> {
        let mut choice = Self::default();
        for pair in words.chunks(2) {
            let list = match pair[0].as_str() {
                "--only" => &mut choice.only,
                "--skip" => &mut choice.skip,
                other => return Err(format!("{other} is neither --only nor --skip")),
            };
            let steps = pair.get(1).ok_or_else(|| format!("{} wants steps: {}", pair[0], names()))?;
            for step in steps.split(',') {
                if !STEPS.iter().any(|(name, _)| *name == step) {
                    return Err(format!("no step {step}; there are {}", names()));
                }
                list.push(step.to_owned());
            }
        }
        Ok(choice)
    }

    fn takes(&self, step: &str) -> bool {
        let named = |list: &[String]| list.iter().any(|name| name == step);
        (self.only.is_empty() || named(&self.only)) && !named(&self.skip)
    }
}

fn names() -> String {
    STEPS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ")
}

/// Takes the chosen steps up to the first that fails, and prints what each took.
pub fn test(root: &Path, choice: &Choice) -> Result<(), String> {
    let mut table = vec![];
    let log = chore::log(root, "postgres").map_err(|why| why.to_string())?;
    let mut ground = Ground { root, postgres: None, log };
    let mut failed = None;
    for (name, step) in STEPS.iter().filter(|(name, _)| choice.takes(name)) {
        println!("── {name}");
        let begun = now();
        let ended = chore::log(root, name).map_err(|why| why.to_string()).and_then(|log| {
            ground.log = log;
            step(&mut ground)
        });
        let took = begun.elapsed();
        let word = match ended {
            Ok(Ended::Done) => "done".to_owned(),
            Ok(Ended::Partly(why)) => why,
            Err(why) => {
                failed = Some(format!("{name} failed: {why}"));
                "FAILED".to_owned()
            }
        };
        println!("── {name}: {word}, {} s\n", seconds(took));
        table.push((*name, took, word));
        if failed.is_some() {
            break;
        }
    }
    drop(ground);
    for (name, took, word) in &table {
        println!("{name:<10}{:>8} s  {word}", seconds(*took));
    }
    println!("{:<10}{:>8} s", "together", seconds(table.iter().map(|(_, took, _)| *took).sum()));
    failed.map_or(Ok(()), Err)
}

fn now() -> Instant {
    #[expect(clippy::disallowed_methods, reason = "how long a step takes is measured by the machine")]
    Instant::now()
}

fn seconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f32())
}

impl Ground<'_> {
    fn command(&self, program: &str, words: &[&str]) -> Command {
        let mut command = Command::new(program);
        command.args(words).current_dir(self.root);
        command
    }

    fn run(&mut self, command: &mut Command) -> Result<Ended, String> {
        chore::run(command, &mut self.log).map(|()| Ended::Done)
    }

    fn cargo(&mut self, words: &[&str]) -> Result<Ended, String> {
        self.run(&mut self.command("cargo", words))
    }

    /// The address of a PostgreSQL, started the first time it is wanted.
    fn postgres(&mut self) -> Result<String, String> {
        if self.postgres.is_none() {
            self.postgres = Some(Postgres::start(&mut self.log)?);
        }
        self.postgres.as_ref().map(|server| server.url.clone()).ok_or_else(|| "no PostgreSQL".to_owned())
    }
}

fn tidy(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let chores = std::env::current_exe().map_err(|why| why.to_string())?;
    ground.run(Command::new(chores).arg("tidy"))
}

/// Licences, bans and sources always; advisories when their database can be fetched.
fn deny(ground: &mut Ground<'_>) -> Result<Ended, String> {
    ground.cargo(&[
        "deny",
        "--log-level",
        "error",
        "check",
        "--hide-inclusion-graph",
        "licenses",
        "bans",
        "sources",
    ])?;
    if ground.cargo(&["deny", "fetch", "db"]).is_err() {
        return Ok(Ended::Partly("done, advisories skipped: their database cannot be fetched from here".into()));
    }
    ground.cargo(&["deny", "--offline", "check", "advisories"])
}

fn test_crates(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let url = ground.postgres()?;
    let mut tests = ground.command("cargo", &["nextest", "run", "--workspace"]);
    ground.run(tests.env("TEST_POSTGRES", url))
}

fn e2e(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let folder = ground.root.join("e2e");
    let stories = fs::read_dir(folder.join("stories")).map_or(0, Iterator::count);
    if stories == 0 {
        return Ok(Ended::Partly("skipped: e2e/stories is empty".into()));
    }
    let binary = fs::canonicalize(ground.root.join("target/release/preau"))
        .map_err(|why| format!("target/release/preau: {why}; the step `build` makes it"))?;
    let url = ground.postgres()?;
    let mut stories = ground.command("npx", &["playwright", "test"]);
    ground.run(stories.current_dir(folder).env("PREAU_BIN", binary).env("TEST_POSTGRES", url))
}

/// Sixty seconds of each target.
fn fuzz(ground: &mut Ground<'_>) -> Result<Ended, String> {
    for target in targets(ground.root)? {
        let (corpus, seeds) = (format!("fuzz/corpus/{target}"), format!("fuzz/seeds/{target}"));
        fs::create_dir_all(ground.root.join(&corpus)).map_err(|why| format!("{corpus}: {why}"))?;
        let words =
            ["fuzz", "run", &target, &corpus, &seeds, "--", "-max_total_time=60", "-max_len=4096", "-timeout=5"];
        let mut run = ground.command("cargo", &words);
        ground.run(run.env("RUSTC_BOOTSTRAP", "1"))?;
    }
    Ok(Ended::Done)
}

/// The names in fuzz/Cargo.toml.
fn targets(root: &Path) -> Result<Vec<String>, String> {
    let text = fs::read_to_string(root.join("fuzz/Cargo.toml")).map_err(|why| format!("fuzz/Cargo.toml: {why}"))?;
    let table: toml::Table = text.parse().map_err(|why| format!("fuzz/Cargo.toml: {why}"))?;
    let bins = table.get("bin").and_then(toml::Value::as_array).into_iter().flatten();
    Ok(bins.filter_map(|bin| bin.get("name")?.as_str().map(str::to_owned)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split(' ').map(str::to_owned).collect()
    }

    #[test]
    fn steps_are_chosen_by_name() {
        let choice = Choice::read(&words("--only fmt,tidy --skip tidy")).unwrap_or_default();
        assert!(choice.takes("fmt") && !choice.takes("tidy") && !choice.takes("clippy"));
        assert!(Choice::read(&words("--only dance")).is_err_and(|why| why.contains("no step dance")));
        assert!(Choice::read(&words("--only")).is_err());
        assert!(Choice::default().takes("fuzz"));
    }

    #[test]
    fn every_fuzz_target_is_found() {
        let targets = targets(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap_or_default();
        assert!(targets.contains(&"annuaire".to_owned()));
    }
}
