//! Opinions of a year under way for a demonstration: the first wave over, the second open.
use crate::{
    model::{Public, Stage},
    policy::Open,
    store,
};
use access::{Actor, Role};
use db::{Result, Tx};
use directory::demo::{self, Part};
use jiff::{Span, civil::Date};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use programme::{DispositifId, Template};

/// What a few say, by public.
const SAID: [(Public, &[&str]); 3] = [
    (
        Public::Pupil,
        &[
            "J’aime bien qu’on puisse envoyer une photo de l’exercice.",
            "Le lundi soir il y a trop d’attente.",
            "Ce serait bien d’avoir aussi l’espagnol.",
            "Je finis plus tôt et je me couche moins tard.",
        ],
    ),
    (
        Public::Family,
        &[
            "Mon fils ne rentre du car qu’à 18 h, merci d’avoir décalé le créneau.",
            "La connexion coupe souvent chez nous, le téléphone nous a sauvés.",
            "On ne savait pas que c’était aussi le mercredi.",
        ],
    ),
    (
        Public::Teacher,
        &[
            "Les questions arrivent par vagues après 18 h, à deux c’est confortable.",
            "Il faudrait les manuels en ligne dans la salle.",
        ],
    ),
];

/// This slice's part of a demonstration: opinions on each dispositif that has a chapter for them.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &demo::Stage<'_>) -> Result<()> {
    for team in &stage.demo.teams {
        let (school, people) = (team.school.id, stage.people(team));
        let guardians: Vec<PersonId> = people.families.iter().map(|(guardian, _)| *guardian).collect();
        let asked = Asked { pupils: &people.pupils, guardians: &guardians, teachers: &people.teachers };
        for running in programme::store::running(tx, school, stage.now)? {
            if Template::of(stage.slices, &running.template).chapters.contains(&crate::chapter::CHAPTER.key) {
                answers(tx, stage.chance, running.id, school, asked, stage.now)?;
            }
        }
    }
    Ok(())
}

/// People asked, by public.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Pupils of the school.
    pub pupils: &'a [PersonId],
    /// Those who answer for them.
    pub guardians: &'a [PersonId],
    /// Its teachers.
    pub teachers: &'a [PersonId],
}

/// The opinions of one school: a wave at the start, over and sealed; one in the middle, open at `now`, that the first of
/// each public has still to answer. The waves are made with the first school. Call it once the school is engaged.
pub fn answers(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    dispositif: DispositifId,
    school: UnitId,
    asked: Asked<'_>,
    now: Moment,
) -> Result<()> {
    let Some(academie) = access::store::above(tx, school, access::UnitKind::Academie)? else { return Ok(()) };
    let by = asked.teachers.first().or(asked.pupils.first()).copied();
    let Some(by) = by else { return Ok(()) };
    let today = now.paris().date();
    let day = |days: i64| today.saturating_add(Span::new().days(days));
    wave(tx, chance, (dispositif, academie.id, by), (Stage::Start, day(-60), day(-45)), now)?;
    wave(tx, chance, (dispositif, academie.id, by), (Stage::Middle, day(-4), day(10)), now)?;
    let publics = [(Public::Pupil, asked.pupils), (Public::Family, asked.guardians), (Public::Teacher, asked.teachers)];
    for (stage, share) in [(Stage::Start, 55), (Stage::Middle, 40)] {
        let Some(wave) = store::wave(tx, dispositif, stage)? else { continue };
        for (public, people) in publics {
            let open = stage == Stage::Middle;
            for person in people.iter().skip(usize::from(open)).take(60) {
                if chance.below(100) >= share {
                    continue;
                }
                let words = said(chance, public);
                let owner = open.then_some(*person);
                let levels = [(); 3].map(|()| Some(level(chance, open)));
                let id = Id::new(now, chance);
                store::record(tx, id, (wave.id, school, public), (owner, levels, words))?;
            }
        }
    }
    Ok(())
}

fn wave(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (dispositif, academie, by): (DispositifId, UnitId, PersonId),
    (stage, opens_on, closes_on): (Stage, Date, Date),
    now: Moment,
) -> Result<()> {
    if store::wave(tx, dispositif, stage)?.is_some() {
        return Ok(());
    }
    let pilot = Actor { person: by, grants: vec![(Role::Pilot, academie)], children: vec![], groups: vec![] };
    let Some(place) = store::place::<Open>(&pilot, academie) else { return Ok(()) };
    let id = Id::new(now, chance);
    store::open(tx, &place, &pilot, (id, (dispositif, stage, opens_on, closes_on)), now).map(drop)
}

/// A level from 1 to 4: mostly content, more so in the middle of the year.
fn level(chance: &dyn Chance, later: bool) -> i64 {
    let drawn = chance.below(100) + if later { 12 } else { 0 };
    match drawn {
        0..=9 => 1,
        10..=29 => 2,
        30..=69 => 3,
        _ => 4,
    }
}

/// A sentence, now and then.
fn said(chance: &dyn Chance, public: Public) -> &'static str {
    let sentences = SAID.iter().find(|(one, _)| *one == public).map_or(&[][..], |(_, sentences)| sentences);
    if chance.below(6) > 0 {
        return "";
    }
    let drawn = chance.below(u32::try_from(sentences.len()).unwrap_or(0));
    usize::try_from(drawn).ok().and_then(|drawn| sentences.get(drawn)).copied().unwrap_or("")
}
