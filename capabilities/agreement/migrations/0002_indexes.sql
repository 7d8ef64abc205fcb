-- What is past its time is found without reading the rest.
CREATE INDEX agreement_told_at ON agreement_told (told_at);
CREATE INDEX agreement_answer_at ON agreement_answer (at);
CREATE INDEX agreement_concern_closed ON agreement_concern (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX agreement_reply_guess_since ON agreement_reply_guess (since);
-- A school counts its own families; a guardian finds their own answers, and what they said of a child.
CREATE INDEX agreement_told_school ON agreement_told (school_id, dispositif_id);
CREATE INDEX agreement_answer_guardian ON agreement_answer (guardian_id) WHERE current = 1;
CREATE INDEX agreement_concern_child ON agreement_concern (child_id, guardian_id);
