//! The page of slips: one sheet for each person, shown once.
use super::card::host;
use crate::slip::Slip;
use askama::Template;
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "signin/slips.html")]
struct Sheets {
    shell: Shell,
    slips: Vec<Slip>,
    /// Where the page leads afterwards.
    back: String,
    /// Where one enters, as people type it.
    host: String,
}

/// These slips, to be printed and handed over; the same form sent again shows them again.
pub fn slips(visit: &Visit<'_, '_>, slips: Vec<Slip>, back: &str) -> Result<Reply> {
    let host = host(&visit.house.settings.public_url).to_owned();
    Reply::page_once(&Sheets { shell: visit.shell(), slips, back: back.to_owned(), host })
}
