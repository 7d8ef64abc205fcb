//! The protocol's draft: written by the team, approved and published by the head.
use super::{field, refuse, refuse_names, school_address, seat};
use crate::{
    Hours, Modality, PLACES, Place, Protocol, Public, Refusal, Seat, Stage, Template, clock,
    model::{lines, minute},
    policy::{Answer, Draft},
    store,
};
use access::Allowed;
use kernel::Moment;
use web::{FormState, Reply, Result, Shell, Visit};

/// The days of the week on which there may be help.
const DAYS: std::ops::RangeInclusive<u8> = 1..=6;
/// The lists in the school's words: their fields.
const LISTS: [&str; 4] = ["autres-publics", "outils", "contacts", "charte"];

#[derive(askama::Template)]
#[template(path = "programme/protocol.html")]
struct Page {
    shell: Shell,
    form: FormState,
    seat: Allowed<Draft, Seat>,
    template: &'static Template,
    referents: Vec<String>,
}

impl Page {
    /// The field and the word of each choice: those of the template, and whatever is ticked already.
    fn ticks<'a>(
        &self,
        (prefix, key): (&str, &str),
        all: impl Iterator<Item = (&'a str, bool)>,
    ) -> Vec<(String, String)> {
        let field = |(word, proposed)| {
            let name = format!("{prefix}{word}");
            (proposed || !self.form.value(&name).is_empty()).then(|| (name, self.shell.of(key, word).to_string()))
        };
        all.filter_map(field).collect()
    }

    fn publics(&self) -> Vec<(String, String)> {
        let all = Public::ALL.iter().map(|one| (one.word(), self.template.publics.contains(one)));
        self.ticks(("public-", "programme-public-"), all)
    }

    fn modalities(&self) -> Vec<(String, String)> {
        let all = Modality::ALL.iter().map(|one| (one.word(), self.template.modalities.contains(one)));
        self.ticks(("modalite-", "programme-modality-"), all)
    }

    /// For each day, the fields from and to, and their labels.
    fn days(&self) -> Vec<[String; 4]> {
        let label = |key: &'static str, day: u8| {
            self.shell.say(key).text("day", self.shell.of("shell-day-", &day.to_string())).to_string()
        };
        DAYS.map(|day| {
            let (from, to) = (label("programme-day-from", day), label("programme-day-to", day));
            [format!("de-{day}"), from, format!("a-{day}"), to]
        })
        .collect()
    }

    /// The fields of each place: those that are filled, and one more.
    fn places(&self) -> Vec<[String; 4]> {
        let filled = (0..PLACES).filter(|n| !self.form.value(&format!("lieu-{n}-nom")).is_empty()).count();
        let fields = |n: usize| ["nom", "adresse", "horaires", "places"].map(|end| format!("lieu-{n}-{end}"));
        (0..(filled + 1).min(PLACES)).map(fields).collect()
    }
}

/// The draft, or what it starts from.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let open = store::open(visit.tx, seat.dispositif, seat.school.id)?;
    let seen = open.as_ref().map(|open| open.written_at.0.to_string()).unwrap_or_default();
    let from = if let Some(open) = open {
        open.content
    } else {
        let known = store::version(visit.tx, seat.dispositif, seat.school.id)?;
        known.map_or_else(|| blank(visit, &seat), |version| version.content)
    };
    let form = filled(&from).with("vu", seen);
    page(visit, seat, form)
}

/// A protocol that says nothing yet, save the charter its template proposes.
fn blank(visit: &Visit<'_, '_>, seat: &Seat) -> Protocol {
    let template = Template::of(&visit.house.slices, &seat.template);
    let charter = template.charter.iter().map(|line| (*line).to_owned()).collect();
    Protocol { charter, home: true, ..Protocol::default() }
}

