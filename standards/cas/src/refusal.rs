//! Every cause for which a ticket or an answer is not believed.

/// Why not. One variant is one check, so that a person gets a sentence of their own and the log says which check it
/// was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// An address that is neither https nor this machine, or holds a password, a query or a fragment.
    #[error("not an https address")]
    Address,
    /// What the browser brought back cannot be a ticket.
    #[error("not a ticket")]
    NotATicket,
    /// A ticket of a third service that speaks for the person (`PT-`, `PGT-`).
    #[error("a proxy's ticket")]
    ProxyTicket,

    /// More bytes, nodes, names or values than any honest answer.
    #[error("too large")]
    TooLarge,
    /// Elements nested deeper than in any honest answer.
    #[error("nested too deep")]
    TooDeep,
    /// A document type, which could bring entities along.
    #[error("a document type")]
    Doctype,
    /// Not UTF-8, or not XML.
    #[error("not XML")]
    NotXml,
    /// Not a `serviceResponse`.
    #[error("not an answer of CAS")]
    NotAnAnswer,
    /// Both a success and a failure, or several, or none.
    #[error("not exactly one success or failure")]
    NotOneAnswer,
    /// The person came through a third service (`proxies`).
    #[error("through a proxy")]
    Proxied,
    /// A success that names nobody.
    #[error("no user")]
    NoUser,
    /// A success that names several.
    #[error("several users")]
    SeveralUsers,

    /// The ticket was used before, is too old, or is not the portal's.
    #[error("the portal does not know the ticket")]
    InvalidTicket {
        /// The portal's own words, cut.
        text: String,
    },
    /// The ticket is for another address, or the portal does not know ours.
    #[error("the portal does not know our address")]
    InvalidService {
        /// The portal's own words, cut.
        text: String,
    },
    /// The portal is out of order for now.
    #[error("the portal is out of order")]
    Unavailable {
        /// The portal's own words, cut.
        text: String,
    },
    /// Any other failure.
    #[error("the portal refuses: {code:?}")]
    Refused {
        /// Its code, cut.
        code: String,
        /// The portal's own words, cut.
        text: String,
    },

    /// Not a logout request with one ticket.
    #[error("not a logout request")]
    NotALogout,
}
