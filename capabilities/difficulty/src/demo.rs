//! Weeks of a school's difficulties, for a demonstration: mid-year, most closed, some open, a few waiting.
use crate::{
    Audience, DifficultyId, Entered, Kind, School, State, Thing,
    policy::{Care, Lend},
    store::{self, Candidate, Opened},
};
use access::{Actor, Role};
use calendar::Calendar;
use db::{Result, Tx};
use directory::demo::{Part, Stage};
use kernel::{Chance, Id, Moment, PersonId, UnitId};

/// What families said: kind, how it came in, their words, the closing word.
const FAMILIES: [(Kind, Entered, &str, &str); 12] = [
    (
        Kind::SignIn,
        Entered::Phone,
        "La carte est perdue, impossible d’entrer.",
        "Une nouvelle carte a été remise à l’élève ce matin.",
    ),
    (
        Kind::Device,
        Entered::Page,
        "La tablette ne s’allume plus depuis lundi.",
        "La tablette a été échangée au bureau de la vie scolaire.",
    ),
    (
        Kind::Line,
        Entered::Phone,
        "Pas de réseau à la maison après 18 h, seulement le téléphone.",
        "Nous avons convenu d’une aide par téléphone, le mardi et le jeudi.",
    ),
    (
        Kind::Tool,
        Entered::Page,
        "Le document du professeur ne s’ouvre pas sur notre ordinateur.",
        "Le professeur l’a remis dans un format qui s’ouvre partout.",
    ),
    (
        Kind::Place,
        Entered::Paper,
        "Deux enfants dans la même chambre, pas de coin calme.",
        "Une place est réservée à la médiathèque le lundi et le mardi.",
    ),
    (
        Kind::Language,
        Entered::Colleague,
        "Je comprends mal les messages du collège.",
        "Les messages arriveront aussi dans votre langue, et un rendez-vous est pris.",
    ),
    (
        Kind::Loan,
        Entered::Page,
        "Nous n’avons qu’un ordinateur pour trois enfants.",
        "Un ordinateur vous est prêté jusqu’à la fin de l’année.",
    ),
    (
        Kind::SignIn,
        Entered::Page,
        "Le code ne marche plus.",
        "Le code a été refait, il est au dos de la nouvelle carte.",
    ),
    (
        Kind::Tool,
        Entered::Phone,
        "On n’entend rien dans la salle de visio.",
        "Le son était coupé dans le navigateur : c’est réglé avec vous au téléphone.",
    ),
    (
        Kind::Other,
        Entered::Page,
        "Le car rentre à 18 h 20, l’aide commence à 18 h.",
        "L’élève est inscrit au créneau de 18 h 30.",
    ),
    (Kind::Device, Entered::Paper, "Pas de micro sur l’ordinateur.", "Un casque avec micro vous est prêté."),
    (Kind::Line, Entered::Page, "Le forfait est épuisé en milieu de mois.", "Une clé 4G vous est prêtée."),
];

/// What colleagues asked, and the answer.
const QUESTIONS: [(Kind, &str, &str); 5] = [
    (
        Kind::Tool,
        "Comment garder une trace de ce qui s’est dit en visio ?",
        "Écrivez la phrase de fin dans le fil de l’élève : il la retrouve le lendemain.",
    ),
    (
        Kind::Device,
        "Où prendre un casque pour la permanence du soir ?",
        "Dans l’armoire de la salle 12, la clé est à la vie scolaire. Notez l’emprunt sur la feuille.",
    ),
    (
        Kind::SignIn,
        "Un élève a perdu sa carte pendant l’aide, que faire ?",
        "Depuis la page des classes, imprimez une nouvelle carte : l’ancienne ne marche plus aussitôt.",
    ),
    (
        Kind::Tool,
        "Peut-on regrouper deux élèves sur le même exercice ?",
        "Oui : cochez-les dans la file puis « Expliquer une fois ».",
    ),
    (
        Kind::Line,
        "Ma visio saute chez moi, puis-je aider autrement ?",
        "Oui, par écrit ou par téléphone : la file montre ce que chaque élève a choisi.",
    ),
];

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    for team in &stage.demo.teams {
        let (school, people) = (team.school.id, stage.people(team));
        let (referent, cpe) = (people.referent, people.vie_scolaire);
        weeks(tx, stage.chance, school, referent, cpe, &people.teachers, &people.families, stage.now)?;
    }
    Ok(())
}

/// Fills twelve weeks before `now` for one school. Returns how many difficulties were made.
#[expect(clippy::too_many_arguments, reason = "whom a school's weeks are about")]
pub fn weeks(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    referent: PersonId,
    vie_scolaire: PersonId,
    teachers: &[PersonId],
    families: &[(PersonId, PersonId)],
    now: Moment,
) -> Result<usize> {
    let mut made = 0;
    let many = families.len().min(24);
    let first = usize::try_from(chance.below(12)).unwrap_or(0);
    for (n, family) in families.iter().take(many).enumerate() {
        let case = FAMILIES[(first + n) % FAMILIES.len()];
        // The last ones are of these days, and still open.
        let days = i64::try_from((many - n) * 84 / many).unwrap_or(0);
        let at = by_day(chance, now, days);
        let id = open(tx, chance, school, case, *family, vie_scolaire, at)?;
        let keeper = if chance.below(3) == 0 { vie_scolaire } else { referent };
        see_to(tx, chance, id, (school, keeper), (days, case.3), at, now)?;
        made += 1;
    }
    for (n, (teacher, case)) in
        teachers.iter().cycle().zip(QUESTIONS).take(if teachers.is_empty() { 0 } else { 5 }).enumerate()
    {
        let days = 60 - i64::try_from(n * 14).unwrap_or(0);
        let at = by_day(chance, now, days);
        let (kind, text, answer) = case;
        let id = Id::new(at, chance);
        let opened = Opened {
            id,
            school,
            by: *teacher,
            person: *teacher,
            child: None,
            audience: Audience::Colleague,
            kind,
            text: text.to_owned(),
            entered: Entered::Page,
        };
        store::open(tx, &opened, at)?;
        see_to(tx, chance, id, (school, referent), (days, answer), at, now)?;
        made += 1;
    }
    equipment(tx, chance, school, referent, families, now)?;
    Ok(made)
}

