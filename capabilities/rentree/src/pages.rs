//! Lists that were sent: sending one, what it would do, confirming it, undoing it.
mod lines;
mod send;
mod show;

use crate::{WHOSE, policy::SENDERS};
use directory::people_import::{self, Context, Reading};
use web::{Door, Routes};

/// Addresses of this slice.
pub fn routes() -> Routes {
    let door = Door::Staff(SENDERS);
    Routes::new()
        .page("/rentree", door, send::all)
        .table_form("/rentree", door, (&["fichier"], send::prepare), send::sent)
        .page("/rentree/modele", door, send::template)
        .page("/rentree/{turn}", door, show::one)
        .stream("/rentree/{turn}/flux", door, show::topics)
        .form("/rentree/{turn}", door, show::decide)
        .form("/rentree/{turn}/annulation", door, show::take_back)
        .form("/rentree/{turn}/abandon", door, show::drop)
        .page("/rentree/{turn}/{school}", door, lines::lines)
        .form("/rentree/{turn}/{school}", door, lines::stay)
}

/// How a file is read: `school` is the code of the school it is of, where one has been said, `whose` a word of [`WHOSE`].
pub(crate) fn read(bytes: &[u8], school: Option<&str>, whose: &str) -> Reading {
    let kind = WHOSE.iter().find(|(word, _)| *word == whose).map(|(_, kind)| *kind);
    people_import::read(bytes, &Context { school: school.and_then(|code| code.parse().ok()), kind })
}
