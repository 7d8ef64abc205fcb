//! The town, a bassin across two départements, and a template for a dispositif.
pub use directory::testing::{NOW, Setting, acting, both};
pub use web::testing::{led, whole};

use crate::{
    Chapter, DispositifId, Figure, Heading, Hours, Look, Modality, Move, Protocol, ProtocolId, Public, SLICE, State,
    Template, Weekly, demo,
    policy::{Answer, Draft},
    store,
};
use access::{Role, UnitKind};
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll, School};
use kernel::{Moment, PersonId, UnitId};
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// What a dispositif may be made from.
pub const TEMPLATE: Template = Template {
    key: "lecture",
    name_fr: "Lecture du soir",
    name_en: "Evening reading",
    sheet: &[(Heading::Purpose, "Lire ensemble le soir."), (Heading::Territory, "Toute l’académie.")],
    partners: &[("Canopé", "Ressources")],
    milestones: &[("Protocoles publiés", 10, 15), ("Bilan d’étape", 2, 30)],
    bilan: (6, 15),
    publics: &[Public::Help, Public::CatchUp],
    modalities: &[Modality::Bar, Modality::Telephone, Modality::OralClass],
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
        for (_, remark) in &store::remarks(tx, scope.dispositif, None, web::Pager::FIRST)? {
            counts.share(remark.school, "programme-remarks", 1, 3);
            counts.add(remark.school, "programme-remark", 20);
            counts.add(remark.school, WEEKLY.row(scope.from, remark.at.paris().date()), 1);
        }
        Ok(())
    },
    charts: |_, _| vec![],
};

/// Remarks of each week, for the small lines.
pub const WEEKLY: Weekly = Weekly { chapter: CHAPTER.key, key: "programme-steps" };

/// A school of which more than two things were remarked.
pub const LOOK: Look = Look {
    chapter: CHAPTER.key,
    key: "programme-look-protocol",
    icon: "hand",
    reads: &["programme-remarks"],
    find: |numbers| Some(numbers.get("programme-remarks").0).filter(|remarks| *remarks > 2),
};

/// How it runs in a demonstration.
pub const RUN: demo::Run = demo::Run { template: &TEMPLATE, schools: 20 };

/// What a programme gives.
pub const GIVEN: web::Slice =
    web::Slice { gives: &[&TEMPLATE, &CHAPTER, &WEEKLY, &LOOK], ..web::Slice::named("reading") };

/// A town whose bassin of Vire is in both départements. Nothing runs yet.
pub struct Town {
    common: testing::Town,
    /// The school of that bassin.
    pub near: School,
    /// Who oversees the home school's département.
    pub departement_pilot: PersonId,
    pub admin: PersonId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &GIVEN, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        let bassin = testing::unit(tx, &town.chance, UnitKind::Bassin, ("vire", "Vire"), &town.departements)?;
        let roll = Roll {
            code: "0500010P",
            name: "Collège de la Vire",
            class: "5e C",
            pupils: &[],
            teachers: &[],
            head: ("Jean", "Vire"),
        };
        let near = testing::school(tx, &town.chance, &roll, bassin)?;
        let pilot = [(Role::Pilot, town.departements[0])];
        let departement_pilot = testing::person(tx, &town.chance, ("Yann", "Leroy"), &pilot)?;
        let admin = testing::person(tx, &town.chance, ("Ada", "Minette"), &[(Role::Admin, town.academie)])?;
        Ok(Self { common: town, near, departement_pilot, admin })
    }
}

impl Town {
    /// The pilot made this year's dispositif from the template, when the year began.
    pub fn dispositif(&self, tx: &mut Tx<'_>) -> Result<DispositifId> {
        let begun = Moment::at_paris(crate::day_in(2025, 9, 1), 9, 0);
        let pilot = acting(tx, self.pilot)?;
        let at = (self.academie, 2025);
        Ok(store::create(tx, &self.chance, &pilot, at, "Lecture du soir", &TEMPLATE, begun)?.unwrap())
    }

    /// Another pilot of the académie.
    pub fn second_pilot(&self, tx: &mut Tx<'_>) -> Result<PersonId> {
        testing::person(tx, &self.chance, ("Paul", "Renouf"), &[(Role::Pilot, self.academie)])
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
        let (teacher, head) = (acting(tx, self.teachers[0])?, acting(tx, self.head)?);
        let seat = store::seat::<Draft>(tx, &teacher, dispositif, self.school)?.unwrap();
        let seen = store::open(tx, dispositif, self.school)?.map(|open| open.written_at);
        store::save(tx, &self.chance, &teacher, &seat, (content, seen), now)?.unwrap();
        let seat = store::seat::<Answer>(tx, &head, dispositif, self.school)?.unwrap();
        store::approve(tx, &head, &seat, now, now.plus_minutes(60))?.unwrap();
        Ok(store::publish(tx, &self.chance, &seat, now.plus_minutes(90))?.unwrap())
    }
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
