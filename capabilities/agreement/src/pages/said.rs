//! What follows from a family's word, whichever way it came: where they no longer agree, every tool lets the child go.
use crate::model::{Told, Word};
use programme::{Held, Taking, tool};
use web::{Result, Visit};

/// The child's part of which an announcement speaks.
pub fn taking(told: &Told) -> Taking {
    Taking { dispositif: told.dispositif, school: told.school, child: told.child }
}

/// Does what follows from `word`, which is kept already. Says what fell.
pub fn follow(visit: &mut Visit<'_, '_>, told: &Told, word: Word) -> Result<Held> {
    if word == Word::Agree { Ok(Held::default()) } else { tool::let_go(visit, &taking(told)) }
}
