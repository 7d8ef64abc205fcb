CREATE TABLE hours_entry (
  id BYTEA NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  source_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  teacher_id BYTEA NOT NULL,
  dispositif_id BYTEA,
  on_site BIGINT NOT NULL,
  month TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  minutes BIGINT NOT NULL,
  expected BIGINT NOT NULL,
  came BIGINT NOT NULL,
  rule TEXT NOT NULL,
  due BIGINT NOT NULL,
  state TEXT NOT NULL,
  UNIQUE (source, source_id, teacher_id)
);
CREATE INDEX hours_entry_unit ON hours_entry (unit_id, month);
CREATE INDEX hours_entry_waiting ON hours_entry (unit_id, month) WHERE state IN ('proposed', 'confirmed');
CREATE INDEX hours_entry_teacher ON hours_entry (teacher_id, month);
CREATE INDEX hours_entry_ends ON hours_entry (ends_at);
CREATE TABLE hours_correction (
  id BYTEA NOT NULL PRIMARY KEY,
  hour_id BYTEA NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  minutes_before BIGINT NOT NULL,
  minutes_after BIGINT NOT NULL,
  came_before BIGINT NOT NULL,
  came_after BIGINT NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX hours_correction_hour ON hours_correction (hour_id, at);
CREATE TABLE hours_decision (
  id BYTEA NOT NULL PRIMARY KEY,
  hour_id BYTEA NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  approved BIGINT NOT NULL,
  due BIGINT NOT NULL,
  word TEXT NOT NULL
);
CREATE INDEX hours_decision_hour ON hours_decision (hour_id, at);
CREATE TABLE hours_rule (
  id BYTEA NOT NULL PRIMARY KEY,
  academie_id BYTEA NOT NULL,
  since TEXT NOT NULL,
  rule TEXT NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX hours_rule_academie ON hours_rule (academie_id, since);
CREATE TABLE hours_batch (
  id BYTEA NOT NULL PRIMARY KEY,
  unit_id BYTEA NOT NULL,
  until_month TEXT NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL
);
CREATE INDEX hours_batch_unit ON hours_batch (unit_id, at);
CREATE TABLE hours_batch_line (
  batch_id BYTEA NOT NULL,
  hour_id BYTEA NOT NULL,
  minutes BIGINT NOT NULL,
  sent_before BIGINT NOT NULL,
  PRIMARY KEY (batch_id, hour_id)
);
CREATE INDEX hours_batch_line_hour ON hours_batch_line (hour_id);
CREATE TABLE hours_before (
  unit_id BYTEA NOT NULL,
  month TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (unit_id, month)
);
