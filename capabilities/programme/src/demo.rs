//! A year of a demonstration: a dispositif that runs, its schools, a protocol in force in each, remarks, two published reports.
use crate::{
    DispositifId, Hours, Kind, Milestone, Move, Place, Protocol, State, Template,
    model::school_year,
    policy::{Answer, Draft},
    store::{self, Proposed},
};
use access::{Actor, Role, UnitKind};
use db::{Result, Tx};
use directory::demo::{Part, Stage, Team};
use kernel::{Chance, Id, Moment, PersonId, UnitId};
use web::given;

/// The places a school may name, with their hours and seats.
const PLACES: [(&str, &str, &str, u32); 4] = [
    ("Médiathèque", "Place de la Mairie", "mardi et jeudi, de 16 h 30 à 19 h", 12),
    ("Maison des associations", "Rue des Écoles", "du lundi au jeudi, de 17 h à 19 h", 8),
    ("Salle de la mairie", "Place de l’Église", "lundi et jeudi, de 17 h à 18 h 30", 6),
    ("Espace jeunes", "Rue du Stade", "mardi, jeudi et vendredi, de 16 h 30 à 18 h 30", 10),
];

/// What teams remark.
const REMARKS: [&str; 6] = [
    "Les élèves qui prennent le dernier car se connectent à partir de 17 h 45. Commencer à 17 h 30 était trop tôt pour eux.",
    "Le téléphone rassure les familles qui n’ont qu’un appareil. Nous le gardons.",
    "Les élèves de sixième reviennent plus volontiers quand ils connaissent le professeur.",
    "La médiathèque prête ses postes deux soirs par semaine : c’est précieux pour les élèves sans connexion.",
    "Il faudrait un créneau de plus avant les évaluations.",
    "L’oral à distance fonctionne bien par groupes de quatre, moins bien au-delà.",
];

/// What is published: nature, title, text.
const EXPERIENCES: [(Kind, &str, &str); 3] = [
    (
        Kind::Report,
        "Commencer après le dernier car",
        "Nous avions ouvert à 17 h. Personne ne venait avant 17 h 45 : les élèves étaient encore dans le car.\n\
         Nous avons demandé à la région l’heure d’arrivée de chaque ligne, puis décalé l’ouverture.\n\
         La fréquentation a doublé en deux semaines. À refaire dès la rentrée.",
    ),
    (
        Kind::Resource,
        "Une fiche pour bien poser sa question",
        "Trois lignes suffisent : ce que je dois faire, ce que j’ai essayé, l’endroit où je bloque.\n\
         La fiche se colle dans l’agenda. Les réponses sont plus rapides, et les élèves trouvent souvent seuls en l’écrivant.",
    ),
    (
        Kind::Report,
        "L’oral à quatre",
        "À quatre, chacun parle dix minutes dans la séance. Le professeur note une seule chose à améliorer par élève.",
    ),
];

/// The percentage of pupils on school buses, school after school: much, that is what they have in common.
const BUSES: [u32; 7] = [64, 58, 71, 49, 66, 55, 78];

/// A dispositif of a demonstration, given by the programme whose template it is (`Slice::gives`).
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// What it is made from.
    pub template: &'static Template,
    /// How many of the demonstration's schools take part at most, the home first.
    pub schools: usize,
}

/// This slice's part of a demonstration: every dispositif that a programme gives has run since September.
pub const PART: Part = Part { fill, things: store::things };

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let (academie, pilot) = (stage.demo.academie.id, stage.demo.pilot.id);
    for run in given::<Run>(stage.slices) {
        let team =
            |(team, bus): (&Team, &u32)| Some((team.school.id, team.one(Role::Head)?, team.one(Role::Teacher)?, *bus));
        let teams = stage.demo.teams.iter().take(run.schools).zip(BUSES.iter().cycle());
        let schools: Vec<_> = teams.filter_map(team).collect();
        let id = year(tx, stage.chance, academie, pilot, run, &schools, stage.now)?;
        // Where every school of the demonstration takes part, others knock at the door.
        if run.schools == usize::MAX {
            newcomers(tx, &acting(pilot, Role::Pilot, academie), id, stage.now)?;
        }
    }
    Ok(())
}

