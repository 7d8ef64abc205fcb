//! The programme at one's school, on one page: what stands where, and the way to each room. For a teacher with ten minutes.
use crate::template;
use askama::Template;
use kernel::{Moment, UnitId};
use programme::{Dispositif, Seat, policy::Draft};
use web::{Reply, Result, Shell, Visit};

#[derive(Template)]
#[template(path = "homework/team.html")]
struct Page {
    shell: Shell,
    /// The programme of this year, if one's school takes part.
    dispositif: Option<Dispositif>,
    schools: Vec<School>,
    /// Whether the reader heads a school: they approve, and read the presences.
    head: bool,
    /// Whether the reader records presences.
    watches: bool,
    /// Whether the reader sees to families' difficulties.
    cares: bool,
    now: Moment,
}

/// A school of the reader that takes part, with what there is to see to.
struct School {
    seat: Seat,
    /// Answers of families still awaited.
    silent: i64,
    /// Minutes that wait for the head.
    pending: i64,
    /// Difficulties under way.
    open: i64,
}

/// The page.
pub fn show(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let (actor, now) = (visit.actor()?, visit.now);
    let (today, mut dispositif, mut schools) = (now.paris().date(), None, vec![]);
    let seats = programme::store::seats::<Draft>(visit.tx, &actor, None)?;
    let mut mine: Vec<_> = seats.into_iter().filter(|seat| seat.engaged() && seat.template == template::KEY).collect();
    // The latest year first: last year's seats are not this year's page.
    mine.sort_by_key(|seat| std::cmp::Reverse(seat.dispositif));
    if let Some(latest) = mine.first().map(|seat| seat.dispositif) {
        mine.retain(|seat| seat.dispositif == latest);
        let seen = programme::store::find(visit.tx, &actor, latest)?;
        dispositif = seen.map(|seen| seen.into_inner().dispositif).filter(|dispositif| dispositif.runs(today));
    }
    if let Some(dispositif) = &dispositif {
        let ids: Vec<UnitId> = mine.iter().map(|seat| seat.school.id).collect();
        let since = Moment::at_paris(dispositif.starts_on, 0, 0);
        let families = agreement::store::counts(visit.tx, dispositif.id, &ids)?;
        let hours = hours::store::counts(visit.tx, dispositif.id, &ids, since, now)?;
        let difficulties = difficulty::store::counts(visit.tx, &ids, since)?;
        for seat in mine {
            let school = seat.school.id;
            let of_school = difficulties.iter().filter(|count| count.school == school);
            schools.push(School {
                silent: families.get(&school).map_or(0, |told| told.told - told.answered),
                pending: hours.get(&school).map_or(0, |given| given.proposed),
                open: of_school.map(difficulty::store::Count::open).sum(),
                seat,
            });
        }
    }
    let page = Page {
        shell: visit.shell().at("/equipe"),
        dispositif,
        schools,
        head: actor.holds(programme::policy::HEADS),
        watches: actor.holds(agenda::policy::WATCHERS),
        cares: actor.holds(desk::policy::CARERS),
        now,
    };
    Reply::page(&page)
}
