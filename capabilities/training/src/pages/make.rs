//! Who steers makes courses, changes them, takes them off the list.
use super::seen;
use crate::{
    Academie, Column, Content, Course, CourseId, Kind, LONGEST, Workshop,
    policy::{Edit, MAKERS, Make},
    starter, store,
};
use access::Allowed;
use askama::Template;
use jiff::civil::{Date, Time};
use kernel::{Moment, UnitId};
use programme::{DispositifId, Running};
use web::{FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "training/make.html")]
struct MakePage {
    shell: Shell,
    form: FormState,
    dispositifs: Vec<Running>,
    /// The course that is changed; `None` for a new one.
    course: Option<CourseId>,
    retired: bool,
    /// Whether it has a file already.
    has_file: bool,
}

impl MakePage {
    fn choices(&self) -> Vec<(String, String)> {
        let all = (String::new(), self.shell.say("training-whole-academie").to_string());
        let each = self.dispositifs.iter().map(|one| (one.id.to_string(), one.name.clone()));
        std::iter::once(all).chain(each).collect()
    }

    fn action(&self) -> String {
        self.course.map_or_else(|| "/formation/nouveau".to_owned(), |id| format!("/formation/{id}/fiche"))
    }
}

fn academie(visit: &Visit<'_, '_>) -> Result<Allowed<Make, Academie>> {
    let actor = visit.actor()?;
    let unit = actor.units(MAKERS).into_iter().next();
    seen(access::check::<Make, _>(&actor, Academie(seen(unit)?)).ok())
}

/// The dispositifs that run in an académie.
fn running(visit: &mut Visit<'_, '_>, academie: UnitId) -> Result<Vec<Running>> {
    let all = programme::store::all_running(visit.tx, visit.now)?;
    Ok(all.into_iter().filter(|one| one.academie == academie).collect())
}

/// A new course.
pub fn new(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let form = FormState::new().with("nature", Kind::Read.word()).with("minutes", 15).with("places", 16);
    page(visit, form, None)
}

