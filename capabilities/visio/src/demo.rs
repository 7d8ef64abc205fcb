//! Believable traces for the demonstration.
