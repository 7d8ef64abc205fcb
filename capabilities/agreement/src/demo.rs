//! What the families of a school were told and said by the middle of the year, for a demonstration.
use crate::{
    model::{Offer, Source, ToldId, Trouble, Word},
    policy::Reply,
    store::{self, Announced, Past},
};
use access::Actor;
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use kernel::{Chance, Moment, PersonId, UnitId};
use programme::{DispositifId, ProtocolId};
use std::collections::HashMap;
use web::Secret;

/// What two families wrote, and what the team proposed to each.
const CONCERNS: [(Trouble, &str, Offer, &str); 2] = [
    (
        Trouble::Place,
        "Nous sommes cinq dans deux pièces, il n’y a pas de table libre le soir.",
        Offer::Seat,
        "Une place à la médiathèque le lundi et le jeudi, de 17 h à 18 h 30. Une médiatrice accueille les élèves.",
    ),
    (
        Trouble::Device,
        "Un seul téléphone pour trois enfants, et il est avec moi au travail.",
        Offer::Loan,
        "Le collège prête un ordinateur portable jusqu’en juin. Nous convenons d’un rendez-vous pour la remise.",
    ),
];

/// This slice's part of a demonstration: every school that publishes a protocol tells its families, who answer.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    for team in &stage.demo.teams {
        let (school, people) = (team.school.id, stage.people(team));
        for running in programme::store::running(tx, school, stage.now)? {
            if let Some(told) = programme::store::published(tx, running.id, school)? {
                let since = told.published_at;
                let what = (running.id, school, told.id);
                let named =
                    stage.demo.pupils.iter().chain(&stage.demo.children).map(|child| child.id).collect::<Vec<_>>();
                let families = (people.families.as_slice(), named.as_slice());
                answers(tx, stage.chance, what, families, people.referent, since, stage.now)?;
            }
        }
    }
    Ok(())
}

/// The school told its families when the protocol was published; most have answered since, some are silent, a few refuse, two
/// said what stands in their way and were proposed something. `families` are guardians with parental authority, each with a
/// child of the school, and the children whose families all agree: those whom the demonstration names. `team` is who proposed.
pub fn answers(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (dispositif, school, protocol): (DispositifId, UnitId, ProtocolId),
    (families, named): (&[(PersonId, PersonId)], &[PersonId]),
    team: PersonId,
    published_at: Moment,
    now: Moment,
) -> Result<()> {
    let approved_at = published_at.plus_minutes(-i64::from(20 + chance.below(200)));
    let announced = Announced { dispositif, school, protocol, approved_at, published_at };
    store::announce(tx, chance, &announced, published_at)?;
    // The sheets go out in class, on the next school morning.
    let evening = Moment::at_paris(published_at.paris().date(), 21, 0);
    let handed = notice::shown_at(&calendar::Calendar::load(tx)?, evening).plus_minutes(65);
    store::handed_by_school(tx, protocol, handed)?;
    let told: HashMap<(PersonId, PersonId), ToldId> = store::holders(tx, protocol, now)?.into_iter().collect();
    let minutes = u32::try_from(now.minutes_since(handed).clamp(60, 40 * 1_440)).unwrap_or(60);
    let mut answers = vec![];
    for (guardian, child) in families {
        let (drawn, Some(id)) = (chance.below(100), told.get(&(*guardian, *child))) else { continue };
        // Some are silent.
        let agrees = drawn < 76 || named.contains(child);
        if drawn < 82 || agrees {
            let word = if agrees { Word::Agree } else { Word::Refuse };
            let source = if chance.below(3) == 0 { Source::Account } else { Source::Code };
            let at = handed.plus_minutes(i64::from(chance.below(minutes)));
            answers.push(Past { told: *id, guardian: *guardian, child: *child, word, source, at });
        }
    }
    // Those who have not answered themselves stay before their letter; of each child's family, one has.
    let mut silent: Vec<_> = told.iter().filter(|((_, child), _)| named.contains(child)).collect();
    silent.retain(|((_, child), _)| !answers.iter().any(|answer| answer.child == *child));
    silent.sort_unstable();
    silent.dedup_by_key(|((_, child), _)| *child);
    for ((guardian, child), id) in silent {
        let (word, source, at) = (Word::Agree, Source::Code, handed.plus_minutes(30));
        answers.push(Past { told: *id, guardian: *guardian, child: *child, word, source, at });
    }
    store::put_past(tx, chance, &announced, &answers)?;
    let agreed = answers.iter().filter(|answer| answer.word == Word::Agree);
    for (answer, concern) in agreed.zip(&CONCERNS) {
        let actor = Actor { person: answer.guardian, grants: vec![], children: vec![answer.child], groups: vec![] };
        if let Some(told) = store::find(tx, &actor, answer.told, answer.at)? {
            trouble(tx, chance, &actor, &told, (team, concern), answer.at)?;
        }
    }
    Ok(())
}

fn trouble(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    actor: &Actor,
    told: &access::Allowed<Reply, crate::Told>,
    (team, concern): (PersonId, &(Trouble, &str, Offer, &str)),
    at: Moment,
) -> Result<()> {
    let (kind, words, offer, proposed) = concern;
    store::say(tx, chance, told, (&[*kind], words), at)?;
    let said = store::concerns_of_told(tx, told, web::Pager::FIRST)?;
    let Some(said) = said.first() else { return Ok(()) };
    let proposal = store::propose_alone(tx, chance, team, said, (*offer, proposed), at.plus_minutes(90))?;
    // The first has taken what was proposed; the other still thinks about it.
    if *kind == Trouble::Place
        && let Some(own) = store::find_concern(tx, actor, said.id)?
    {
        let _ = store::choose(tx, chance, &own, (proposal, true), at.plus_minutes(600))?;
    }
    Ok(())
}

/// The code on paper of a family of the home school that has not answered, and is nobody whom a demonstration names.
pub fn paper(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<Option<String>> {
    let (home, now) = (stage.demo.home.id, stage.now);
    let named: Vec<PersonId> = stage.demo.apart.iter().map(|one| one.id).chain([stage.demo.guardian.id]).collect();
    for running in programme::store::running(tx, home, now)? {
        let code = paper_code(tx, stage.secret, running.id, home, &named, now)?;
        if code.is_some() {
            return Ok(code);
        }
    }
    Ok(None)
}

/// The code of one family reached on paper that has not answered; never one of `but`.
pub fn paper_code(
    tx: &mut Tx<'_>,
    secret: &Secret,
    dispositif: DispositifId,
    school: UnitId,
    but: &[PersonId],
    now: Moment,
) -> Result<Option<String>> {
    Ok(store::unanswered(tx, dispositif, school, but, now)?.map(|told| told.seal().code(secret)))
}
