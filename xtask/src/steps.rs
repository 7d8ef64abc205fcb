//! Everything that must hold before a change is taken in, step by step.
//!
//! Dependencies are compiled once, in the profile of tests, with the few hot ones optimised there; our own crates once, by Clippy's driver.
//! The program that the stories in a browser walk through is the one that the tests have just run. The profile that is shipped is not
//! built here: nothing in these steps is a figure of it.
use crate::{
    fuzz,
    ground::{self, Ended, Ground, Step},
    setup, storm,
    tree::Tree,
};
use std::{collections::BTreeSet, fs, path::Path, process::Command};

const STEPS: &[(&str, Step)] = &[
    ("setup", |ground| setup::install(ground.root, &mut ground.log).map(|()| Ended::Done)),
    ("fmt", |ground| ground.cargo(&["fmt", "--all", "--check"])),
    ("tidy", tidy),
    ("deny", deny),
    ("build", |ground| ground.run(&mut ground.linted(&["test", "--workspace", "--no-run"]))),
    ("test", test_crates),
    ("packaging", packaging),
    ("doc-test", doc_tests),
    ("e2e", |ground| e2e(ground, "beside")),
    ("e2e-alone", |ground| e2e(ground, "alone")),
    ("storm", storm::step),
    ("fuzz", fuzz::step),
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

/// Takes the chosen steps.
pub fn test(root: &Path, choice: &Choice) -> Result<(), String> {
    ground::take(root, STEPS.iter().filter(|(name, _)| choice.takes(name)))
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
    let mut tests = ground.linted(&["nextest", "run", "--workspace"]);
    ground.run(tests.env("TEST_POSTGRES", url))
}

/// What is shipped beside the program, used: the package installed, nginx before it, the document walked.
fn packaging(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let chores = std::env::current_exe().map_err(|why| why.to_string())?;
    let (root, folder) = (ground.root.join("target"), ground.root.join("target/ci/package"));
    let mut package = Command::new(chores);
    ground.run(package.arg("package").arg("--binary").arg(root.join("debug/preau")).arg("--to").arg(&folder))?;
    let mut tests = ground.linted(&["nextest", "run", "--workspace", "--ignore-default-filter"]);
    ground.run(tests.args(["-E", "binary(packaging)"]))
}

/// The examples in the documentation, in the crates that have any.
fn doc_tests(ground: &mut Ground<'_>) -> Result<Ended, String> {
    let tree = Tree::read(ground.root).map_err(|why| why.to_string())?;
    let crates = with_examples(&tree);
    if crates.is_empty() {
        return Ok(Ended::Partly("skipped: no crate has an example in its documentation".into()));
    }
    for folder in crates {
        let manifest = format!("{folder}/Cargo.toml");
        ground.run(&mut ground.linted(&["test", "--doc", "--quiet", "--manifest-path", &manifest]))?;
    }
    Ok(Ended::Done)
}

/// The folders of the crates whose documentation has an example.
fn with_examples(tree: &Tree) -> BTreeSet<&str> {
    let says = |text: &str| {
        text.lines().any(|line| matches!(line.trim().get(..3), Some("///" | "//!")) && line.contains("```"))
    };
    let sources = tree.ending(".rs").filter(|file| !file.path.starts_with("fuzz/") && says(&file.text));
    sources.filter_map(|file| file.path.split_once("/src/").map(|(folder, _)| folder)).collect()
}

/// The stories of one project of `e2e/playwright.config.ts`.
fn e2e(ground: &mut Ground<'_>, project: &str) -> Result<Ended, String> {
    let folder = ground.root.join("e2e");
    let stories = fs::read_dir(folder.join("stories")).map_or(0, Iterator::count);
    if stories == 0 {
        return Ok(Ended::Partly("skipped: e2e/stories is empty".into()));
    }
    let binary = fs::canonicalize(ground.root.join("target/debug/preau"))
        .map_err(|why| format!("target/debug/preau: {why}; the step `build` makes it"))?;
    let url = ground.postgres()?;
    let mut stories = ground.command("npx", &["playwright", "test", "--project", project]);
    ground.run(stories.current_dir(folder).env("PREAU_BIN", binary).env("TEST_POSTGRES", url))
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
        assert!(choice.takes("fmt") && !choice.takes("tidy") && !choice.takes("build"));
        assert!(Choice::read(&words("--only dance")).is_err_and(|why| why.contains("no step dance")));
        assert!(Choice::read(&words("--only")).is_err());
        assert!(Choice::default().takes("fuzz"));
    }

    #[test]
    fn examples_are_found_where_they_are() {
        let tree = Tree::of(&[
            ("core/db/src/lib.rs", "/// How:\n/// ```\n/// db::open();\n/// ```\npub fn open() {}\n"),
            ("core/web/src/a/b.rs", "fn f() -> &'static str { \"```\" }\n"),
            ("app/src/lib.rs", "//! ```text\n//! a drawing\n//! ```\n"),
        ]);
        assert_eq!(with_examples(&tree).into_iter().collect::<Vec<_>>(), ["app", "core/db"]);
    }
}
