//! Values made of several parts, kept apart by `$`.

/// A class or a group of a school.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ClassRef {
    /// The id of the school.
    pub school: String,
    /// What the feed calls it: its name in the second degree (`4 A`), an id in the first.
    pub code: String,
    /// Its name, where the code is none.
    pub label: Option<String>,
}

impl ClassRef {
    /// `school$name`, or in the first degree `school$…$…$id$name`.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let parts: Vec<&str> = value.split('$').collect();
        let (school, code, label) = match *parts.as_slice() {
            [school, code] => (school, code, None),
            [school, _, _, code, label] => (school, code, Some(label)),
            _ => return None,
        };
        let label = label.filter(|label| !label.is_empty()).map(str::to_owned);
        said(school).zip(said(code)).map(|(school, code)| Self { school, code, label })
    }
}

/// The day somebody enters or leaves a class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    /// The id of the school.
    pub school: String,
    /// The class.
    pub class: String,
    /// The day, as in `2026-09-01`.
    pub day: String,
}

impl Stay {
    /// `school$01/09/2026$class`.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let mut parts = value.splitn(3, '$');
        let (school, at, class) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Self { school: said(school)?, day: day(at)?, class: said(class)? })
    }
}

/// What somebody does in a school.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// The id of the school.
    pub school: String,
    /// `ENS` teaches, `DIR` heads, `DOC`, `EDU`, `AED`, `AEH`…; `-` where there is none.
    pub code: String,
    /// Its name.
    pub label: String,
    /// The code of the post (`L1300`); empty when not said.
    pub post: String,
    /// Its name; empty when not said.
    pub post_label: String,
}

impl Function {
    /// `school$code$label$post$label of the post`.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let mut parts = value.split('$');
        let mut next = || parts.next().unwrap_or("").trim().to_owned();
        let function = Self { school: next(), code: next(), label: next(), post: next(), post_label: next() };
        (!function.school.is_empty() && !function.code.is_empty()).then_some(function)
    }

    /// The head of a school, as feeds of the first degree may say it apart: the school alone.
    pub(crate) fn head_of(school: &str) -> Option<Self> {
        let school = said(school.split('$').next()?)?;
        let empty = String::new;
        Some(Self { school, code: "DIR".to_owned(), label: empty(), post: empty(), post_label: empty() })
    }
}

/// A class or a group that somebody teaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taught {
    /// Which.
    pub class: ClassRef,
    /// The code of the subject, when said.
    pub subject: Option<String>,
}

impl Taught {
    /// `school$class`, or `school$class$subject`.
    pub(crate) fn of(value: &str) -> Option<Self> {
        let parts: Vec<&str> = value.split('$').collect();
        match *parts.as_slice() {
            [school, class, subject] => {
                let class = ClassRef { school: said(school)?, code: said(class)?, label: None };
                Some(Self { class, subject: said(subject) })
            }
            _ => ClassRef::of(value).map(|class| Self { class, subject: None }),
        }
    }
}

/// A text that says something, without the blanks around it.
pub(crate) fn said(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A day of the calendar, `21/04/2015` or `2015-04-21`, as `2015-04-21`.
pub(crate) fn day(text: &str) -> Option<String> {
    let text = text.trim();
    let (year, month, day) = match (text.len(), text.split('/').collect::<Vec<_>>().as_slice()) {
        (10, [day, month, year]) => (*year, *month, *day),
        (10, _) => (text.get(..4)?, text.get(4..)?.strip_prefix('-')?.get(..2)?, text.get(7..)?.strip_prefix('-')?),
        _ => return None,
    };
    let number = |digits: &str, length: usize| {
        (digits.len() == length && digits.bytes().all(|digit| digit.is_ascii_digit()))
            .then(|| digits.parse::<u32>().ok())
            .flatten()
    };
    let (y, m, d) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let leap = y.is_multiple_of(4) && (!y.is_multiple_of(100) || y.is_multiple_of(400));
    let last = match m {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return None,
    };
    ((1..=last).contains(&d) && y > 0).then(|| format!("{year}-{month}-{day}"))
}