/// Three more collèges ask to take part, and a fourth, accepted weeks ago, has not written its protocol: they have nobody here.
fn newcomers(tx: &mut Tx<'_>, pilot: &Actor, id: DispositifId, now: Moment) -> Result<()> {
    let Some(dispositif) = store::steered(tx, pilot, id)? else { return Ok(()) };
    let (found, _) = store::schools_to_engage(tx, &dispositif, "college")?;
    let places = [(State::Applied, 6, 52), (State::Applied, 5, 61), (State::Applied, 2, 44), (State::Engaged, 41, 57)];
    for ((school, _), (state, days, bus)) in found.iter().step_by(5).zip(places) {
        let at = school_day(now.plus_days(-days));
        if at.paris().date() > dispositif.starts_on {
            let _ = store::take(
                tx,
                pilot,
                (id, school.id),
                |_| Some(state),
                (Some(bus), "Toute l’équipe est volontaire."),
                at,
            )?;
        }
    }
    Ok(())
}

/// Makes the year of a dispositif, steered by `pilot`: every school of `schools` (with its head, a teacher and the percentage of
/// pupils on buses) is engaged since September and has its protocol in force.
pub fn year(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    academie: UnitId,
    pilot: PersonId,
    run: &Run,
    schools: &[(UnitId, PersonId, PersonId, u32)],
    now: Moment,
) -> Result<DispositifId> {
    let template = run.template;
    let year = school_year(now.paris().date());
    let begun = Moment::at_paris(crate::day_in(year, 9, 1), 9, 0);
    let actor = acting(pilot, Role::Pilot, academie);
    let made = store::create(tx, chance, &actor, (academie, year), template.name_fr, template, begun)?;
    let id = made.ok_or_else(|| db::Error::Panicked("a pilot steers their académie".to_owned()))?;
    let Some(dispositif) = store::steered(tx, &actor, id)? else { return Ok(id) };
    if template.partners.is_empty() {
        for (name, role) in [("Drane", "Outils, accompagnement numérique"), ("Canopé", "Formation, ressources")] {
            store::add_partner(tx, &dispositif, Id::new(begun, chance), name, role)?;
        }
    }
    let today = now.paris().date();
    for Milestone { id, due, .. } in store::milestones(tx, id)? {
        if due < today {
            store::reach(tx, &dispositif, id, Some(Moment::at_paris(due, 16, 0)))?;
        }
    }
    for (n, (school, head, teacher, bus)) in schools.iter().enumerate() {
        let head = acting(*head, Role::Head, *school);
        let asked = begun.plus_minutes(i64::try_from(n).unwrap_or(0) * 37);
        let apply = |from| State::by_head(from, Move::Apply);
        let said = (Some(*bus), "L’équipe est prête.");
        let _ = store::take(tx, &head, (id, *school), apply, said, asked)?;
        let engage = |from| State::by_pilot(from, Move::Engage);
        let _ = store::take(tx, &actor, (id, *school), engage, (None, "Bienvenue."), asked.plus_minutes(300))?;
        let teacher = acting(*teacher, Role::Teacher, *school);
        protocols(tx, chance, (id, *school, n), (&head, &teacher), (run, begun, now))?;
        traces(tx, chance, (id, *school, n), &teacher, now)?;
    }
    for publication in store::proposals(tx, id, None, web::Pager::FIRST)?.iter().rev().take(2) {
        store::publish_experience(tx, &dispositif, publication.id, school_day(now.plus_days(-9)))?;
    }
    Ok(id)
}

/// Somebody with one role, as far as this goes.
fn acting(person: PersonId, role: Role, unit: UnitId) -> Actor {
    Actor { person, grants: vec![(role, unit)], children: vec![], groups: vec![] }
}

/// Writes, approves and publishes the school's protocol; the first school, and one in five after it, has a second version.
fn protocols(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (id, school, n): (DispositifId, UnitId, usize),
    (head, teacher): (&Actor, &Actor),
    (run, begun, now): (&Run, Moment, Moment),
) -> Result<()> {
    let later = i64::try_from(n % 6).unwrap_or(0);
    let mut content = protocol(n, run);
    let commune = access::store::above(tx, school, UnitKind::Bassin)?.map(|bassin| bassin.name).unwrap_or_default();
    for place in &mut content.places {
        let whole = format!("{}, {commune}", place.address);
        whole.trim_end_matches(", ").clone_into(&mut place.address);
    }
    let mut versions = vec![(content.clone(), school_day(begun.plus_days(6 + later)))];
    if n.is_multiple_of(5) {
        versions.push((second(content, run), school_day(begun.plus_days(35 + later))));
    }
    for (content, written) in versions.into_iter().filter(|(_, written)| written.plus_days(3) < now) {
        let Some(seat) = store::seat::<Draft>(tx, teacher, id, school)? else { return Ok(()) };
        let _ = store::save(tx, chance, teacher, &seat, (&content, None), written)?;
        let Some(seat) = store::seat::<Answer>(tx, head, id, school)? else { return Ok(()) };
        let approved = written.plus_minutes(60 * 6);
        let _ = store::approve(tx, head, &seat, written, approved)?;
        let _ = store::publish(tx, chance, &seat, approved.plus_minutes(95))?;
    }
    Ok(())
}

