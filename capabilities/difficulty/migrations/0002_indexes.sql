-- What is past its time is found without reading the rest.
CREATE INDEX difficulty_closed ON difficulty (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX difficulty_loan_returned ON difficulty_loan (returned_at) WHERE returned_at IS NOT NULL;