fn page(visit: &mut Visit<'_, '_>, form: FormState, course: Option<&Course>) -> Result<Reply> {
    let academie = course.map_or_else(|| academie(visit).map(|academie| academie.0), |course| Ok(course.academie))?;
    let dispositifs = running(visit, academie)?;
    let refused = form.refused();
    let page = MakePage {
        shell: visit.shell().at("/formation"),
        form,
        dispositifs,
        course: course.map(|course| course.id),
        retired: course.is_some_and(|course| course.retired),
        has_file: course.is_some_and(|course| course.content.file.is_some()),
    };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Makes it.
pub fn create(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let academie = academie(visit)?;
    let mut state = FormState::of(&visit.form);
    let dispositifs = running(visit, academie.0)?;
    let dispositif = dispositif(visit, &dispositifs, None)?;
    let content = read(visit, &mut state, dispositif, None);
    let (Some(content), false) = (content, state.refused()) else { return page(visit, state, None) };
    let id: CourseId = visit.new_id();
    store::add(visit.tx, &academie, id, &content, visit.now)?;
    Ok(Reply::go(format!("/formation/{id}")).said(visit.sentence("training-said-made")))
}

/// Begins with a first set of courses, when there is none.
pub fn start(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let academie = academie(visit)?;
    if !store::has_any(visit.tx, academie.0)? {
        for content in starter::courses(None, visit.now) {
            store::add(visit.tx, &academie, visit.new_id(), &content, visit.now)?;
        }
    }
    Ok(Reply::go("/formation").said(visit.sentence("training-said-started")))
}

/// The course, to be changed.
pub fn edit(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let course = editable(visit)?;
    let form = filled(&course);
    page(visit, form, Some(&course))
}

fn editable(visit: &mut Visit<'_, '_>) -> Result<Allowed<Edit, Course>> {
    let (actor, id) = (visit.actor()?, visit.id("course")?);
    Ok(seen(store::find::<Edit>(visit.tx, &actor, id)?)?.0)
}

fn filled(course: &Course) -> FormState {
    let content = &course.content;
    let mut form = FormState::new()
        .with("colonne", content.column.word())
        .with("nature", content.kind.word())
        .with("titre", &content.title)
        .with("texte", &content.text)
        .with("lien", content.link.as_deref().unwrap_or_default())
        .with("minutes", content.minutes)
        .with("dispositif", content.dispositif.map_or_else(String::new, |id| id.to_string()));
    if let Some(workshop) = &content.workshop {
        let at = workshop.starts_at.paris();
        form = form
            .with("jour", at.date())
            .with("heure", at.strftime("%H:%M"))
            .with("lieu", &workshop.place)
            .with("places", workshop.places);
    }
    form
}

/// Changes it.
pub fn change(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let course = editable(visit)?;
    let mut state = FormState::of(&visit.form);
    let dispositifs = running(visit, course.academie)?;
    let dispositif = dispositif(visit, &dispositifs, Some(&course))?;
    let content = read(visit, &mut state, dispositif, Some(&course));
    let (Some(content), false) = (content, state.refused()) else { return page(visit, state, Some(&course)) };
    store::change(visit.tx, &course, &content)?;
    Ok(Reply::go(format!("/formation/{}", course.id)).said(visit.sentence("training-said-changed")))
}

/// Takes it off the list, or puts it back.
pub fn retire(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let course = editable(visit)?;
    // Which of the two is said by the form: of two colleagues who take it away at once, none puts it back.
    let (key, undo) = match visit.form.text("faire") {
        "retirer" => ("training-said-retired", "remettre"),
        "remettre" => ("training-said-put-back", "retirer"),
        _ => return Err(web::Error::NotFound),
    };
    let away = undo == "remettre";
    if away != course.retired {
        store::retire(visit.tx, &course, away.then_some(visit.now))?;
    }
    let to = format!("/formation/{}", course.id);
    Ok(Reply::go(&to).said(visit.sentence(key)).undo(format!("{to}/retrait"), &[("faire", undo)]))
}

/// The dispositif of the form, among those that run. One that has ended since is not lost because the form could not offer it.
fn dispositif(visit: &Visit<'_, '_>, running: &[Running], before: Option<&Course>) -> Result<Option<DispositifId>> {
    let known = before.and_then(|course| course.content.dispositif);
    let known: Vec<_> = running.iter().map(|one| one.id).chain(known).collect();
    Ok(visit.form.among("dispositif", &known, |id| *id)?.copied())
}

/// What the form says; what is to be mended goes to `state`.
fn read(
    visit: &Visit<'_, '_>,
    state: &mut FormState,
    dispositif: Option<DispositifId>,
    before: Option<&Course>,
) -> Option<Content> {
    let (form, shell) = (&visit.form, visit.shell());
    let mut must = |field: &str, right: bool, key: &'static str| {
        if !right {
            state.refuse(field, shell.say(key));
        }
        right
    };
    let column = Column::from_word(form.text("colonne"));
    must("colonne", column.is_some(), "training-say-column");
    let kind = Kind::from_word(form.text("nature"));
    must("nature", kind.is_some(), "training-say-kind");
    let title: String = form.short("titre", 120);
    must("titre", !title.is_empty(), "training-say-title");
    let text = form.text("texte").replace("\r\n", "\n");
    must("texte", !text.is_empty() && text.chars().count() <= LONGEST, "training-say-text");
    let link = form.text("lien");
    must("lien", link.is_empty() || web::is_link(link), "training-say-link");
    let minutes = form.text("minutes").parse().ok().filter(|minutes| (1..=600).contains(minutes));
    must("minutes", minutes.is_some(), "training-say-minutes");
    for (file, why) in &form.left_out {
        must(file, false, why);
    }
    let workshop = if kind == Some(Kind::Workshop) {
        let day: Option<Date> = form.text("jour").parse().ok();
        must("jour", day.is_some(), "training-say-day");
        let hour: Option<Time> = form.text("heure").parse().ok();
        must("heure", hour.is_some(), "training-say-hour");
        let place: String = form.short("lieu", 120);
        must("lieu", !place.is_empty(), "training-say-place");
        let places = form.text("places").parse().ok().filter(|places| (1..=500).contains(places));
        must("places", places.is_some(), "training-say-places");
        let starts_at = Moment::at_paris(day?, hour?.hour(), hour?.minute());
        Some(Workshop { starts_at, place, places: places? })
    } else {
        None
    };
    let uploaded = form.uploads.first().map(|upload| (upload.name.clone(), upload.kind.media().to_owned()));
    let kept = before.and_then(|course| course.content.file.clone()).filter(|_| !form.has("sans-fichier"));
    Some(Content {
        dispositif,
        column: column?,
        kind: kind?,
        title,
        text,
        link: Some(link.to_owned()).filter(|link| !link.is_empty()),
        file: uploaded.or(kept),
        minutes: minutes?,
        workshop,
    })
}
