//! A house for tests: its own database, a set clock, seeded chance.
