//! What the families of a school were told and said by the middle of the year, for a demonstration.
use crate::{
    model::{Offer, Source, Trouble, Word},
    policy::Reply,
    store::{self, Announced},
};
use access::Actor;
use db::{Result, Tx};
use kernel::{Chance, Moment, PersonId, UnitId};
use programme::{DispositifId, ProtocolId};
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

/// The school told its families when the protocol was published; most have answered since, some are silent, a few refuse, two
/// said what stands in their way and were proposed something. `families` are guardians with parental authority, each with a
/// child of the school; `team` is who proposed.
#[expect(clippy::too_many_arguments, reason = "a demonstration says all it knows at once")]
pub fn answers(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    secret: &Secret,
    dispositif: DispositifId,
    school: UnitId,
    protocol: ProtocolId,
    families: &[(PersonId, PersonId)],
    team: PersonId,
    published_at: Moment,
    now: Moment,
) -> Result<()> {
    let approved_at = published_at.plus_minutes(-i64::from(20 + chance.below(200)));
    let announced = Announced { dispositif, school, protocol, approved_at, published_at };
    store::announce(tx, chance, &announced, published_at)?;
    store::handed_by_school(tx, protocol, published_at.plus_days(1))?;
    let days = (now.minutes_since(published_at) / 1_440).clamp(1, 40);
    let mut concerns = CONCERNS.iter();
    for (guardian, child) in families {
        let drawn = chance.below(100);
        // Some are silent.
        if drawn >= 82 {
            continue;
        }
        let actor = Actor { person: *guardian, grants: vec![], children: vec![*child], circles: vec![] };
        let all = store::of_guardian(tx, &actor, now)?;
        let Some(told) = all.into_iter().find(|told| told.protocol == protocol && told.child == *child) else {
            continue;
        };
        let wait = i64::from(chance.below(u32::try_from(days * 1_440).unwrap_or(1_440))) + 30;
        let at = Moment(published_at.plus_minutes(wait).0.min(now.0 - 60_000));
        let parts = notice::seal::link(&told.seal().key(secret));
        let Some((_, told)) = (match parts {
            Some(parts) => store::opened(tx, secret, &parts, at)?,
            None => None,
        }) else {
            continue;
        };
        let word = if drawn < 76 { Word::Agree } else { Word::Refuse };
        let source = if chance.below(3) == 0 { Source::Account } else { Source::Code };
        let _ = store::answer(tx, chance, &told, (word, source), at)?;
        if let Some(concern) = concerns.next().filter(|_| word == Word::Agree) {
            trouble(tx, chance, &actor, &told, (team, concern), at)?;
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
    let said = store::concerns_of_told(tx, told)?;
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

/// The code of one family reached on paper that has not answered, for the table of codes of a demonstration; never one of `but`.
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
