//! Hearing from the portal that somebody left it.
use crate::xml::{elements, parse, text};
use crate::{Refusal, Ticket};

const NAMESPACE: &str = "urn:oasis:names:tc:SAML:2.0:protocol";
/// Anybody may send one, so it is kept short.
const LIMIT: usize = 16 * 1024;

/// Reads the form field `logoutRequest`: the ticket whose session is closed. Nobody signs it: who sent it knows the
/// ticket, and that is all there is to believe. The name it gives is of no use.
pub fn logout(request: &str) -> Result<Ticket, Refusal> {
    let document = parse(request.as_bytes(), LIMIT)?;
    let root = document.root_element();
    if !root.has_tag_name((NAMESPACE, "LogoutRequest")) {
        return Err(Refusal::NotALogout);
    }
    let sessions: Vec<_> = elements(root).filter(|child| child.tag_name().name() == "SessionIndex").collect();
    match sessions.as_slice() {
        [session] => Ticket::read(&text(*session).ok_or(Refusal::NotALogout)?),
        _ => Err(Refusal::NotALogout),
    }
}
