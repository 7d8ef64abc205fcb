//! Values that both databases hold alike: text, whole numbers (booleans and instants too), bytes, nothing.
use kernel::{Evening, Id, Moment};

/// One value on its way to or from the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// A whole number; a boolean is 0 or 1, an instant milliseconds UTC.
    Int(i64),
    /// Text.
    Text(String),
    /// Bytes; an id is 16 of them.
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(v: i64) -> Self {
        Self::Int(v)
    }
}
impl From<i32> for Value {
    fn from(v: i32) -> Self {
        Self::Int(v.into())
    }
}
impl From<u32> for Value {
    fn from(v: u32) -> Self {
        Self::Int(v.into())
    }
}
impl From<bool> for Value {
    fn from(v: bool) -> Self {
        Self::Int(v.into())
    }
}
impl From<&str> for Value {
    fn from(v: &str) -> Self {
        Self::Text(v.to_owned())
    }
}
impl From<String> for Value {
    fn from(v: String) -> Self {
        Self::Text(v)
    }
}
impl From<&String> for Value {
    fn from(v: &String) -> Self {
        Self::Text(v.clone())
    }
}
impl From<Vec<u8>> for Value {
    fn from(v: Vec<u8>) -> Self {
        Self::Bytes(v)
    }
}
impl From<&[u8]> for Value {
    fn from(v: &[u8]) -> Self {
        Self::Bytes(v.to_vec())
    }
}
impl<const N: usize> From<[u8; N]> for Value {
    fn from(v: [u8; N]) -> Self {
        Self::Bytes(v.to_vec())
    }
}
impl<K> From<Id<K>> for Value {
    fn from(v: Id<K>) -> Self {
        Self::Bytes(v.bytes().to_vec())
    }
}
impl From<Moment> for Value {
    fn from(v: Moment) -> Self {
        Self::Int(v.0)
    }
}
impl From<Evening> for Value {
    fn from(v: Evening) -> Self {
        Self::Text(v.to_string())
    }
}
impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(v: Option<T>) -> Self {
        v.map_or(Self::Null, Into::into)
    }
}

/// The parameters of a statement: `&params![id, "text", None::<i64>]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { [$($crate::Value::from($value)),*] };
}

/// `?3,?4,?5`: as many placeholders as there are values, the first with this number.
pub fn marks(first: usize, count: usize) -> String {
    let marks: Vec<_> = (first..first + count).map(|n| format!("?{n}")).collect();
    marks.join(",")
}

/// These ids as the parameters of a statement, after `before`.
pub fn with_ids<K>(before: &[Value], ids: &[Id<K>]) -> Vec<Value> {
    before.iter().cloned().chain(ids.iter().map(|id| (*id).into())).collect()
}

/// What a column can be read as.
pub trait FromValue: Sized {
    /// The value as this type; `None` when it is of another kind.
    fn from_value(value: &Value) -> Option<Self>;
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Int(v) = value { Some(*v) } else { None }
    }
}
impl FromValue for u32 {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|v| v.try_into().ok())
    }
}
impl FromValue for bool {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(|v| v != 0)
    }
}
impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(v) = value { Some(v.clone()) } else { None }
    }
}
impl FromValue for Vec<u8> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(v) = value { Some(v.clone()) } else { None }
    }
}
impl<K> FromValue for Id<K> {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Bytes(v) = value { Self::from_bytes(v) } else { None }
    }
}
impl FromValue for Moment {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).map(Self)
    }
}
impl FromValue for Evening {
    fn from_value(value: &Value) -> Option<Self> {
        if let Value::Text(v) = value { v.parse().ok() } else { None }
    }
}
impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        if *value == Value::Null { Some(None) } else { T::from_value(value).map(Some) }
    }
}

/// One row, by column position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

impl Row {
    /// The column at `at`, read as `T`.
    ///
    /// # Panics
    /// When the column holds another kind of value: the query and its reader disagree, which is ours to mend.
    pub fn get<T: FromValue>(&self, at: usize) -> T {
        let value = &self.0[at];
        T::from_value(value).unwrap_or_else(|| panic!("column {at} holds another kind of value"))
    }

    /// The text at `at`, borrowed.
    ///
    /// # Panics
    /// When the column holds no text.
    pub fn text(&self, at: usize) -> &str {
        if let Value::Text(v) = &self.0[at] { v } else { panic!("column {at} is no text") }
    }
}
