-- What one person corrected and decided: told to them, and forgotten, without reading the rest.
CREATE INDEX hours_correction_by ON hours_correction (by_id);
CREATE INDEX hours_decision_by ON hours_decision (by_id);
