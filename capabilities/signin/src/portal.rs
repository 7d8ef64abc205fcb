//! A portal: an ENT or a guichet through which people come in. It proves who somebody is, by an opaque name of its own; what they are
//! here, the schools' feeds say, never the portal (ADR 0028).
mod asked;
mod cas;
mod certificate;
mod config;
mod known;
mod lti;
mod openid;
mod proof;
mod ready;
mod refused;
mod saml;
mod score;
mod settings;
mod watch;

pub use self::saml::metadata as our_metadata;
pub use asked::{Answer, Asked, Word, Worth, answer, begin, leave, told, weigh};
pub use config::{Config, write};
pub use known::{Keys, Source};
pub use lti::{Known as KnownPlatform, key as our_key, platform, refused as refused_launch};
pub use proof::{Hint, Launched, Proof};
pub use ready::{Ready, door, learn, read_again, ready, typed};
pub use refused::Refused;
pub use score::{Score, ScoreId, Whose, run_forever as send_forever, run_once as send_once, token as score_token};
pub use settings::{Settings, Unclear};
pub use watch::{DRIFT, SOON, Warning, run_forever, run_once};

use access::{Guarded, Unit, Units};
use kernel::{Id, Moment, UnitId};
use serde::{Deserialize, Serialize};
use web::Secret;

/// What the id of a portal names.
#[derive(Debug)]
pub enum Named {}
/// The id of a portal.
pub type PortalId = Id<Named>;

kernel::words! {
    /// What a portal speaks.
    Kind {
        /// CAS 2 or 3.
        Cas = "cas",
        /// OpenID Connect.
        OpenId = "oidc",
        /// SAML 2.0.
        Saml = "saml",
        /// LTI 1.3: a platform whose courses launch this house.
        Lti = "lti",
    }
}

/// A portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Portal {
    /// Its id.
    pub id: PortalId,
    /// Its name in addresses: `/portail/KEY`.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// What it speaks.
    pub kind: Kind,
    /// For whom it is: a school, or all that is below an académie, a département, a bassin.
    pub unit: Unit,
    /// Whether those who work there come by it too, and not pupils and families alone.
    pub staff: bool,
    /// What the operator or an administrator said of it.
    pub settings: Settings,
    /// What it shares with this house, sealed.
    pub sealed: Option<Vec<u8>>,
    /// Whether it is written in the operator's configuration, which alone changes it.
    pub written: bool,
    /// What was read of it: its addresses and its keys.
    pub learnt: Learnt,
    /// Until when one of its keys holds, where it says so.
    pub ends_at: Option<Moment>,
    /// By how many seconds its clock is ahead of ours.
    pub drift: i64,
    /// The word of what went wrong last, and since when; nothing where the last thing went well.
    pub trouble: Option<(String, Moment)>,
    /// Since when it is closed.
    pub closed_at: Option<Moment>,
    /// The unit and all above it.
    pub lineage: Vec<UnitId>,
}

/// What was read of a portal, as it came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Learnt {
    /// Its metadata: the discovery document of OpenID Connect, the XML of SAML.
    pub metadata: String,
    /// The keys of OpenID Connect.
    pub keys: String,
    /// When its keys were last asked for because one was not known, in seconds.
    pub keys_at: i64,
    /// When all of it was last read, in milliseconds.
    pub read_at: i64,
    /// When it last answered.
    #[serde(skip)]
    pub at: Option<Moment>,
}

/// What seals of portals are for.
const PURPOSE: &str = "signin-portal";

impl Kind {
    /// Whether this house has a key of its own there, made here, in the place of a secret that is shared.
    pub const fn has_own_key(self) -> bool {
        matches!(self, Self::Saml | Self::Lti)
    }
}

impl Portal {
    /// What it shares with this house; nothing where nothing was said, or another house has sealed it.
    pub fn shared(&self, secret: &Secret) -> Option<String> {
        let plain = secret.open(PURPOSE, &[&self.id.bytes()], self.sealed.as_deref()?)?;
        String::from_utf8(plain).ok()
    }

    /// The same portal, which shares this.
    #[must_use]
    pub fn sharing(mut self, plain: &str, secret: &Secret, chance: &dyn kernel::Chance) -> Self {
        let id = self.id.bytes();
        self.sealed = Some(secret.seal(PURPOSE, &[&id], plain.as_bytes(), chance));
        self
    }

    /// The digest under which this house knows somebody whom the portal calls so.
    pub fn digest(&self, secret: &Secret, what: &str, name: &str) -> Vec<u8> {
        secret.sign("portal-name", &[&self.id.bytes(), what.as_bytes(), name.as_bytes()]).to_vec()
    }

    /// Whether people come by it.
    pub const fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// The address in this house where the portal sends people or words: `retour`, `reponse`, `fin`.
    pub fn address(&self, house: &web::House, end: &str) -> String {
        format!("{}/portail/{}/{end}", house.settings.public_url, self.key)
    }
}

impl Guarded for Portal {
    const UNITS: Units = Units::One("p.unit_id");

    fn units(&self) -> &[UnitId] {
        std::slice::from_ref(&self.unit.id)
    }

    fn lineage(&self) -> &[UnitId] {
        &self.lineage
    }
}
