//! Leaving, from either side: requests and answers, by HTTP-Redirect, and from the portal by HTTP-POST too.
use crate::{
    Expectation, NameId, Provider, Refusal, Sender, Status, assertion, binding,
    refusal::cut,
    request::message,
    response::status,
    service::version,
    signature,
    xml::{self, MESSAGE, PROTOCOL, children, escaped, instant, is, said, text},
};
use roxmltree::Node;

/// That a person leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoutRequest {
    /// Its identifier, random: the answer names it.
    pub id: String,
    /// Who leaves, by the name of the assertion.
    pub name: NameId,
    /// Which sessions end ([`Assertion::session`](crate::Assertion::session)); none for all of this person's.
    pub sessions: Vec<String>,
}

/// What became of a [`LogoutRequest`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogoutResponse {
    /// The identifier of the request.
    pub answers: String,
    /// What became of it.
    pub status: Status,
}

/// What arrived where one leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Somebody left the portal, and leaves us too.
    Request(LogoutRequest),
    /// The portal has done what we asked, or not.
    Response(LogoutResponse),
}

impl LogoutRequest {
    /// The address that leads to the portal's exit, signed.
    pub fn address(&self, provider: &Provider, sender: &Sender<'_>, state: &str) -> Result<String, Refusal> {
        let to = provider.logout.as_deref().ok_or(Refusal::NoAddress)?;
        let session = |index: &String| format!("<samlp:SessionIndex>{}</samlp:SessionIndex>", escaped(index));
        let sessions: String = self.sessions.iter().map(session).collect();
        let content = format!("{}{sessions}", written(&self.name));
        let message = message("LogoutRequest", &self.id, to, sender, "", &content)?;
        binding::address(to, "SAMLRequest", &message, Some(state), sender.key)
    }
}

impl LogoutResponse {
    /// The address that tells the portal that its request was done, signed: `id` is random, `state` what came with the
    /// request.
    pub fn address(
        id: &str,
        answers: &str,
        provider: &Provider,
        sender: &Sender<'_>,
        state: Option<&str>,
    ) -> Result<String, Refusal> {
        let to = provider.logout_answer.as_deref().ok_or(Refusal::NoAddress)?;
        let own = format!(" InResponseTo=\"{}\"", escaped(answers));
        let done =
            "<samlp:Status><samlp:StatusCode Value=\"urn:oasis:names:tc:SAML:2.0:status:Success\"/></samlp:Status>";
        let message = message("LogoutResponse", id, to, sender, &own, done)?;
        binding::address(to, "SAMLResponse", &message, state, sender.key)
    }
}

impl Expectation<'_> {
    /// Checks what arrived by HTTP-Redirect: the query exactly as received, without its `?`. Gives the `RelayState`
    /// too, which an answer brings back.
    pub fn logout_query(&self, query: &str) -> Result<(Exit, Option<String>), Refusal> {
        let (message, state) = binding::received(query, &self.provider.keys)?;
        let message = xml::bounded(&message, MESSAGE)?;
        let document = xml::read(&message, MESSAGE)?;
        Ok((self.exit(document.root_element())?, state))
    }

    /// Checks what arrived by HTTP-POST, out of its [`form`](crate::form) field.
    pub fn logout_form(&self, xml: &str) -> Result<Exit, Refusal> {
        let xml = xml::bounded(xml, MESSAGE)?;
        let document = xml::read(&xml, MESSAGE)?;
        let verified = signature::verified(document.root_element(), &self.provider.keys)?.ok_or(Refusal::Unsigned)?;
        self.exit(xml::read(&verified, MESSAGE)?.root_element())
    }

    /// Reads a message whose signature holds.
    fn exit(&self, message: Node<'_, '_>) -> Result<Exit, Refusal> {
        version(message)?;
        self.issued(message)?;
        let destination = said(message, "Destination")?;
        if destination != self.service.logout {
            return Err(Refusal::OtherDestination(cut(destination)));
        }
        let issued = instant(message, "IssueInstant")?.ok_or(Refusal::Missing("IssueInstant"))?;
        self.begun(Some(issued))?;
        if is(message, PROTOCOL, "LogoutRequest") {
            // One that does not say how long it is good is good as long as clocks may differ.
            self.lasts(Some(instant(message, "NotOnOrAfter")?.unwrap_or(issued)))?;
            let name = assertion::name(message, self)?.ok_or(Refusal::Missing("NameID"))?;
            let sessions = children(message, PROTOCOL, "SessionIndex").map(text).collect();
            return Ok(Exit::Request(LogoutRequest { id: said(message, "ID")?.to_owned(), name, sessions }));
        }
        if is(message, PROTOCOL, "LogoutResponse") {
            self.lasts(Some(issued))?;
            let answers = said(message, "InResponseTo")?.to_owned();
            return Ok(Exit::Response(LogoutResponse { answers, status: status(message)? }));
        }
        Err(Refusal::OtherMessage(cut(message.tag_name().name())))
    }
}

/// A name as the portal gave it.
fn written(name: &NameId) -> String {
    let own =
        [("NameQualifier", &name.qualifier), ("SPNameQualifier", &name.service_qualifier), ("Format", &name.format)];
    let own = own.map(|(key, value)| value.as_deref().map(|value| format!(" {key}=\"{}\"", escaped(value))));
    format!("<saml:NameID{}>{}</saml:NameID>", own.into_iter().flatten().collect::<String>(), escaped(&name.value))
}
