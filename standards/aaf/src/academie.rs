//! The académies: their codes in the Ministry's tables, and the names by which feeds call them.

/// The code of an académie (`70`) from its name as people or feeds write it (`Normandie`, `AIX-MARSEILLE`).
pub fn academie_code(name: &str) -> Option<&'static str> {
    let name = plain(name);
    ACADEMIES.iter().find(|(_, known)| *known == name).map(|(code, _)| *code)
}

/// The code of the académie that is named in the name of a file (`ENTNORMANDIE-61`).
pub(crate) fn named_in(text: &str) -> Option<&'static str> {
    let text = plain(text);
    let found = ACADEMIES.iter().filter(|(_, name)| text.contains(name)).max_by_key(|(_, name)| name.len());
    found.map(|(code, _)| *code)
}

/// A code as it is compared: feeds write `13` and `013`.
pub(crate) fn shortened(code: &str) -> String {
    let short = code.trim_start_matches('0');
    if short.is_empty() { code.to_owned() } else { short.to_owned() }
}

/// Capitals without accents, and letters alone.
fn plain(name: &str) -> String {
    let letter = |sign: char| match sign {
        'é' | 'É' | 'è' | 'È' => Some('E'),
        'ç' | 'Ç' => Some('C'),
        sign if sign.is_ascii_alphabetic() => Some(sign.to_ascii_uppercase()),
        _ => None,
    };
    name.chars().filter_map(letter).collect()
}

const ACADEMIES: [(&str, &str); 34] = [
    ("1", "PARIS"),
    ("2", "AIXMARSEILLE"),
    ("3", "BESANCON"),
    ("4", "BORDEAUX"),
    ("5", "CAEN"),
    ("6", "CLERMONTFERRAND"),
    ("7", "DIJON"),
    ("8", "GRENOBLE"),
    ("9", "LILLE"),
    ("10", "LYON"),
    ("11", "MONTPELLIER"),
    ("12", "NANCYMETZ"),
    ("13", "POITIERS"),
    ("14", "RENNES"),
    ("15", "STRASBOURG"),
    ("16", "TOULOUSE"),
    ("17", "NANTES"),
    ("18", "ORLEANSTOURS"),
    ("19", "REIMS"),
    ("20", "AMIENS"),
    ("21", "ROUEN"),
    ("22", "LIMOGES"),
    ("23", "NICE"),
    ("24", "CRETEIL"),
    ("25", "VERSAILLES"),
    ("27", "CORSE"),
    ("28", "LAREUNION"),
    ("28", "REUNION"),
    ("31", "MARTINIQUE"),
    ("32", "GUADELOUPE"),
    ("33", "GUYANE"),
    ("43", "MAYOTTE"),
    ("70", "NORMANDIE"),
    ("40", "NOUVELLECALEDONIE"),
];
