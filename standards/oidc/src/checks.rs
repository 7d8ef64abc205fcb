//! Who made a token, for whom, and when: what is checked once its signature holds.
use crate::{Claims, Refusal, cut};

/// How far two clocks may be apart, in seconds. What is exactly at the boundary is refused.
pub const SKEW: i64 = 60;

impl Claims {
    /// Whether it was made by this issuer (`iss`).
    pub fn issued_by(&self, issuer: &str) -> Result<(), Refusal> {
        self.issued_by_field("iss", issuer)
    }

    /// Whether it was made for this client (`aud`), and for it first of all (`azp`) when there are others.
    pub fn made_for(&self, client: &str) -> Result<(), Refusal> {
        let audience = self.values(&["aud"]);
        if audience.is_empty() {
            return Err(Refusal::Missing("aud"));
        }
        if !audience.iter().any(|one| *one == client) {
            return Err(Refusal::OtherAudience);
        }
        let alone = audience.len() == 1 && !self.has("azp");
        if alone || self.text(&["azp"]) == Some(client) { Ok(()) } else { Err(Refusal::OtherParty) }
    }

    /// Whether it is over (`exp`), not begun (`nbf`), or made later than now (`iat`).
    pub fn in_force(&self, now: i64) -> Result<(), Refusal> {
        let over = self.number(&["exp"]).ok_or(Refusal::Missing("exp"))?;
        not_over(over, now)?;
        not_ahead(self.number(&["iat"]).ok_or(Refusal::Missing("iat"))?, now)?;
        if self.has("nbf") {
            not_ahead(self.number(&["nbf"]).ok_or(Refusal::Missing("nbf"))?, now)?;
        }
        Ok(())
    }

    /// Whether it answers the question that held this nonce.
    pub fn answers(&self, nonce: &str) -> Result<(), Refusal> {
        if self.required("nonce")? == nonce { Ok(()) } else { Err(Refusal::OtherNonce) }
    }

    /// Whether this field names the issuer expected, to the letter.
    pub(crate) fn issued_by_field(&self, field: &'static str, issuer: &str) -> Result<(), Refusal> {
        let said = self.required(field)?;
        if said == issuer { Ok(()) } else { Err(Refusal::OtherIssuer { said: cut(said, 200) }) }
    }

    /// The subject, at most 255 bytes.
    pub fn subject(&self) -> Result<&str, Refusal> {
        self.required("sub").ok().filter(|subject| subject.len() <= 255).ok_or(Refusal::Missing("sub"))
    }
}

/// Whether this end is not reached. Whoever looks at the log reads by how much the clocks differ, so the skew is not
/// taken off.
pub(crate) fn not_over(until: i64, now: i64) -> Result<(), Refusal> {
    let seconds = now.saturating_sub(until);
    if seconds < SKEW { Ok(()) } else { Err(Refusal::Expired { seconds }) }
}

/// Whether this beginning is past.
pub(crate) fn not_ahead(since: i64, now: i64) -> Result<(), Refusal> {
    let seconds = since.saturating_sub(now);
    if seconds < SKEW { Ok(()) } else { Err(Refusal::FromTheFuture { seconds }) }
}
