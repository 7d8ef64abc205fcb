//! What one cell says, or why it says nothing.
use super::Reason;
use access::Role;
use jiff::civil::Date;
use kernel::fold;

/// The longest cell, in characters.
const LONGEST: usize = 500;

/// Plain text that no spreadsheet would run, whichever way the file is opened later.
pub fn plain(cell: &str, phone: bool) -> Result<(), Reason> {
    if cell.chars().count() > LONGEST || cell.chars().any(char::is_control) {
        return Err(Reason::NotText);
    }
    let dial = phone && cell.strip_prefix('+').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if cell.starts_with(['=', '+', '-', '@']) && !dial { Err(Reason::Formula) } else { Ok(()) }
}

/// A key of the source.
pub fn key(cell: &str) -> Result<String, Reason> {
    let right = cell.chars().count() <= 64 && !cell.chars().any(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    if right { Ok(cell.to_owned()) } else { Err(Reason::Key) }
}

/// A given or family name, its spaces made single.
pub fn name(cell: &str) -> Result<String, Reason> {
    let letter = |c: char| c.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&c);
    let right = cell.chars().count() <= 80
        && cell.chars().any(char::is_alphabetic)
        && cell.chars().all(|c| letter(c) || c.is_whitespace() || matches!(c, '-' | '‐' | '’' | '\'' | '.'));
    if right { Ok(single_spaces(cell)) } else { Err(Reason::Name) }
}

/// A day of birth, `31/05/2014` or `2014-05-31`; given back as `2014-05-31`.
pub fn date(cell: &str) -> Result<String, Reason> {
    let date = match cell.split('/').collect::<Vec<_>>()[..] {
        [day, month, year] if year.len() == 4 => {
            let number = |digits: &str| digits.parse().map_err(|_| Reason::Date);
            Date::new(year.parse().map_err(|_| Reason::Date)?, number(month)?, number(day)?)
        }
        _ if cell.len() == 10 => cell.parse(),
        _ => return Err(Reason::Date),
    };
    let date = date.map_err(|_| Reason::Date)?;
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

/// A telephone number: `06 12 34 56 78`, `+33 6 12 34 56 78`, or nine digits whose zero a spreadsheet has eaten.
pub fn phone(cell: &str) -> Result<String, Reason> {
    let number: String = cell.chars().filter(|c| !c.is_whitespace() && !matches!(c, '.' | '-')).collect();
    let digits = number.strip_prefix('+').unwrap_or(&number);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Reason::Phone);
    }
    match (number.starts_with('+'), digits.len(), digits.starts_with('0')) {
        (true, 8..=15, false) | (false, 10, true) => Ok(number),
        (false, 9, false) => Ok(format!("0{number}")),
        _ => Err(Reason::Phone),
    }
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

fn single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
