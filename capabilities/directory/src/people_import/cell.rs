//! What one cell says, or why it says nothing.
use super::Reason;
use access::Role;
use jiff::civil::Date;
use kernel::{fold, single_spaces};
use telephone::Phone;

/// The longest cell, in characters.
const LONGEST: usize = 500;

/// Plain text that no spreadsheet would run, whichever way the file is opened later, and that no program has spoilt.
pub fn plain(cell: &str, phone: bool) -> Result<(), Reason> {
    if cell.chars().count() > LONGEST {
        return Err(Reason::TooLong);
    }
    if cell.chars().any(char::is_control) {
        return Err(Reason::NotText);
    }
    if read_twice(cell) {
        return Err(Reason::Encoding);
    }
    if cell.starts_with('#') && (cell.ends_with(['!', '?']) || cell.eq_ignore_ascii_case("#N/A")) {
        return Err(Reason::Broken);
    }
    let dial =
        phone && cell.strip_prefix('+').is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_ascii_digit()));
    if cell.starts_with(['=', '+', '-', '@']) && !dial { Err(Reason::Formula) } else { Ok(()) }
}

/// Whether an accent was read as two letters on the way (`Ã©` for `é`), or lost (`�`).
fn read_twice(cell: &str) -> bool {
    let half = |c: char| {
        matches!(
            c,
            '\u{80}'
                ..='\u{bf}'
                    | '‚'
                    | 'ƒ'
                    | '„'
                    | '…'
                    | '†'
                    | '‡'
                    | 'ˆ'
                    | '‰'
                    | 'Š'
                    | '‹'
                    | 'Œ'
                    | 'Ž'
                    | '“'
                    | '”'
                    | '•'
                    | '™'
                    | '›'
        )
    };
    cell.contains('\u{fffd}') || cell.chars().zip(cell.chars().skip(1)).any(|(one, next)| one == 'Ã' && half(next))
}

/// Whether a spreadsheet has made a date of what was typed: `06-mars` for 6-3, `2026-03-06`, `06/03/2026`.
pub fn dated(cell: &str) -> bool {
    const MONTHS: &[&str] = &[
        "janv", "fevr", "mars", "avr", "mai", "juin", "juil", "aout", "sept", "oct", "nov", "dec", "jan", "feb", "mar",
        "apr", "may", "jun", "jul", "aug", "sep",
    ];
    let parts: Vec<String> = cell.split(['-', '/', ' ']).map(|part| fold(part.trim_end_matches('.'))).collect();
    let number = |part: &String| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let month = |part: &String| MONTHS.contains(&part.as_str());
    let days = parts.iter().filter(|part| number(part)).count();
    match parts.len() {
        2 => days == 1 && parts.iter().any(month),
        3 => (days == 2 && month(&parts[1])) || date(cell).is_ok(),
        _ => cell.contains(':') && date(cell).is_ok(),
    }
}

/// Whether a spreadsheet has rounded a long number: `1,23E+11`.
pub fn rounded(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let number = cell.to_ascii_uppercase().replace(',', ".");
    let Some((number, power)) = number.split_once('E') else { return false };
    let power = power.strip_prefix(['+', '-']);
    power.is_some_and(digits) && number.split_once('.').map_or_else(|| digits(number), |(a, b)| digits(a) && digits(b))
}

/// A key of the source.
pub fn key(cell: &str) -> Result<String, Reason> {
    let right = cell.chars().count() <= 64 && !cell.chars().any(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    if right { Ok(cell.to_owned()) } else { Err(Reason::Key) }
}

/// A given or family name: its spaces made single, one sign for the apostrophe and one for the hyphen.
pub fn name(cell: &str) -> Result<String, Reason> {
    let letter = |c: char| match c {
        'ª' | 'º' => false,
        '\u{2b0}'..='\u{2ff}' => matches!(c, 'ʻ' | 'ʼ'),
        c => c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c),
    };
    let written: String = cell
        .chars()
        .map(|c| match c {
            '\'' | '‘' | '`' | '´' => '’',
            '\u{2010}' | '\u{2011}' | '–' => '-',
            c => c,
        })
        .collect();
    let right = written.chars().count() <= 80
        && written.chars().any(char::is_alphabetic)
        && written.chars().all(|c| letter(c) || c.is_whitespace() || matches!(c, '-' | '’' | '.'));
    if right { Ok(single_spaces(&written)) } else { Err(Reason::Name) }
}

