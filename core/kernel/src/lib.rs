//! Typed ids, instants, randomness passed in: what every room speaks, without IO.
