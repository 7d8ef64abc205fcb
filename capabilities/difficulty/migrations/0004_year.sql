-- The difficulties of one school in one year are counted without those of other years.
CREATE INDEX difficulty_year ON difficulty (school_id, audience, opened_at);
