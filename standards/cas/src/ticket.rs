//! What the browser brings back.
use crate::Refusal;

/// What may be a ticket: a portal is asked about nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Ticket(String);

impl Ticket {
    /// Reads the parameter `ticket`: `ST-`, then letters, digits, hyphens, points and underscores, 8 to 512 in all.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        if text.starts_with("PT-") || text.starts_with("PGT-") || text.starts_with("PGTIOU-") {
            return Err(Refusal::ProxyTicket);
        }
        let signs = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_'));
        let plausible = text.starts_with("ST-") && (8..=512).contains(&text.len()) && signs;
        if plausible { Ok(Self(text.to_owned())) } else { Err(Refusal::NotATicket) }
    }

    /// As it came. Who has it can close the session it opened: keep its digest.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
