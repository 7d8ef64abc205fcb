//! A new meeting, once or every week.
use super::{named, seen, title};
use crate::{
    AHEAD, Kind, LONGEST, Meeting, PLACES, Place, Rhythm, Slot, State, TITLE, What, at, minute_of,
    policy::{HELPERS, STAFF},
    store,
};
use askama::Template;
use calendar::{Calendar, SchoolYear};
use jiff::{
    ToSpan,
    civil::{Date, Weekday},
};
use kernel::{PersonId, UnitId};
use programme::DispositifId;
use web::{Form, FormState, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agenda/plan.html")]
struct Plan {
    shell: Shell,
    form: FormState,
    schools: Vec<(UnitId, String)>,
    kinds: Vec<(String, String)>,
    places: Vec<(String, String)>,
    dispositifs: Vec<(String, String)>,
    helps: bool,
}

/// The next school day, which is never a Sunday; the next day that is none where no other is known.
fn next(calendar: &Calendar, today: Date) -> Date {
    let tomorrow = today.saturating_add(1.day());
    let school = calendar.school_days(tomorrow, tomorrow.saturating_add(100.days())).next();
    school.or_else(|| tomorrow.series(1.day()).find(|day| day.weekday() != Weekday::Sunday)).unwrap_or(tomorrow)
}

/// The form, with what is likely.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let day = next(&Calendar::load(visit.tx)?, visit.now.paris().date());
    let last = SchoolYear::of(day).last().min(day.saturating_add(300.days()));
    let form = FormState::new().with("jour", day).with("de", "17:30").with("a", "18:15").with("fois", "une");
    let form = form.with("jusqu", Calendar::load(visit.tx)?.bounds(SchoolYear::of(day)).map_or(last, |(_, last)| last));
    page(visit, form.with("places", 12).with("lieu", Place::Home.word()).with("seuls", "1").with("moi", "1"))
}

