//! What every page stands on: routes with doors, the shell, forms, languages, assets, errors, the event stream.
//!
//! A page is an ordinary function of a [`Visit`]: one request, inside one transaction, with the rights of the person read
//! in the same snapshot (ADR 0006). The dispatcher does the rest: session, door, CSRF, the key by which a form sent twice
//! counts once, compression, headers, the request log.
//!
//! Tables: `web_once`, `web_unsent`, `web_upload`, `web_upload_piece`. Invariants: every route names its door; every page carries the
//! same strict headers; a refusal undoes the whole form, and leaves no file; what was typed comes back whenever a form did not
//! go through; no name of a person is logged.
extern crate self as web;

mod after;
pub mod assets;
mod counted;
mod dispatch;
mod engines;
mod error;
mod fields;
mod first;
mod foreign;
mod form;
mod gate;
mod guest;
mod house;
mod intake;
mod kept;
mod lang;
mod log;
mod menu;
mod once;
mod pages;
mod places;
mod probe;
mod range;
mod reply;
mod request;
mod route;
mod said;
mod seal;
mod serve;
mod sheets;
mod shell;
mod signs;
mod slice;
mod store;
mod stream;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
#[cfg(test)]
mod tests;
mod today;
mod treatment;
mod turn;
mod unsent;
mod upload;
mod values;
mod visit;
mod words;

pub use after::After;
pub use counted::Counted;
pub use engines::Engines;
pub use error::{Error, Result};
pub use first::FirstStep;
pub use foreign::french;
pub use form::{Form, FormState, Unfit, Upload};
pub use gate::{Gate, HELD};
pub use guest::{Guest, Guests};
pub use house::{House, Must, Secret, Settings, SignedIn};
pub use kept::aside;
pub use lang::Lang;
pub use log::Queries;
pub use menu::{Entry, NavItem, Way, entry_of, five, outside, under, ways};
pub use outgoing::is_link;
pub use pages::{address, chosen, inside};
pub use probe::can_write;
pub use reply::Reply;
pub use route::{Door, Handler, Incoming, Prepare, Route, Routes, Topics, Work};
pub use said::Said;
pub use serve::router;
pub use sheets::{Sheet, Sheets};
pub use shell::{Shell, Who};
pub use slice::{Block, Export, Slice, given, told};
pub use store::{
    paged::{List, Paged, Pager, ROWS},
    secret,
};
pub use stream::{PARTING, sessions_of};
pub use today::{Asking, Card, Day, Kind, MOST_CARDS, Phase, THE_PERSON, cards, waiting};
pub use treatment::{Basis, Treatment};
pub use turn::Turn;
pub use unsent::{UNSENT, has_unsent};
pub use values::{Number, When};
pub use visit::{Ask, Visit};
pub use words::{BadWords, Phrase, Sentences, Words};

use jobs::{HowLong, Keep};

/// The files of a folder beside the caller's `src` that speak to families, one for each of [`Lang::ALL`]: `seven!("lang")`.
#[macro_export]
macro_rules! seven {
    ($folder:literal) => {
        &[
            ($crate::Lang::Fr, include_str!(concat!("../", $folder, "/fr.ftl"))),
            ($crate::Lang::Falc, include_str!(concat!("../", $folder, "/fr-falc.ftl"))),
            ($crate::Lang::En, include_str!(concat!("../", $folder, "/en.ftl"))),
            ($crate::Lang::Ar, include_str!(concat!("../", $folder, "/ar.ftl"))),
            ($crate::Lang::Tr, include_str!(concat!("../", $folder, "/tr.ftl"))),
            ($crate::Lang::Uk, include_str!(concat!("../", $folder, "/uk.ftl"))),
            ($crate::Lang::Pt, include_str!(concat!("../", $folder, "/pt.ftl"))),
        ]
    };
}

/// What this room brings.
pub const SLICE: Slice = Slice {
    migrations: &[
        db::Migration { name: "web/0001_web", sql: include_str!("../migrations/0001_web.sql") },
        db::Migration { name: "web/0002_unsent", sql: include_str!("../migrations/0002_unsent.sql") },
        db::Migration { name: "web/0003_indexes", sql: include_str!("../migrations/0003_indexes.sql") },
        db::Migration { name: "web/0004_secret", sql: include_str!("../migrations/0004_secret.sql") },
        db::Migration { name: "web/0005_unsent_several", sql: include_str!("../migrations/0005_unsent_several.sql") },
    ],
    keeps: &[
        Keep { table: "web_secret", how_long: HowLong::Forever("one row: what the secret is known by") },
        Keep {
            table: "web_once",
            how_long: HowLong::Days { column: "at", days: 30, why: "a message may wait on a device for a month" },
        },
        Keep {
            table: "web_upload_piece",
            how_long: HowLong::Days {
                column: "at",
                days: 2,
                why: "a file begun on a bad line is finished, or begins again",
            },
        },
        Keep {
            table: "web_upload",
            how_long: HowLong::Days {
                column: "at",
                days: 30,
                why: "its size tells a form sent again from another one",
            },
        },
        Keep {
            table: "web_unsent",
            how_long: HowLong::Days {
                column: "at",
                days: 1,
                why: "what was typed when a session was over is sent the same evening, or typed again",
            },
        },
    ],
    treatments: treatment::OWN,
    sentences: seven!("lang"),
    routes: pages::routes,
    export: |tx, person| {
        let mut all = store::upload::export(tx, person)?;
        all.extend(store::unsent::export(tx, person)?);
        Ok(all)
    },
    erase: |tx, person| {
        store::unsent::erase(tx, person)?;
        store::upload::erase(tx, person)
    },
    ..Slice::named("web")
};
