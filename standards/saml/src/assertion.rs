//! What an assertion says, read from the bytes that were verified, and whether it says it to us, here, now.
use crate::{
    Expectation, Refusal, SKEW,
    refusal::cut,
    sealed,
    service::version,
    xml::{self, ASSERTION, MESSAGE, attribute, children, instant, is, optional, required, said, text},
};
use roxmltree::Node;

/// Who came, as the portal says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    /// Its identifier. It must be kept until [`remember_until`](Self::remember_until), and refused when it comes again.
    pub id: String,
    /// From when on it is refused by its age.
    pub remember_until: i64,
    /// The name that the portal gives the person.
    pub name: Option<NameId>,
    /// The name of the session at the portal: a logout names it.
    pub session: Option<String>,
    /// When the session at the portal ends.
    pub session_until: Option<i64>,
    /// When the person signed in at the portal.
    pub signed_in: i64,
    /// How (`urn:oasis:names:tc:SAML:2.0:ac:classes:…`).
    pub context: Option<String>,
    /// What the portal says of the person.
    pub attributes: Vec<Attribute>,
    /// By how many milliseconds the portal's clock is ahead of ours; below zero, behind, which includes the time that
    /// the browser took. Past a minute, an operator is told.
    pub drift: i64,
}

/// A name that a portal gives a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameId {
    /// The name.
    pub value: String,
    /// What kind of name (`urn:oasis:names:tc:SAML:2.0:nameid-format:persistent`).
    pub format: Option<String>,
    /// Among whose names it is one: the portal's, most often.
    pub qualifier: Option<String>,
    /// For which service it was made.
    pub service_qualifier: Option<String>,
}

/// Something that a portal says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Its name, most often `urn:oid:…`.
    pub name: String,
    /// Its name for people, if it has one.
    pub friendly: Option<String>,
    /// What is said; empty values are left out.
    pub values: Vec<String>,
}

/// Reads and checks an assertion, from its own verified bytes.
pub(crate) fn read(verified: &str, asked: &str, expected: &Expectation<'_>) -> Result<Assertion, Refusal> {
    let document = xml::read(verified, MESSAGE)?;
    let assertion = document.root_element();
    version(assertion)?;
    expected.issued(assertion)?;
    conditions(required(assertion, ASSERTION, "Conditions")?, expected)?;
    let subject = required(assertion, ASSERTION, "Subject")?;
    let until = confirmed(subject, asked, expected)?;
    let statement = children(assertion, ASSERTION, "AuthnStatement").next();
    let statement = statement.ok_or(Refusal::Missing("AuthnStatement"))?;
    let session_until = instant(statement, "SessionNotOnOrAfter")?;
    expected.lasts(session_until)?;
    let context = optional(statement, ASSERTION, "AuthnContext")?;
    let context = context.map(|context| optional(context, ASSERTION, "AuthnContextClassRef")).transpose()?.flatten();
    let issued = instant(assertion, "IssueInstant")?.ok_or(Refusal::Missing("IssueInstant"))?;
    Ok(Assertion {
        id: said(assertion, "ID")?.to_owned(),
        remember_until: until.saturating_add(SKEW),
        name: name(subject, expected)?,
        session: attribute(statement, "SessionIndex").map(str::to_owned),
        session_until,
        signed_in: instant(statement, "AuthnInstant")?.ok_or(Refusal::Missing("AuthnInstant"))?,
        context: context.map(text),
        attributes: attributes(assertion)?,
        drift: issued.saturating_sub(expected.now),
    })
}

