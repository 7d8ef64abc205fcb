//! Cards, passwords, sessions: how a person comes in.
