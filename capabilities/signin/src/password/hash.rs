//! argon2id, slow and wide on purpose: 19 MiB, two passes, as OWASP advises.
use argon2::{Algorithm, Argon2, Block, Params, Version};
use data_encoding::BASE64_NOPAD;
use kernel::Chance;
use subtle::ConstantTimeEq;

/// How many blocks of a kibibyte are asked for at least; only those used are taken. What is larger than 32 MiB an allocator gives
/// back to the system whole, where something smaller would stay with the thread that freed it.
const LARGE: usize = 33 * 1024;

/// The password could not be worked on.
#[derive(Debug, thiserror::Error)]
#[error("argon2 refused: {0}")]
pub struct HashError(argon2::Error);

/// The digest of a password, as argon2id writes it (PHC).
pub fn hash_password(password: &str, chance: &dyn Chance) -> Result<String, HashError> {
    hash_in(&mut Vec::new(), password, chance)
}

/// The same, in this memory, which grows to what is needed and is used again.
pub fn hash_in(memory: &mut Vec<Block>, password: &str, chance: &dyn Chance) -> Result<String, HashError> {
    let mut salt = [0; 16];
    chance.fill(&mut salt);
    let params = Params::DEFAULT;
    let digest = digest(memory, password, &salt, &params).map_err(HashError)?;
    let (m, t, p) = (params.m_cost(), params.t_cost(), params.p_cost());
    let (salt, digest) = (BASE64_NOPAD.encode(&salt), BASE64_NOPAD.encode(&digest));
    Ok(format!("$argon2id$v=19$m={m},t={t},p={p}${salt}${digest}"))
}

fn digest(memory: &mut Vec<Block>, password: &str, salt: &[u8], params: &Params) -> Result<[u8; 32], argon2::Error> {
    let wanted = params.block_count();
    if memory.len() < wanted {
        *memory = Vec::with_capacity(wanted.max(LARGE));
        memory.resize(wanted, Block::default());
    }
    let memory = memory.get_mut(..wanted).unwrap_or_default();
    let mut out = [0; 32];
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    argon2.hash_password_into_with_memory(password.as_bytes(), salt, &mut out, memory)?;
    Ok(out)
}

/// Whether this is the password behind `phc`. Without one, the same time goes by and the answer is no.
pub fn verify_in(memory: &mut Vec<Block>, password: &str, phc: Option<&str>) -> bool {
    let known = phc.and_then(parse);
    let (params, salt, wanted) = known.unwrap_or((Params::DEFAULT, vec![0; 16], vec![0; 32]));
    let found = digest(memory, password, &salt, &params);
    let same = found.is_ok_and(|found| found.ct_eq(&wanted).into());
    same && phc.is_some()
}

/// Costs, salt and digest of a PHC string.
fn parse(phc: &str) -> Option<(Params, Vec<u8>, Vec<u8>)> {
    let mut parts = phc.strip_prefix("$argon2id$v=19$")?.split('$');
    let costs = parts.next()?;
    let cost = |name: &str| -> Option<u32> {
        costs.split(',').find_map(|cost| cost.strip_prefix(name)?.strip_prefix('=')?.parse().ok())
    };
    let params = Params::new(cost("m")?, cost("t")?, cost("p")?, None).ok()?;
    let [salt, digest] = [parts.next()?, parts.next()?].map(|part| BASE64_NOPAD.decode(part.as_bytes()).ok());
    Some((params, salt?, digest?))
}

#[cfg(test)]
mod tests {
    use super::{hash_in, parse, verify_in};
    use kernel::Seeded;

    #[test]
    fn a_password_is_known_again_and_no_other_is() {
        let memory = &mut Vec::new();
        let phc = hash_in(memory, "le chat dort au soleil", &Seeded::new(1)).unwrap_or_default();
        assert!(phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{phc}");
        assert!(verify_in(memory, "le chat dort au soleil", Some(&phc)));
        assert!(!verify_in(memory, "le chat dort au soleil ", Some(&phc)));
        assert!(!verify_in(memory, "", None) && !verify_in(memory, "x", Some("$argon2id$v=19$m=1$a$b")));
        assert!(parse(&phc).is_some());
        assert_eq!(memory.len(), 19_456, "one block, used again");
    }
}
