//! The Ministry's open directory of schools, read as published.