/// Whether it is good now and for us: each restriction names us, and there is one at least.
fn conditions(conditions: Node<'_, '_>, expected: &Expectation<'_>) -> Result<(), Refusal> {
    expected.begun(instant(conditions, "NotBefore")?)?;
    expected.lasts(instant(conditions, "NotOnOrAfter")?)?;
    let known = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"];
    let mut others = conditions.children().filter(Node::is_element);
    if let Some(other) = others.find(|one| !known.iter().any(|name| is(*one, ASSERTION, name))) {
        return Err(Refusal::UnknownCondition(cut(other.tag_name().name())));
    }
    let mut restricted = false;
    for restriction in children(conditions, ASSERTION, "AudienceRestriction") {
        let audiences: Vec<_> = children(restriction, ASSERTION, "Audience").map(text).collect();
        if !audiences.iter().any(|audience| audience == expected.service.entity) {
            return Err(Refusal::OtherAudience(cut(&audiences.join(" "))));
        }
        restricted = true;
    }
    if restricted { Ok(()) } else { Err(Refusal::Missing("AudienceRestriction")) }
}

/// Whether the bearer may be the person: one confirmation says so. Gives until when any of them would.
fn confirmed(subject: Node<'_, '_>, asked: &str, expected: &Expectation<'_>) -> Result<i64, Refusal> {
    const BEARER: &str = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    let confirmations = children(subject, ASSERTION, "SubjectConfirmation");
    let mut answer = Err(Refusal::NotBearer);
    let mut until = i64::MIN;
    for bearer in confirmations.filter(|one| attribute(*one, "Method") == Some(BEARER)) {
        let data = required(bearer, ASSERTION, "SubjectConfirmationData")?;
        until = until.max(instant(data, "NotOnOrAfter")?.ok_or(Refusal::Missing("NotOnOrAfter"))?);
        if answer.is_err() {
            answer = borne(data, asked, expected);
        }
    }
    answer.map(|()| until)
}

/// Whether it is given here, now, and as the answer to what was asked.
fn borne(data: Node<'_, '_>, asked: &str, expected: &Expectation<'_>) -> Result<(), Refusal> {
    let recipient = said(data, "Recipient")?;
    if recipient != expected.service.consumer {
        return Err(Refusal::OtherRecipient(cut(recipient)));
    }
    match attribute(data, "InResponseTo") {
        None => return Err(Refusal::Unsolicited),
        Some(other) if other != asked => return Err(Refusal::OtherRequest(cut(other))),
        Some(_) => {}
    }
    expected.begun(instant(data, "NotBefore")?)?;
    expected.lasts(instant(data, "NotOnOrAfter")?)
}

/// The name in a subject or a logout request, opened if it was sealed.
pub(crate) fn name(parent: Node<'_, '_>, expected: &Expectation<'_>) -> Result<Option<NameId>, Refusal> {
    let sealed = optional(parent, ASSERTION, "EncryptedID")?;
    match (optional(parent, ASSERTION, "NameID")?, sealed) {
        (Some(_), Some(_)) => Err(Refusal::Twice("NameID")),
        (None, None) => Ok(None),
        (Some(plain), None) => Ok(Some(NameId::read(plain))),
        (None, Some(sealed)) => {
            let opened = sealed::opened(sealed, expected.keys)?;
            let opened = xml::read(&opened, MESSAGE)?;
            Ok(Some(NameId::read(required(opened.root_element(), ASSERTION, "NameID")?)))
        }
    }
}

impl NameId {
    fn read(node: Node<'_, '_>) -> Self {
        let own = |name| attribute(node, name).map(str::to_owned);
        Self {
            value: text(node),
            format: own("Format"),
            qualifier: own("NameQualifier"),
            service_qualifier: own("SPNameQualifier"),
        }
    }
}

fn attributes(assertion: Node<'_, '_>) -> Result<Vec<Attribute>, Refusal> {
    let mut found = vec![];
    for statement in children(assertion, ASSERTION, "AttributeStatement") {
        if children(statement, ASSERTION, "EncryptedAttribute").next().is_some() {
            return Err(Refusal::SealedAttribute);
        }
        for node in children(statement, ASSERTION, "Attribute") {
            let values = children(node, ASSERTION, "AttributeValue").map(text);
            found.push(Attribute {
                name: said(node, "Name")?.to_owned(),
                friendly: attribute(node, "FriendlyName").map(str::to_owned),
                values: values.filter(|value| !value.is_empty()).collect(),
            });
        }
    }
    Ok(found)
}
