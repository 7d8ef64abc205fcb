//! A family's page: what it said, and a form of three taps.
use super::{described, log, seen};
use crate::{
    Audience, DifficultyId, Entered, Kind, PHOTOS,
    store::{self, Home, Line, Opened, Photo},
};
use askama::Template;
use directory::Person;
use files::Kind as Media;
use kernel::{PersonId, UnitId};
use std::collections::HashMap;
use web::{FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "difficulty/family.html")]
struct Family {
    shell: Shell,
    form: FormState,
    /// `tu` for a pupil, `vous` for who answers for one.
    tone: &'static str,
    /// The children to choose from; empty when there is nothing to choose.
    children: Vec<Person>,
    /// Whether a difficulty may be the whole family's: all the children are at one school.
    together: bool,
    lines: Paged<Line>,
}

impl Family {
    /// Those that are open, or those that are not.
    fn part(&self, open: bool) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.difficulty.open() == open)
    }

    fn count(&self, open: bool) -> usize {
        self.part(open).count()
    }
}

/// For whom one may speak here.
struct Around {
    pupil: bool,
    children: Vec<Person>,
    homes: HashMap<PersonId, Home>,
}

impl Around {
    /// The school of this child, or of all of them.
    fn school(&self, child: Option<PersonId>) -> Option<UnitId> {
        let home = match child {
            Some(child) => self.homes.get(&child),
            None => self.children.iter().find_map(|child| self.homes.get(&child.id)),
        };
        home.map(|home| home.school)
    }

    fn together(&self) -> bool {
        let schools: Vec<_> = self.children.iter().filter_map(|child| self.homes.get(&child.id)).collect();
        schools.windows(2).all(|two| two[0].school == two[1].school)
    }
}

fn around(visit: &mut Visit<'_, '_>) -> Result<Around> {
    let actor = visit.actor()?;
    let pupil = actor.is_pupil();
    seen((pupil || !actor.children.is_empty()).then_some(()))?;
    let children = if pupil { vec![] } else { directory::store::children(visit.tx, &actor)? };
    let people: Vec<_> = if pupil { vec![actor.person] } else { children.iter().map(|child| child.id).collect() };
    let homes = store::homes(visit.tx, &people, visit.now)?;
    // A child who has left every school has nobody there to ask.
    let children = children.into_iter().filter(|child| homes.contains_key(&child.id)).collect();
    Ok(Around { pupil, children, homes })
}

/// One's difficulties, and the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let around = around(visit)?;
    // The whole family, or the first child when they are at several schools.
    let first = around.children.first().filter(|_| !around.together());
    let mut form = FormState::new().with("enfant", first.map_or_else(String::new, |child| child.id.to_string()));
    if let Some(kind) = visit.query("nature").and_then(Kind::from_word) {
        form = form.with("nature", kind.word());
    }
    page(visit, form, around)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, around: Around) -> Result<Reply> {
    let actor = visit.actor()?;
    let lines = store::mine(visit.tx, &actor, Audience::Family, visit.pager())?;
    let refused = form.refused();
    let together = around.together();
    let page = Family {
        shell: visit.shell().at("/difficulte"),
        form,
        tone: if around.pupil { "tu" } else { "vous" },
        children: if around.children.len() > 1 { around.children } else { vec![] },
        together,
        lines,
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Writes it down.
pub fn send(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, shell) = (visit.actor()?, visit.shell());
    let around = around(visit)?;
    let mut state = FormState::of(&visit.form);
    let (kind, text) = described(visit, &shell, &mut state, false);
    let photos = photos(visit, &shell, &mut state);
    // A pupil speaks of nobody else; who answers for children, of these alone.
    let own = if around.pupil { vec![actor.person] } else { around.children.iter().map(|child| child.id).collect() };
    let named = visit.form.among("enfant", &own, |child| *child)?.copied();
    let child =
        if around.pupil || own.len() == 1 || !around.together() { named.or(own.first().copied()) } else { named };
    let school = around.school(child);
    if school.is_none() {
        state.refuse("nature", shell.say("difficulty-no-school"));
    }
    let (Some(kind), Some(school), false) = (kind, school, state.refused()) else {
        return page(visit, state, around);
    };
    let id: DifficultyId = visit.new_id();
    let opened = Opened {
        id,
        school,
        by: actor.person,
        person: actor.person,
        child,
        audience: Audience::Family,
        kind,
        text,
        entered: Entered::Page,
    };
    log::open(visit, &actor, &opened)?;
    for photo in &photos {
        store::attach(visit.tx, id, photo)?;
    }
    Ok(Reply::go(format!("/difficulte/{id}")).said(shell.say("difficulty-said-told")))
}

fn photos(visit: &Visit<'_, '_>, shell: &Shell, state: &mut FormState) -> Vec<Photo> {
    for (file, why) in &visit.form.left_out {
        state.refuse(file, shell.say(why));
    }
    if visit.form.uploads.iter().any(|upload| !matches!(upload.kind, Media::Picture(_))) {
        state.refuse("photo", shell.say("difficulty-photo-only"));
    }
    if visit.form.uploads.len() > PHOTOS {
        state.refuse("photo", shell.say("difficulty-too-many-photos"));
    }
    let photo = |upload: &web::Upload| Photo {
        id: visit.new_id(),
        file: upload.name.clone(),
        media: upload.kind.media().to_owned(),
    };
    visit.form.uploads.iter().map(photo).collect()
}
