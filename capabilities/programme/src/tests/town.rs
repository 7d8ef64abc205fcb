//! An académie of two départements and three schools, small enough to be made again for each test.
use crate::{
    Chapter, DispositifId, Figure, Heading, Hours, Modality, Move, Protocol, ProtocolId, Public, SLICE, State,
    Template, demo,
    policy::{Answer, Draft},
    store,
};
use access::{Actor, Role, Unit, UnitKind};
use db::{Db, Migration, Result, Tx};
use directory::Person;
use kernel::{Id, Moment, PersonId, Seeded, SetClock, UnitId};
use std::sync::Arc;
use web::{SignedIn, testing::Browser};

/// A Tuesday of November 2025, 17 h 40 in Paris.
pub const NOW: Moment = Moment(1_764_088_800_000);

/// What a dispositif may be made from.
pub const TEMPLATE: Template = Template {
    key: "lecture",
    name_fr: "Lecture du soir",
    name_en: "Evening reading",
    sheet: &[(Heading::Purpose, "Lire ensemble le soir."), (Heading::Territory, "Toute l’académie.")],
    partners: &[("Canopé", "Ressources")],
    milestones: &[("Protocoles publiés", 10, 15), ("Bilan d’étape", 2, 30)],
    bilan: (6, 15),
    charter: &["On s’écoute."],
    chapters: &["remarks"],
    headline: &["programme-remarks", "programme-remark"],
    tools: &["programme-way-protocol", "nobody-has-it"],
};

/// A chapter that counts remarks: a share, and minutes, twenty for each.
pub const CHAPTER: Chapter = Chapter {
    key: "remarks",
    title: "programme-title",
    figures: &[
        Figure::share("programme-remarks"),
        Figure::minutes("programme-remark"),
        Figure::delay("programme-save"),
    ],
    gather: |tx, scope, counts| {
        for (_, remark) in store::remarks(tx, scope.dispositif, None)? {
            counts.share(remark.school, "programme-remarks", 1, 3);
            counts.add(remark.school, "programme-remark", 20);
        }
        Ok(())
    },
    charts: |_, _| vec![],
};

/// How it runs in a demonstration.
pub const RUN: demo::Run = demo::Run {
    template: &TEMPLATE,
    schools: 20,
    modalities: &[Modality::Bar, Modality::Telephone, Modality::OralClass],
};

/// What a programme gives.
pub const GIVEN: web::Slice = web::Slice { gives: &[&TEMPLATE, &CHAPTER], ..web::Slice::named("reading") };
/// A slice and its programme.
pub const SLICES: &[&web::Slice] = &[&SLICE, &GIVEN];

/// Everybody.
pub struct Town {
    pub chance: Seeded,
    pub academie: UnitId,
    pub school: UnitId,
    pub near_school: UnitId,
    pub other_school: UnitId,
    pub pupil: PersonId,
    pub other_pupil: PersonId,
    pub teacher: PersonId,
    pub vie_scolaire: PersonId,
    pub referent: PersonId,
    pub head: PersonId,
    pub near_head: PersonId,
    pub other_head: PersonId,
    pub guardian: PersonId,
    pub pilot: PersonId,
    pub departement_pilot: PersonId,
    pub admin: PersonId,
}