fn page(visit: &mut Visit<'_, '_>, seat: Allowed<Draft, Seat>, form: FormState) -> Result<Reply> {
    let referents = store::referents(visit.tx, seat.school.id, visit.now)?;
    let refused = form.refused();
    let template = Template::of(&visit.house.slices, &seat.template);
    let page = Page { shell: visit.shell().at("/programmes"), form, seat, template, referents };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The form of what a protocol says.
fn filled(protocol: &Protocol) -> FormState {
    let mut form = FormState::new();
    for public in &protocol.publics {
        form = form.with(&format!("public-{}", public.word()), "oui");
    }
    for modality in &protocol.modalities {
        form = form.with(&format!("modalite-{}", modality.word()), "oui");
    }
    for hours in &protocol.hours {
        form = form.with(&format!("de-{}", hours.day), clock(hours.from));
        form = form.with(&format!("a-{}", hours.day), clock(hours.to));
    }
    if let Some(bus) = protocol.bus_home {
        form = form.with("bus", clock(bus));
    }
    if protocol.home {
        form = form.with("domicile", "oui");
    }
    for (n, place) in protocol.places.iter().enumerate() {
        form = form.with(&format!("lieu-{n}-nom"), &place.name).with(&format!("lieu-{n}-adresse"), &place.address);
        form = form.with(&format!("lieu-{n}-horaires"), &place.open).with(&format!("lieu-{n}-places"), place.seats);
    }
    let lists = [&protocol.other_publics, &protocol.tools, &protocol.contacts, &protocol.charter];
    LISTS.iter().zip(lists).fold(form, |form, (name, lines)| form.with(name, lines.join("\n")))
}

/// What the form says, and what is to be mended in it.
fn said(visit: &Visit<'_, '_>, state: &mut FormState) -> Protocol {
    let ticked = |prefix: &str, word: &str| visit.form.has(&format!("{prefix}{word}"));
    let list = |name: &str| lines(visit.form.text(name), 300);
    Protocol {
        publics: Public::ALL.iter().copied().filter(|one| ticked("public-", one.word())).collect(),
        modalities: Modality::ALL.iter().copied().filter(|one| ticked("modalite-", one.word())).collect(),
        hours: DAYS.filter_map(|day| hours(visit, state, day)).collect(),
        bus_home: time(visit, state, "bus"),
        home: visit.form.has("domicile"),
        places: (0..PLACES).filter_map(|n| place(visit, state, n)).collect(),
        other_publics: list("autres-publics"),
        tools: list("outils"),
        contacts: list("contacts"),
        charter: list("charte"),
    }
}

/// A time that may be left out.
fn time(visit: &Visit<'_, '_>, state: &mut FormState, name: &str) -> Option<u16> {
    let typed = visit.form.text(name);
    let time = minute(typed);
    if time.is_none() && !typed.is_empty() {
        state.refuse(name, visit.sentence("programme-say-time"));
    }
    time
}

fn hours(visit: &Visit<'_, '_>, state: &mut FormState, day: u8) -> Option<Hours> {
    let (from_name, to_name) = (format!("de-{day}"), format!("a-{day}"));
    let (from, to) = (time(visit, state, &from_name), time(visit, state, &to_name));
    match (from, to) {
        (Some(from), Some(to)) if from < to => return Some(Hours { day, from, to }),
        (Some(_), Some(_)) => state.refuse(&to_name, visit.sentence("programme-say-later")),
        (Some(_), None) if !visit.form.has(&to_name) => state.refuse(&to_name, visit.sentence("programme-say-until")),
        (None, Some(_)) if !visit.form.has(&from_name) => {
            state.refuse(&from_name, visit.sentence("programme-say-from"));
        }
        _ => {}
    }
    None
}

fn place(visit: &Visit<'_, '_>, state: &mut FormState, n: usize) -> Option<Place> {
    let text = |end: &str| field::text(visit, &format!("lieu-{n}-{end}"), field::LINE);
    let (name, address, open, seats) = (text("nom"), text("adresse"), text("horaires"), text("places"));
    if name.is_empty() {
        if !address.is_empty() || !open.is_empty() {
            state.refuse(&format!("lieu-{n}-nom"), visit.sentence("programme-say-place"));
        }
        return None;
    }
    let count = if seats.is_empty() { Some(0) } else { seats.parse().ok().filter(|count| *count <= 500) };
    if count.is_none() {
        state.refuse(&format!("lieu-{n}-places"), visit.sentence("programme-say-seats"));
    }
    Some(Place { name, address, open, seats: count.unwrap_or(0) })
}

/// Writes the draft.
pub fn save(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Draft>(visit)?;
    let (actor, now, mut state) = (visit.actor()?, visit.now, FormState::of(&visit.form));
    let content = said(visit, &mut state);
    let fields: Vec<_> = LISTS.iter().map(|name| (*name, visit.form.text(name).to_owned())).collect();
    refuse_names(visit, seat.school.id, &mut state, &fields)?;
    let places: Vec<(String, String)> = content
        .places
        .iter()
        .enumerate()
        .map(|(n, place)| (format!("lieu-{n}-nom"), [&*place.name, &place.address, &place.open].join("\n")))
        .collect();
    let places: Vec<_> = places.iter().map(|(name, text)| (name.as_str(), text.clone())).collect();
    refuse_names(visit, seat.school.id, &mut state, &places)?;
    if state.refused() {
        return page(visit, seat, state);
    }
    let seen = visit.form.text("vu").parse().ok().map(Moment);
    let chance = &*visit.house.chance;
    match store::save(visit.tx, chance, &actor, &seat, (&content, seen), now)? {
        Ok(_) => {
            let to = format!("{}/relecture", school_address(seat.dispositif, seat.school.id));
            Ok(Reply::go(to).said(visit.sentence("programme-said-draft")))
        }
        Err(why) => {
            refuse(&visit.shell(), &mut state, "protocole", why);
            page(visit, seat, state)
        }
    }
}

/// The head approves what they read.
pub fn approve(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Answer>(visit)?;
    let refusal = approve_read(visit, &seat)?;
    led(visit, &seat, (refusal, "programme-said-approved"))
}

/// The head publishes what they read: approved before, or by this very deed.
pub fn publish(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let seat = seat::<Answer>(visit)?;
    let open = store::open(visit.tx, seat.dispositif, seat.school.id)?;
    let mut refusal = None;
    if open.is_some_and(|open| open.stage == Stage::Draft) {
        refusal = approve_read(visit, &seat)?;
    }
    if refusal.is_none() {
        let (chance, now) = (&*visit.house.chance, visit.now);
        refusal = store::publish(visit.tx, chance, &seat, now)?.err();
    }
    led(visit, &seat, (refusal, "programme-said-published"))
}

/// Approves the draft as the form says it was read; or says why not.
fn approve_read(visit: &mut Visit<'_, '_>, seat: &Allowed<Answer, Seat>) -> Result<Option<Refusal>> {
    let (actor, now) = (visit.actor()?, visit.now);
    let read = Moment(visit.form.text("vu").parse().unwrap_or(0));
    Ok(store::approve(visit.tx, &actor, seat, read, now)?.err())
}

fn led(visit: &mut Visit<'_, '_>, seat: &Seat, (why, said): (Option<Refusal>, &'static str)) -> Result<Reply> {
    let Some(why) = why else {
        return Ok(Reply::go(school_address(seat.dispositif, seat.school.id)).said(visit.sentence(said)));
    };
    let mut state = FormState::of(&visit.form);
    refuse(&visit.shell(), &mut state, "protocole", why);
    super::school::page(visit, state)
}
