//! Devoirs faits à distance: the evening of each person.
