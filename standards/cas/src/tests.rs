#![expect(clippy::unwrap_used, reason = "a test may panic")]
mod addresses;
mod attacks;
mod portals;
mod properties;
mod single_logout;

use crate::*;

/// A success with this in it.
fn success(inside: &str) -> String {
    format!(
        "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess>{inside}\
         </cas:authenticationSuccess></cas:serviceResponse>"
    )
}

fn read(inside: &str) -> Result<Person, Refusal> {
    Person::read(success(inside).as_bytes())
}

/// One text of many.
fn many<T>(things: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> String {
    things.into_iter().map(text).collect::<Vec<_>>().concat()
}
