//! Every cause for which a document, an answer or a token is not believed.

/// Why not. One variant is one check, so that a person gets a sentence of their own and the log says which check it
/// was: in words of ours alone, for those of a portal may name somebody.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// More bytes than any honest document of its kind.
    #[error("too large")]
    TooLarge,
    /// Nested deeper than any honest document.
    #[error("nested too deep")]
    TooDeep,
    /// Not the JSON that was announced.
    #[error("not a JSON object")]
    NotJson,
    /// A field that must be there is not, or is not of its type, or is longer than allowed.
    #[error("`{0}` is missing or is not what it should be")]
    Missing(&'static str),
    /// An address that is neither https nor this machine, or holds a password or a fragment.
    #[error("`{0}` is not an https address")]
    Address(&'static str),
    /// The document or token speaks for another issuer than the one expected.
    #[error("issued by {said:?}, not by the provider expected")]
    OtherIssuer {
        /// The issuer it names, cut.
        said: String,
    },
    /// The provider signs with no algorithm that we accept.
    #[error("no signature algorithm in common")]
    NoCommonAlgorithm,

    /// A parameter stands twice in the answer.
    #[error("`{0}` stands twice")]
    Repeated(&'static str),
    /// The answer comes from another provider than the one asked (RFC 9207).
    #[error("an answer of {said:?}, which was not asked")]
    MixUp {
        /// The issuer it names, cut.
        said: String,
    },
    /// The provider says that it names itself in each answer, and did not.
    #[error("the answer does not name its issuer")]
    IssuerMissing,
    /// The portal did not let the person through, or the person said no.
    #[error("access denied")]
    AccessDenied {
        /// The portal's own words, cut; may be empty.
        description: String,
    },
    /// The portal is out of order for now.
    #[error("unavailable")]
    Unavailable {
        /// The portal's own words, cut; may be empty.
        description: String,
    },
    /// The portal wants to speak with the person (`login_required`, `interaction_required`…), and was asked not to.
    #[error("interaction required")]
    InteractionRequired,
    /// The portal refuses for a reason that its operator and ours must settle.
    #[error("the provider refuses: {error:?}")]
    Refused {
        /// The error's name, cut.
        error: String,
        /// The portal's own words, cut; may be empty.
        description: String,
    },
    /// The code was used before, is too old, or belongs to another (`invalid_grant`).
    #[error("the code is refused")]
    CodeRefused {
        /// The portal's own words, cut; may be empty.
        description: String,
    },
    /// The portal does not know us, or not by this secret (`invalid_client`).
    #[error("the client is refused")]
    ClientRefused {
        /// The portal's own words, cut; may be empty.
        description: String,
    },

    /// Not three parts of base64url between points.
    #[error("not a signed token")]
    NotAToken,
    /// An encrypted token (five parts): not spoken here.
    #[error("an encrypted token")]
    Encrypted,
    /// `alg: none`.
    #[error("an unsigned token")]
    Unsigned,
    /// An HMAC, which whoever knows the public key or our secret could have made.
    #[error("a token with a symmetric signature")]
    Symmetric,
    /// An algorithm that we do not accept, or that the provider does not announce.
    #[error("the algorithm {0:?} is not accepted")]
    UnknownAlgorithm(String),
    /// The header holds an extension that must be understood, and is not.
    #[error("a critical header that is not understood")]
    Critical,
    /// No key of the set has this name. Read the set again if [`may_fetch`](crate::KeySet::may_fetch).
    #[error("signed with a key that is not in the set")]
    KeyUnknown,
    /// Several keys might have signed, and the token does not say which.
    #[error("the token does not say with which key it is signed")]
    KeyAmbiguous,
    /// The key exists, and is not one of this algorithm.
    #[error("the key is not one of this algorithm")]
    KeyOfAnotherType,
    /// The signature does not hold.
    #[error("the signature does not hold")]
    Forged,

    /// Made for another than us.
    #[error("made for another audience")]
    OtherAudience,
    /// Several audiences, or a named party, and it is not us (`azp`).
    #[error("made for another party")]
    OtherParty,
    /// It is over, by as much as clocks may differ or more.
    #[error("over since {seconds} s")]
    Expired {
        /// How long ago.
        seconds: i64,
    },
    /// It was made later than now, by as much as clocks may differ or more: one of them is wrong.
    #[error("from {seconds} s in the future")]
    FromTheFuture {
        /// How far ahead.
        seconds: i64,
    },
    /// The answer to another question: not the nonce that we gave.
    #[error("another nonce")]
    OtherNonce,
    /// The person signed in longer ago than was asked for.
    #[error("signed in {seconds} s ago")]
    SignedInTooLongAgo {
        /// How long ago.
        seconds: i64,
    },
    /// The access token is not the one that this `id_token` came with.
    #[error("another access token")]
    OtherAccessToken,
    /// Userinfo must be signed, and is not.
    #[error("userinfo is not signed")]
    UserinfoUnsigned,
    /// Userinfo speaks of another person than the `id_token`.
    #[error("userinfo of another subject")]
    OtherSubject,
    /// A logout token must have no nonce: this may be an `id_token`.
    #[error("a logout token with a nonce")]
    NonceInLogout,
    /// The token does not say that a session is closed.
    #[error("not a logout token")]
    NotALogout,
    /// The key of ours is no RSA key of 2048 bits or more, in PEM or DER.
    #[error("not a private RSA key of 2048 bits or more")]
    BadKey,
}

impl Refusal {
    /// What a portal says instead of an answer (RFC 6749, 4.1.2.1 and 5.2; Core, 3.1.2.6).
    pub fn of_portal(error: &str, description: &str) -> Self {
        let description = cut(description, 300);
        match error {
            "access_denied" => Self::AccessDenied { description },
            "server_error" | "temporarily_unavailable" => Self::Unavailable { description },
            "login_required" | "interaction_required" | "consent_required" | "account_selection_required" => {
                Self::InteractionRequired
            }
            "invalid_grant" => Self::CodeRefused { description },
            "invalid_client" => Self::ClientRefused { description },
            other => Self::Refused { error: cut(other, 60), description },
        }
    }
}

/// The text's first `most` characters, without control characters: what comes from outside, fit for a log or a page.
pub fn cut(text: &str, most: usize) -> String {
    text.chars().filter(|sign| !sign.is_control()).take(most).collect()
}
