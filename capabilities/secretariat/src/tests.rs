//! People are found, made, changed, joined and parted by those who may; the others see nothing; on both databases.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod deeds;
mod giving;
mod leaving;
mod records;
mod requests;
mod sentences;
mod union;

use crate::SLICE;
use access::Role;
use db::{Result, Tx, params};
use directory::testing::{self, HOME, Setting};
use kernel::{Moment, PersonId};
use web::Slice;

type Evening = testing::Evening<Town>;

/// The town as it is, with who administers its académie.
struct Town {
    own: testing::Town,
    admin: PersonId,
    second_admin: PersonId,
}

impl std::ops::Deref for Town {
    type Target = testing::Town;

    fn deref(&self) -> &testing::Town {
        &self.own
    }
}

impl Setting for Town {
    const SLICES: &'static [&'static Slice] = &[&directory::SLICE, &signin::SLICE, &SLICE];

    fn build(tx: &mut Tx<'_>) -> Result<Self> {
        let town = testing::Town::build(tx, &HOME)?;
        let mut admin = |name| testing::person(tx, &town.chance, name, &[(Role::Admin, town.academie)]);
        let (admin, second_admin) = (admin(("Odile", "Lefort"))?, admin(("Jean", "Carpentier"))?);
        Ok(Self { own: town, admin, second_admin })
    }
}

/// The deeds told of a person: the clock of a test stands, so in no order but that of their words.
async fn deeds(evening: &Evening, person: PersonId) -> Vec<String> {
    let trail = evening.write(move |tx, _| access::audit::on(tx, person, 20)).await;
    let mut told: Vec<String> =
        trail.into_iter().map(|deed| format!("{} {}", deed.deed, deed.reason).trim().to_owned()).collect();
    told.sort();
    told
}

/// The roles somebody holds a minute from now, as words.
async fn roles(evening: &Evening, person: PersonId) -> Vec<&'static str> {
    let later = Moment(testing::NOW.0 + 60_000);
    let actor = evening.write(move |tx, _| access::Actor::load(tx, person, later)).await;
    actor.grants.iter().map(|(role, _)| role.word()).collect()
}

/// Everybody of this given name who is not forgotten.
async fn named(evening: &Evening, given: &'static str) -> Vec<PersonId> {
    evening
        .write(move |tx, _| {
            let sql = "SELECT id FROM directory_person WHERE given = ?1 AND erased = 0 ORDER BY id";
            Ok(tx.query(sql, &params![given])?.iter().map(|row| row.get(0)).collect())
        })
        .await
}
