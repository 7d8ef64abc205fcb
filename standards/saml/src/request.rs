//! What we send: the head that all messages have, and the request to sign somebody in.
use crate::{Provider, Refusal, Sender, binding, instant, service::POST, xml::escaped};

/// A request that somebody signs in.
#[derive(Clone, Copy, Debug)]
pub struct SignIn<'a> {
    /// A random identifier of the caller's: a letter or `_`, then letters, digits, `_`, `-`, `.`. The answer names it.
    pub id: &'a str,
    /// Whether the portal must ask for the password again, whoever is signed in there: "that is not me", or a sensitive
    /// act.
    pub again: bool,
    /// The ways of signing in of which one is wanted (`urn:oasis:names:tc:SAML:2.0:ac:classes:…`); none for any.
    pub contexts: &'a [&'a str],
}

impl SignIn<'_> {
    /// The address to which the browser is sent, signed. `state` (`RelayState`) comes back with the answer; 80 bytes at
    /// most.
    pub fn address(&self, provider: &Provider, sender: &Sender<'_>, state: &str) -> Result<String, Refusal> {
        let to = &provider.sign_in;
        let consumer = escaped(sender.service.consumer);
        let again = if self.again { " ForceAuthn=\"true\"" } else { "" };
        let own = format!("{again} ProtocolBinding=\"{POST}\" AssertionConsumerServiceURL=\"{consumer}\"");
        let context = |name: &&str| format!("<saml:AuthnContextClassRef>{}</saml:AuthnContextClassRef>", escaped(name));
        let contexts: String = self.contexts.iter().map(context).collect();
        let wanted = if contexts.is_empty() {
            String::new()
        } else {
            format!("<samlp:RequestedAuthnContext Comparison=\"exact\">{contexts}</samlp:RequestedAuthnContext>")
        };
        let content = format!("<samlp:NameIDPolicy AllowCreate=\"true\"/>{wanted}");
        let message = message("AuthnRequest", self.id, to, sender, &own, &content)?;
        binding::address(to, "SAMLRequest", &message, Some(state), sender.key)
    }
}

/// A message of ours: the head that all have, attributes of its own, what is in it.
pub(crate) fn message(
    name: &str,
    id: &str,
    to: &str,
    sender: &Sender<'_>,
    own: &str,
    content: &str,
) -> Result<String, Refusal> {
    let begins = id.starts_with(|sign: char| sign.is_ascii_alphabetic() || sign == '_');
    let goes_on = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.'));
    if !begins || !goes_on || id.len() > 100 {
        return Err(Refusal::NotAnIdentifier);
    }
    Ok(format!(
        "<samlp:{name} xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\" \
         xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\" ID=\"{id}\" Version=\"2.0\" IssueInstant=\"{}\" \
         Destination=\"{}\"{own}><saml:Issuer>{}</saml:Issuer>{content}</samlp:{name}>",
        instant::written(sender.now),
        escaped(to),
        escaped(sender.service.entity)
    ))
}
