//! The town, five families told of a protocol that its head has published.
pub use directory::testing::{NOW, acting};
pub use web::testing::{PICTURE, led, whole};

use crate::{SLICE, store};
use access::Actor;
use db::{Result, Tx};
use directory::testing::{self, HOME, Roll, Setting};
use kernel::{Chance as _, Moment, PersonId, Seeded, UnitId};
use notice::{Channel, Way};
use programme::{DispositifId, Hours, Place, Protocol, ProtocolId, State};
use std::ops::Deref;
use web::Slice;

pub type Evening = testing::Evening<Town>;

/// Inès has two parents who live apart; Samira Benali has two children; Tom's grandmother has no authority, and is informed.
pub struct Town {
    common: testing::Town,
    pub ines: PersonId,
    pub maissa: PersonId,
    pub sami: PersonId,
    pub tom: PersonId,
    /// Inès's mother (SMS) and father (paper).
    pub apart: [PersonId; 2],
    /// Mother of Maïssa and Sami, by e-mail, reads Arabic.
    pub samira: PersonId,
    pub grandmother: PersonId,
    /// Who answers for the pupil of the other school.
    pub stranger: PersonId,
    pub dispositif: DispositifId,
    pub protocol: ProtocolId,
}

impl Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.common
    }
}

impl Setting for Town {
    const SLICES: &[&Slice] = &[&directory::SLICE, &signin::SLICE, &notice::SLICE, &programme::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let pupils = &[("Inès", "Nouvel"), ("Maïssa", "Benali"), ("Sami", "Benali"), ("Tom", "Hébert")];
        let town = testing::Town::build(tx, &Roll { pupils, ..HOME })?;
        let [ines, maissa, sami, tom] = town.pupils[..] else { unreachable!("there are four of them") };
        let mut guardian = |name, children: &[PersonId]| testing::guardian(tx, &town.chance, name, children);
        let father = guardian(("Marc", "Nouvel"), &[ines])?;
        let samira = guardian(("Samira", "Benali"), &[maissa, sami])?;
        let stranger = guardian(("Luc", "Marie"), &town.other.pupils)?;
        let grandmother = guardian(("Odette", "Hébert"), &[])?;
        testing::answers_for(tx, grandmother, tom, false)?;
        testing::informs(tx, grandmother, tom, town.head)?;
        testing::change(tx, samira, |samira| samira.lang = Some("ar".to_owned()))?;
        let sms = Channel { way: Way::Sms, address: Some("06 39 98 00 01".to_owned()) };
        notice::store::choose(tx, town.guardian, (&sms, true), NOW)?;
        let mail = Channel { way: Way::Email, address: Some("samira@example.org".to_owned()) };
        notice::store::choose(tx, samira, (&mail, true), NOW)?;
        let (dispositif, protocol) = publish(tx, &town)?;
        let apart = [town.guardian, father];
        Ok(Self { common: town, ines, maissa, sami, tom, apart, samira, grandmother, stranger, dispositif, protocol })
    }
}

/// The pilot makes the dispositif, the head engages, writes, approves and, an hour later, publishes: the real way.
fn publish(tx: &mut Tx<'_>, town: &testing::Town) -> Result<(DispositifId, ProtocolId)> {
    let (pilot, head) = (acting(tx, town.pilot)?, acting(tx, town.head)?);
    let model = programme::Template { key: "homework", ..programme::Template::BLANK };
    let at = (town.academie, 2025);
    let name = "Devoirs faits à distance";
    let dispositif = programme::store::create(tx, &town.chance, &pilot, at, name, &model, NOW)?.unwrap();
    let engaged = |_: Option<State>| Some(State::Engaged);
    programme::store::take(tx, &head, (dispositif, town.school), engaged, (None, ""), NOW)?.unwrap();
    let protocol = revise(tx, &town.chance, &head, (dispositif, town.school), NOW.plus_minutes(-60))?;
    Ok((dispositif, protocol))
}

/// A version of the protocol, approved at `at` and published an hour later.
pub fn revise(
    tx: &mut Tx<'_>,
    chance: &Seeded,
    head: &Actor,
    (dispositif, school): (DispositifId, UnitId),
    at: Moment,
) -> Result<ProtocolId> {
    let draft = programme::store::seat(tx, head, dispositif, school)?.unwrap();
    programme::store::save(tx, chance, head, &draft, (&protocol(), None), at)?.unwrap();
    let seat = programme::store::seat(tx, head, dispositif, school)?.unwrap();
    programme::store::approve(tx, head, &seat, at, at)?.unwrap();
    Ok(programme::store::publish(tx, chance, &seat, at.plus_minutes(60))?.unwrap())
}

/// What the school does.
pub fn protocol() -> Protocol {
    Protocol {
        publics: programme::Public::ALL.iter().copied().take(2).collect(),
        modalities: [programme::Modality::Bar, programme::Modality::SmallGroup].into(),
        hours: vec![Hours { day: 1, from: 17 * 60 + 30, to: 18 * 60 + 30 }, Hours { day: 4, from: 1_050, to: 1_110 }],
        home: true,
        places: vec![Place {
            name: "Médiathèque".to_owned(), address: "2 rue du Port".to_owned(), ..Place::default()
        }],
        contacts: vec!["Vie scolaire : 02 31 00 00 00".to_owned()],
        ..Protocol::default()
    }
}

/// A house with the town in it, on each database; the families are told.
pub async fn evenings() -> Vec<Evening> {
    let evenings = Evening::both().await;
    for evening in &evenings {
        evening.work().await;
    }
    evenings
}

/// What this guardian was told about this child.
pub async fn told_to(evening: &Evening, guardian: PersonId, child: PersonId) -> crate::Told {
    let found = evening.write(move |tx, _| {
        let actor = acting(tx, guardian)?;
        store::of_guardian(tx, &actor, NOW)
    });
    found.await.into_iter().find(|told| told.child == child).unwrap()
}

/// The link of the letter, without account.
pub async fn link_of(evening: &Evening, guardian: PersonId, child: PersonId) -> String {
    format!("/reponse/{}", told_to(evening, guardian, child).await.seal().key(&evening.house.secret))
}

/// A new seed.
pub fn chance(seed: u64) -> Seeded {
    let chance = Seeded::new(seed);
    let _ = chance.below(2);
    chance
}
