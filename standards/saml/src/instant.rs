//! Instants as messages write them (`xs:dateTime`), and as this crate counts them: milliseconds since 1970, UTC.

const DAY: i64 = 86_400_000;
/// The end of the year 9999, the last one of four digits.
const LAST: i64 = 253_402_300_799_999;

/// Reads `2026-11-28T08:30:00.123Z`. SAML says that there is no offset but `Z`; one that is there all the same is taken
/// into account.
pub(crate) fn read(text: &str) -> Option<i64> {
    let (date, time) = text.trim().split_once('T')?;
    let [year, month, day] = numbers(date, '-')?;
    if date.len() != 10 || year < 1 || !(1..=12).contains(&month) || !(1..=month_days(year, month)).contains(&day) {
        return None;
    }
    let (time, offset) = match time.find(['Z', '+', '-']) {
        Some(at) => (time.get(..at)?, offset(time.get(at..)?)?),
        None => (time, 0),
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let [hour, minute, second] = numbers(time, ':')?;
    if time.len() != 8 || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let seconds = (hour * 60 + minute) * 60 + second;
    Some(days(year, month, day) * DAY + seconds * 1000 + thousandths(fraction)? - offset)
}

/// Writes `2026-11-28T08:30:00Z`; what is less than a second is left out.
pub(crate) fn written(instant: i64) -> String {
    let instant = instant.clamp(0, LAST);
    let (day, second) = (instant / DAY, instant % DAY / 1000);
    // No year is longer than 366 days, so it is this one or one soon after.
    let year = (1970 + day / 366..=9999).find(|year| days(year + 1, 1, 1) > day).unwrap_or(1970);
    let month = (1..12).find(|month| days(year, month + 1, 1) > day).unwrap_or(12);
    let date = day - days(year, month, 1) + 1;
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Three numbers of digits alone.
fn numbers(text: &str, between: char) -> Option<[i64; 3]> {
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?;
    let parts: Vec<_> = text.split(between).map(number).collect::<Option<_>>()?;
    parts.try_into().ok()
}

/// `Z`, `+02:00` or `-05:30`, in milliseconds.
fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let [hour, minute, _] = numbers(&format!("{}:0", text.get(1..)?), ':')?;
    (text.len() == 6 && hour <= 14 && minute <= 59).then_some(sign * (hour * 60 + minute) * 60_000)
}

/// The digits behind the point, of which three count.
fn thousandths(digits: &str) -> Option<i64> {
    let right = !digits.is_empty() && digits.len() <= 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
    right.then(|| format!("{digits:0<3}").get(..3)?.parse().ok())?
}

/// Days from 1970 to this one, in the Gregorian calendar.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let before = year - 1;
    let leaps = |year: i64| year / 4 - year / 100 + year / 400;
    let in_months: i64 = (1..month).map(|month| month_days(year, month)).sum();
    (year - 1970) * 365 + leaps(before) - leaps(1969) + in_months + day - 1
}

fn month_days(year: i64, month: i64) -> i64 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