/// What the school at this place of the list proposes: no two neighbours the same.
fn protocol(n: usize, run: &Run) -> Protocol {
    let starts = [1050, 1065, 1080];
    let from = starts.get(n % starts.len()).copied().unwrap_or(1050);
    let days: [&[u8]; 4] = [&[1, 2, 4], &[1, 4], &[2, 4, 5], &[1, 2, 4, 5]];
    let days = days.get(n % days.len()).copied().unwrap_or(&[1, 4]);
    let publics = run.template.publics;
    let (first, others) = publics.split_at(publics.len().min(2));
    let publics = first.iter().chain(others.get(n % others.len().max(1))).copied();
    // Each school leaves one way out, not the same as its neighbour; the first way is everybody's.
    let left_out = 1 + n % run.template.modalities.len().max(2);
    let chosen = run.template.modalities.iter().enumerate().filter(|(at, _)| *at != left_out);
    let place = PLACES.get(n % PLACES.len()).filter(|_| n % 3 != 2);
    let place = place.map(|(name, address, open, seats)| Place {
        name: (*name).to_owned(),
        address: (*address).to_owned(),
        open: (*open).to_owned(),
        seats: *seats,
    });
    let charter = [
        "Je préviens si je ne viens pas.",
        "On s’écoute, on ne se moque pas.",
        "La caméra reste éteinte si je préfère.",
    ];
    let charter = if run.template.charter.is_empty() { &charter } else { run.template.charter };
    Protocol {
        publics: publics.collect(),
        other_publics: vec![],
        modalities: chosen.map(|(_, one)| *one).collect(),
        hours: days.iter().map(|day| Hours { day: *day, from, to: from + 60 }).collect(),
        bus_home: Some(from - 10),
        home: true,
        places: place.into_iter().collect(),
        tools: vec!["L’ENT du collège".to_owned(), "Préau, depuis l’ENT".to_owned()],
        contacts: vec!["Vie scolaire, au numéro du collège, de 8 h à 17 h 30".to_owned()],
        charter: charter.iter().map(|line| (*line).to_owned()).collect(),
    }
}

/// The same, weeks later: one more day, every way of helping, a little later.
fn second(mut protocol: Protocol, run: &Run) -> Protocol {
    protocol.modalities.extend(run.template.modalities);
    if let Some(first) = protocol.hours.first_mut() {
        first.from += 15;
        first.to += 15;
    }
    if protocol.on(3).is_none() {
        protocol.hours.push(Hours { day: 3, from: 840, to: 900 });
        protocol.hours.sort();
    }
    protocol.charter.push("Je dis merci à la fin.".to_owned());
    protocol
}

/// The same hour on the last day of lessons at or before it.
fn school_day(at: Moment) -> Moment {
    match at.paris().weekday().to_monday_one_offset() {
        6 => at.plus_days(-1),
        7 => at.plus_days(-2),
        _ => at,
    }
}

/// A remark, and for the first schools something to publish.
fn traces(
    tx: &mut Tx<'_>,
    chance: &dyn Chance,
    (id, school, n): (DispositifId, UnitId, usize),
    teacher: &Actor,
    now: Moment,
) -> Result<()> {
    let Some(seat) = store::seat::<Draft>(tx, teacher, id, school)? else { return Ok(()) };
    let days = 3 + i64::from(chance.below(30));
    if let Some(text) = REMARKS.get(n % (REMARKS.len() + 2)) {
        let at = school_day(now.plus_days(-days));
        store::add_remark(tx, teacher, &seat, Id::new(at, chance), text, at)?;
    }
    if let Some((kind, title, text)) = EXPERIENCES.get(n) {
        let at = school_day(now.plus_days(-20 + i64::try_from(n).unwrap_or(0)));
        let what = Proposed {
            id: Id::new(at, chance),
            kind: *kind,
            title: (*title).to_owned(),
            text: (*text).to_owned(),
            link: String::new(),
        };
        store::propose(tx, teacher, &seat, &what, at)?;
    }
    Ok(())
}
