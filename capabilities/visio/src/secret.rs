//! The secrets that schools share with video servers: sealed, each for its unit, purpose, kind and host, and never shown again.
use crate::store::{self, Chosen};
use outgoing::Url;
use std::sync::Arc;
use web::{House, Secret};

/// What their seals are for.
const PURPOSE: &str = "visio-server";

impl Chosen {
    /// Whether a server of this kind shares a secret with us.
    pub fn shares(&self) -> bool {
        matches!(self.kind.as_str(), "bigbluebutton" | "jitsi" | "galene")
    }

    /// The scheme, name and port of its address: what a secret belongs to.
    pub fn host(&self) -> String {
        Url::parse(&self.url).map_or_else(|_| self.url.clone(), |url| url.origin().ascii_serialization())
    }

    /// The secret shared with it: empty when there is none; nothing when it was shared with another host or sealed by another
    /// server's secret, and must be typed again.
    pub fn shared(&self, secret: &Secret) -> Option<String> {
        let Some(sealed) = &self.sealed else { return Some(String::new()) };
        let (unit, host) = (self.unit.bytes(), self.host());
        let bound: [&[u8]; 4] = [&unit, self.purpose.as_bytes(), self.kind.as_bytes(), host.as_bytes()];
        secret.open(PURPOSE, &bound, sealed).and_then(|plain| String::from_utf8(plain).ok())
    }

    /// The same choice, which shares this secret.
    #[must_use]
    pub fn sharing(self, plain: &str, secret: &Secret, chance: &dyn kernel::Chance) -> Self {
        let (unit, host) = (self.unit.bytes(), self.host());
        let bound: [&[u8]; 4] = [&unit, self.purpose.as_bytes(), self.kind.as_bytes(), host.as_bytes()];
        let sealed = secret.seal(PURPOSE, &bound, plain.as_bytes(), chance);
        Self { sealed: Some(sealed), ..self }
    }
}

/// Seals what an earlier version kept open: at each start, and the next time there is nothing.
pub(crate) async fn seal_all(house: &House) {
    let (secret, chance) = (house.secret.clone(), Arc::clone(&house.chance));
    let sealed = house.db.write(move |tx| {
        let open = store::unsealed(tx)?;
        for (chosen, plain) in &open {
            store::set_sealed(tx, &chosen.clone().sharing(plain, &secret, &*chance))?;
        }
        Ok::<_, db::Error>(open.len())
    });
    match sealed.await {
        Ok(0) => {}
        Ok(count) => tracing::info!(count, "secrets of video servers are sealed"),
        Err(error) => tracing::error!(error = kernel::causes(&error), "secrets of video servers could not be sealed"),
    }
}
