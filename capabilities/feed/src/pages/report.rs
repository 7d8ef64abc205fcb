//! The report of a delivery: what is in it, and what somebody should know.
use super::{found, one::counts};
use crate::{Delivery, Feed, Note, store};
use askama::Template;
use web::{Error, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "feed/report.html")]
struct Page {
    shell: Shell,
    feed: Feed,
    delivery: Delivery,
    notes: Paged<Note>,
    /// How many notes are not kept: the feed is not the one that was meant.
    more: i64,
}

impl Page {
    /// What is noted, in a sentence.
    fn says(&self, note: &Note) -> String {
        match note.word.split_once('-') {
            Some(("fault", reason)) => self.shell.of("directory-fault-", reason).to_string(),
            _ => self.shell.of("feed-", &note.word).to_string(),
        }
    }

    /// Where it stands: the file or the school, and the line where there is one.
    fn place(&self, note: &Note) -> String {
        if note.line == 0 {
            return note.place.clone();
        }
        self.shell.say("feed-place").text("file", note.place.as_str()).num("n", note.line).to_string()
    }

    fn counts(&self) -> String {
        counts(&self.shell, &self.delivery)
    }
}

/// The report.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let feed = found(visit)?;
    let delivery = store::delivery(visit.tx, feed.id, visit.id("delivery")?)?.ok_or(Error::NotFound)?;
    let notes = store::notes(visit.tx, delivery.id, visit.pager())?;
    let more = (delivery.notes - notes.count()).max(0);
    let shell = visit.shell().at("/alimentation");
    Reply::page(&Page { shell, feed: feed.into_inner(), delivery, notes, more })
}
