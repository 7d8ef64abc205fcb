//! The houses that are measured: the demonstration's people, an evening in many schools, and who asks.
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Tx};
use desk::{
    Duty, DutyState, Mode, Names, Subject,
    store::{self, Asked},
};
use directory::demo::Demo;
use kernel::{Chance, Clock, Id, Moment, PersonId, Seeded, SystemChance, SystemClock, UnitId};
use preau::{
    Result, Trouble,
    config::{Config, FilesAt},
    node,
};
use std::{collections::VecDeque, path::Path};
use web::Secret;

/// The PIN of every card.
pub const PIN: &str = "2580";

/// The password of every member of the staff who comes in by one.
pub const PASSWORD: &str = "girafe-bleue-sur-un-toit";

/// How many pupils the town needs for each thing that is measured.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Who sign in by a card.
    pub cards: usize,
    /// Who ask for help.
    pub tickets: usize,
    /// Who watch the evening of one desk.
    pub watchers: usize,
    /// Members of the staff who come in by a password.
    pub staff: usize,
}

/// Somebody signed in.
#[derive(Clone, Debug)]
pub struct Seat {
    /// The cookie.
    pub cookie: String,
    /// What their forms carry.
    pub csrf: String,
}

/// A house ready to be measured.
#[derive(Debug)]
pub struct Town {
    /// Pupils with a desk open, two duties and one to come, a waiting ticket and five messages.
    pub homes: Vec<Seat>,
    /// Pupils of one desk, who watch it.
    pub watchers: Vec<Seat>,
    /// Pupils of that desk, who will ask.
    pub ringers: Vec<Seat>,
    /// Pupils of many schools, who will ask.
    pub askers: Vec<Seat>,
    /// One who answers for a child.
    pub guardian: Vec<Seat>,
    /// Tokens of cards of pupils of many schools.
    pub cards: Vec<String>,
    /// User names of the staff.
    pub users: Vec<String>,
}

/// Makes a house of `people` in `folder`.
pub async fn build(folder: &Path, database: Option<&str>, people: u32, wanted: Wanted) -> Result<Town> {
    let (db, secret) = empty(folder, database).await?;
    let now = SystemClock.now();
    let demo = directory::demo::populate(&db, people, 1, now).await.map_err(Trouble::while_(FAILED))?;
    let town = db.write_alone(move |tx| evening(tx, &secret, &demo, wanted, now)).await;
    let town = town.map_err(Trouble::while_::<db::Error>(FAILED))?;
    db.close().await;
    Ok(town)
}

/// What is said when a house cannot be made.
pub const FAILED: &str = "the house that is measured cannot be made";

/// A house without people, in `folder`: its database and its secret.
pub async fn empty(folder: &Path, database: Option<&str>) -> Result<(Db, Secret)> {
    std::fs::create_dir_all(folder).map_err(Trouble::while_(FAILED))?;
    let config = Config {
        data: folder.to_owned(),
        database: database.unwrap_or_default().to_owned(),
        files: FilesAt::Folder(folder.join("files")),
        ..Config::default()
    };
    let stores = node::open_migrated(&config).await?;
    Ok((stores.db, node::secret(&config.secret())?))
}

