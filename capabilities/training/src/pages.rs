//! The pages of training.
mod course;
mod figures;
mod list;
mod make;

use crate::{
    Refusal,
    policy::{COUNTERS, LEADERS, MAKERS, READERS, TEAM},
};
use web::{Door, Error, FormState, Result, Routes, Shell};

/// Addresses of this slice.
pub fn routes() -> Routes {
    Routes::new()
        .page("/formation", Door::Staff(READERS), list::show)
        .page("/formation/equipe", Door::Staff(LEADERS), figures::team)
        .page("/formation/chiffres", Door::Staff(COUNTERS), figures::counts)
        .page("/formation/nouveau", Door::Staff(MAKERS), make::new)
        .file_form("/formation/nouveau", Door::Staff(MAKERS), &["fichier"], make::create)
        .form("/formation/depart", Door::Staff(MAKERS), make::start)
        .page("/formation/{course}", Door::Staff(READERS), course::show)
        .page("/formation/{course}/fichier", Door::Staff(READERS), course::file)
        .form("/formation/{course}/suivi", Door::Staff(TEAM), course::follow)
        .form("/formation/{course}/place", Door::Staff(TEAM), course::seat)
        .form("/formation/{course}/revision", Door::Staff(READERS), course::flag)
        .page("/formation/{course}/fiche", Door::Staff(MAKERS), make::edit)
        .file_form("/formation/{course}/fiche", Door::Staff(MAKERS), &["fichier"], make::change)
        .form("/formation/{course}/retrait", Door::Staff(MAKERS), make::retire)
}

/// The thing, or nothing to see here.
fn seen<T>(thing: Option<T>) -> Result<T> {
    thing.ok_or(Error::NotFound)
}

/// The sentence of a refusal.
fn refuse(shell: &Shell, form: &mut FormState, field: &str, refusal: Refusal) {
    form.refuse(field, shell.say(&refusal.to_string()));
    form.entitle(shell.say(&format!("{refusal}-title")));
}
