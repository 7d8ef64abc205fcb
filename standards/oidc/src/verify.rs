//! A signed token (RFC 7515, 7519): opened only with a key of the set.
use crate::{Algorithm, Claims, KeySet, LIMIT, Refusal};
use data_encoding::BASE64URL_NOPAD;

/// What a token says, once its signature holds. Who made it, for whom and when is for the `Claims`' own checks.
#[derive(Clone, Debug)]
pub struct Verified {
    /// By which algorithm it is signed.
    pub algorithm: Algorithm,
    /// What it says.
    pub claims: Claims,
}

/// Opens a token signed by one of these keys, by one of these algorithms. The header chooses among what is accepted,
/// never more; a key that it brings along (`jwk`, `jku`, `x5c`) is not looked at.
pub fn verify(token: &str, keys: &KeySet, accepted: &[Algorithm]) -> Result<Verified, Refusal> {
    if token.len() > LIMIT {
        return Err(Refusal::TooLarge);
    }
    let (message, signature) = token.rsplit_once('.').ok_or(Refusal::NotAToken)?;
    let (header, claims) = match message.split('.').count() {
        2 => message.split_once('.').ok_or(Refusal::NotAToken)?,
        4 => return Err(Refusal::Encrypted),
        _ => return Err(Refusal::NotAToken),
    };
    let header = Claims::read(&decoded(header)?)?;
    let algorithm = Algorithm::named(header.required("alg")?)?;
    if !accepted.contains(&algorithm) {
        return Err(Refusal::UnknownAlgorithm(algorithm.name().to_owned()));
    }
    if header.has("crit") {
        return Err(Refusal::Critical);
    }
    let id = header.has("kid").then(|| header.required("kid")).transpose()?;
    keys.find(id, algorithm)?.verify(algorithm, message.as_bytes(), &decoded(signature)?)?;
    Ok(Verified { algorithm, claims: Claims::read(&decoded(claims)?)? })
}

fn decoded(part: &str) -> Result<Vec<u8>, Refusal> {
    BASE64URL_NOPAD.decode(part.as_bytes()).map_err(|_| Refusal::NotAToken)
}
