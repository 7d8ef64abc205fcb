//! Portals that the operator writes in the configuration: pages show them, and do not change them.
use super::{Kind, Learnt, Portal, Settings};
use crate::store;
use db::{Result, Tx};
use kernel::{Chance, Id, Moment};
use serde::Deserialize;
use web::Secret;

/// A portal as the operator writes it.
#[derive(Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Its name in addresses.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// `cas`, `oidc`, `saml` or `lti`.
    pub kind: String,
    /// For whom it is: the code of a school (UAI), of a bassin, a département or an académie.
    pub unit: String,
    /// Whether those who work there come by it too.
    #[serde(default)]
    pub staff: bool,
    /// What it shares with this house (OpenID Connect).
    #[serde(default)]
    pub secret: String,
    /// The rest of what is said of it.
    #[serde(default)]
    pub settings: Settings,
}

impl std::fmt::Debug for Config {
    /// Its key: the rest may hold a secret.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config").field("key", &self.key).finish_non_exhaustive()
    }
}

/// Why a portal is not taken from the configuration, for the operator.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// It speaks something else.
    #[error("portal {0}: kind is none of cas, oidc, saml, lti")]
    Kind(String),
    /// Nothing here has such a code.
    #[error("portal {0}: nothing here has the code {1}; schools are imported first")]
    Unit(String, String),
    /// One of its keys says nothing.
    #[error("portal {0}: {1}")]
    Keys(String, super::Unclear),
}

/// Writes the operator's portals as they are in the configuration, and closes those that are there no more. Says which could not be.
pub fn write(
    tx: &mut Tx<'_>,
    all: &[Config],
    (secret, chance): (&Secret, &dyn Chance),
    now: Moment,
) -> Result<Vec<Unfit>> {
    let mut unfit = vec![];
    for said in all {
        match read(tx, said, (secret, chance), now)? {
            Ok(portal) => {
                let known = store::portal::by_key(tx, &said.key)?;
                let same = known.as_ref().is_some_and(|known| known.is_open() && is_same(known, &portal, secret));
                if !same {
                    store::portal::put(tx, &portal, now)?;
                }
            }
            Err(why) => unfit.push(why),
        }
    }
    for portal in store::portal::open(tx)? {
        if portal.written && all.iter().all(|said| said.key != portal.key) {
            store::portal::close(tx, portal.id, now)?;
        }
    }
    Ok(unfit)
}

fn is_same(known: &Portal, said: &Portal, secret: &Secret) -> bool {
    let what = |portal: &Portal| {
        (portal.name.clone(), portal.kind, portal.unit.id, portal.staff, portal.settings.clone(), portal.written)
    };
    what(known) == what(said) && (known.kind.has_own_key() || known.shared(secret) == said.shared(secret))
}

fn read(
    tx: &mut Tx<'_>,
    said: &Config,
    (secret, chance): (&Secret, &dyn Chance),
    now: Moment,
) -> Result<std::result::Result<Portal, Unfit>> {
    let Some(kind) = Kind::from_word(&said.kind) else { return Ok(Err(Unfit::Kind(said.key.clone()))) };
    if let Err(why) = said.settings.sources() {
        return Ok(Err(Unfit::Keys(said.key.clone(), why)));
    }
    let Some(unit) = store::portal::unit(tx, &said.unit)? else {
        return Ok(Err(Unfit::Unit(said.key.clone(), said.unit.clone())));
    };
    let known = store::portal::by_key(tx, &said.key)?;
    let kept = known.as_ref().filter(|known| known.kind == kind && kind.has_own_key());
    let portal = Portal {
        id: known.as_ref().map_or_else(|| Id::new(now, chance), |known| known.id),
        key: said.key.clone(),
        name: said.name.clone(),
        kind,
        unit,
        staff: said.staff,
        settings: said.settings.clone(),
        sealed: kept.and_then(|known| known.sealed.clone()),
        written: true,
        learnt: Learnt::default(),
        ends_at: None,
        drift: 0,
        trouble: None,
        closed_at: None,
        lineage: vec![],
    };
    Ok(Ok(if said.secret.is_empty() { portal } else { portal.sharing(&said.secret, secret, chance) }))
}
