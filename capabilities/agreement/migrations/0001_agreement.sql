CREATE TABLE announcement (
  protocol_id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  approved_at BIGINT NOT NULL,
  published_at BIGINT NOT NULL,
  live BIGINT NOT NULL
);
CREATE UNIQUE INDEX announcement_live ON announcement (school_id, dispositif_id) WHERE live = 1;
CREATE TABLE told (
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
CREATE UNIQUE INDEX told_once ON told (protocol_id, guardian_id, child_id);
CREATE INDEX told_guardian ON told (guardian_id);
CREATE INDEX told_child ON told (child_id);
CREATE INDEX told_notice ON told (notice_id);
CREATE INDEX told_selector ON told (selector);
CREATE TABLE answer (
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
CREATE UNIQUE INDEX answer_current ON answer (dispositif_id, guardian_id, child_id) WHERE current = 1;
CREATE INDEX answer_school ON answer (school_id, dispositif_id) WHERE current = 1;
CREATE INDEX answer_child ON answer (child_id);
CREATE TABLE concern (
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
CREATE UNIQUE INDEX concern_open ON concern (dispositif_id, guardian_id, child_id) WHERE closed_at IS NULL;
CREATE INDEX concern_school ON concern (school_id, at);
CREATE TABLE proposal (
  id BYTEA NOT NULL PRIMARY KEY,
  concern_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL,
  accepted BIGINT,
  answered_at BIGINT
);
CREATE INDEX proposal_concern ON proposal (concern_id);
CREATE TABLE reply_guess (
  key BYTEA NOT NULL PRIMARY KEY,
  tries BIGINT NOT NULL,
  since BIGINT NOT NULL
);
