-- The launch by which somebody came into a session: the course they came from, and what the platform lets this house ask.
CREATE TABLE signin_launch (
  session_id BYTEA NOT NULL PRIMARY KEY,
  portal_id BYTEA NOT NULL,
  course BYTEA NOT NULL,
  sealed BYTEA NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX signin_launch_until ON signin_launch (until);
-- Which class or group a course of a platform is, as somebody who teaches there has said.
CREATE TABLE signin_course (
  portal_id BYTEA NOT NULL,
  course BYTEA NOT NULL,
  group_id BYTEA NOT NULL,
  person_id BYTEA,
  at BIGINT NOT NULL,
  PRIMARY KEY (portal_id, course)
);
CREATE INDEX signin_course_at ON signin_course (at);
CREATE INDEX signin_course_person ON signin_course (person_id);
-- A mark on its way back to a platform: whose, as the platform calls them, and where it goes, sealed.
CREATE TABLE signin_score (
  id BYTEA NOT NULL PRIMARY KEY,
  portal_id BYTEA NOT NULL,
  person_id BYTEA,
  sealed BYTEA NOT NULL,
  mark BIGINT NOT NULL,
  most BIGINT NOT NULL,
  at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  next_at BIGINT,
  sent_at BIGINT
);
CREATE INDEX signin_score_next ON signin_score (next_at) WHERE next_at IS NOT NULL;
CREATE INDEX signin_score_at ON signin_score (at);
CREATE INDEX signin_score_person ON signin_score (person_id);
