//! An enveloped XML signature: whether a pinned key made it, and exactly which bytes it is about.
//!
//! What a message says of its own key is never read. Nothing is taken from a message but by the bytes given back here.
use crate::{
    Key, Refusal,
    algorithm::{self, Algorithm, ENVELOPED, EXCLUSIVE},
    binding::base64,
    c14n,
    xml::{self, SIGNATURE, attribute, is, optional, required, said, text},
};
use aws_lc_rs::digest;
use roxmltree::Node;

/// More prefixes than anybody names in a `PrefixList`.
const MOST_PREFIXES: usize = 8;

/// The canonical bytes of an element without its signature, if it has one that holds; none if it has no signature.
pub(crate) fn verified(element: Node<'_, '_>, keys: &[Key]) -> Result<Option<String>, Refusal> {
    let Some(signature) = optional(element, SIGNATURE, "Signature")? else { return Ok(None) };
    let parts = ["SignedInfo", "SignatureValue", "KeyInfo"];
    if signature.children().any(|part| part.is_element() && !parts.iter().any(|name| is(part, SIGNATURE, name))) {
        return Err(Refusal::Unexpected("Signature"));
    }
    let info = required(signature, SIGNATURE, "SignedInfo")?;
    let made = base64(&text(required(signature, SIGNATURE, "SignatureValue")?))?;
    let inclusive = exclusive(required(info, SIGNATURE, "CanonicalizationMethod")?)?;
    let signed = c14n::of(info, None, &inclusive)?;

    // What the signature is about is read from the very bytes that it is made over.
    let document = xml::read(&signed, xml::MESSAGE)?;
    let claim = Claim::read(document.root_element())?;
    if claim.about.strip_prefix('#') != Some(said(element, "ID")?) {
        return Err(Refusal::Reference);
    }
    if !keys.iter().any(|key| key.made(&made, &signed, claim.algorithm)) {
        return Err(Refusal::Forged);
    }
    let canonical = c14n::of(element, Some(signature.id()), &claim.inclusive)?;
    let same = digest::digest(claim.digest, canonical.as_bytes()).as_ref() == claim.value;
    if same { Ok(Some(canonical)) } else { Err(Refusal::Altered) }
}

/// What a `SignedInfo` says: one reference, to one element, by two transforms.
struct Claim<'a> {
    algorithm: Algorithm,
    about: &'a str,
    inclusive: Vec<&'a str>,
    digest: &'static digest::Algorithm,
    value: Vec<u8>,
}

impl<'a> Claim<'a> {
    fn read(info: Node<'a, '_>) -> Result<Self, Refusal> {
        let [_, method, reference] = exactly(info, ["CanonicalizationMethod", "SignatureMethod", "Reference"])?;
        let [transforms, digest, value] = exactly(reference, ["Transforms", "DigestMethod", "DigestValue"])?;
        let [enveloped, exclusive_] = exactly(transforms, ["Transform", "Transform"])?;
        if said(enveloped, "Algorithm")? != ENVELOPED {
            return Err(Refusal::algorithm(said(enveloped, "Algorithm")?));
        }
        Ok(Self {
            algorithm: algorithm::signature(said(method, "Algorithm")?)?,
            about: attribute(reference, "URI").unwrap_or_default(),
            inclusive: exclusive(exclusive_)?,
            digest: algorithm::digest(said(digest, "Algorithm")?)?,
            value: base64(&text(value))?,
        })
    }
}

/// The element's children: these, in this order, and none besides.
fn exactly<'a, 'i, const N: usize>(node: Node<'a, 'i>, names: [&'static str; N]) -> Result<[Node<'a, 'i>; N], Refusal> {
    let found: Vec<_> = node.children().filter(Node::is_element).collect();
    let found: [_; N] = found.try_into().map_err(|_| Refusal::Unexpected("SignedInfo"))?;
    let right = found.iter().zip(names).all(|(child, name)| is(*child, SIGNATURE, name));
    if right { Ok(found) } else { Err(Refusal::Unexpected("SignedInfo")) }
}

/// The prefixes that an exclusive canonicalisation treats inclusively; any other transform is refused.
fn exclusive<'a>(transform: Node<'a, '_>) -> Result<Vec<&'a str>, Refusal> {
    let name = said(transform, "Algorithm")?;
    if name != EXCLUSIVE {
        return Err(Refusal::algorithm(name));
    }
    let Some(list) = optional(transform, EXCLUSIVE, "InclusiveNamespaces")? else { return Ok(vec![]) };
    let prefixes = attribute(list, "PrefixList").unwrap_or_default().split_ascii_whitespace();
    let prefixes: Vec<_> = prefixes.map(|prefix| if prefix == "#default" { "" } else { prefix }).collect();
    if prefixes.len() > MOST_PREFIXES { Err(Refusal::TooDense) } else { Ok(prefixes) }
}
