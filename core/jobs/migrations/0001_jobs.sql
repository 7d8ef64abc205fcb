CREATE TABLE jobs_queue (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  payload TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  error TEXT,
  done_at BIGINT
);
CREATE UNIQUE INDEX jobs_queue_waiting ON jobs_queue (kind, key) WHERE done_at IS NULL;
CREATE INDEX jobs_queue_due ON jobs_queue (run_at) WHERE done_at IS NULL;
CREATE TABLE jobs_schedule (
  kind TEXT NOT NULL PRIMARY KEY,
  ran_at BIGINT NOT NULL
);
