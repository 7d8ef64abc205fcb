CREATE TABLE desk (
  id BYTEA NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  names TEXT NOT NULL,
  announcement TEXT NOT NULL,
  announced_at BIGINT,
  pace BIGINT NOT NULL
);
CREATE TABLE desk_school (
  desk_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  accepted BIGINT NOT NULL,
  PRIMARY KEY (desk_id, unit_id)
);
CREATE INDEX desk_school_unit ON desk_school (unit_id);
CREATE TABLE duty (
  id BYTEA NOT NULL PRIMARY KEY,
  desk_id BYTEA NOT NULL,
  teacher_id BYTEA NOT NULL,
  subjects TEXT NOT NULL,
  room TEXT,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  state TEXT NOT NULL,
  opened_at BIGINT,
  closed_at BIGINT
);
CREATE INDEX duty_desk ON duty (desk_id, ends_at);
CREATE INDEX duty_teacher ON duty (teacher_id, ends_at);
CREATE TABLE ticket (
  id BYTEA NOT NULL PRIMARY KEY,
  desk_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  pupil_id BYTEA NOT NULL,
  evening TEXT NOT NULL,
  subject TEXT NOT NULL,
  blocks TEXT NOT NULL,
  mode TEXT NOT NULL,
  phone TEXT,
  state TEXT NOT NULL,
  helped BIGINT NOT NULL,
  asked_at BIGINT NOT NULL,
  paused_until BIGINT,
  group_id BYTEA,
  helper_id BYTEA,
  claimed_at BIGINT,
  ended_at BIGINT,
  outcome TEXT,
  tag TEXT,
  call_outcome TEXT,
  face TEXT,
  followed_by BYTEA,
  followed_at BIGINT
);
CREATE UNIQUE INDEX ticket_live ON ticket (pupil_id) WHERE state IN ('waiting', 'claimed');
CREATE INDEX ticket_queue ON ticket (desk_id, state, helped, asked_at);
CREATE INDEX ticket_pupil ON ticket (pupil_id, asked_at);
CREATE INDEX ticket_unit ON ticket (unit_id, evening);
CREATE INDEX ticket_left ON ticket (asked_at) WHERE state = 'followup' AND followed_at IS NULL;
CREATE INDEX ticket_group ON ticket (group_id) WHERE group_id IS NOT NULL;
CREATE TABLE word (
  id BYTEA NOT NULL PRIMARY KEY,
  ticket_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX word_ticket ON word (ticket_id, at);
CREATE TABLE attachment (
  id BYTEA NOT NULL PRIMARY KEY,
  ticket_id BYTEA NOT NULL,
  word_id BYTEA,
  file TEXT NOT NULL,
  media TEXT NOT NULL,
  millis BIGINT NOT NULL
);
CREATE INDEX attachment_ticket ON attachment (ticket_id);
CREATE INDEX attachment_file ON attachment (file);
CREATE TABLE report (
  id BYTEA NOT NULL PRIMARY KEY,
  word_id BYTEA NOT NULL UNIQUE,
  ticket_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  handled_at BIGINT,
  handled_by BYTEA
);
CREATE INDEX report_ticket ON report (ticket_id);
CREATE INDEX report_open ON report (at) WHERE handled_at IS NULL;
