//! The French school code UAI: seven digits and a check letter.
