//! The evenings since the beginning of the school year: two a week, so that every count has something true to show.
use crate::{
    DeskId, Duty, DutyState, Face, Mode, Outcome, Subject, Tag,
    store::{self, Past},
};
use access::Role;
use calendar::{Calendar, SchoolYear};
use db::{Result, Tx};
use directory::demo::Team;
use jiff::civil::{Date, Weekday};
use kernel::{Chance, Id, Moment};

/// What children wrote, by subject.
const BLOCKED: [(Subject, &str); 8] = [
    (Subject::Maths, "Je ne sais pas par où commencer le problème 3."),
    (Subject::Maths, "Comment on compare deux fractions ?"),
    (Subject::Maths, "Je me perds dans les parenthèses de l’exercice 8."),
    (Subject::French, "Je ne comprends pas la consigne de la rédaction."),
    (Subject::French, "Accorder l’adjectif avec deux noms."),
    (Subject::Languages, "La question 2 du texte sur Londres."),
    (Subject::History, "Que faut-il apprendre pour la carte ?"),
    (Subject::Science, "Légender le schéma de la cellule."),
];

/// The evenings of help of a school.
const DAYS: [Weekday; 2] = [Weekday::Tuesday, Weekday::Thursday];

/// Writes the past evenings of a team at its desk, from the middle of September to the day before `now`. Says how many demands.
pub fn weeks(tx: &mut Tx<'_>, chance: &dyn Chance, desk: DeskId, team: &Team, now: Moment) -> Result<usize> {
    let today = now.paris().date();
    let first = SchoolYear::of(today).first().saturating_add(jiff::Span::new().days(14));
    let (Ok(last), false) = (today.yesterday(), team.pupils.is_empty()) else { return Ok(0) };
    let mut asked = 0;
    let evenings = Calendar::shipped().school_days(first, last).filter(|day| DAYS.contains(&day.weekday()));
    for (number, day) in evenings.enumerate() {
        asked += evening(tx, chance, desk, team, day, number)?;
    }
    Ok(asked)
}

fn evening(tx: &mut Tx<'_>, chance: &dyn Chance, desk: DeskId, team: &Team, day: Date, number: usize) -> Result<usize> {
    let teachers: Vec<_> = team.all(Role::Teacher).take(4).collect();
    let Some(teacher) = teachers.get(number % teachers.len().max(1)).copied() else { return Ok(0) };
    let (starts_at, ends_at) = (Moment::at_paris(day, 17, 30), Moment::at_paris(day, 19, 0));
    let minutes = |below: u32| i64::from(chance.below(below));
    let opened = starts_at.plus_minutes(minutes(4));
    let closed = ends_at.plus_minutes(-minutes(6));
    let (id, subjects, state) = (Id::new(starts_at, chance), vec![], DutyState::Closed);
    let duty = Duty { id, desk, teacher, subjects, room: None, starts_at, ends_at, state };
    store::record_duty(tx, &duty, opened, closed)?;
    // A busier school asks more; nobody at all comes now and then.
    let most = 2 + u32::try_from(team.pupils.len() / 12).unwrap_or(0);
    let count = chance.below(most + 1);
    let mut asked_at = opened;
    for _ in 0..count {
        asked_at = asked_at.plus_minutes(minutes(20));
        let claimed = asked_at.plus_minutes(1 + minutes(if chance.below(5) == 0 { 24 } else { 9 }));
        let ended = claimed.plus_minutes(5 + minutes(12));
        let of = |count: usize| chance.below(u32::try_from(count).unwrap_or(1)) as usize;
        let (subject, blocks) = BLOCKED[of(BLOCKED.len())];
        let outcome = if chance.below(5) == 0 { Outcome::InClass } else { Outcome::Understood };
        let helped = ended < closed;
        let face = match chance.below(10) {
            0..6 => Some(Face::Good),
            6 => Some(Face::Middling),
            7 if chance.below(2) == 0 => Some(Face::Bad),
            _ => None,
        };
        let past = Past {
            id: Id::new(asked_at, chance),
            desk,
            school: team.school.id,
            pupil: team.pupils[of(team.pupils.len())],
            subject,
            blocks: blocks.to_owned(),
            mode: if chance.below(4) == 0 { Mode::Call } else { Mode::Writing },
            asked_at,
            help: helped.then(|| (teacher, claimed, ended, outcome, Tag::ALL[of(Tag::ALL.len())])),
            face: face.filter(|_| helped),
        };
        store::record(tx, &past)?;
    }
    Ok(count as usize)
}
