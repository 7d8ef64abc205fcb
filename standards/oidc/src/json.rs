//! JSON from outside: bounded in bytes and depth before anything is built.
use crate::Refusal;
use serde_json::Value;

/// The most bytes of a document or token: 256 KiB.
pub const LIMIT: usize = 256 * 1024;
const DEPTH: usize = 32;

/// The document, if it has at most [`LIMIT`] bytes and 32 levels.
pub fn json(bytes: &[u8]) -> Result<Value, Refusal> {
    if bytes.len() > LIMIT {
        return Err(Refusal::TooLarge);
    }
    if depth(bytes) > DEPTH {
        return Err(Refusal::TooDeep);
    }
    serde_json::from_slice(bytes).map_err(|_| Refusal::NotJson)
}

/// How deep arrays and objects lie in each other. Exact for JSON; for anything else the parser says no.
fn depth(bytes: &[u8]) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0_usize, 0, false, false);
    for byte in bytes {
        match (quoted, byte) {
            (true, _) if escaped => escaped = false,
            (true, b'\\') => escaped = true,
            (_, b'"') => quoted = !quoted,
            (false, b'[' | b'{') => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            (false, b']' | b'}') => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}
