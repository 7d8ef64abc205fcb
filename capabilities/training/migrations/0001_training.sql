CREATE TABLE training_course (
  id BYTEA NOT NULL PRIMARY KEY,
  academie_id BYTEA NOT NULL,
  dispositif_id BYTEA,
  pillar TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  link TEXT,
  file TEXT,
  media TEXT,
  minutes BIGINT NOT NULL,
  starts_at BIGINT,
  place TEXT NOT NULL,
  places BIGINT NOT NULL,
  needs_revision BIGINT NOT NULL,
  revision TEXT NOT NULL,
  flagged_by BYTEA,
  made_at BIGINT NOT NULL,
  retired_at BIGINT
);
CREATE INDEX training_course_academie ON training_course (academie_id, pillar);
CREATE TABLE training_followed (
  course_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  school_id BYTEA,
  at BIGINT NOT NULL,
  minutes BIGINT NOT NULL,
  opinion TEXT NOT NULL,
  PRIMARY KEY (course_id, person_id)
);
CREATE INDEX training_followed_person ON training_followed (person_id);
CREATE INDEX training_followed_school ON training_followed (school_id);
CREATE TABLE training_enrolled (
  course_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (course_id, person_id)
);
CREATE INDEX training_enrolled_person ON training_enrolled (person_id);
