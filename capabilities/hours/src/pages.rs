//! The pages of hours: one's own, a school's, an académie's.
mod batch;
mod before;
mod line;
mod own;
mod rule;
mod school;

use crate::{
    model::{Hour, Month, Refusal, Source},
    policy::{APPROVERS, EARNERS, PILOTS},
};
use agenda::MeetingId;
use db::Tx;
use std::collections::HashMap;
use web::{Door, Error, FormState, Number, Result, Routes, Shell, Visit};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/heures", Door::Staff(EARNERS), own::show)
        .form("/heures/confirmation", Door::Staff(EARNERS), own::confirm)
        .page("/heures/feuille", Door::Staff(EARNERS), own::sheet)
        .page("/heures/ajout", Door::Staff(EARNERS), own::entry)
        .form("/heures/ajout", Door::Staff(EARNERS), own::enter)
        .page("/heures/ligne/{hour}", Door::Staff(EARNERS), line::show)
        .form("/heures/ligne/{hour}", Door::Staff(EARNERS), line::change)
        .page("/heures/ecole", Door::Staff(APPROVERS), school::show)
        .form("/heures/ecole", Door::Staff(APPROVERS), school::approve)
        .form("/heures/ecole/annulation", Door::Staff(APPROVERS), school::take_back)
        .form("/heures/ecole/recherche", Door::Staff(APPROVERS), school::look)
        .form("/heures/ecole/envoi", Door::Staff(APPROVERS), batch::send)
        .form("/heures/ecole/envoi/{batch}", Door::Staff(APPROVERS), batch::file)
        .page("/heures/ecole/avant", Door::Staff(APPROVERS), before::show)
        .form("/heures/ecole/avant", Door::Staff(APPROVERS), before::set)
        .page("/heures/academie", Door::Staff(PILOTS), rule::territory)
        .page("/heures/academie/fichier", Door::Staff(PILOTS), rule::file)
        .page("/heures/regle", Door::Staff(PILOTS), rule::show)
        .form("/heures/regle", Door::Staff(PILOTS), rule::set)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// The month asked for, else the present one; never one to come.
fn month(visit: &Visit<'_, '_>, asked: Option<&str>) -> Month {
    let present = Month::of(visit.now);
    asked.and_then(|month| month.parse().ok()).filter(|month| *month <= present).unwrap_or(present)
}

/// A month as pages have it, or behind a reference.
trait Monthly {
    /// The month.
    fn month(&self) -> Month;
}

impl Monthly for Month {
    fn month(&self) -> Month {
        *self
    }
}

impl<M: Monthly> Monthly for &M {
    fn month(&self) -> Month {
        (**self).month()
    }
}

/// « novembre 2026 ».
fn month_name(shell: &Shell, month: impl Monthly) -> String {
    let month = month.month();
    format!("{} {}", month_word(shell, month), month.year())
}

/// « novembre ».
fn month_word(shell: &Shell, month: impl Monthly) -> String {
    shell.say(&format!("shell-month-{}", month.month().number())).to_string()
}

/// « 1 h 05 », « 40 min ».
fn length(shell: &Shell, minutes: impl Number) -> String {
    shell.lasts(minutes)
}

/// What the meetings among some lines are called.
struct Titles(HashMap<MeetingId, String>);

impl Titles {
    /// Of these lines.
    fn of_lines<'h>(tx: &mut Tx<'_>, hours: impl Iterator<Item = &'h Hour>) -> Result<Self> {
        let meetings = hours.filter(|hour| hour.source == Source::Meeting).map(|hour| hour.source_id.cast());
        let meetings: Vec<MeetingId> = meetings.collect();
        Ok(Self(agenda::store::titles(tx, &meetings)?))
    }

    /// What was held: « Rendez-vous : Fractions », « Permanence du bureau d’aide ».
    fn of(&self, shell: &Shell, hour: &Hour) -> String {
        let title = self.0.get(&hour.source_id.cast()).filter(|_| hour.source == Source::Meeting);
        match title {
            Some(title) => shell.say("hours-source-named").text("title", title).to_string(),
            None => shell.of("hours-source-", hour.source.word()).to_string(),
        }
    }
}

/// What is to be mended, under the title that this refusal has.
fn refuse(shell: &Shell, form: &mut FormState, field: &str, refusal: Refusal) {
    form.refuse(field, shell.say(&refusal.to_string()));
    form.entitle(shell.say(&format!("{refusal}-title")));
}

/// Given and family name together.
fn full((given, family): &(String, String)) -> String {
    format!("{given} {family}")
}
