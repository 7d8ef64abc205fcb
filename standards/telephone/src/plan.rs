//! What the national plan says: which prefix lies under which country code, and which numbers are mobiles.

/// Overseas codes whose numbers are dialled in ten digits from France, with the prefixes (after the 0) that lie under each.
const PREFIXES: [(&str, &[&str]); 5] = [
    ("262", &["262", "263", "269", "692", "693", "639"]),
    ("590", &["590", "690", "691"]),
    ("594", &["594", "694"]),
    ("596", &["596", "696", "697"]),
    ("508", &["508", "708"]),
];

/// The overseas codes of [`PREFIXES`], in the same order.
pub const OVERSEAS: [&str; 5] = ["262", "590", "594", "596", "508"];

/// Kept for fiction by Arcep, on the mainland, in the middle of a prefix of Mayotte.
const FICTION: &str = "63998";

/// What may be at the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// A mobile.
    Mobile,
    /// A landline or a box: no text message arrives.
    Fixed,
    /// Another plan's, of which nothing is known here.
    Unknown,
}

/// The country code these digits begin with, if it is one of the Republic's.
pub fn code_of_france(digits: &str) -> Option<&'static str> {
    OVERSEAS.into_iter().chain(["33", "681", "687", "689"]).find(|code| digits.starts_with(code))
}

/// E.164 of ten digits of which the first is 0. Saint-Pierre-et-Miquelon's landlines have six digits behind their code.
pub fn e164(ten: &str) -> String {
    let national = ten.strip_prefix('0').unwrap_or(ten);
    let under = |prefixes: &[&str]| prefixes.iter().any(|prefix| national.starts_with(prefix));
    let code = PREFIXES.iter().find(|(_, prefixes)| under(prefixes) && !national.starts_with(FICTION));
    match code {
        None => format!("+33{national}"),
        Some(("508", _)) if national.starts_with("508") => format!("+{national}"),
        Some((code, _)) => format!("+{code}{national}"),
    }
}

/// What is at the end of a number in E.164.
pub fn line(e164: &str) -> Line {
    let digits = e164.strip_prefix('+').unwrap_or(e164);
    let Some(code) = code_of_france(digits) else { return Line::Unknown };
    let first = |signs: &[char]| digits[code.len()..].starts_with(signs);
    let mobile = match code {
        "508" => return Line::Unknown,
        "687" => first(&['5', '7', '8', '9']) && !digits.starts_with("68788"),
        "689" => first(&['8']),
        "681" => first(&['7', '8']),
        _ => first(&['6', '7']),
    };
    if mobile { Line::Mobile } else { Line::Fixed }
}
