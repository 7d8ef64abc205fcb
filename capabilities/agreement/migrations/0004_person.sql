-- What one family answered and said: told to it, and forgotten, without reading the rest.
CREATE INDEX agreement_answer_person ON agreement_answer (guardian_id);
CREATE INDEX agreement_concern_guardian ON agreement_concern (guardian_id);
CREATE INDEX agreement_proposal_author ON agreement_proposal (author_id);
