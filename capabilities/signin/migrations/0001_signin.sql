CREATE TABLE signin_card (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  salt BYTEA NOT NULL,
  token_hash BYTEA NOT NULL UNIQUE,
  code TEXT NOT NULL,
  pin BYTEA,
  issued_at BIGINT NOT NULL,
  used_at BIGINT,
  revoked_at BIGINT,
  tries BIGINT NOT NULL DEFAULT 0,
  next_try_at BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX signin_card_code ON signin_card (code) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX signin_card_live ON signin_card (person_id) WHERE revoked_at IS NULL;
CREATE INDEX signin_card_person ON signin_card (person_id);
CREATE TABLE signin_session (
  id BYTEA NOT NULL PRIMARY KEY,
  token_hash BYTEA NOT NULL UNIQUE,
  person_id BYTEA NOT NULL,
  card_id BYTEA,
  device TEXT NOT NULL,
  agent TEXT NOT NULL,
  since BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX signin_session_person ON signin_session (person_id);
CREATE INDEX signin_session_until ON signin_session (until);
CREATE TABLE signin_password (
  person_id BYTEA NOT NULL PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  hash TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);
CREATE TABLE signin_second_step (
  person_id BYTEA NOT NULL PRIMARY KEY,
  salt BYTEA NOT NULL,
  since BIGINT NOT NULL,
  last_step BIGINT NOT NULL
);
CREATE TABLE signin_recovery (
  person_id BYTEA NOT NULL,
  hash BYTEA NOT NULL,
  PRIMARY KEY (person_id, hash)
);
CREATE TABLE signin_guess (
  key BYTEA NOT NULL PRIMARY KEY,
  tries BIGINT NOT NULL,
  since BIGINT NOT NULL,
  next_try_at BIGINT NOT NULL
);