impl Town {
    /// The territory and its people; the template is put, nothing runs yet.
    pub fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let chance = Seeded::new(7);
        let mut unit = |kind: UnitKind, code: &str, name: &str, above: &[UnitId]| {
            let id: UnitId = Id::new(NOW, &chance);
            let unit = Unit { id, kind, code: code.to_owned(), name: name.to_owned(), closed: false };
            access::store::put(tx, &unit, above)?;
            Ok::<_, db::Error>(id)
        };
        let academie = unit(UnitKind::Academie, "normandie", "Normandie", &[])?;
        let departement = unit(UnitKind::Departement, "14", "Calvados", &[academie])?;
        let manche = unit(UnitKind::Departement, "50", "Manche", &[academie])?;
        // A bassin that crosses the line: its schools are under both.
        let bassin = unit(UnitKind::Bassin, "vire", "Vire", &[departement, manche])?;
        let school = unit(UnitKind::Etablissement, "0140041U", "Collège du Bocage", &[departement])?;
        let near_school = unit(UnitKind::Etablissement, "0500010P", "Collège de la Vire", &[bassin])?;
        let other_school = unit(UnitKind::Etablissement, "0500049G", "Collège du Mont", &[manche])?;
        let class = unit(UnitKind::Classe, "0140041U/5e B", "5e B", &[school])?;
        let other_class = unit(UnitKind::Classe, "0500049G/5e A", "5e A", &[other_school])?;
        let mut person = |given: &str, family: &str, role: Option<(Role, UnitId)>| {
            let id: PersonId = Id::new(NOW, &chance);
            let (given, family) = (given.to_owned(), family.to_owned());
            let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
            directory::store::add_person(tx, &person)?;
            if let Some((role, unit)) = role {
                access::store::grant(tx, id, role, unit, NOW, None)?;
            }
            Ok::<_, db::Error>(id)
        };
        let pupil = person("Inès", "Nouvel", Some((Role::Pupil, class)))?;
        let other_pupil = person("Zoé", "Marie", Some((Role::Pupil, other_class)))?;
        let teacher = person("Claire", "Auvray", Some((Role::Teacher, school)))?;
        let vie_scolaire = person("Rachid", "Morel", Some((Role::VieScolaire, school)))?;
        let referent = person("Luc", "Tellier", Some((Role::Referent, school)))?;
        let head = person("Hélène", "Roux", Some((Role::Head, school)))?;
        let near_head = person("Jean", "Vire", Some((Role::Head, near_school)))?;
        let other_head = person("Marc", "Petit", Some((Role::Head, other_school)))?;
        let pilot = person("Eva", "Simon", Some((Role::Pilot, academie)))?;
        let departement_pilot = person("Yann", "Leroy", Some((Role::Pilot, departement)))?;
        let admin = person("Ada", "Minette", Some((Role::Admin, academie)))?;
        let guardian = person("Samira", "Nouvel", None)?;
        access::store::set_guardian(tx, guardian, pupil, true)?;
        Ok(Self {
            chance,
            academie,
            school,
            near_school,
            other_school,
            pupil,
            other_pupil,
            teacher,
            vie_scolaire,
            referent,
            head,
            near_head,
            other_head,
            guardian,
            pilot,
            departement_pilot,
            admin,
        })
    }

    /// A new id.
    pub fn id<K>(&self) -> Id<K> {
        Id::new(NOW, &self.chance)
    }

    /// The pilot makes this year's dispositif from the template.
    pub fn dispositif(&self, tx: &mut Tx<'_>) -> Result<DispositifId> {
        let pilot = acting(tx, self.pilot)?;
        let at = (self.academie, 2025);
        Ok(store::create(tx, &self.chance, &pilot, at, "Lecture du soir", &TEMPLATE, NOW)?.unwrap())
    }

    /// Another pilot of the académie.
    pub fn second_pilot(&self, tx: &mut Tx<'_>) -> Result<PersonId> {
        let (id, given, family) = (self.id(), "Paul".to_owned(), "Renouf".to_owned());
        let person = Person { id, given, family, born: None, phone: None, lang: None, synthetic: true };
        directory::store::add_person(tx, &person)?;
        access::store::grant(tx, id, Role::Pilot, self.academie, NOW, None)?;
        Ok(id)
    }

    /// The pilot engages a school.
    pub fn engage(&self, tx: &mut Tx<'_>, dispositif: DispositifId, school: UnitId, bus: u32) -> Result<()> {
        let pilot = acting(tx, self.pilot)?;
        let next = |from| State::by_pilot(from, Move::Engage);
        store::take(tx, &pilot, (dispositif, school), next, (Some(bus), ""), NOW)?.unwrap();
        Ok(())
    }

    /// The team of the home school writes this, the head approves and publishes it.
    pub fn publish(
        &self,
        tx: &mut Tx<'_>,
        dispositif: DispositifId,
        content: &Protocol,
        now: Moment,
    ) -> Result<ProtocolId> {
        let (teacher, head) = (acting(tx, self.teacher)?, acting(tx, self.head)?);
        let seat = store::seat::<Draft>(tx, &teacher, dispositif, self.school)?.unwrap();
        let seen = store::open(tx, dispositif, self.school)?.map(|open| open.written_at);
        store::save(tx, &self.chance, &teacher, &seat, (content, seen), now)?.unwrap();
        let seat = store::seat::<Answer>(tx, &head, dispositif, self.school)?.unwrap();
        store::approve(tx, &head, &seat, now, now.plus_minutes(60))?.unwrap();
        Ok(store::publish(tx, &self.chance, &seat, now.plus_minutes(90))?.unwrap())
    }
}

