//! The keys by which this house signs. One is published for a day before it signs, and for a week after another has taken its place:
//! whoever keeps our keys for a while is never caught unaware.
use crate::store;
use aws_lc_rs::{
    encoding::{AsDer, Pkcs8V1Der},
    rsa::{KeyPair, KeySize},
};
use kernel::{Id, Moment};
use lti::{KeySet, SigningKey};
use serde_json::Value;
use std::sync::Arc;
use web::{Error, House, Result};

/// What the id of a key names.
#[derive(Debug)]
pub enum KeyNamed {}
/// The id of a key.
pub type KeyId = Id<KeyNamed>;

/// After how many days another key comes.
pub const LASTS: i64 = 90;
/// For how many days it is published before it signs.
const BEFORE: i64 = 1;
/// For how many days one is still published once another signs.
const AFTER: i64 = 7;
/// What seals of keys are for.
const PURPOSE: &str = "course-key";

/// The keys that are published, the newest first.
pub struct Keys(Vec<(Moment, SigningKey)>);

impl Keys {
    /// The one that signs: the newest that has been published for long enough, or the only one there is.
    pub fn signing(&self, now: Moment) -> Option<&SigningKey> {
        let known = |(since, _): &&(Moment, SigningKey)| since.plus_days(BEFORE) <= now;
        self.0.iter().find(known).or_else(|| self.0.last()).map(|(_, key)| key)
    }

    /// What others know them by.
    pub fn published(&self) -> Value {
        KeySet::published(&self.0.iter().map(|(_, key)| key).collect::<Vec<_>>())
    }
}

/// Since when a key must have begun to be published still.
fn published_since(now: Moment) -> Moment {
    now.plus_days(-(LASTS + BEFORE + AFTER))
}

/// The keys of this house; another one is made where it is time, long and outside of any transaction.
pub async fn keys(house: &Arc<House>) -> Result<Arc<Keys>> {
    let now = house.clock.now();
    let rows = house.db.read(move |tx| store::key::since(tx, published_since(now))).await.map_err(Error::Db)?;
    let mut keys = opened(house, &rows);
    // Those of a house whose secret was lost open no more: another is made at once.
    let due = if keys.0.is_empty() { now } else { now.plus_days(-LASTS) };
    if keys.0.first().is_none_or(|(since, _)| *since <= due) {
        let der = web::aside(fresh).await.ok().flatten().ok_or_else(|| Error::Ours("no key was made".to_owned()))?;
        let (secret, chance) = (house.secret.clone(), Arc::clone(&house.chance));
        let made = house.db.write(move |tx| {
            let id = KeyId::new(now, &*chance);
            let sealed = secret.seal(PURPOSE, &[&id.bytes()], &der, &*chance);
            // Another node may have made one meanwhile: one is enough.
            store::key::add(tx, (id, &sealed), due, now)?;
            store::key::since(tx, published_since(now))
        });
        keys = opened(house, &made.await.map_err(Error::Db)?);
    }
    Ok(Arc::new(keys))
}

fn opened(house: &House, rows: &[(KeyId, Vec<u8>, Moment)]) -> Keys {
    let open = |(id, sealed, since): &(KeyId, Vec<u8>, Moment)| {
        let der = house.secret.open(PURPOSE, &[&id.bytes()], sealed)?;
        Some((*since, SigningKey::read(&der).ok()?))
    };
    Keys(rows.iter().filter_map(open).collect())
}

fn fresh() -> Option<Vec<u8>> {
    let der: Pkcs8V1Der<'static> = KeyPair::generate(KeySize::Rsa2048).ok()?.as_der().ok()?;
    Some(der.as_ref().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(days: &[i64], now: Moment) -> Keys {
        let key = |days: &i64| Some((now.plus_days(-days), SigningKey::read(&fresh()?).ok()?));
        Keys(days.iter().filter_map(key).collect())
    }

    #[test]
    fn a_key_is_known_before_it_signs_and_the_first_one_signs_at_once() {
        let now = Moment(1_764_088_800_000);
        let id = |keys: &Keys| keys.signing(now).map(|key| key.id().to_owned());
        let at = |keys: &Keys, which: usize| keys.0.get(which).map(|(_, key)| key.id().to_owned());
        let first = keys(&[0], now);
        assert_eq!(id(&first), at(&first, 0));
        let turning = keys(&[0, 90], now);
        assert_eq!(id(&turning), at(&turning, 1));
        let turned = keys(&[1, 91], now);
        assert_eq!(id(&turned), at(&turned, 0));
        assert_eq!(turned.published()["keys"].as_array().map(Vec::len), Some(2));
    }
}
