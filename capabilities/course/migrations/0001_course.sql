-- A program of others that people are led to from here: a course of M@gistère, an exerciser.
CREATE TABLE course_tool (
  id BYTEA NOT NULL PRIMARY KEY,
  unit_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  login TEXT NOT NULL,
  launches TEXT NOT NULL,
  keys_at TEXT NOT NULL,
  keys TEXT NOT NULL,
  keys_read BIGINT NOT NULL,
  names BIGINT NOT NULL,
  since BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX course_tool_unit ON course_tool (unit_id);
-- The keys by which this house signs what it tells of people, sealed; one comes before the other goes.
CREATE TABLE course_key (
  id BYTEA NOT NULL PRIMARY KEY,
  sealed BYTEA NOT NULL,
  since BIGINT NOT NULL
);
CREATE INDEX course_key_since ON course_key (since);
-- An activity of a tool, placed in a class or a group.
CREATE TABLE course_link (
  id BYTEA NOT NULL PRIMARY KEY,
  tool_id BYTEA NOT NULL,
  group_id BYTEA NOT NULL,
  title TEXT NOT NULL,
  target TEXT NOT NULL,
  custom TEXT NOT NULL,
  most BIGINT NOT NULL,
  made_by BYTEA,
  made_at BIGINT NOT NULL,
  closed_at BIGINT
);
CREATE INDEX course_link_group ON course_link (group_id);
CREATE INDEX course_link_tool ON course_link (tool_id);
CREATE INDEX course_link_made ON course_link (made_at);
CREATE INDEX course_link_maker ON course_link (made_by);
-- How far somebody is in an activity, as the tool said last; marks in thousandths.
CREATE TABLE course_result (
  link_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  done BIGINT NOT NULL,
  mark BIGINT,
  most BIGINT,
  said_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (link_id, person_id)
);
CREATE INDEX course_result_person ON course_result (person_id);
CREATE INDEX course_result_at ON course_result (at);
-- What must not come a second time: a launch that was asked for, a statement of who a tool is.
CREATE TABLE course_seen (
  key BYTEA NOT NULL PRIMARY KEY,
  until BIGINT NOT NULL
);
CREATE INDEX course_seen_until ON course_seen (until);
-- What a tool was given to speak with this house by itself, as a digest.
CREATE TABLE course_token (
  key BYTEA NOT NULL PRIMARY KEY,
  tool_id BYTEA NOT NULL,
  scopes TEXT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX course_token_until ON course_token (until);
