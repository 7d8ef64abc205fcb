//! The town, a dispositif in two schools of three, and questions about it.
pub use directory::testing::{NOW, acting, both};

use crate::{Asking, Public, SLICE, Stage, WaveId, policy::Open, store};
use access::Role;
use db::{Result, Tx, params};
use directory::testing::{self, HOME, Roll, School, Setting};
use jiff::ToSpan as _;
use kernel::PersonId;
use programme::DispositifId;
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// A dispositif runs at home (twelve pupils) and at the other school (six), where the guardian teaches.
pub struct Town {
    common: testing::Town,
    pub dispositif: DispositifId,
    /// A school that is not engaged.
    pub far: School,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &programme::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let (pupils, teachers) = (&[("Inès", "Nouvel"); 12], &HOME.teachers[..1]);
        let mut town = testing::Town::build(tx, &Roll { pupils, teachers, ..HOME })?;
        for _ in 0..5 {
            let pupil = testing::person(tx, &town.chance, ("Noé", "Nouvel"), &[(Role::Pupil, town.other.class)])?;
            town.other.pupils.push(pupil);
        }
        let far =
            Roll {
                code: "0610001A", name: "Collège de l’Orne", pupils: &[("Zoé", "Nouvel")], teachers: &[], ..HOME
            };
        let far = testing::school(tx, &town.chance, &far, town.academie)?;
        testing::grant(tx, town.guardian, (Role::Teacher, town.other.school))?;
        let dispositif: DispositifId = town.id();
        tx.execute(
            "INSERT INTO programme_dispositif (id, template, name, academie_id, pilot_id, year, starts_on, ends_on, bilan_due, word,
               decision_word) VALUES (?1, 'lecture', 'Lire le soir', ?2, ?3, 2025, '2025-09-01', '2026-07-03',
               '2026-06-15', '', '')",
            &params![dispositif, town.academie, town.pilot],
        )?;
        for unit in [town.school, town.other.school] {
            let sql = "INSERT INTO programme_engagement (dispositif_id, unit_id, state, bus, word, moved_by, moved_at)
                       VALUES (?1, ?2, 'engaged', NULL, '', ?3, ?4)";
            tx.execute(sql, &params![dispositif, unit, town.pilot, NOW])?;
        }
        Ok(Self { common: town, dispositif, far })
    }
}

impl Town {
    /// Opens a wave from so many days from now to so many.
    pub fn wave(&self, tx: &mut Tx<'_>, stage: Stage, (from, to): (i64, i64)) -> Result<WaveId> {
        let pilot = acting(tx, self.pilot)?;
        let place = store::place::<Open>(&pilot, self.academie).unwrap();
        let day = |days: i64| NOW.paris().date().saturating_add(days.days());
        store::open(tx, &place, &pilot, (self.id(), (self.dispositif, stage, day(from), day(to))), NOW)?.unwrap();
        Ok(store::wave(tx, self.dispositif, stage)?.unwrap().id)
    }

    /// This person's three answers, and a line.
    pub fn answer(
        &self,
        tx: &mut Tx<'_>,
        person: PersonId,
        public: Public,
        levels: [i64; 3],
        words: &str,
    ) -> Result<()> {
        let actor = acting(tx, person)?;
        let asking = asking(tx, person, public)?.unwrap();
        let today = NOW.paris().date();
        for (question, level) in levels.into_iter().enumerate() {
            store::answer(tx, &actor, &asking, (self.id(), question, level), today)?.unwrap();
        }
        store::say(tx, &actor, &asking, (self.id(), words), today)?.unwrap();
        Ok(())
    }
}

/// What this person is asked as one of this public.
pub fn asking(tx: &mut Tx<'_>, person: PersonId, public: Public) -> Result<Option<Asking>> {
    let actor = acting(tx, person)?;
    Ok(store::asked(tx, &actor, NOW)?.into_iter().find(|one| one.public == public))
}
