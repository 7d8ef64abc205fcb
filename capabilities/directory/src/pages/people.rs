//! Taking people into a group and letting them go, from a day to a day.
use super::{
    group::{led, record},
    picker::{Heading, picker},
};
use crate::{
    Gathering, Listed, Person,
    policy::{Lead, Meet},
    store,
};
use access::{Allowed, Part};
use askama::Template;
use jiff::{ToSpan, civil::Date};
use kernel::{GroupId, Moment, PersonId};
use std::collections::BTreeSet;
use web::{Error, Form, FormState, Paged, Pager, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "directory/people.html")]
struct PeoplePage {
    shell: Shell,
    form: FormState,
    gathering: Gathering,
    /// Where pupils may be taken from, under a heading each.
    choices: Vec<Heading>,
    groups: Paged<Listed>,
    /// The chosen class or group, with those who may be taken in.
    from: Option<(String, Paged<Person>)>,
    /// The staff of one's schools.
    colleagues: Paged<(String, String)>,
    /// How the name begins of the group, the pupil and the colleague who are looked for.
    sought: [String; 3],
    /// What a colleague may do in it.
    parts: Vec<(String, String)>,
}

impl PeoplePage {
    /// What one chooses a colleague from: nobody first, so that none is taken in by a hasty hand.
    fn offered(&self) -> Vec<(String, String)> {
        let nobody = (String::new(), self.shell.say("directory-choose").to_string());
        std::iter::once(nobody).chain(self.colleagues.iter().cloned()).collect()
    }
}

fn page(visit: &mut Visit<'_, '_>, gathering: Allowed<Lead, Gathering>, form: FormState) -> Result<PeoplePage> {
    let (actor, shell) = (visit.actor()?, visit.shell().at("/groupes"));
    let sought = ["groupe", "eleves", "collegues"].map(|name| visit.query(name).unwrap_or_default().to_owned());
    let [group, pupil, colleague] = &sought;
    let (choices, groups) = picker(visit, Some(gathering.group.id), group)?;
    let from: Option<GroupId> = form.value("de").parse().ok();
    let from = match from {
        Some(id) => takers(visit, id, (store::CHOICES, pupil))?.map(|people| (id.to_string(), people)),
        None => None,
    };
    let colleagues = store::colleagues(visit.tx, &actor, (store::CHOICES, colleague), visit.now)?;
    let colleagues = colleagues.map(|person| (person.id.to_string(), person.full()));
    let parts =
        Part::ADULTS.iter().map(|part| (part.word().to_owned(), shell.of("directory-part-", part.word()).to_string()));
    let parts = parts.collect();
    let gathering = gathering.into_inner();
    Ok(PeoplePage { shell, form, gathering, choices, groups, from, colleagues, sought, parts })
}

/// Those whom one may take in from another group.
fn takers(visit: &mut Visit<'_, '_>, from: GroupId, which: (Pager, &str)) -> Result<Option<Paged<Person>>> {
    let actor = visit.actor()?;
    let Some(from) = store::find_group::<Meet>(visit.tx, &actor, from, visit.now)? else { return Ok(None) };
    Ok(Some(store::takers(visit.tx, &actor, &from, which, visit.now)?))
}

/// Whom to take in, and from which class.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let form = FormState::new().with("de", visit.query("de").unwrap_or(""));
    Reply::page(&page(visit, gathering, form)?)
}

/// Takes in the pupils ticked, or one colleague.
pub fn add(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let actor = visit.actor()?;
    let mut form = FormState::of(&visit.form);
    let days = days(&visit.form, visit.now);
    let (chosen, part, field) = if let Some(from) = visit.form.id("de")? {
        let people = takers(visit, from, (Pager::whole(), ""))?.ok_or(Error::NotFound)?;
        (chosen(&visit.form, "eleve", &people)?, Part::Member, "eleve")
    } else {
        let people = store::colleagues(visit.tx, &actor, (Pager::whole(), ""), visit.now)?;
        let part = Part::from_word(visit.form.text("part")).filter(|part| Part::ADULTS.contains(part));
        (chosen(&visit.form, "collegue", &people)?, part.unwrap_or(Part::Observer), "collegue")
    };
    if chosen.is_empty() {
        form.refuse(field, visit.sentence("directory-nobody-chosen"));
    }
    let Some((since, until)) = days.filter(|_| !chosen.is_empty()) else {
        if days.is_none() {
            form.refuse("jusqu", visit.sentence("directory-days-wrong"));
        }
        return Reply::refused(&page(visit, gathering, form)?);
    };
    let group = gathering.group.id;
    for person in chosen {
        access::store::group::join(visit.tx, group, person, part, since, until)?;
        record(visit, group, "group-joined")?;
    }
    Ok(Reply::go(format!("/groupes/{group}")).said(visit.sentence("directory-said-joined")))
}

/// Those whom the form names: anybody who is not one of `people` is hidden.
fn chosen(form: &Form, field: &str, people: &[Person]) -> Result<Vec<PersonId>> {
    let named: BTreeSet<PersonId> = form.ids(field)?.into_iter().collect();
    let known: BTreeSet<PersonId> = people.iter().map(|person| person.id).collect();
    if named.is_subset(&known) { Ok(named.into_iter().collect()) } else { Err(Error::NotFound) }
}

/// How far from today a day may be, in days: a group is made for years at most.
const FAR: i32 = 5 * 366;

/// From when and until when: today and no end unless said. `None` when these are no days, in the wrong order, or far away.
pub(super) fn days(form: &Form, now: Moment) -> Option<(Moment, Option<Moment>)> {
    let day = |name: &str| match form.text(name) {
        "" => Ok(None),
        text => text.parse::<Date>().map(Some),
    };
    let (since, until) = (day("depuis").ok()?, day("jusqu").ok()?);
    let today = now.paris().date();
    let near = |day: &Date| day.since(today).is_ok_and(|span| span.get_days().abs() <= FAR);
    if ![since, until].iter().flatten().all(near) {
        return None;
    }
    let since = since.filter(|day| *day != today).map_or(now, |day| Moment::at_paris(day, 0, 0));
    let until = until.map(|day| Moment::at_paris(day.saturating_add(1.day()), 0, 0));
    until.is_none_or(|until| until > since && until > now).then_some((since, until))
}

/// Lets somebody go, now: they see nothing of it from here on.
pub fn let_go(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let gathering = led(visit)?;
    let (actor, group) = (visit.actor()?, gathering.group.id);
    let person: PersonId = visit.form.text("personne").parse()?;
    // A head lets go those of their school alone, whom they see.
    if !store::sees(visit.tx, &actor, &gathering, person, visit.now)? {
        return Err(Error::NotFound);
    }
    if access::store::group::leave(visit.tx, group, person, visit.now)? {
        store::end_guest(visit.tx, person, visit.now)?;
        record(visit, group, "group-left")?;
    }
    Ok(Reply::go(format!("/groupes/{group}")).said(visit.sentence("directory-said-left")))
}
