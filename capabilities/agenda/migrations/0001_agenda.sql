CREATE TABLE agenda_slot (
  id BYTEA NOT NULL PRIMARY KEY,
  unit_id BYTEA NOT NULL,
  dispositif_id BYTEA,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  spot TEXT NOT NULL,
  room TEXT,
  weekday BIGINT NOT NULL,
  from_minute BIGINT NOT NULL,
  to_minute BIGINT NOT NULL,
  rhythm TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL,
  places BIGINT NOT NULL,
  by_self BIGINT NOT NULL,
  teacher_id BYTEA,
  coteacher_id BYTEA,
  made_by BYTEA NOT NULL,
  until_at BIGINT NOT NULL
);
CREATE INDEX agenda_slot_unit ON agenda_slot (unit_id, until_at);
CREATE INDEX agenda_slot_until ON agenda_slot (until_at);
CREATE TABLE agenda_slot_pupil (
  slot_id BYTEA NOT NULL,
  pupil_id BYTEA NOT NULL,
  since BIGINT NOT NULL,
  PRIMARY KEY (slot_id, pupil_id)
);
CREATE INDEX agenda_slot_pupil_pupil ON agenda_slot_pupil (pupil_id);
CREATE TABLE agenda_meeting (
  id BYTEA NOT NULL PRIMARY KEY,
  slot_id BYTEA,
  unit_id BYTEA NOT NULL,
  dispositif_id BYTEA,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  spot TEXT NOT NULL,
  room TEXT,
  day TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  ends_at BIGINT NOT NULL,
  places BIGINT NOT NULL,
  by_self BIGINT NOT NULL,
  teacher_id BYTEA,
  coteacher_id BYTEA,
  made_by BYTEA NOT NULL,
  state TEXT NOT NULL,
  opened_at BIGINT,
  closed_at BIGINT,
  reason TEXT NOT NULL,
  cancelled_by BYTEA,
  UNIQUE (slot_id, day)
);
CREATE INDEX agenda_meeting_unit ON agenda_meeting (unit_id, starts_at);
CREATE INDEX agenda_meeting_teacher ON agenda_meeting (teacher_id, starts_at);
CREATE INDEX agenda_meeting_coteacher ON agenda_meeting (coteacher_id, starts_at) WHERE coteacher_id IS NOT NULL;
CREATE INDEX agenda_meeting_held ON agenda_meeting (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX agenda_meeting_start ON agenda_meeting (starts_at);
CREATE INDEX agenda_meeting_end ON agenda_meeting (ends_at);
CREATE TABLE agenda_enrolment (
  meeting_id BYTEA NOT NULL,
  pupil_id BYTEA NOT NULL,
  state TEXT NOT NULL,
  starts_at BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_id BYTEA NOT NULL,
  PRIMARY KEY (meeting_id, pupil_id)
);
CREATE INDEX agenda_enrolment_pupil ON agenda_enrolment (pupil_id, starts_at);
CREATE TABLE agenda_presence (
  meeting_id BYTEA NOT NULL,
  pupil_id BYTEA NOT NULL,
  mark TEXT NOT NULL,
  minutes BIGINT NOT NULL,
  source TEXT NOT NULL,
  at BIGINT NOT NULL,
  by_id BYTEA,
  PRIMARY KEY (meeting_id, pupil_id)
);
CREATE INDEX agenda_presence_pupil ON agenda_presence (pupil_id, at);
CREATE TABLE agenda_presence_change (
  id BYTEA NOT NULL PRIMARY KEY,
  meeting_id BYTEA NOT NULL,
  pupil_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  by_id BYTEA NOT NULL,
  before_mark TEXT NOT NULL,
  before_minutes BIGINT NOT NULL,
  after_mark TEXT NOT NULL,
  after_minutes BIGINT NOT NULL
);
CREATE INDEX agenda_presence_change_meeting ON agenda_presence_change (meeting_id, at);
CREATE TABLE agenda_bus (
  pupil_id BYTEA NOT NULL PRIMARY KEY,
  minute BIGINT NOT NULL,
  at BIGINT NOT NULL,
  by_id BYTEA NOT NULL
);
CREATE TABLE agenda_feed (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  token_hash BYTEA NOT NULL UNIQUE,
  made_at BIGINT NOT NULL,
  revoked_at BIGINT
);
CREATE INDEX agenda_feed_person ON agenda_feed (person_id);
