//! Every cause for which a message, an assertion or metadata is not believed.
use crate::Status;

/// Why not. One variant is one cause, so that a person gets a sentence of their own and the log says which check it
/// was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than any honest message.
    #[error("too large")]
    TooLarge,
    /// More elements, attributes or namespaces than any honest message.
    #[error("more marks than any honest message has")]
    TooDense,
    /// Elements nested deeper than in any honest message.
    #[error("nested too deep")]
    TooDeep,
    /// Not base64.
    #[error("not base64")]
    NotBase64,
    /// Not compressed as HTTP-Redirect wants it.
    #[error("not deflated")]
    NotDeflated,
    /// Not UTF-8.
    #[error("not UTF-8")]
    NotText,
    /// Not XML; the parser says why.
    #[error("not XML: {0}")]
    NotXml(String),
    /// A document type, by which entities come in.
    #[error("a document type")]
    Doctype,
    /// A processing instruction.
    #[error("a processing instruction")]
    Instruction,
    /// Two elements have the same identifier, so that a signature might be about either.
    #[error("the same identifier twice")]
    DuplicateId,

    /// An element, attribute or parameter that must be there is not, or says nothing.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// An element or parameter stands twice that must stand once.
    #[error("`{0}` stands twice")]
    Twice(&'static str),
    /// Something that does not belong into this element.
    #[error("something in `{0}` that does not belong there")]
    Unexpected(&'static str),
    /// Not an instant.
    #[error("`{0}` is no instant")]
    Instant(&'static str),
    /// Another kind of message than one that is awaited here.
    #[error("not a message that is awaited here: {0:?}")]
    OtherMessage(String),
    /// Another version of SAML than 2.0.
    #[error("not SAML 2.0")]
    Version,

    /// No signature.
    #[error("not signed")]
    Unsigned,
    /// Signed with SHA-1, which can be forged. Such a portal is reached by another protocol.
    #[error("signed with SHA-1")]
    Sha1,
    /// An algorithm or a transform that is not accepted.
    #[error("{0:?} is not accepted")]
    Algorithm(String),
    /// The signature is about something else than the element that bears it.
    #[error("the signature is about something else")]
    Reference,
    /// None of the portal's keys made the signature.
    #[error("not signed by a key of the portal")]
    Forged,
    /// The signature holds, but what it is about was altered.
    #[error("altered after it was signed")]
    Altered,

    /// Sealed for a key that is none of ours.
    #[error("sealed for another key")]
    Sealed,
    /// Sealed by AES-CBC, which lets whoever may try often read it, and alter it.
    #[error("sealed by AES-CBC")]
    Cbc,
    /// One attribute is sealed by itself.
    #[error("an attribute is sealed by itself")]
    SealedAttribute,

    /// The portal says no.
    #[error("the portal says no: {:?}", .0.detail)]
    Status(Status),
    /// No assertion.
    #[error("no assertion")]
    NoAssertion,
    /// Several assertions, or one that is hidden elsewhere.
    #[error("several assertions")]
    SeveralAssertions,
    /// Issued by another than the portal asked.
    #[error("issued by {0:?}")]
    OtherIssuer(String),
    /// Sent to another address than ours.
    #[error("sent to {0:?}")]
    OtherDestination(String),
    /// Made for others than us.
    #[error("made for {0:?}")]
    OtherAudience(String),
    /// To be given at another address than ours.
    #[error("to be given at {0:?}")]
    OtherRecipient(String),
    /// The answer to another question than the one asked by this browser.
    #[error("the answer to {0:?}")]
    OtherRequest(String),
    /// The answer to no question: the portal began by itself.
    #[error("nobody asked")]
    Unsolicited,
    /// Not confirmed by being borne, the one way that a browser has.
    #[error("not confirmed by its bearer")]
    NotBearer,
    /// A condition that we do not know, and so cannot keep.
    #[error("an unknown condition: {0:?}")]
    UnknownCondition(String),
    /// Good only later, by as much as clocks may differ or more: one of them is wrong.
    #[error("good only in {0} ms")]
    TooEarly(i64),
    /// No more good, by as much as clocks may differ or more.
    #[error("no more good since {0} ms")]
    Expired(i64),

    /// Not a certificate.
    #[error("not a certificate")]
    NotACertificate,
    /// A key of an algorithm that is not accepted, or too short.
    #[error("neither RSA of 2048 bits or more, nor P-256, nor P-384")]
    WeakKey,
    /// The metadata has no signing key that can be used.
    #[error("no signing key that can be used")]
    NoKey,
    /// The metadata does not describe the portal wanted.
    #[error("the metadata does not describe the portal wanted")]
    OtherEntity,
    /// An address that is neither https nor this machine.
    #[error("`{0}` is not an https address")]
    Address(&'static str),

    /// An identifier of ours that XML does not take: a letter or `_`, then letters, digits, `_`, `-`, `.`.
    #[error("not an identifier")]
    NotAnIdentifier,
    /// A `RelayState` of more than 80 bytes.
    #[error("a RelayState of more than 80 bytes")]
    LongState,
    /// The portal has no address for this, or not one that takes HTTP-Redirect.
    #[error("the portal has no such address")]
    NoAddress,
    /// Our own key did not sign.
    #[error("could not sign")]
    NotSigned,
}

impl Refusal {
    /// An algorithm that is not accepted, by its name.
    pub(crate) fn algorithm(name: &str) -> Self {
        Self::Algorithm(cut(name))
    }
}

/// What comes from outside, fit for a log: 200 characters at most, none that steers a terminal.
pub(crate) fn cut(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(200).collect()
}
