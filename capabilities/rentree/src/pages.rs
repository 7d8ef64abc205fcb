//! Lists that were sent: sending one, what it would do, confirming it, undoing it.
mod send;
mod show;

use crate::policy::SENDERS;
use directory::people_import::{self, Fault, Rows};
use web::{Door, Routes};

/// Addresses of this slice.
pub fn routes() -> Routes {
    let door = Door::Staff(SENDERS);
    Routes::new()
        .page("/rentree", door, send::all)
        .table_form("/rentree", door, (&["fichier"], send::prepare), send::sent)
        .page("/rentree/{turn}", door, show::one)
        .stream("/rentree/{turn}/flux", door, show::topics)
        .form("/rentree/{turn}", door, show::decide)
        .form("/rentree/{turn}/annulation", door, show::take_back)
        .page("/rentree/{turn}/{school}", door, show::lines)
        .form("/rentree/{turn}/{school}", door, show::stay)
}

/// The rows of a file; `school` is the code of the school it is of, where one has been said.
pub(crate) fn read(bytes: &[u8], _school: Option<&str>) -> Result<Rows, Vec<Fault>> {
    people_import::read(bytes)
}
