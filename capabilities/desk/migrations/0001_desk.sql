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
CREATE TABLE desk_duty (
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
CREATE INDEX desk_duty_desk ON desk_duty (desk_id, ends_at);
CREATE INDEX desk_duty_teacher ON desk_duty (teacher_id, ends_at);
CREATE TABLE desk_ticket (
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
CREATE UNIQUE INDEX desk_ticket_live ON desk_ticket (pupil_id) WHERE state IN ('waiting', 'claimed');
CREATE INDEX desk_ticket_queue ON desk_ticket (desk_id, state, helped, asked_at);
CREATE INDEX desk_ticket_pupil ON desk_ticket (pupil_id, asked_at);
CREATE INDEX desk_ticket_unit ON desk_ticket (unit_id, evening);
CREATE INDEX desk_ticket_left ON desk_ticket (asked_at) WHERE state = 'followup' AND followed_at IS NULL;
CREATE INDEX desk_ticket_group ON desk_ticket (group_id) WHERE group_id IS NOT NULL;
CREATE TABLE desk_word (
  id BYTEA NOT NULL PRIMARY KEY,
  ticket_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX desk_word_ticket ON desk_word (ticket_id, at);
CREATE TABLE desk_attachment (
  id BYTEA NOT NULL PRIMARY KEY,
  ticket_id BYTEA NOT NULL,
  word_id BYTEA,
  file TEXT NOT NULL,
  media TEXT NOT NULL,
  millis BIGINT NOT NULL
);
CREATE INDEX desk_attachment_ticket ON desk_attachment (ticket_id);
CREATE INDEX desk_attachment_file ON desk_attachment (file);
CREATE TABLE desk_report (
  id BYTEA NOT NULL PRIMARY KEY,
  word_id BYTEA NOT NULL UNIQUE,
  ticket_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  handled_at BIGINT,
  handled_by BYTEA
);
CREATE INDEX desk_report_ticket ON desk_report (ticket_id);
CREATE INDEX desk_report_open ON desk_report (at) WHERE handled_at IS NULL;
