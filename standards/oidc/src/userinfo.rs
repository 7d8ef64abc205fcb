//! What more the portal knows of the person (Core, 5.3).
use crate::checks::not_over;
use crate::{Algorithm, Claims, Client, KeySet, Provider, Refusal, verify};

impl Client {
    /// Reads what userinfo answered: JSON, or a signed token as `ProConnect` gives, known by its first byte, since
    /// portals err in its type. `subject` is whom the `id_token` named; `must_be_signed` refuses plain JSON.
    pub fn userinfo(
        &self,
        provider: &Provider,
        keys: &KeySet,
        body: &[u8],
        subject: &str,
        must_be_signed: bool,
        now: i64,
    ) -> Result<Claims, Refusal> {
        let body = body.trim_ascii();
        let claims = if body.starts_with(b"{") {
            let plain = Claims::read(body)?;
            if must_be_signed {
                return Err(Refusal::UserinfoUnsigned);
            }
            plain
        } else {
            let token = std::str::from_utf8(body).map_err(|_| Refusal::NotAToken)?;
            self.of_token(provider, verify(token, keys, &Algorithm::ALL)?.claims, now)?
        };
        if claims.subject()? == subject { Ok(claims) } else { Err(Refusal::OtherSubject) }
    }

    /// A signed userinfo should name who made it and for whom, and may be over; what it says of that must be right.
    fn of_token(&self, provider: &Provider, claims: Claims, now: i64) -> Result<Claims, Refusal> {
        if claims.has("iss") {
            claims.issued_by(&provider.issuer)?;
        }
        if claims.has("aud") {
            claims.made_for(&self.id)?;
        }
        if claims.has("exp") {
            not_over(claims.number(&["exp"]).ok_or(Refusal::Missing("exp"))?, now)?;
        }
        Ok(claims)
    }
}
