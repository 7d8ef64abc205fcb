//! Believable traces for the demonstration: rooms of the weeks before, with who was there and how long.
use crate::{
    model::{Hears, Kind, SeatId},
    store::{self, Chosen, Mark, Wanted},
};
use access::Actor;
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    for team in &stage.demo.teams {
        let people = stage.people(team);
        if let Some(host) = people.teachers.first() {
            weeks(tx, stage.chance, team.school.id, *host, &people.pupils, stage.now)?;
        }
    }
    Ok(())
}

/// Three weeks of rooms before `now`, two evenings a week: `host` explains to some of `pupils`, who come a little late, are
/// cut now and then, and mostly follow. Nothing of what they said is left.
pub fn weeks(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    host: PersonId,
    pupils: &[PersonId],
    now: Moment,
) -> Result<()> {
    for (days, title) in
        [(22, "Fractions"), (20, "Le récit"), (15, ""), (13, "Pythagore"), (8, ""), (6, "Anglais"), (1, "")]
    {
        let begins = evening(now.plus_days(-days));
        // A demand is one pupil's; a group is some of them.
        let some = if title.is_empty() { 1 } else { usize::try_from(2 + chance.below(5)).unwrap_or(2) };
        let from = usize::try_from(chance.below(u32::try_from(pupils.len()).unwrap_or(1).max(1))).unwrap_or(0);
        let expected: Vec<PersonId> = pupils.iter().cycle().skip(from).take(some.min(pupils.len())).copied().collect();
        let kind = if title.is_empty() { Kind::Ticket } else { Kind::Open };
        let source = (kind == Kind::Ticket).then(|| Id::new(begins, chance));
        let wanted = Wanted { kind, source, school, host, title, expected: &expected, lobby: false };
        let room = store::open_for(tx, chance, &wanted, begins)?;
        store::set_times(tx, room, begins, None)?;
        let ends = begins.plus_minutes(20 + i64::from(chance.below(20)));
        for one in store::seats(tx, room)? {
            lived(tx, chance, room, one.seat.id, one.seat.is_adult(), (begins, ends))?;
        }
        store::set_times(tx, room, begins, Some(ends))?;
    }
    Ok(())
}

/// Ten to six on that day, or on the last school day before it.
fn evening(day: Moment) -> Moment {
    let date = day.paris().date();
    let back = i64::from(date.weekday().to_monday_one_offset() - 5).clamp(0, 2);
    Moment::at_paris(day.plus_days(-back).paris().date(), 17, 50)
}

/// The school's rooms are on another server from `now` on, behind a plain link that its head chooses. Says whether
/// they decide for it.
pub fn elsewhere(tx: &mut Tx<'_>, chance: &dyn Chance, school: UnitId, head: PersonId, now: Moment) -> Result<bool> {
    let chosen = Chosen {
        id: Id::new(now, chance),
        unit: school,
        purpose: String::new(),
        kind: "lien".to_owned(),
        url: "https://visio.example.org/normandie".to_owned(),
        audience: String::new(),
        sealed: None,
    };
    let head = Actor::load(tx, head, now)?;
    store::set_server(tx, &head, &chosen, now)
}

/// One person's time in the room.
fn lived(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    room: crate::RoomId,
    seat: SeatId,
    adult: bool,
    (begins, ends): (Moment, Moment),
) -> Result<()> {
    if !adult && chance.below(10) == 0 {
        return Ok(());
    }
    let came = if adult { begins } else { begins.plus_minutes(i64::from(chance.below(4))) };
    store::arrived(tx, room, seat, came)?;
    if !adult && chance.below(4) == 0 {
        let cut = came.plus_minutes(5 + i64::from(chance.below(6)));
        store::gone(tx, room, seat, cut)?;
        store::arrived(tx, room, seat, cut.plus_minutes(1))?;
    }
    if !adult {
        let hears = if chance.below(8) == 0 { Hears::Lost } else { Hears::Well };
        store::mark(tx, room, seat, Mark::Hears(hears))?;
    }
    store::gone(tx, room, seat, ends)
}
