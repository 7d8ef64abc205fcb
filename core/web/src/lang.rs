//! The languages of the screens, and which one a reader gets.
use std::fmt;

/// A language of the screens. Who works here reads French or English; families read any.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// French, first.
    #[default]
    Fr,
    /// French, easy to read and understand (FALC).
    Falc,
    /// English.
    En,
    /// Arabic.
    Ar,
    /// Turkish.
    Tr,
    /// Ukrainian.
    Uk,
    /// Portuguese.
    Pt,
}

impl Lang {
    /// Every language.
    pub const ALL: [Self; 7] = [Self::Fr, Self::Falc, Self::En, Self::Ar, Self::Tr, Self::Uk, Self::Pt];

    /// Those in which all pages are written, those of pupils and staff too.
    pub const WHOLE: [Self; 2] = [Self::Fr, Self::En];

    /// The word kept in cookies, addresses and forms.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Falc => "fr-falc",
            Self::En => "en",
            Self::Ar => "ar",
            Self::Tr => "tr",
            Self::Uk => "uk",
            Self::Pt => "pt",
        }
    }

    /// Its tag, for the page (BCP 47).
    pub const fn tag(self) -> &'static str {
        if matches!(self, Self::Falc) { "fr" } else { self.word() }
    }

    /// The tag by which it counts (CLDR): in Portugal zero is a plural, in Brazil it is not.
    pub const fn rules(self) -> &'static str {
        if matches!(self, Self::Pt) { "pt-PT" } else { self.tag() }
    }

    /// Its own name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Falc => "Français facile",
            Self::En => "English",
            Self::Ar => "العربية",
            Self::Tr => "Türkçe",
            Self::Uk => "Українська",
            Self::Pt => "Português",
        }
    }

    /// Whether it is read from right to left.
    pub const fn leftward(self) -> bool {
        matches!(self, Self::Ar)
    }

    /// The writing direction, for the page.
    pub const fn dir(self) -> &'static str {
        if self.leftward() { "rtl" } else { "ltr" }
    }

    /// Where a sentence is looked for: here, then in easy French, then in French.
    pub(crate) const fn shelves(self) -> &'static [Self] {
        match self {
            Self::Fr => &[Self::Fr],
            Self::Falc => &[Self::Falc, Self::Fr],
            Self::En => &[Self::En, Self::Fr],
            Self::Ar => &[Self::Ar, Self::Falc, Self::Fr],
            Self::Tr => &[Self::Tr, Self::Falc, Self::Fr],
            Self::Uk => &[Self::Uk, Self::Falc, Self::Fr],
            Self::Pt => &[Self::Pt, Self::Falc, Self::Fr],
        }
    }

    /// This language where all pages are written in it, else French: what pupils and staff get.
    #[must_use]
    pub fn whole(self) -> Self {
        if Self::WHOLE.contains(&self) { self } else { Self::Fr }
    }

    /// The language this word names.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.word().eq_ignore_ascii_case(word))
    }

    /// The language of a person's tag; French when it is unsaid. Who reads a language we do not write gets easy French.
    pub fn of(tag: Option<&str>) -> Self {
        let Some(tag) = tag.filter(|tag| !tag.trim().is_empty()) else { return Self::Fr };
        Self::from_tags(tag).unwrap_or(Self::Falc)
    }

    /// The language that an `Accept-Language` list wants most among ours: its order is that of its weights, then its own.
    pub fn from_tags(tags: &str) -> Option<Self> {
        let mut wanted: Vec<(u32, Self)> =
            tags.split(',').filter_map(weighed).filter(|(weight, _)| *weight > 0).collect();
        wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        wanted.first().map(|(_, lang)| *lang)
    }
}

/// One tag of the list with its weight in thousandths: `uk-UA;q=0.8`.
fn weighed(one: &str) -> Option<(u32, Lang)> {
    let (tag, params) = one.split_once(';').unwrap_or((one, ""));
    let tag = tag.trim().replace('_', "-");
    let lang = Lang::from_word(&tag).or_else(|| {
        let first = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        // Spoken in the Maghreb and the Near East, written in Arabic.
        let first = if matches!(&*first, "ary" | "arq" | "aeb" | "arz" | "apc" | "ajp") { "ar" } else { &*first };
        Lang::from_word(first)
    })?;
    let q = params.split(';').find_map(|param| param.trim().strip_prefix("q="));
    Some((q.map_or(1000, thousandths), lang))
}

/// A weight as RFC 9110 writes it, three decimals at most: `0.8` is 800. What is none weighs nothing.
fn thousandths(q: &str) -> u32 {
    let (whole, parts) = q.trim().split_once('.').unwrap_or((q.trim(), ""));
    let whole: u32 = whole.parse().unwrap_or(0);
    let parts: u32 = format!("{parts:0<3}").get(..3).and_then(|parts| parts.parse().ok()).unwrap_or(0);
    (whole.min(1) * 1000 + parts).min(1000)
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_s_list_is_read_to_its_end() {
        let of = Lang::from_tags;
        assert_eq!(of("uk-UA,uk;q=0.9,ru;q=0.8,en;q=0.7"), Some(Lang::Uk));
        assert_eq!(of("ku, ro;q=0.9, ar-MA;q=0.8, fr;q=0.1"), Some(Lang::Ar));
        assert_eq!(of("fr;q=0.2, pt-BR"), Some(Lang::Pt), "its weight goes before its place");
        assert_eq!(of("fr-FALC"), Some(Lang::Falc));
        assert_eq!(of("ary"), Some(Lang::Ar));
        assert_eq!(of("en;q=0, tr"), Some(Lang::Tr), "what weighs nothing is refused");
        assert_eq!((of("ku, ro"), of(""), of("français")), (None, None, None));
        assert_eq!((Lang::of(None), Lang::of(Some("ku"))), (Lang::Fr, Lang::Falc));
    }
}
