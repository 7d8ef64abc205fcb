//! Keys of the configuration that come from the environment.
use toml::{Table, Value};

/// Variables of the tests, which are no keys.
const NO_KEYS: &[&str] = &["BIN", "CASES"];

/// Adds what the variables `PREAU_*` say, which wins.
pub(super) fn add(table: &mut Table, variables: impl Iterator<Item = (String, String)>) {
    for (variable, value) in variables {
        let Some(key) = variable.strip_prefix("PREAU_").filter(|key| !NO_KEYS.contains(key)) else { continue };
        put(table, &key.to_lowercase(), value_of(&value));
    }
}

/// Puts a value at `rooms__listen`, as `listen` in the table `rooms`.
fn put(table: &mut Table, key: &str, value: Value) {
    let Some((first, rest)) = key.split_once("__") else {
        table.insert(key.to_owned(), value);
        return;
    };
    let inner = table.entry(first).or_insert_with(|| Table::new().into());
    if !inner.is_table() {
        *inner = Table::new().into();
    }
    if let Value::Table(inner) = inner {
        put(inner, rest, value);
    }
}

/// A variable's value: a number, `true`, `[…]` or `"…"` as a file would have it; anything else is a text.
fn value_of(text: &str) -> Value {
    let read = format!("value = {text}").parse::<Table>().ok().and_then(|mut table| table.remove("value"));
    read.filter(|value| !value.is_datetime()).unwrap_or_else(|| text.into())
}
