ALTER TABLE jobs_queue ADD COLUMN leased_until BIGINT;
ALTER TABLE jobs_queue ADD COLUMN aside_at BIGINT;
CREATE INDEX jobs_queue_aside ON jobs_queue (aside_at) WHERE aside_at IS NOT NULL;
CREATE INDEX jobs_queue_done ON jobs_queue (done_at) WHERE done_at IS NOT NULL;
ALTER TABLE jobs_schedule ADD COLUMN next_at BIGINT NOT NULL DEFAULT 0;
CREATE TABLE jobs_purged (
  name TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  gone BIGINT NOT NULL
);