fn page(visit: &mut Visit<'_, '_>, form: FormState) -> Result<Reply> {
    let actor = visit.actor()?;
    let shell = visit.shell().at("/semaine");
    let schools = store::schools_of(visit.tx, &actor, STAFF)?;
    let ids: Vec<UnitId> = schools.iter().map(|(school, _)| *school).collect();
    let running = programme::store::running_in(visit.tx, &ids, visit.now)?;
    let mut dispositifs: Vec<_> = running.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
    dispositifs.push((String::new(), shell.say("agenda-no-dispositif").to_string()));
    let words = |prefix: &str, words: Vec<&str>| -> Vec<(String, String)> {
        words.into_iter().map(|word| (word.to_owned(), shell.of(prefix, word).to_string())).collect()
    };
    let kinds = words("agenda-kind-", Kind::ALL.iter().map(|kind| kind.word()).collect());
    let places = words("agenda-place-", Place::ALL.iter().map(|place| place.word()).collect());
    let (refused, helps) = (form.refused(), actor.holds(HELPERS));
    let page = Plan { shell: shell.clone(), form, schools, kinds, places, dispositifs, helps };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The hours of the form: a day, from a minute to another.
fn hours(form: &Form, shell: &Shell, state: &mut FormState) -> Option<(Date, i64, i64)> {
    let day = form.text("jour").parse::<Date>().ok();
    let (from, to) = (minute_of(form.text("de")), minute_of(form.text("a")));
    if day.is_none() {
        state.refuse("jour", shell.say("agenda-say-day"));
    }
    if from.is_none() {
        state.refuse("de", shell.say("agenda-say-from"));
    }
    if from.zip(to).is_none_or(|(from, to)| !(10..=LONGEST).contains(&(to - from))) {
        state.refuse("a", shell.say("agenda-say-to"));
    }
    day.zip(from.zip(to)).map(|(day, (from, to))| (day, from, to))
}

/// What a meeting is about and where, as the forms say it.
pub fn what(form: &Form, shell: &Shell, state: &mut FormState, known: &What) -> What {
    let title: String = form.text("titre").split_whitespace().collect::<Vec<_>>().join(" ");
    if title.chars().count() > TITLE {
        state.refuse("titre", shell.say("agenda-say-title"));
    }
    let places = form.text("places").parse::<i64>().ok().filter(|places| (1..=PLACES).contains(places));
    if places.is_none() {
        state.refuse("places", shell.say("agenda-say-places"));
    }
    let room = Some(form.text("salle").to_owned()).filter(|room| !room.is_empty());
    if room.as_deref().is_some_and(|room| !web::is_link(room)) {
        state.refuse("salle", shell.say("agenda-say-room"));
    }
    What {
        title,
        place: Place::from_word(form.text("lieu")).unwrap_or(known.place),
        spot: form.short("precision", TITLE),
        room,
        places: places.unwrap_or(1),
        by_self: form.text("seuls") == "1",
        ..known.clone()
    }
}

/// The school of the form, among those where one works; the dispositif, among those that run there.
fn owner(visit: &mut Visit<'_, '_>, state: &mut FormState) -> Result<(UnitId, Option<DispositifId>)> {
    let actor = visit.actor()?;
    let schools = store::schools_of(visit.tx, &actor, STAFF)?;
    let chosen = visit.form.among("ecole", &schools, |(id, _)| *id)?;
    let school = seen(chosen.or(schools.first()).map(|(id, _)| *id))?;
    let dispositif = visit.form.id::<DispositifId>("dispositif")?;
    if let Some(dispositif) = dispositif {
        let running = programme::store::running(visit.tx, school, visit.now)?;
        if running.iter().all(|one| one.id != dispositif) {
            state.refuse("dispositif", visit.sentence("agenda-say-dispositif"));
        }
    }
    Ok((school, dispositif))
}

/// Plans it: one meeting, or a slot with its meetings of the weeks to come.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now, shell) = (visit.actor()?, visit.now, visit.shell());
    let mut state = FormState::of(&visit.form);
    let (school, dispositif) = owner(visit, &mut state)?;
    let kind = Kind::from_word(visit.form.text("genre")).unwrap_or(Kind::Group);
    let blank = What {
        school,
        dispositif,
        kind,
        title: String::new(),
        place: Place::Home,
        spot: String::new(),
        room: None,
        places: 1,
        by_self: true,
    };
    let what = what(&visit.form, &shell, &mut state, &blank);
    let hours = hours(&visit.form, &shell, &mut state);
    let rhythm = Rhythm::from_word(visit.form.text("fois"));
    let last = visit.form.text("jusqu").parse::<Date>().ok();
    let calendar = Calendar::load(visit.tx)?;
    if let Some((day, _, to)) = hours {
        if at(day, to) <= now || day > now.paris().date().saturating_add(370.days()) {
            state.refuse("jour", shell.say("agenda-say-later"));
        } else if rhythm.is_none() && calendar.off(day) {
            state.refuse("jour", shell.say("agenda-say-school-day"));
        }
        if rhythm.is_some() && last.is_none_or(|last| last < day || last > SchoolYear::of(day).last()) {
            state.refuse("jusqu", shell.say("agenda-say-last"));
        }
    }
    let (Some((day, from, to)), false) = (hours, state.refused()) else { return page(visit, state) };
    let helps = actor.units(HELPERS).contains(&school) && visit.form.text("moi") == "1";
    let teacher: Option<PersonId> = helps.then_some(actor.person);
    let (slot, meeting) = (visit.new_id(), visit.new_id());
    if let Some(rhythm) = rhythm {
        let slot = Slot {
            id: slot,
            what,
            weekday: day.weekday(),
            from,
            to,
            rhythm,
            first: day,
            last: last.unwrap_or(day),
            teacher,
            coteacher: None,
            made_by: actor.person,
            lead: teacher,
        };
        if slot.first.series(1.day()).take_while(|day| *day <= slot.last).all(|day| !slot.falls_on(day, &calendar)) {
            state.refuse("jour", shell.say("agenda-say-never"));
            return page(visit, state);
        }
        store::add_slot(visit.tx, &slot)?;
        let said = shell.say("agenda-said-slot").text("title", title(&shell, &slot.what));
        let said = said.text("date", shell.date(at(slot.last, 0))).to_string();
        let span = (now.paris().date(), now.paris().date().saturating_add(AHEAD.days()));
        store::lay(visit.tx, &*visit.house.chance, &[slot], span, now)?;
        return Ok(Reply::go("/creneaux").said(said));
    }
    let meeting = Meeting {
        id: meeting,
        slot: None,
        what,
        starts_at: at(day, from),
        ends_at: at(day, to),
        teacher,
        coteacher: None,
        state: State::Planned,
        opened_at: None,
        closed_at: None,
        reason: String::new(),
        made_by: actor.person,
        lead: teacher,
    };
    store::add(visit.tx, &meeting)?;
    let said = shell.say("agenda-said-planned").text("meeting", named(&shell, &meeting));
    Ok(Reply::go(format!("/seances/{}", meeting.id)).said(said))
}
