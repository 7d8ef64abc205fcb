//! The school calendar: holidays of zone B, public holidays, weeks A and B, the school year.
