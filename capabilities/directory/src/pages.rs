//! Classes as a school's team sees them, and groups as everybody meets them.
mod class;
mod deed;
mod founding;
mod group;
mod guest;
mod people;
mod picker;
mod place;
mod pupil;
mod reading;
mod room;
mod settings;
mod sight;

pub use picker::{Heading, picker};
pub use reading::panel;

use crate::policy::{INFORMERS, KEEPERS, STAFF};
use access::{Audience, Role};
use web::{Door, Routes};

/// Addresses of this slice.
pub fn routes() -> Routes {
    // A guest may lead a club; who is taken in and let go is for those who work for the school.
    let staff = Door::Audience(Audience::STAFF);
    let (keepers, admin) = (Door::Staff(KEEPERS), Door::Staff(&[Role::Admin]));
    Routes::new()
        .page("/ecole", Door::Staff(STAFF), class::all)
        .page("/ecole/classe/{class}", Door::Staff(STAFF), class::one)
        .page("/eleve/{pupil}", Door::Staff(STAFF), pupil::show)
        .page("/regard/{child}/{guardian}", Door::Staff(INFORMERS), sight::show)
        .form("/regard/{child}/{guardian}", Door::Staff(INFORMERS), sight::open)
        .form("/regard/{child}/{guardian}/fin", Door::Staff(INFORMERS), sight::end)
        .page("/groupes", Door::SignedIn, group::all)
        .page("/groupes/nouveau", Door::Staff(STAFF), settings::new)
        .form("/groupes/nouveau", Door::Staff(STAFF), settings::make)
        .page("/groupes/{group}", Door::SignedIn, group::one)
        .page("/groupes/{group}/personnes", staff, people::show)
        .form("/groupes/{group}/personnes", staff, people::add)
        .form("/groupes/{group}/depart", staff, people::let_go)
        .page("/groupes/{group}/invites", staff, guest::show)
        .form("/groupes/{group}/invites", staff, guest::invite)
        .page("/groupes/{group}/reglages", staff, settings::show)
        .form("/groupes/{group}/reglages", staff, settings::change)
        .form("/groupes/{group}/ecoles", staff, settings::add_school)
        .form("/groupes/{group}/fin", staff, settings::end)
        .page("/etablissements", keepers, founding::all)
        .form("/etablissements", admin, founding::open)
        .table_form("/etablissements/liste", admin, (&["fichier"], founding::prepare), founding::import)
        .page("/etablissements/{school}", keepers, place::show)
        .form("/etablissements/{school}", admin, place::rename)
        .form("/etablissements/{school}/fermeture", admin, place::close)
        .form("/etablissements/{school}/fusion", admin, place::merge)
        .form("/etablissements/{school}/classes", keepers, place::open_class)
        .form("/etablissements/{school}/annulation", keepers, deed::take_back)
        .page("/etablissements/{school}/{class}", keepers, room::show)
        .form("/etablissements/{school}/{class}", keepers, room::rename)
        .form("/etablissements/{school}/{class}/fermeture", keepers, room::close)
        .form("/etablissements/{school}/{class}/fusion", keepers, room::merge)
}
