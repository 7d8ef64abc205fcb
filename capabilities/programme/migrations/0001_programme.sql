CREATE TABLE dispositif (
  id BYTEA NOT NULL PRIMARY KEY,
  template TEXT NOT NULL,
  name TEXT NOT NULL,
  academie_id BYTEA NOT NULL,
  pilot_id BYTEA NOT NULL,
  year BIGINT NOT NULL,
  starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL,
  bilan_due TEXT NOT NULL,
  word TEXT NOT NULL,
  decision TEXT,
  decided_at BIGINT,
  decision_word TEXT NOT NULL,
  before_id BYTEA,
  after_id BYTEA,
  counted_at BIGINT
);
CREATE INDEX dispositif_academie ON dispositif (academie_id, year);
CREATE TABLE heading (
  dispositif_id BYTEA NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (dispositif_id, heading)
);
CREATE TABLE partner (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL
);
CREATE INDEX partner_dispositif ON partner (dispositif_id);
CREATE TABLE milestone (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  title TEXT NOT NULL,
  due TEXT NOT NULL,
  reached_at BIGINT
);
CREATE INDEX milestone_dispositif ON milestone (dispositif_id);
CREATE TABLE engagement (
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  state TEXT NOT NULL,
  bus BIGINT,
  word TEXT NOT NULL,
  moved_by BYTEA NOT NULL,
  moved_at BIGINT NOT NULL,
  PRIMARY KEY (dispositif_id, unit_id)
);
CREATE INDEX engagement_unit ON engagement (unit_id);
CREATE TABLE measure (
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  key TEXT NOT NULL,
  value BIGINT NOT NULL,
  whole BIGINT NOT NULL,
  PRIMARY KEY (dispositif_id, unit_id, key)
);
CREATE TABLE protocol (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  stage TEXT NOT NULL,
  content TEXT NOT NULL,
  author_id BYTEA NOT NULL,
  written_at BIGINT NOT NULL,
  approved_by BYTEA,
  approved_at BIGINT,
  published_at BIGINT,
  superseded_at BIGINT
);
CREATE UNIQUE INDEX protocol_number ON protocol (dispositif_id, unit_id, number);
CREATE UNIQUE INDEX protocol_open ON protocol (dispositif_id, unit_id) WHERE stage IN ('draft', 'approved');
CREATE UNIQUE INDEX protocol_live ON protocol (dispositif_id, unit_id) WHERE stage = 'published';
CREATE INDEX protocol_unit ON protocol (unit_id);
CREATE TABLE remark (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX remark_dispositif ON remark (dispositif_id, unit_id);
CREATE INDEX remark_author ON remark (author_id);
CREATE TABLE publication (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  author_id BYTEA,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  link TEXT NOT NULL,
  proposed_at BIGINT NOT NULL,
  published_at BIGINT
);
CREATE INDEX publication_dispositif ON publication (dispositif_id);
CREATE INDEX publication_published ON publication (published_at);
CREATE INDEX publication_author ON publication (author_id);
