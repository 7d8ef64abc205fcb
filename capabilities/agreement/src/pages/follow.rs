//! Who was told, who has read, who answered: counts for all who steer, names for the school's team.
use super::when;
use crate::{
    chapter,
    model::{Announcement, Counts, Standing},
    policy::CARERS,
    store::{self, Row},
};
use askama::Template;
use kernel::{Moment, PersonId, UnitId};
use programme::DispositifId;
use std::collections::HashMap;
use web::{Paged, Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "agreement/follow.html")]
struct Schools {
    shell: Shell,
    /// All that was told of, and the one shown.
    dispositifs: Vec<(DispositifId, String)>,
    shown: Option<DispositifId>,
    rows: Paged<(Announcement, Counts)>,
    /// When those of the schools that are not one's own were counted.
    counted_at: Option<Moment>,
    /// The classes of the school one works in.
    classes: Vec<Classes>,
    /// What waits for a proposal.
    concerns: i64,
    carer: bool,
}

/// The classes of one school in one dispositif.
struct Classes {
    announcement: Announcement,
    rows: Vec<(UnitId, String, Counts)>,
}

impl Schools {
    /// The delay, in words.
    fn delay(&self, counts: &Counts) -> String {
        let Some(minutes) = counts.delay else { return self.shell.say("agreement-delay-none").to_string() };
        let (key, n) = match minutes {
            0..=119 => ("agreement-delay-minutes", minutes),
            120..=2_879 => ("agreement-delay-hours", minutes / 60),
            _ => ("agreement-delay-days", minutes / 1_440),
        };
        self.shell.say(key).num("n", n).to_string()
    }
}

/// The schools one may count; the classes of one's own.
pub fn schools(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let dispositifs = store::followed(visit.tx, &actor)?;
    // A page asks little: the dispositif made last, or the one asked for; the others are a link away.
    let asked = visit.among("dispositif", &dispositifs, |(id, _)| *id)?;
    let shown = asked.or(dispositifs.last()).map(|(id, _)| *id);
    let (mut rows, mut classes, mut counted_at) = (Paged::default(), vec![], None);
    if let Some(shown) = shown {
        let told = store::followed_in(visit.tx, &actor, shown, visit.pager())?;
        let mine = actor.units(CARERS);
        let (own, others): (Vec<UnitId>, Vec<UnitId>) =
            told.iter().map(|one| one.school).partition(|school| mine.contains(school));
        let mut counts = store::counts(visit.tx, shown, &own)?;
        // One's own school is counted as it stands; the others as they were counted last, where they were.
        if let Some((kept, at)) = chapter::kept(visit.tx, &actor, shown, &others)? {
            counts.extend(kept);
            counted_at = Some(at);
        } else {
            counts.extend(store::counts(visit.tx, shown, &others)?);
        }
        rows = told.map(|one| {
            let counts = counts.get(&one.school).copied().unwrap_or_default();
            (one, counts)
        });
        // Of many schools one's own may stand on another page.
        let here = rows.iter().map(|(one, _)| one).find(|one| mine.contains(&one.school)).cloned();
        let first = match here {
            None if rows.last() > 1 => store::own(visit.tx, &actor, shown)?,
            here => here,
        };
        if let Some(announcement) = first {
            let rows = store::of_classes(visit.tx, &announcement, now)?;
            classes.push(Classes { announcement, rows });
        }
    }
    let carer = actor.holds(CARERS);
    let concerns = if carer { store::open_concerns(visit.tx, &actor)? } else { 0 };
    let shell = visit.shell().at("/accord/suivi");
    Reply::page(&Schools { shell, dispositifs, shown, rows, counted_at, classes, concerns, carer })
}

#[derive(Template)]
#[template(path = "agreement/class.html")]
struct OfClass {
    shell: Shell,
    class: super::Class,
    rows: Vec<Row>,
    standings: HashMap<PersonId, Standing>,
    now: Moment,
}

impl OfClass {
    /// Where the child's agreement stands.
    fn standing(&self, row: &Row) -> Standing {
        self.standings.get(&row.told.child).copied().unwrap_or(Standing::Silent)
    }

    /// How far the announcement came: the kind of its badge, and its key.
    fn state(&self, row: &Row) -> (&'static str, &'static str) {
        match &row.told {
            told if told.read_at.is_some() => ("ok", "agreement-state-read"),
            told if told.received_at.is_some() => ("ok", "agreement-state-received"),
            told if told.failed => ("bad", "agreement-state-failed"),
            told if told.informed_at.is_some_and(|at| at <= self.now) => ("note", "agreement-state-sent"),
            _ => ("warn", "agreement-state-waiting"),
        }
    }

    /// When it left.
    fn informed(&self, row: &Row) -> String {
        row.told.informed_at.map_or_else(String::new, |at| when(&self.shell, at))
    }
}

/// The families of a class.
pub fn class(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (class, now) = (super::class(visit)?, visit.now);
    let rows = store::of_class(visit.tx, &class.announcement, class.id, now)?;
    let (dispositif, school) = (class.announcement.dispositif, class.announcement.school);
    let standings = store::standings(visit.tx, dispositif, school, now)?;
    Reply::page(&OfClass { shell: visit.shell().at("/accord/suivi"), class, rows, standings, now })
}
