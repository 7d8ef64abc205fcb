CREATE TABLE difficulty (
  id BYTEA NOT NULL PRIMARY KEY,
  school_id BYTEA NOT NULL,
  opened_by BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  child_id BYTEA,
  audience TEXT NOT NULL,
  kind TEXT NOT NULL,
  text TEXT NOT NULL,
  entered TEXT NOT NULL,
  keeper_id BYTEA,
  state TEXT NOT NULL,
  closing TEXT NOT NULL DEFAULT '',
  folded TEXT NOT NULL DEFAULT '',
  opened_at BIGINT NOT NULL,
  taken_at BIGINT,
  closed_at BIGINT,
  closed_by BYTEA
);
CREATE INDEX difficulty_school ON difficulty (school_id, audience, state, opened_at);
CREATE INDEX difficulty_person ON difficulty (person_id, opened_at);
CREATE INDEX difficulty_child ON difficulty (child_id);
CREATE INDEX difficulty_keeper ON difficulty (keeper_id, state);
CREATE TABLE difficulty_word (
  id BYTEA NOT NULL PRIMARY KEY,
  difficulty_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL,
  shown BIGINT NOT NULL
);
CREATE INDEX difficulty_word_thread ON difficulty_word (difficulty_id, at);
CREATE TABLE difficulty_photo (
  id BYTEA NOT NULL PRIMARY KEY,
  difficulty_id BYTEA NOT NULL,
  file TEXT NOT NULL,
  media TEXT NOT NULL
);
CREATE INDEX difficulty_photo_thread ON difficulty_photo (difficulty_id);
CREATE TABLE difficulty_equipment (
  school_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  total BIGINT NOT NULL,
  working BIGINT NOT NULL,
  note TEXT NOT NULL,
  updated_by BYTEA NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (school_id, kind)
);
CREATE TABLE difficulty_loan (
  id BYTEA NOT NULL PRIMARY KEY,
  school_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  guardian_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  lent_by BYTEA NOT NULL,
  lent_at BIGINT NOT NULL,
  due_at BIGINT,
  returned_at BIGINT
);
CREATE INDEX difficulty_loan_school ON difficulty_loan (school_id, returned_at);
CREATE INDEX difficulty_loan_guardian ON difficulty_loan (guardian_id);
