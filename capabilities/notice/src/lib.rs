//! Short messages from the school to a person.