/// Somebody, with all that they hold.
pub fn acting(tx: &mut Tx<'_>, person: PersonId) -> Result<Actor> {
    Actor::load(tx, person, NOW)
}

/// A protocol that lacks nothing.
pub fn protocol() -> Protocol {
    Protocol {
        publics: [Public::Help].into(),
        modalities: [Modality::Bar, Modality::Telephone].into(),
        hours: vec![Hours { day: 1, from: 1050, to: 1110 }],
        bus_home: Some(1040),
        home: true,
        contacts: vec!["Vie scolaire".to_owned()],
        charter: vec!["On s’écoute.".to_owned()],
        ..Protocol::default()
    }
}

/// The steps of the rooms this slice stands on, and its own.
pub fn migrations() -> Vec<Migration> {
    let rooms = [access::MIGRATIONS, jobs::MIGRATIONS, directory::SLICE.migrations, SLICE.migrations];
    rooms.into_iter().flatten().copied().collect()
}

/// A town on each database, for a test of the store.
pub async fn both() -> Vec<(&'static str, Db, Arc<Town>)> {
    let mut all = vec![];
    for (name, db) in db::testing::both(&migrations()).await {
        let town = db.write(Town::build).await.unwrap();
        all.push((name, db, Arc::new(town)));
    }
    all
}

/// Who stands behind the cookie: the person whose id it holds.
pub fn whoami(tx: &mut Tx<'_>, token: &str, now: Moment) -> Result<Option<SignedIn>> {
    let Ok(id) = token.parse::<PersonId>() else { return Ok(None) };
    let Some(person) = directory::store::person(tx, id)? else { return Ok(None) };
    Ok(Some(SignedIn {
        actor: Actor::load(tx, id, now)?,
        session: id.cast(),
        given: person.given,
        family: person.family,
        lang: None,
        shared_device: false,
        must_enrol: false,
        own_device: true,
    }))
}

/// A house with a town in it.
pub struct Evening {
    pub name: &'static str,
    pub db: Db,
    pub town: Arc<Town>,
    browser: Browser,
}

impl Evening {
    /// The house on each database.
    pub async fn both() -> Vec<Self> {
        let mut all = vec![];
        for (name, db, town) in both().await {
            let clock = Arc::new(SetClock::at(NOW));
            let house = web::testing::house_at(db.clone(), SLICES, whoami, clock).await;
            all.push(Self { name, db, town, browser: Browser::new(&house, SLICES) });
        }
        all
    }

    /// The browser of this person.
    pub fn of(&self, person: PersonId) -> Browser {
        self.browser.another().with("preau", person)
    }

    /// A browser of nobody.
    pub fn nobody(&self) -> Browser {
        self.browser.another()
    }

    /// What is done outside of pages.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>, &Town) -> Result<T> + Send + Sync + 'static,
    ) -> T {
        let town = Arc::clone(&self.town);
        self.db.write(move |tx| work(tx, &town)).await.unwrap()
    }
}

/// The page is there and whole: one heading, every sentence in its language, few statements.
pub fn whole(page: &Browser) -> &str {
    assert!(matches!(page.status, 200 | 422), "{page:?}");
    assert!(!page.text.contains("[programme-") && !page.text.contains("[shell-"), "{page:?}");
    assert_eq!(page.text.matches("<h1").count(), 1, "{page:?}");
    assert!(page.status == 422 || page.queries <= 10, "{} statements: {page:?}", page.queries);
    &page.text
}

/// The form was taken; where it led.
pub fn led(page: &Browser) -> String {
    assert_eq!(page.status, 303, "{page:?}");
    page.location.clone().unwrap()
}