/// An hour of a school day, so many days ago or a little before.
fn by_day(chance: &dyn Chance, now: Moment, days: i64) -> Moment {
    let mut day = now.plus_days(-days).paris().date();
    while Calendar::shipped().off(day) {
        day = day.yesterday().unwrap_or(day);
    }
    let at = Moment::at_paris(day, 8, 0).plus_minutes(i64::from(chance.below(600)));
    if at < now { at } else { now.plus_minutes(-i64::from(chance.below(240)) - 10) }
}

/// The same instant if somebody of the school works then, else the next school morning.
fn at_work(chance: &dyn Chance, at: Moment) -> Moment {
    let paris = at.paris();
    if (8..18).contains(&paris.hour()) && !Calendar::shipped().off(paris.date()) {
        return at;
    }
    let mut day = if paris.hour() < 8 { paris.date() } else { paris.date().tomorrow().unwrap_or(paris.date()) };
    while Calendar::shipped().off(day) {
        day = day.tomorrow().unwrap_or(day);
    }
    Moment::at_paris(day, 8, 0).plus_minutes(i64::from(chance.below(180)))
}

fn open(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    (kind, entered, text, _): (Kind, Entered, &str, &str),
    (guardian, child): (PersonId, PersonId),
    vie_scolaire: PersonId,
    at: Moment,
) -> Result<DifficultyId> {
    let id = Id::new(at, chance);
    let opened = Opened {
        id,
        school,
        by: if entered == Entered::Page { guardian } else { vie_scolaire },
        person: guardian,
        child: Some(child),
        audience: Audience::Family,
        kind,
        text: text.to_owned(),
        entered,
    };
    store::open(tx, &opened, at)?;
    Ok(id)
}

fn see_to(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    id: DifficultyId,
    (school, keeper): (UnitId, PersonId),
    (days, closing): (i64, &str),
    at: Moment,
    now: Moment,
) -> Result<()> {
    let actor = Actor { person: keeper, grants: vec![(Role::Referent, school)], children: vec![], groups: vec![] };
    let Some(difficulty) = store::find::<Care>(tx, &actor, id)? else { return Ok(()) };
    let taken = at_work(chance, at.plus_minutes(20 + i64::from(chance.below(900))));
    if days < 2 || taken > now {
        return Ok(());
    }
    let owner = Candidate { person: keeper, given: String::new(), family: String::new(), carer: true };
    let _ = store::assign(tx, &difficulty, &owner, &actor, taken)?;
    if days < 6 && chance.below(2) == 0 {
        let word = (Id::new(taken, chance), "À quelle heure peut-on vous appeler ?", true);
        let _ = store::say(tx, &difficulty, &actor, word, State::Waiting, taken)?;
        return Ok(());
    }
    let closed = at_work(chance, taken.plus_minutes(60 + i64::from(chance.below(4_000))));
    if days < 4 || closed > now {
        return Ok(());
    }
    let _ = store::close(tx, &difficulty, &actor, (Id::new(closed, chance), closing), closed)?;
    Ok(())
}

fn equipment(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    school: UnitId,
    referent: PersonId,
    families: &[(PersonId, PersonId)],
    now: Moment,
) -> Result<()> {
    let actor = Actor { person: referent, grants: vec![(Role::Referent, school)], children: vec![], groups: vec![] };
    let Ok(allowed) = access::check::<Lend, _>(&actor, School(school)) else { return Ok(()) };
    let owned = [
        (Thing::Tablet, 24, 3, "Armoire de la salle 12"),
        (Thing::Laptop, 12, 2, ""),
        (Thing::Hotspot, 4, 1, "Cartes SIM du département"),
        (Thing::Headset, 30, 5, ""),
    ];
    for (thing, most, broken, note) in owned {
        let total = most - i64::from(chance.below(2));
        let working = (total - i64::from(chance.below(broken + 1))).max(0);
        store::set_stock(tx, &allowed, &actor, thing, (total, working, note), now.plus_days(-40))?;
    }
    for (n, family) in families.iter().take(6).enumerate() {
        let at = by_day(chance, now, 50 - i64::try_from(n * 7).unwrap_or(0));
        let thing = [Thing::Laptop, Thing::Tablet, Thing::Headset, Thing::Hotspot][n % 4];
        let due = if n == 0 { now.plus_days(-3) } else { now.plus_days(120) };
        let id = Id::new(at, chance);
        let _ = store::lend(tx, &allowed, &actor, (id, thing), *family, Some(due), at)?;
        if n == 4 {
            store::take_back(tx, &actor, id, at.plus_days(10))?;
        }
    }
    Ok(())
}
