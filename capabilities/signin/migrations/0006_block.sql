CREATE TABLE signin_block (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  by_id BYTEA NOT NULL,
  reason TEXT NOT NULL,
  ended_at BIGINT,
  ended_by BYTEA
);
CREATE UNIQUE INDEX signin_block_live ON signin_block (person_id) WHERE ended_at IS NULL;
CREATE INDEX signin_block_person ON signin_block (person_id);
CREATE INDEX signin_block_ended ON signin_block (ended_at) WHERE ended_at IS NOT NULL;
