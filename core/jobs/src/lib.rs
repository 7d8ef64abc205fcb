//! Work done later: a queue in the database, schedules, retention.
