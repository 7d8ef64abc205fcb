//! What the name of a file says: `ENTNORMANDIE-61_Complet_20260915_Eleve_0000.xml`.
use crate::academie::named_in;

/// The name of a file of a feed. The kind in it is a hint only: what a file holds is said by its requests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// Whom the feed is made for (`ENTNORMANDIE-61`).
    pub project: String,
    /// Whether it holds everybody, or only what changed.
    pub complete: bool,
    /// The day it was made, when the name has one: `2026-09-15`.
    pub made: Option<String>,
    /// The code of the académie, when its name is in the project's.
    pub academie: Option<&'static str>,
}

impl FileName {
    /// What the last part of a path says; none when it is not named like a file of a feed.
    pub fn of(path: &str) -> Option<Self> {
        let name = last(path);
        let (stem, end) = name.rsplit_once('.')?;
        if !end.eq_ignore_ascii_case("xml") {
            return None;
        }
        let mut words = stem.split('_');
        let mut project = vec![];
        let complete = loop {
            match words.next()? {
                word if word.eq_ignore_ascii_case("complet") => break true,
                word if word.eq_ignore_ascii_case("delta") => break false,
                word => project.push(word),
            }
        };
        let project = project.join("_");
        let academie = named_in(&project);
        Some(Self { project, complete, made: words.next().and_then(day), academie })
    }
}

/// The last part of a path, whichever way its bars lean.
pub(crate) fn last(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn day(word: &str) -> Option<String> {
    let digits = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| format!("{}-{}-{}", &word[..4], &word[4..6], &word[6..]))
}
