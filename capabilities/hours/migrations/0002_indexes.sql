-- What is past its time is found without reading the rest.
CREATE INDEX hours_correction_at ON hours_correction (at);
CREATE INDEX hours_decision_at ON hours_decision (at);
CREATE INDEX hours_batch_at ON hours_batch (at);
