//! The parameters of a query or form, decoded.
use crate::Refusal;

/// The values of these names, each at most once and of at most so many bytes; what else stands there is not looked at.
pub fn parameters<'a, const N: usize>(
    pairs: impl IntoIterator<Item = (&'a str, &'a str)>,
    names: [&'static str; N],
    most: usize,
) -> Result<[Option<&'a str>; N], Refusal> {
    let mut values = [None; N];
    for (name, value) in pairs {
        let Some((known, place)) = names.iter().zip(&mut values).find(|(known, _)| **known == name) else { continue };
        if value.len() > most {
            return Err(Refusal::TooLarge);
        }
        if place.replace(value).is_some() {
            return Err(Refusal::Repeated(known));
        }
    }
    Ok(values)
}
