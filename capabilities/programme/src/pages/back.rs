//! What takes a move of schools back: where each stood, and when they were moved.
use super::seen;
use crate::State;
use kernel::{Moment, UnitId};
use web::{Reply, Result, Visit};

/// How many schools one move takes at most: a page of them. What is said after a form has no room for many more.
const MOST: usize = 50;

/// For what the house vouches: that it offered this move back, to this person, at this address.
const OFFERED: &str = "programme/back";

/// Where schools stood before a move, and its instant.
pub(super) struct Back {
    pub before: Vec<(UnitId, Option<State>)>,
    pub at: Moment,
}

impl Back {
    /// What the form says, as it was offered to this person at this address: where a school stood is nobody's to say.
    pub fn of(visit: &Visit<'_, '_>) -> Result<Self> {
        let (lot, at) = (visit.form.text("lot"), visit.form.text("quand"));
        let parts: [&[u8]; 4] =
            [&visit.actor()?.person.bytes(), visit.ask.path.as_bytes(), lot.as_bytes(), at.as_bytes()];
        seen(visit.house.secret.wrote(visit.form.text("sceau"), OFFERED, &parts).then_some(()))?;
        let at = seen(at.parse().ok().map(Moment))?;
        let one = |said: &str| {
            let (school, letter) = said.split_once(':')?;
            let state = State::ALL.iter().find(|state| !letter.is_empty() && state.word().starts_with(letter));
            Some((school.parse().ok()?, state.copied()))
        };
        Ok(Self { before: lot.split(' ').filter_map(one).take(MOST).collect(), at })
    }

    /// The same of one school alone.
    pub fn only(mut self, school: UnitId) -> Self {
        self.before.retain(|(one, _)| *one == school);
        self
    }

    /// The answer, with the form that takes the move back.
    pub fn offered(&self, visit: &Visit<'_, '_>, reply: Reply, path: String) -> Result<Reply> {
        let letter = |state: &Option<State>| state.and_then(|state| state.word().get(..1)).unwrap_or("");
        let lot: Vec<_> = self.before.iter().map(|(school, state)| format!("{school}:{}", letter(state))).collect();
        if lot.len() > MOST {
            return Ok(reply);
        }
        let (lot, at) = (lot.join(" "), self.at.0.to_string());
        let parts: [&[u8]; 4] = [&visit.actor()?.person.bytes(), path.as_bytes(), lot.as_bytes(), at.as_bytes()];
        let seal = visit.house.secret.word(OFFERED, &parts);
        Ok(reply.undo(path, &[("lot", &lot), ("quand", &at), ("sceau", &seal)]))
    }
}
