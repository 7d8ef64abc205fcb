//! All the SQL of programmes.
mod day;
mod decision;
mod dispositif;
mod engagement;
mod find;
mod measure;
mod moves;
mod person;
mod pilot;
mod protocol;
mod publication;
mod remark;
mod sheet;
mod site;
mod things;

pub use day::{DAYS, takes_part};
pub use decision::{NextYear, decide, decision};
pub use dispositif::{
    Change, all, all_running, change, create, find, opened, running, running_in, steered, template, visible, with_word,
};
pub use engagement::{
    By, academie_names, engaged, engaged_among, engagements, has_place, school_by_uai, schools_to_engage, seat, seats,
    stand, stand_around, take,
};
pub use find::DISPOSITIFS;
pub use measure::{numbers, numbers_of, set_measures};
pub use moves::{engage_all, put_back, state};
pub use person::{erase, export, people_in, people_of, referents};
pub use pilot::{discard, hand_over, lived, pilots, take_over};
pub use protocol::{approve, open, publish, published, published_all, read, readable, save, version, versions};
pub use publication::{
    Proposed, experience, experiences, proposal, proposals, propose, publish as publish_experience, withdraw,
};
pub use remark::{add_remark, drop_remark, remarks};
pub use sheet::{
    add_milestone, add_partner, change_partner, drop_milestone, drop_partner, milestones, partners, reach, set_sheet,
    sheet,
};
pub use site::{departements, sites, steering, weeks};
pub use things::things;

use jiff::civil::Date;

/// A day as it is kept.
fn day(text: &str) -> Date {
    text.parse().unwrap_or(Date::ZERO)
}

/// What was written cannot be read back: ours to mend.
fn unreadable(error: &serde_json::Error) -> db::Error {
    db::Error::Panicked(format!("what this slice wrote cannot be read: {error}"))
}

/// The text of a value.
fn json(value: &impl serde::Serialize) -> db::Result<String> {
    serde_json::to_string(value).map_err(|error| unreadable(&error))
}

/// Gives a row once a dispositif is open.
pub const OPENED: &str = "SELECT 1 FROM programme_dispositif LIMIT 1";

/// Gives a row once a school has published how it takes part.
pub const PUBLISHED: &str = "SELECT 1 FROM programme_protocol WHERE stage = 'published' LIMIT 1";

/// Gives a row once a school takes part.
pub const ENGAGED: &str = "SELECT 1 FROM programme_engagement LIMIT 1";
