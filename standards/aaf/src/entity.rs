//! The entities that feeds carry although no DTD declares them: those of XML and of HTML 4, by a fixed table.
use std::{collections::HashMap, sync::LazyLock};

/// The sign of `&name;`, when XML or HTML 4 has one.
pub(crate) fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        name => HTML.get(name).copied(),
    }
}

static HTML: LazyLock<HashMap<&str, char>> = LazyLock::new(|| {
    let pair = |pair: &'static str| pair.split_once(' ').and_then(|(name, sign)| Some((name, sign.chars().next()?)));
    NAMES.split('|').filter_map(pair).collect()
});

/// Every entity of HTML 4 but XML's own, each with its sign.
const NAMES: &str = "\
nbsp \u{a0}|iexcl ¡|cent ¢|pound £|curren ¤|yen ¥|brvbar ¦|sect §|uml ¨|copy ©|ordf ª|laquo «|not ¬|shy \u{ad}|\
reg ®|macr ¯|deg °|plusmn ±|sup2 ²|sup3 ³|acute ´|micro µ|para ¶|middot ·|cedil ¸|sup1 ¹|ordm º|raquo »|\
frac14 ¼|frac12 ½|frac34 ¾|iquest ¿|Agrave À|Aacute Á|Acirc Â|Atilde Ã|Auml Ä|Aring Å|AElig Æ|Ccedil Ç|Egrave È|\
Eacute É|Ecirc Ê|Euml Ë|Igrave Ì|Iacute Í|Icirc Î|Iuml Ï|ETH Ð|Ntilde Ñ|Ograve Ò|Oacute Ó|Ocirc Ô|Otilde Õ|\
Ouml Ö|times ×|Oslash Ø|Ugrave Ù|Uacute Ú|Ucirc Û|Uuml Ü|Yacute Ý|THORN Þ|szlig ß|agrave à|aacute á|acirc â|\
atilde ã|auml ä|aring å|aelig æ|ccedil ç|egrave è|eacute é|ecirc ê|euml ë|igrave ì|iacute í|icirc î|iuml ï|\
eth ð|ntilde ñ|ograve ò|oacute ó|ocirc ô|otilde õ|ouml ö|divide ÷|oslash ø|ugrave ù|uacute ú|ucirc û|uuml ü|\
yacute ý|thorn þ|yuml ÿ|OElig Œ|oelig œ|Scaron Š|scaron š|Yuml Ÿ|fnof ƒ|circ ˆ|tilde ˜|Alpha Α|Beta Β|Gamma Γ|\
Delta Δ|Epsilon Ε|Zeta Ζ|Eta Η|Theta Θ|Iota Ι|Kappa Κ|Lambda Λ|Mu Μ|Nu Ν|Xi Ξ|Omicron Ο|Pi Π|Rho Ρ|Sigma Σ|\
Tau Τ|Upsilon Υ|Phi Φ|Chi Χ|Psi Ψ|Omega Ω|alpha α|beta β|gamma γ|delta δ|epsilon ε|zeta ζ|eta η|theta θ|iota ι|\
kappa κ|lambda λ|mu μ|nu ν|xi ξ|omicron ο|pi π|rho ρ|sigmaf ς|sigma σ|tau τ|upsilon υ|phi φ|chi χ|psi ψ|omega ω|\
thetasym ϑ|upsih ϒ|piv ϖ|ensp \u{2002}|emsp \u{2003}|thinsp \u{2009}|zwnj \u{200c}|zwj \u{200d}|lrm \u{200e}|\
rlm \u{200f}|ndash –|mdash —|lsquo ‘|rsquo ’|sbquo ‚|ldquo “|rdquo ”|bdquo „|dagger †|Dagger ‡|bull •|hellip …|\
permil ‰|prime ′|Prime ″|lsaquo ‹|rsaquo ›|oline ‾|frasl ⁄|euro €|image ℑ|weierp ℘|real ℜ|trade ™|alefsym ℵ|\
larr ←|uarr ↑|rarr →|darr ↓|harr ↔|crarr ↵|lArr ⇐|uArr ⇑|rArr ⇒|dArr ⇓|hArr ⇔|forall ∀|part ∂|exist ∃|empty ∅|\
nabla ∇|isin ∈|notin ∉|ni ∋|prod ∏|sum ∑|minus −|lowast ∗|radic √|prop ∝|infin ∞|ang ∠|and ∧|or ∨|cap ∩|cup ∪|\
int ∫|there4 ∴|sim ∼|cong ≅|asymp ≈|ne ≠|equiv ≡|le ≤|ge ≥|sub ⊂|sup ⊃|nsub ⊄|sube ⊆|supe ⊇|oplus ⊕|otimes ⊗|\
perp ⊥|sdot ⋅|lceil ⌈|rceil ⌉|lfloor ⌊|rfloor ⌋|\
lang \u{2329}|rang \u{232a}|loz ◊|spades ♠|clubs ♣|hearts ♥|diams ♦";

#[cfg(test)]
mod tests {
    use super::{HTML, sign};

    #[test]
    fn html_4_has_252_entities_of_which_xml_has_four() {
        assert_eq!(HTML.len(), 248);
        assert_eq!(["eacute", "OElig", "rsquo", "nbsp", "euro"].map(sign), ['é', 'Œ', '’', '\u{a0}', '€'].map(Some));
        assert_eq!((sign("amp"), sign("apos"), sign("lol9")), (Some('&'), Some('\''), None));
    }
}
