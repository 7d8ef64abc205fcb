CREATE TABLE job (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  error TEXT,
  done_at BIGINT
);
CREATE UNIQUE INDEX job_waiting ON job (kind, key) WHERE done_at IS NULL;
CREATE INDEX job_due ON job (run_at) WHERE done_at IS NULL;
CREATE TABLE schedule (
  kind TEXT NOT NULL PRIMARY KEY,
  ran_at BIGINT NOT NULL
);
