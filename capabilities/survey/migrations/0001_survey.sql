CREATE TABLE survey_wave (
  id BYTEA NOT NULL PRIMARY KEY,
  dispositif_id BYTEA NOT NULL,
  academie_id BYTEA NOT NULL,
  moment TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  closes_on TEXT NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (dispositif_id, moment)
);
CREATE INDEX survey_wave_closes ON survey_wave (closes_on);
CREATE TABLE survey_answer (
  id BYTEA NOT NULL PRIMARY KEY,
  wave_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  public TEXT NOT NULL,
  person_id BYTEA,
  first_level BIGINT,
  second_level BIGINT,
  third_level BIGINT,
  words TEXT NOT NULL,
  UNIQUE (wave_id, public, person_id)
);
CREATE INDEX survey_answer_unit ON survey_answer (wave_id, unit_id, public);
CREATE INDEX survey_answer_person ON survey_answer (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE survey_paper (
  wave_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  public TEXT NOT NULL,
  question BIGINT NOT NULL,
  level BIGINT NOT NULL,
  sheets BIGINT NOT NULL,
  by_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (wave_id, unit_id, public, question, level)
);
