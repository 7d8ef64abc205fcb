-- A portal through which people come in: an ENT, a guichet. What is secret of it is sealed; what was read of it can be read again.
CREATE TABLE signin_portal (
  id BYTEA NOT NULL PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  unit_id BYTEA NOT NULL,
  staff BIGINT NOT NULL,
  settings TEXT NOT NULL,
  secret BYTEA,
  written BIGINT NOT NULL,
  learnt TEXT NOT NULL,
  learnt_at BIGINT NOT NULL,
  ends_at BIGINT,
  drift BIGINT NOT NULL,
  trouble TEXT NOT NULL,
  trouble_at BIGINT,
  since BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX signin_portal_unit ON signin_portal (unit_id);
-- Somebody on their way through a portal: one row for each time, used up by what comes back.
CREATE TABLE signin_passage (
  id BYTEA NOT NULL PRIMARY KEY,
  state BYTEA NOT NULL UNIQUE,
  browser BYTEA NOT NULL,
  portal_id BYTEA NOT NULL,
  carried BYTEA NOT NULL,
  proof BYTEA,
  proved_at BIGINT,
  here BIGINT NOT NULL DEFAULT 0,
  until BIGINT NOT NULL
);
CREATE INDEX signin_passage_browser ON signin_passage (browser);
CREATE INDEX signin_passage_until ON signin_passage (until);
-- What must not come a second time: an assertion, a word of sign-out.
CREATE TABLE signin_seen (
  key BYTEA NOT NULL PRIMARY KEY,
  until BIGINT NOT NULL
);
CREATE INDEX signin_seen_until ON signin_seen (until);
-- Who somebody is at a portal: its own opaque name for them, as a digest.
CREATE TABLE signin_identity (
  id BYTEA NOT NULL PRIMARY KEY,
  portal_id BYTEA NOT NULL,
  subject BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  how TEXT NOT NULL,
  since BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  ended_at BIGINT,
  ended_by BYTEA
);
CREATE UNIQUE INDEX signin_identity_live ON signin_identity (portal_id, subject) WHERE ended_at IS NULL;
CREATE INDEX signin_identity_person ON signin_identity (person_id);
CREATE INDEX signin_identity_ended ON signin_identity (ended_at) WHERE ended_at IS NOT NULL;
-- A session that a portal opened, so that a sign-out on either side ends both.
CREATE TABLE signin_through (
  session_id BYTEA NOT NULL PRIMARY KEY,
  portal_id BYTEA NOT NULL,
  sid BYTEA,
  subject BYTEA NOT NULL,
  hint BYTEA NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX signin_through_sid ON signin_through (portal_id, sid);
CREATE INDEX signin_through_subject ON signin_through (portal_id, subject);
CREATE INDEX signin_through_until ON signin_through (until);
-- Somebody whom a portal vouches for, and whom nobody here is known to be: for the referent of the school they say.
CREATE TABLE signin_stranger (
  id BYTEA NOT NULL PRIMARY KEY,
  portal_id BYTEA NOT NULL,
  subject BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  code TEXT NOT NULL,
  said TEXT NOT NULL,
  why TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (portal_id, subject)
);
CREATE INDEX signin_stranger_unit ON signin_stranger (unit_id, at);
CREATE INDEX signin_stranger_at ON signin_stranger (at);
ALTER TABLE signin_session ADD COLUMN limited BIGINT NOT NULL DEFAULT 0;
