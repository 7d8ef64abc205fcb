//! How a message travels: in a form field (HTTP-POST), or in an address (HTTP-Redirect), where the signature is over
//! the query.
use crate::{
    Key, PrivateKey, Refusal,
    algorithm::{self, RSA_SHA256},
    xml::MESSAGE,
};
use data_encoding::BASE64;
use flate2::{Compression, read::DeflateDecoder, write::DeflateEncoder};
use std::io::{Read, Write};
use url::form_urlencoded::{byte_serialize, parse};

/// The names of the parameters, in the order of what is signed.
const SIGNED: [&str; 4] = ["SAMLRequest", "SAMLResponse", "RelayState", "SigAlg"];

/// The most bytes that the standard lets a `RelayState` have.
const MOST_STATE: usize = 80;

/// The message that a form field holds: `SAMLResponse` or `SAMLRequest`, as HTTP-POST brings it.
pub fn form(field: &str) -> Result<String, Refusal> {
    if field.len() > MESSAGE * 2 {
        return Err(Refusal::TooLarge);
    }
    String::from_utf8(base64(field)?).map_err(|_| Refusal::NotText)
}

/// Bytes out of base64, which may be cut into lines.
pub(crate) fn base64(text: &str) -> Result<Vec<u8>, Refusal> {
    let digits: Vec<u8> = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).collect();
    BASE64.decode(&digits).map_err(|_| Refusal::NotBase64)
}

/// The address that carries a message of ours to this location: `name` is `SAMLRequest` or `SAMLResponse`.
pub(crate) fn address(
    location: &str,
    name: &str,
    message: &str,
    state: Option<&str>,
    key: &PrivateKey,
) -> Result<String, Refusal> {
    // An answer brings back what came, however long.
    if name == "SAMLRequest" && state.is_some_and(|state| state.len() > MOST_STATE) {
        return Err(Refusal::LongState);
    }
    let mut deflated = DeflateEncoder::new(vec![], Compression::default());
    let packed = deflated.write_all(message.as_bytes()).and_then(|()| deflated.finish());
    let packed = packed.map_err(|_| Refusal::NotSigned)?;
    let encoded = |bytes: &[u8]| byte_serialize(bytes).collect::<String>();
    let mut query = format!("{name}={}", encoded(BASE64.encode(&packed).as_bytes()));
    if let Some(state) = state {
        query.extend(["&RelayState=", &encoded(state.as_bytes())]);
    }
    query.extend(["&SigAlg=", &encoded(RSA_SHA256.as_bytes())]);
    let signature = BASE64.encode(&key.sign(query.as_bytes())?);
    let mark = if location.contains('?') { '&' } else { '?' };
    Ok(format!("{location}{mark}{query}&Signature={}", encoded(signature.as_bytes())))
}

/// The message in a query, exactly as received, once its signature holds; and the `RelayState` that was signed with it.
pub(crate) fn received(query: &str, keys: &[Key]) -> Result<(String, Option<String>), Refusal> {
    if query.len() > MESSAGE {
        return Err(Refusal::TooLarge);
    }
    // The signature is over the parameters as they were written, since there are several ways to write the same.
    let raw = |name: &'static str| {
        let values = query.split('&').filter_map(|pair| pair.split_once('='));
        let mut values = values.filter(|(one, _)| *one == name).map(|(_, value)| value);
        let first = values.next();
        if values.next().is_some() { Err(Refusal::Twice(name)) } else { Ok(first) }
    };
    let mut pairs = vec![];
    for name in SIGNED {
        pairs.extend(raw(name)?.map(|value| format!("{name}={value}")));
    }
    let (message, algorithm) = match (raw("SAMLRequest")?, raw("SAMLResponse")?) {
        (Some(_), Some(_)) => return Err(Refusal::Twice("SAMLRequest")),
        (None, None) => return Err(Refusal::Missing("SAMLRequest")),
        (one, other) => (one.or(other).unwrap_or_default(), raw("SigAlg")?.ok_or(Refusal::Unsigned)?),
    };
    let signature = base64(&decoded(raw("Signature")?.ok_or(Refusal::Unsigned)?))?;
    let algorithm = algorithm::signature(&decoded(algorithm))?;
    let signed = pairs.join("&");
    if !keys.iter().any(|key| key.made(&signature, &signed, algorithm)) {
        return Err(Refusal::Forged);
    }
    Ok((inflated(&base64(&decoded(message))?)?, raw("RelayState")?.map(decoded)))
}

/// A value as a query writes it, read.
fn decoded(raw: &str) -> String {
    parse(format!("x={raw}").as_bytes()).next().map_or_else(String::new, |(_, value)| value.into_owned())
}

fn inflated(packed: &[u8]) -> Result<String, Refusal> {
    let mut message = vec![];
    let most = u64::try_from(MESSAGE).unwrap_or(u64::MAX);
    let read = DeflateDecoder::new(packed).take(most + 1).read_to_end(&mut message);
    read.map_err(|_| Refusal::NotDeflated)?;
    if message.len() > MESSAGE {
        return Err(Refusal::TooLarge);
    }
    String::from_utf8(message).map_err(|_| Refusal::NotText)
}
