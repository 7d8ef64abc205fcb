//! A row as a line of text: a JSON array of numbers, texts, nulls, and bytes as `{"b": base64}`.
use crate::{Row, Value};
use data_encoding::BASE64;
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
#[serde(untagged)]
enum Told<'v> {
    Null(()),
    Int(i64),
    Text(&'v str),
    Bytes { b: String },
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Heard {
    Null(()),
    Int(i64),
    Text(String),
    Bytes { b: String },
}

/// The line of a row, without its end.
pub fn line(row: &Row) -> String {
    let told: Vec<_> = row.0.iter().map(tell).collect();
    // Numbers, texts and nothing: there is no such value that JSON cannot say.
    serde_json::to_string(&told).unwrap_or_default()
}

fn tell(value: &Value) -> Told<'_> {
    match value {
        Value::Null => Told::Null(()),
        Value::Int(v) => Told::Int(*v),
        Value::Text(v) => Told::Text(v),
        Value::Bytes(v) => Told::Bytes { b: BASE64.encode(v) },
    }
}

/// The row of a line; `None` when it is no such line.
pub fn read_line(line: &[u8]) -> Option<Vec<Value>> {
    let heard: Vec<Heard> = serde_json::from_slice(line).ok()?;
    heard.into_iter().map(hear).collect()
}

fn hear(heard: Heard) -> Option<Value> {
    Some(match heard {
        Heard::Null(()) => Value::Null,
        Heard::Int(v) => Value::Int(v),
        Heard::Text(v) => Value::Text(v),
        Heard::Bytes { b } => Value::Bytes(BASE64.decode(b.as_bytes()).ok()?),
    })
}
