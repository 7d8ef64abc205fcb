//! The school's slots: what comes back every week, and who holds it.
use super::{and_told, full, place, refuse, seen, settings::tell_cancelled, title};
use crate::{
    Meeting, at,
    policy::{Change, HELPERS, See, Volunteer},
    store::{self, Planned},
};
use access::Actor;
use askama::Template;
use std::sync::Arc;
use web::{Error, FormState, Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/slots.html")]
struct Timetable {
    shell: Shell,
    form: FormState,
    slots: Paged<Planned>,
    actor: Arc<Actor>,
}

impl Timetable {
    fn title(&self, one: &Planned) -> String {
        title(&self.shell, &one.slot.what)
    }

    fn when(&self, one: &Planned) -> String {
        let day = self.shell.of("shell-day-", &one.slot.weekday.to_monday_one_offset().to_string()).to_string();
        let hours = super::hours(&self.shell, at(one.slot.first, one.slot.from), at(one.slot.first, one.slot.to));
        let rhythm = self.shell.of("agenda-rhythm-", one.slot.rhythm.word()).to_string();
        let until = self.shell.say("agenda-until").text("date", self.shell.date(at(one.slot.last, 0))).to_string();
        let day = day.chars().take(1).flat_map(char::to_uppercase).chain(day.chars().skip(1)).collect::<String>();
        format!("{day}, {hours}, {}, {until}", super::within(&rhythm))
    }

    fn place(&self, one: &Planned) -> String {
        place(&self.shell, &one.slot.what)
    }

    fn who(one: &Planned) -> String {
        one.teacher.iter().chain(&one.coteacher).map(full).collect::<Vec<_>>().join(", ")
    }

    fn mine(&self, one: &Planned) -> bool {
        let me = Some(self.actor.person);
        one.slot.teacher == me || one.slot.coteacher == me
    }

    fn helps(&self, one: &Planned) -> bool {
        let free = one.slot.teacher.is_none() || one.slot.coteacher.is_none();
        free && self.actor.units(HELPERS).contains(&one.slot.what.school)
    }

    fn changes(&self, one: &Planned) -> bool {
        self.mine(one) || access::check::<Change, _>(&self.actor, one.slot.clone()).is_ok()
    }
}

/// The slots of the schools where one works.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    page(visit, FormState::new())
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let slots = store::slots(visit.tx, &actor, visit.pager(), visit.now)?;
    let refused = form.refused();
    let page = Timetable { shell: visit.shell().at("/semaine"), form, slots, actor };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// Promises to hold a slot, or takes the promise back.
pub fn volunteer(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("slot")?, visit.now);
    let done = |key: &'static str, undo: &'static str, title: String| (key, undo, title);
    let (key, undo, title) = match visit.form.text("faire") {
        "promettre" => {
            let slot = seen(store::find_slot::<Volunteer>(visit.tx, &actor, id)?)?;
            if let Err(why) = store::volunteer_for_slot(visit.tx, &actor, &slot, now)? {
                let mut form = FormState::of(&visit.form);
                refuse(&visit.shell(), &mut form, "creneau", why);
                return page(visit, form);
            }
            done("agenda-said-slot-held", "renoncer", title(&visit.shell(), &slot.what))
        }
        "renoncer" => {
            let slot = seen(store::find_slot::<See>(visit.tx, &actor, id)?)?;
            store::give_up_slot(visit.tx, actor.person, id, now)?;
            done("agenda-said-slot-free", "promettre", title(&visit.shell(), &slot.what))
        }
        _ => return Err(Error::NotFound),
    };
    let said = visit.shell().say(key).text("title", title).to_string();
    Ok(Reply::go("/creneaux").said(said).undo(format!("/creneaux/{id}/volontaire"), &[("faire", undo)]))
}

/// Ends a slot today: what nobody is enrolled in goes, the rest is cancelled and told.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, id, now) = (visit.actor()?, visit.id("slot")?, visit.now);
    let slot = seen(store::find_slot::<Change>(visit.tx, &actor, id)?)?;
    let mut told = 0;
    for id in store::end_slot(visit.tx, &slot, now.paris().date(), now)? {
        let Some(meeting) = store::find::<Change>(visit.tx, &actor, id)? else { continue };
        if store::cancel(visit.tx, &actor, &meeting, "", visit.now)?.is_ok() {
            let pupils = store::expected(visit.tx, id)?;
            let meeting: Meeting = meeting.into_inner();
            told += pupils.len();
            tell_cancelled(visit, &meeting, &pupils)?;
        }
    }
    store::drop_slot(visit.tx, &slot)?;
    let shell = visit.shell();
    let said = shell.say("agenda-said-slot-ended").text("title", title(&shell, &slot.what)).to_string();
    let said = and_told(visit, &said, told)?;
    Ok(Reply::go("/creneaux").said(said))
}
