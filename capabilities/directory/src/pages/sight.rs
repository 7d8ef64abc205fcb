//! The limited sight of who answers for a pupil without parental authority: opened in writing, for a time, and ended.
use crate::{
    Person, Pupil,
    policy::{Inform, See},
    store,
};
use access::{
    Allowed, audit,
    store::sight::{self, Sight},
};
use askama::Template;
use calendar::SchoolYear;
use jiff::{ToSpan, civil::Date};
use kernel::{Moment, PersonId};
use std::collections::HashMap;
use web::{Error, FormState, Reply, Result, Shell, Visit};

/// The deeds of the audit trail; their reasons say them in words.
const OPENED: &str = "directory/sight-open";
const ENDED: &str = "directory/sight-end";
/// The fewest and the most characters of a reason.
const REASON: std::ops::RangeInclusive<usize> = 10..=300;
/// For how many days a sight is opened at most.
const LONGEST: i64 = 370;

#[derive(Template)]
#[template(path = "directory/sight.html")]
struct Page {
    shell: Shell,
    form: FormState,
    pupil: Pupil,
    guardian: Person,
    /// The sight that is open.
    open: Option<Sight>,
    /// Those there were.
    past: Vec<Sight>,
    names: HashMap<PersonId, (String, String)>,
}

impl Page {
    fn name(&self, person: &PersonId) -> String {
        self.names.get(person).map(|(given, family)| format!("{given} {family}")).unwrap_or_default()
    }

    /// From when until when, opened by whom.
    fn about(&self, sight: &Sight) -> String {
        let says = self.shell.say("directory-sight-about").text("from", self.shell.date(sight.since));
        says.text("until", self.shell.date(sight.until.plus_minutes(-1)))
            .text("by", self.name(&sight.opened_by))
            .to_string()
    }
}

/// The pupil, and the one who answers for them without parental authority.
type Pair = (Allowed<Inform, Pupil>, Person);

fn pair(visit: &mut Visit<'_, '_>) -> Result<Pair> {
    let (actor, child, guardian): (_, PersonId, PersonId) = (visit.actor()?, visit.id("child")?, visit.id("guardian")?);
    let pupil: Allowed<See, Pupil> = store::find_pupil(visit.tx, &actor, child, visit.now)?.ok_or(Error::NotFound)?;
    let family = store::family(visit.tx, &pupil, visit.now)?;
    let pupil = access::check(&actor, pupil.into_inner()).map_err(|_| Error::NotFound)?;
    let found = family.into_iter().find(|(person, authority)| person.id == guardian && !authority);
    found.map(|(person, _)| (pupil, person)).ok_or(Error::NotFound)
}

/// What is open, and the form.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let pair = pair(visit)?;
    let last = SchoolYear::of(visit.now.paris().date()).last();
    page(visit, pair, FormState::new().with("jusqu", last))
}

fn page(visit: &mut Visit<'_, '_>, (pupil, guardian): Pair, form: FormState) -> Result<Reply> {
    let now = visit.now;
    let mut past = sight::on(visit.tx, pupil.person.id)?;
    past.retain(|sight| sight.guardian == guardian.id);
    let names = store::names(visit.tx, &past.iter().map(|sight| sight.opened_by).collect::<Vec<_>>())?;
    let open = past.first().filter(|sight| sight.until > now).cloned();
    past.retain(|sight| sight.until <= now);
    let (refused, shell) = (form.refused(), visit.shell().at("/ecole"));
    let page = Page { shell, form, pupil: pupil.into_inner(), guardian, open, past, names };
    if refused { Reply::refused(&page) } else { Reply::page(&page) }
}

/// The instant at which a day is over, if a sight may last until then.
fn term(typed: &str, now: Moment) -> Option<Moment> {
    let (day, today): (Date, Date) = (typed.parse().ok()?, now.paris().date());
    (today..=today.saturating_add(LONGEST.days()))
        .contains(&day)
        .then(|| Moment::at_paris(day.saturating_add(1.day()), 0, 0))
}

/// Opens it: from now until the end of a day, for a reason that is kept.
pub fn open(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let ((pupil, guardian), actor, now) = (pair(visit)?, visit.actor()?, visit.now);
    let mut form = FormState::of(&visit.form);
    let reason = visit.form.text("raison").split_whitespace().collect::<Vec<_>>().join(" ");
    if !REASON.contains(&reason.chars().count()) {
        form.refuse("raison", visit.sentence("directory-sight-say-reason"));
    }
    let until = term(visit.form.text("jusqu"), now);
    if until.is_none() {
        form.refuse("jusqu", visit.sentence("directory-sight-say-until"));
    }
    let (Some(until), false) = (until, form.refused()) else { return page(visit, (pupil, guardian), form) };
    let shell = visit.shell();
    let said = shell.say("directory-sight-deed").text("until", shell.date(until.plus_minutes(-1)));
    let said = said.text("reason", &reason).to_string();
    let (id, child) = (visit.new_id(), pupil.person.id);
    let (opened_by, ended_by) = (actor.person, None);
    let sight = Sight { id, guardian: guardian.id, child, since: now, until, reason, opened_by, ended_by };
    sight::open(visit.tx, &sight)?;
    let on = (child, Some(pupil.school.id));
    audit::record_at(visit.tx, &*visit.house.chance, now, actor.person, OPENED, on, &said)?;
    let here = format!("/regard/{child}/{}", guardian.id);
    Ok(Reply::go(&here).said(visit.sentence("directory-said-sight")).undo(format!("{here}/fin"), &[]))
}

/// Ends it now.
pub fn end(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let ((pupil, guardian), actor, now) = (pair(visit)?, visit.actor()?, visit.now);
    let child = pupil.person.id;
    if sight::end(visit.tx, guardian.id, child, actor.person, now)? {
        let said = visit.sentence("directory-sight-deed-end");
        let on = (child, Some(pupil.school.id));
        audit::record_at(visit.tx, &*visit.house.chance, now, actor.person, ENDED, on, &said)?;
    }
    Ok(Reply::go(format!("/regard/{child}/{}", guardian.id)).said(visit.sentence("directory-said-sight-end")))
}