/// A day of birth, `31/05/2014` or `2014-05-31`, with hyphens, points or slashes, and perhaps an hour behind; given back as
/// `2014-05-31`. Two digits for a year, or the number by which a spreadsheet counts days, are none.
pub fn date(cell: &str) -> Result<String, Reason> {
    let (day, hour) = cell.split_once([' ', 'T']).unwrap_or((cell, ""));
    if !hour.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b'Z')) {
        return Err(Reason::Date);
    }
    let mark = day.chars().find(|c| matches!(c, '/' | '-' | '.')).ok_or(Reason::Date)?;
    let parts: Vec<&str> = day.split(mark).collect();
    let digits = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 && day.len() <= 2 => (year, month, day),
        [day, month, year] if year.len() == 4 && day.len() <= 2 => (year, month, day),
        _ => return Err(Reason::Date),
    };
    if ![year, month, day].iter().all(digits) {
        return Err(Reason::Date);
    }
    let small = |part: &str| part.parse().map_err(|_| Reason::Date);
    let date =
        Date::new(year.parse().map_err(|_| Reason::Date)?, small(month)?, small(day)?).map_err(|_| Reason::Date)?;
    if (1900..2100).contains(&date.year()) { Ok(date.to_string()) } else { Err(Reason::Date) }
}

/// What the word of the role column makes of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Enrolled.
    Pupil,
    /// Answers for a pupil.
    Guardian,
    /// Works in a school.
    Staff(Role),
}

/// A role, in the words of a school. Pilots and administrators are not made by a file.
pub fn part(cell: &str) -> Result<Part, Reason> {
    Ok(match fold(cell).as_str() {
        "eleve" | "pupil" => Part::Pupil,
        "responsable" | "responsable legal" | "parent" | "guardian" => Part::Guardian,
        "enseignant" | "enseignante" | "professeur" | "professeure" | "teacher" => Part::Staff(Role::Teacher),
        "documentaliste" | "professeur documentaliste" | "professeure documentaliste" => {
            Part::Staff(Role::Documentalist)
        }
        "vie scolaire" | "cpe" => Part::Staff(Role::VieScolaire),
        "aed" | "assistant d education" | "assistante d education" => Part::Staff(Role::Aed),
        "aesh" => Part::Staff(Role::Aesh),
        "psyen" | "assistant social" | "assistante sociale" => Part::Staff(Role::Psyen),
        "referent" | "referente" | "referent numerique" | "rrupn" => Part::Staff(Role::Referent),
        "direction" | "principal" | "principale" | "proviseur" | "proviseure" | "head" => Part::Staff(Role::Head),
        "directeur" | "directrice" | "director" => Part::Staff(Role::Director),
        _ => return Err(Reason::Role),
    })
}

/// A class, as the school calls it.
pub fn class(cell: &str) -> Result<String, Reason> {
    let right = cell.chars().count() <= 20
        && cell.chars().any(char::is_alphanumeric)
        && cell.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '_' | '°'));
    if right { Ok(single_spaces(cell)) } else { Err(Reason::Class) }
}

/// oui or non; empty is oui.
pub fn yes(cell: &str) -> Result<bool, Reason> {
    match fold(cell).as_str() {
        "" | "oui" | "o" | "1" | "yes" => Ok(true),
        "non" | "n" | "0" | "no" => Ok(false),
        _ => Err(Reason::YesNo),
    }
}

/// A telephone number in E.164, however it is written; nine digits have lost their zero to a spreadsheet.
pub fn phone(cell: &str) -> Result<String, Reason> {
    let eaten = cell.len() == 9 && !cell.starts_with('0') && cell.bytes().all(|b| b.is_ascii_digit());
    let read = if eaten { format!("0{cell}").parse::<Phone>() } else { cell.parse() };
    read.map(|phone| phone.e164().to_owned()).map_err(|_| Reason::Phone)
}

/// A language tag: `ar`, `tr`, `pt-BR`.
pub fn lang(cell: &str) -> Result<String, Reason> {
    let (language, region) = cell.split_once('-').unwrap_or((cell, "FR"));
    let letters = |text: &str, long: std::ops::RangeInclusive<usize>| {
        long.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphabetic())
    };
    if letters(language, 2..=3) && letters(region, 2..=4) { Ok(cell.to_owned()) } else { Err(Reason::Lang) }
}

/// A user name: 3 to 60 letters without accents, figures, points, hyphens.
pub fn user(cell: &str) -> Result<String, Reason> {
    let right = (3..=60).contains(&cell.len())
        && cell.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_'));
    if right { Ok(cell.to_ascii_lowercase()) } else { Err(Reason::User) }
}

/// An e-mail address, if the cell is one.
pub fn email(cell: &str) -> Option<String> {
    let (name, host) = cell.split_once('@')?;
    let sign = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    let right = cell.len() <= 254
        && name.starts_with(|c: char| c.is_ascii_alphanumeric())
        && name.chars().all(|c| sign(c) || matches!(c, '+' | '\''))
        && host.chars().all(sign)
        && host.split('.').count() > 1
        && host.split('.').all(|part| !part.is_empty() && !part.starts_with('-'));
    right.then(|| cell.to_owned())
}
