CREATE TABLE agreement_announcement (
  protocol_id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  approved_at BIGINT NOT NULL,
  published_at BIGINT NOT NULL,
  live BIGINT NOT NULL
);
CREATE UNIQUE INDEX agreement_announcement_live ON agreement_announcement (school_id, dispositif_id) WHERE live = 1;
CREATE TABLE agreement_told (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  protocol_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  guardian_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  notice_id BYTEA NOT NULL,
  selector TEXT NOT NULL,
  way TEXT NOT NULL,
  told_at BIGINT NOT NULL,
  informed_at BIGINT,
  received_at BIGINT,
  read_at BIGINT,
  failed BIGINT NOT NULL
);
CREATE UNIQUE INDEX agreement_told_once ON agreement_told (protocol_id, guardian_id, child_id);
CREATE INDEX agreement_told_guardian ON agreement_told (guardian_id);
CREATE INDEX agreement_told_child ON agreement_told (child_id);
CREATE INDEX agreement_told_notice ON agreement_told (notice_id);
CREATE INDEX agreement_told_selector ON agreement_told (selector);
CREATE TABLE agreement_answer (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  guardian_id BYTEA NOT NULL,
  protocol_id BYTEA NOT NULL,
  word TEXT NOT NULL,
  source TEXT NOT NULL,
  entered_by BYTEA,
  scan TEXT,
  media TEXT,
  at BIGINT NOT NULL,
  current BIGINT NOT NULL
);
CREATE UNIQUE INDEX agreement_answer_current ON agreement_answer (dispositif_id, guardian_id, child_id) WHERE current = 1;
CREATE INDEX agreement_answer_school ON agreement_answer (school_id, dispositif_id) WHERE current = 1;
CREATE INDEX agreement_answer_child ON agreement_answer (child_id);
CREATE TABLE agreement_concern (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  guardian_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  told_id BYTEA NOT NULL,
  kinds TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE UNIQUE INDEX agreement_concern_open ON agreement_concern (dispositif_id, guardian_id, child_id) WHERE closed_at IS NULL;
CREATE INDEX agreement_concern_school ON agreement_concern (school_id, at);
CREATE TABLE agreement_proposal (
  id BYTEA NOT NULL PRIMARY KEY,
  concern_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  accepted BIGINT,
  answered_at BIGINT
);
CREATE INDEX agreement_proposal_concern ON agreement_proposal (concern_id);
CREATE TABLE agreement_reply_guess (
  key BYTEA NOT NULL PRIMARY KEY,
  tries BIGINT NOT NULL,
  since BIGINT NOT NULL
);
