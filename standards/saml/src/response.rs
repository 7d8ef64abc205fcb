//! The portal's answer, as the browser posts it.
//!
//! Wrapping attacks put an assertion where a careless reader looks, and the signed one where it does not. So there is
//! exactly one assertion, at the one place where it may be; a signature is a child of what it signs; and what is read
//! is what was verified.
use crate::{
    Assertion, Expectation, Refusal, assertion, c14n,
    refusal::cut,
    sealed,
    service::version,
    signature::verified,
    xml::{self, ASSERTION, MESSAGE, PROTOCOL, attribute, is, optional, required, said, text},
};
use roxmltree::{Document, Node};

/// What a message says became of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Whether it was done.
    pub success: bool,
    /// The last part of the first code: `Success`, `Requester`, `Responder`.
    pub code: String,
    /// The last part of the second code (`AuthnFailed`, `NoPassive`); may be empty.
    pub detail: String,
    /// The portal's own words; may be empty. Where the message is not signed, they are anybody's.
    pub message: String,
}

impl Expectation<'_> {
    /// Checks a `Response`, and gives the assertion in it. `asked` is the identifier of the request that this browser
    /// was sent with.
    pub fn response(&self, xml: &str, asked: &str) -> Result<Assertion, Refusal> {
        let xml = xml::bounded(xml, MESSAGE)?;
        let document = xml::read(&xml, MESSAGE)?;
        let response = document.root_element();
        if !is(response, PROTOCOL, "Response") {
            return Err(Refusal::OtherMessage(cut(response.tag_name().name())));
        }
        let keys = &self.provider.keys;
        let whole = verified(response, keys)?;
        let whole = whole.as_deref().map(|bytes| xml::read(bytes, MESSAGE)).transpose()?;
        let envelope = whole.as_ref().map_or(response, Document::root_element);
        self.envelope(envelope, asked)?;
        // In the message as sent: a signature of the assertion may need namespaces that only the message declares.
        let own = self.open(response, |assertion| verified(assertion, keys))?;
        let bytes = match (own, whole.is_some()) {
            (Some(bytes), _) => bytes,
            (None, true) => self.open(envelope, |assertion| c14n::of(assertion, None, &[]))?,
            (None, false) => return Err(Refusal::Unsigned),
        };
        assertion::read(&bytes, asked, self)
    }

    /// What is around the assertion. Where it is not signed it proves nothing, but it must not contradict.
    fn envelope(&self, response: Node<'_, '_>, asked: &str) -> Result<(), Refusal> {
        version(response)?;
        let status = status(response)?;
        if !status.success {
            return Err(Refusal::Status(status));
        }
        if let Some(other) = attribute(response, "Destination").filter(|to| *to != self.service.consumer) {
            return Err(Refusal::OtherDestination(cut(other)));
        }
        if let Some(other) = attribute(response, "InResponseTo").filter(|to| *to != asked) {
            return Err(Refusal::OtherRequest(cut(other)));
        }
        optional(response, ASSERTION, "Issuer")?.map_or(Ok(()), |_| self.issued(response))
    }

    /// Does something with the one assertion of a message, opened if it was sealed.
    fn open<T>(
        &self,
        response: Node<'_, '_>,
        then: impl FnOnce(Node<'_, '_>) -> Result<T, Refusal>,
    ) -> Result<T, Refusal> {
        let one = alone(response)?;
        if is(one, ASSERTION, "Assertion") {
            return then(one);
        }
        let opened = sealed::opened(one, self.keys)?;
        let opened = xml::read(&opened, MESSAGE)?;
        let one = alone(opened.root_element())?;
        if is(one, ASSERTION, "Assertion") { then(one) } else { Err(Refusal::NoAssertion) }
    }
}

/// The only assertion that there is, a child of this element; it may be sealed.
fn alone<'a, 'i>(parent: Node<'a, 'i>) -> Result<Node<'a, 'i>, Refusal> {
    let is_one = |node: &Node<'_, '_>| is(*node, ASSERTION, "Assertion") || is(*node, ASSERTION, "EncryptedAssertion");
    let mut found = parent.descendants().filter(is_one);
    match (found.next(), found.next()) {
        (Some(one), None) if one.parent() == Some(parent) => Ok(one),
        (Some(_), _) => Err(Refusal::SeveralAssertions),
        (None, _) => Err(Refusal::NoAssertion),
    }
}

/// What the message says became of what was asked.
pub(crate) fn status(message: Node<'_, '_>) -> Result<Status, Refusal> {
    let status = required(message, PROTOCOL, "Status")?;
    let code = required(status, PROTOCOL, "StatusCode")?;
    let value = said(code, "Value")?;
    let detail = optional(code, PROTOCOL, "StatusCode")?.and_then(|detail| attribute(detail, "Value"));
    let last = |name: &str| cut(name.rsplit(':').next().unwrap_or_default());
    Ok(Status {
        success: value == "urn:oasis:names:tc:SAML:2.0:status:Success",
        code: last(value),
        detail: detail.map(last).unwrap_or_default(),
        message: optional(status, PROTOCOL, "StatusMessage")?.map_or_else(String::new, |said| cut(&text(said))),
    })
}