fn evening(tx: &mut Tx<'_>, secret: &Secret, demo: &Demo, wanted: Wanted, now: Moment) -> db::Result<Town> {
    let chance = Seeded::new(7);
    let made = desk::demo::evening(tx, &chance, demo, now)?;
    let homes: Vec<PersonId> = demo.pupils.iter().take(16).map(|pupil| pupil.id).collect();
    messages(tx, &chance, demo, &homes, now)?;
    for pupil in &homes {
        let what = "Exercice 12 page 87, je ne comprends pas comment réduire les fractions.".to_owned();
        let asked = Asked {
            id: Id::new(now, &chance),
            desk: made.desk,
            school: demo.home.id,
            subject: Subject::Maths,
            blocks: what,
            mode: Mode::Writing,
            phone: None,
        };
        // The four who wait already keep their demand.
        let _ = store::ask(tx, &nobody_else(*pupil), &asked, now)?;
    }
    let mut schools = others(tx, demo)?;
    let mut near = pupils(tx, &demo.home, now)?;
    near.retain(|pupil| !homes.contains(pupil));
    let ringers = near.len().min(60);
    while near.len() < ringers + wanted.watchers
        && let Some(school) = schools.pop_front()
    {
        near.extend(pupils(tx, &school, now)?);
        invited(tx, made.desk, demo.home.id, school.id, demo.head.id)?;
    }
    let mut far = vec![];
    while far.len() < wanted.tickets + wanted.cards
        && let Some(school) = schools.pop_front()
    {
        let pupils = pupils(tx, &school, now)?;
        if !pupils.is_empty() {
            opened(tx, &chance, demo, &school, now)?;
        }
        far.extend(pupils);
    }
    let (ringers, watchers) = near.split_at(ringers);
    let (askers, carded) = far.split_at(far.len().min(wanted.tickets));
    let carded = &carded[..carded.len().min(wanted.cards)];
    let cards = signin::demo::cards_for(tx, secret, &SystemChance, carded, Some(PIN), now)?;
    let users = users(tx, &demo.home, wanted.staff, now)?;
    Ok(Town {
        users,
        homes: seated(tx, secret, &homes, now)?,
        watchers: seated(tx, secret, &watchers[..watchers.len().min(wanted.watchers)], now)?,
        ringers: seated(tx, secret, ringers, now)?,
        askers: seated(tx, secret, askers, now)?,
        guardian: seated(tx, secret, &[demo.guardian.id], now)?,
        cards: cards.into_iter().map(|card| card.token).collect(),
    })
}

/// Members of the staff, with a user name each and one password.
fn users(tx: &mut Tx<'_>, home: &Unit, count: usize, now: Moment) -> db::Result<Vec<String>> {
    let hash = signin::hash_password(PASSWORD, &SystemChance).map_err(|error| db::Error::Open(error.to_string()))?;
    let mut users = vec![];
    for n in 0..count {
        let (person, user) = (Id::new(now, &SystemChance), format!("banc.{n}"));
        access::store::grant(tx, person, Role::Teacher, home.id, now, None)?;
        let (given, family) = ("Banc".to_owned(), n.to_string());
        let named =
            directory::Person { id: person, given, family, born: None, phone: None, lang: None, synthetic: true };
        directory::store::add_person(tx, &named)?;
        signin::demo::password(tx, person, &user, &hash, now)?;
        users.push(user);
    }
    Ok(users)
}

/// What schools write to families: each a few lines long.
const MESSAGES: [&str; 5] = [
    "Le conseil de classe de la 5e B a lieu jeudi à 17 h. Les délégués recueillent vos remarques jusqu’à mercredi midi, \
     au foyer ou par un mot dans la boîte de la vie scolaire.",
    "La sortie au Mémorial de Caen est avancée au mardi 24. Le rendez-vous est à 8 h 15 devant la grille ; prévois un \
     pique-nique, un vêtement de pluie et de quoi écrire. Retour vers 17 h 30.",
    "Ton livre est arrivé au CDI : tu peux passer le prendre à la récréation, ou demain entre 12 h 30 et 13 h 20. Il est \
     gardé pour toi jusqu’à vendredi soir.",
    "Le club de théâtre reprend lundi à 13 h en salle 12. Il reste quatre places ; on jouera une scène du Malade \
     imaginaire devant les 6e avant les vacances. Les répétitions finissent à 13 h 50 ; ceux qui mangent à la cantine \
     passent en premier avec la carte que donne la vie scolaire, à demander avant jeudi.",
    "Bravo pour ton brouillon, l’idée du phare est belle. Relis la deuxième partie à voix haute et regarde où tu reprends \
     ton souffle : c’est là qu’il manque des points.",
];

