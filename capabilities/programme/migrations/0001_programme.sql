CREATE TABLE programme_dispositif (
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
CREATE INDEX programme_dispositif_academie ON programme_dispositif (academie_id, year);
CREATE TABLE programme_heading (
  dispositif_id BYTEA NOT NULL,
  heading TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (dispositif_id, heading)
);
CREATE TABLE programme_partner (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL
);
CREATE INDEX programme_partner_dispositif ON programme_partner (dispositif_id);
CREATE TABLE programme_milestone (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  title TEXT NOT NULL,
  due TEXT NOT NULL,
  reached_at BIGINT
);
CREATE INDEX programme_milestone_dispositif ON programme_milestone (dispositif_id);
CREATE TABLE programme_engagement (
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  state TEXT NOT NULL,
  bus BIGINT,
  word TEXT NOT NULL,
  moved_by BYTEA NOT NULL,
  moved_at BIGINT NOT NULL,
  PRIMARY KEY (dispositif_id, unit_id)
);
CREATE INDEX programme_engagement_unit ON programme_engagement (unit_id);
CREATE TABLE programme_measure (
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  key TEXT NOT NULL,
  value BIGINT NOT NULL,
  whole BIGINT NOT NULL,
  PRIMARY KEY (dispositif_id, unit_id, key)
);
CREATE TABLE programme_protocol (
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
CREATE UNIQUE INDEX programme_protocol_number ON programme_protocol (dispositif_id, unit_id, number);
CREATE UNIQUE INDEX programme_protocol_open ON programme_protocol (dispositif_id, unit_id) WHERE stage IN ('draft', 'approved');
CREATE UNIQUE INDEX programme_protocol_live ON programme_protocol (dispositif_id, unit_id) WHERE stage = 'published';
CREATE INDEX programme_protocol_unit ON programme_protocol (unit_id);
CREATE TABLE programme_remark (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  text TEXT NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX programme_remark_dispositif ON programme_remark (dispositif_id, unit_id);
CREATE INDEX programme_remark_author ON programme_remark (author_id);
CREATE TABLE programme_publication (
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
CREATE INDEX programme_publication_dispositif ON programme_publication (dispositif_id);
CREATE INDEX programme_publication_published ON programme_publication (published_at);
CREATE INDEX programme_publication_author ON programme_publication (author_id);
