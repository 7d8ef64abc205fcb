//! Clients that never stop sending while everything below them breaks: `app/tests/storm`.
use crate::ground::{Ended, Ground};
use std::path::Path;

/// How often each thing breaks when it is run by hand: the program on SQLite, on PostgreSQL, that server, and the lines to it.
const LONG: Rounds = Rounds { sqlite: 100, postgres: 20, restarts: 10, cuts: 100 };
/// The same before each change.
const SHORT: Rounds = Rounds { sqlite: 3, postgres: 2, restarts: 1, cuts: 1 };

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rounds {
    sqlite: u32,
    postgres: u32,
    restarts: u32,
    cuts: u32,
}

impl Rounds {
    /// Reads `--rounds-sqlite N --rounds-postgres N`.
    fn read(words: &[String]) -> Result<Self, String> {
        let mut rounds = LONG;
        for pair in words.chunks(2) {
            let many = pair.get(1).and_then(|many| many.parse().ok());
            let many = many.ok_or_else(|| format!("{} wants a number", pair[0]))?;
            match pair[0].as_str() {
                "--rounds-sqlite" => rounds.sqlite = many,
                // What breaks the server below breaks as many times as the program, in proportion.
                "--rounds-postgres" => {
                    rounds = Self { postgres: many, restarts: many.div_ceil(2), cuts: many * 5, ..rounds };
                }
                other => return Err(format!("{other} is neither --rounds-sqlite nor --rounds-postgres")),
            }
        }
        Ok(rounds)
    }

    fn run(self, ground: &mut Ground<'_>) -> Result<Ended, String> {
        let (url, again) = (ground.postgres()?, ground.postgres_again()?);
        let mut storm = ground.linted(&["test", "--workspace", "--test", "storm", "--"]);
        for (name, many) in [
            ("--rounds-sqlite", self.sqlite),
            ("--rounds-postgres", self.postgres),
            ("--restarts", self.restarts),
            ("--cuts", self.cuts),
        ] {
            storm.arg(name).arg(many.to_string());
        }
        ground.run(storm.arg("--").args(again).env("TEST_POSTGRES", url))
    }
}

/// One short round.
pub fn step(ground: &mut Ground<'_>) -> Result<Ended, String> {
    SHORT.run(ground)
}

/// As many rounds as are asked for.
pub fn by_hand(root: &Path, words: &[String]) -> Result<(), String> {
    let rounds = Rounds::read(words)?;
    let mut ground = Ground::of(root)?;
    ground.log = crate::chore::log(root, "storm").map_err(|why| why.to_string())?;
    rounds.run(&mut ground).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_are_asked_for_by_name() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(Rounds::read(&[]), Ok(LONG));
        let asked = Rounds::read(&words("--rounds-postgres 3 --rounds-sqlite 7"));
        assert_eq!(asked, Ok(Rounds { sqlite: 7, postgres: 3, restarts: 2, cuts: 15 }));
        assert!(Rounds::read(&words("--rounds-sqlite")).is_err() && Rounds::read(&words("--dance 1")).is_err());
    }
}
