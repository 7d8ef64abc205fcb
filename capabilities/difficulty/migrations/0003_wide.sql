-- What a whole académie counts of a year is found by when it was told.
CREATE INDEX difficulty_family ON difficulty (opened_at, school_id) WHERE audience = 'family';