fn messages(tx: &mut Tx<'_>, chance: &dyn Chance, demo: &Demo, pupils: &[PersonId], now: Moment) -> db::Result<()> {
    for ((teacher, _), (text, days)) in demo.teachers.iter().cycle().zip(MESSAGES.iter().zip(1..)) {
        let (school, author) = (demo.home.id, Some(teacher.id));
        let to = |pupil: &PersonId| notice::Sending {
            school,
            author,
            to: *pupil,
            text: (*text).to_owned(),
            link: None,
            sealed: None,
        };
        let sendings: Vec<_> = pupils.iter().map(to).collect();
        notice::store::notify_many(tx, chance, &sendings, now.plus_days(-days))?;
    }
    Ok(())
}

fn nobody_else(person: PersonId) -> Actor {
    Actor { person, grants: vec![], children: vec![], groups: vec![] }
}

/// The schools of the académie that have no desk yet.
fn others(tx: &mut Tx<'_>, demo: &Demo) -> db::Result<VecDeque<Unit>> {
    let schools = access::store::under(tx, demo.academie.id, UnitKind::Etablissement)?;
    Ok(schools.into_iter().filter(|school| school.id != demo.home.id && school.id != demo.other.id).collect())
}

fn pupils(tx: &mut Tx<'_>, school: &Unit, now: Moment) -> db::Result<Vec<PersonId>> {
    let mut all = vec![];
    for class in access::store::under(tx, school.id, UnitKind::Classe)? {
        all.extend(directory::store::pupils_of_class(tx, class.id, now)?.into_iter().map(|pupil| pupil.id));
    }
    Ok(all)
}

/// Makes the desk of the home school serve another one too.
fn invited(tx: &mut Tx<'_>, desk: desk::DeskId, home: UnitId, school: UnitId, head: PersonId) -> db::Result<()> {
    let head = Actor { grants: vec![(Role::Head, home)], ..nobody_else(head) };
    let Some(allowed) = store::desk_for(tx, &head, desk)? else { return Ok(()) };
    store::invite_school(tx, &allowed, school)?;
    store::accept_school(tx, desk, &[school]).map(drop)
}

/// A desk of its own for a school, with two adults there.
fn opened(tx: &mut Tx<'_>, chance: &dyn Chance, demo: &Demo, school: &Unit, now: Moment) -> db::Result<()> {
    let desk = Id::new(now, chance);
    store::add_desk(tx, desk, "Bureau d’aide", Names::Full, school.id)?;
    for (teacher, _) in demo.teachers.iter().take(2) {
        let teacher = Actor { grants: vec![(Role::Teacher, school.id)], ..nobody_else(teacher.id) };
        let Some(allowed) = store::desk_for(tx, &teacher, desk)? else { continue };
        let duty = Duty {
            id: Id::new(now, chance),
            desk,
            teacher: teacher.person,
            subjects: vec![],
            room: None,
            starts_at: now.plus_minutes(-30),
            ends_at: now.plus_minutes(180),
            state: DutyState::Planned,
        };
        store::add_duty(tx, &allowed, &duty)?;
        store::set_state(tx, &duty, DutyState::Open, now.plus_minutes(-30))?;
    }
    Ok(())
}

/// Signs each of `people` in.
pub fn seated(tx: &mut Tx<'_>, secret: &Secret, people: &[PersonId], now: Moment) -> db::Result<Vec<Seat>> {
    let mut seats = Vec::with_capacity(people.len());
    for person in people {
        let cookie = signin::demo::session(tx, &SystemChance, *person, now)?;
        if let Some(who) = signin::whoami(tx, &cookie, now)? {
            seats.push(Seat { csrf: secret.csrf(who.session), cookie });
        }
    }
    Ok(seats)
}
