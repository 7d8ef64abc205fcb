//! Coming in through a portal, step by step: which door, there and back, who it is, and out again on both sides.
mod arrive;
mod care;
mod course;
mod door;
mod launch;
mod ours;
mod out;
mod pass;
mod roster;
mod state;
mod stranger;
mod there;
mod tie;
mod trial;

pub use door::{Doors, quietly};
pub use out::after;
pub use pass::forget;

use super::{PORTALS, UNLOCKERS};
use web::{Door, Routes};

/// Its addresses.
pub fn routes() -> Routes {
    let (keepers, staff) = (Door::Staff(PORTALS), Door::Audience(access::Audience::STAFF));
    Routes::new()
        .page("/entrer/porte", Door::Public, door::which)
        .page("/entrer/sortie", Door::Public, out::left)
        .incoming("/portail/arrivee", pass::nothing, arrive::arrive)
        .form("/portail/arrivee", Door::Public, arrive::confirmed)
        .page("/portail/lien", Door::SignedIn, tie::ask)
        .form("/portail/lien", Door::SignedIn, tie::tied)
        .incoming("/portail/{portal}", there::prepare, there::start)
        .incoming("/portail/{portal}/retour", there::hear, there::back)
        .incoming_form("/portail/{portal}/reponse", there::hear, there::back)
        // Servers of CAS send the word of a sign-out where they sent the ticket.
        .incoming_form("/portail/{portal}/retour", out::hear, out::over)
        .incoming("/portail/{portal}/fin", out::hear, out::over)
        .incoming_form("/portail/{portal}/fin", out::hear, out::over)
        .incoming("/portail/{portal}/lti", launch::prepare, launch::begin)
        .incoming_form("/portail/{portal}/lti", launch::prepare, launch::begin)
        .page("/lancement", Door::SignedIn, course::lead)
        .page("/lancement/cours", staff, course::show)
        .form("/lancement/cours", staff, course::tie)
        .form("/lancement/cours/liste", staff, roster::read)
        .form("/lancement/cours/note", staff, course::mark)
        .page("/portail/{portal}/metadonnees", Door::Public, there::metadata)
        .page("/portails", keepers, care::all)
        .form("/portails", keepers, care::add)
        .page("/portails/inconnus", Door::Staff(UNLOCKERS), stranger::all)
        .page("/portails/{portal}", keepers, care::one)
        .form("/portails/{portal}", keepers, care::change)
        .form("/portails/{portal}/fin", keepers, care::close)
        .form("/portails/{portal}/retour", keepers, care::reopen)
        .form("/portails/{portal}/lecture", keepers, care::read)
        .page("/portails/{portal}/essai", keepers, trial::seen)
}
