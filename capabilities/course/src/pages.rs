//! The pages of tools and activities, and the addresses by which tools speak with this house.
mod entry;
mod grade;
mod link;
mod member;
mod mine;
mod place;
mod service;
mod token;
mod tool;

use crate::policy::KEEPERS;
use access::Audience;
use web::{Door, Routes};

/// Who may lead a group: any who work for a school or above.
const STAFF: Door = Door::Audience(Audience::STAFF);

/// Addresses of this slice.
pub fn routes() -> Routes {
    let keepers = Door::Staff(KEEPERS);
    Routes::new()
        .page("/cours", Door::SignedIn, mine::show)
        .page("/cours/pose", STAFF, place::show)
        .form("/cours/pose", STAFF, place::place)
        .page("/cours/outils", keepers, tool::all)
        .form("/cours/outils", keepers, tool::add)
        .page("/cours/outils/{tool}", keepers, tool::one)
        .form("/cours/outils/{tool}", keepers, tool::change)
        .form("/cours/outils/{tool}/essai", keepers, tool::test)
        .form("/cours/outils/{tool}/fin", keepers, tool::close)
        .form("/cours/outils/{tool}/retour", keepers, tool::reopen)
        .page("/cours/{link}", Door::SignedIn, link::show)
        .page("/cours/{link}/ouverture", Door::SignedIn, entry::leave)
        .form("/cours/{link}/fin", STAFF, link::close)
        .form("/cours/{link}/retour", STAFF, link::reopen)
        // What tools ask for, by a browser or by themselves.
        .incoming("/cours/cles", entry::prepare, entry::keys)
        .incoming("/cours/entree", entry::prepare, entry::enter)
        .incoming_form("/cours/entree", service::nothing, entry::round)
        .incoming_form("/cours/jeton", token::prepare, token::give)
        .page("/cours/{link}/colonnes", Door::Public, grade::columns)
        .incoming_form("/cours/{link}/colonnes", service::nothing, grade::refuse)
        .page("/cours/{link}/colonne", Door::Public, grade::column)
        .incoming_form("/cours/{link}/colonne/scores", service::nothing, grade::take)
        .page("/cours/{link}/colonne/results", Door::Public, grade::results)
        .page("/cours/{link}/membres", Door::Public, member::show)
}
