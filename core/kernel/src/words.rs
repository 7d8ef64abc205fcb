//! Closed lists, each kept as a word.

/// Enums whose variants are words of the database, of forms and of the language files: `ALL`, `word` and `from_word` come with
/// them, and they sort in the order of the list.
#[macro_export]
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// All of them, in the order of the screens.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The word kept in the database and in forms.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one this word names.
            pub fn from_word(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    )+};
}

#[cfg(test)]
mod tests {
    crate::words! {
        /// Two of a kind.
        Pair {
            /// The one.
            One = "un",
            /// The other.
            Other = "autre",
        }
    }

    #[test]
    fn each_word_names_its_variant_and_no_other_word_does() {
        assert!(Pair::ALL.iter().all(|one| Pair::from_word(one.word()) == Some(*one)));
        assert_eq!(Pair::from_word("trois"), None);
        assert!(Pair::One < Pair::Other);
    }
}
