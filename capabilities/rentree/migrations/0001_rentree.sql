CREATE TABLE rentree_turn (
  id BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  source TEXT NOT NULL,
  whose TEXT NOT NULL,
  complete BIGINT NOT NULL,
  turns BIGINT NOT NULL,
  leaves_at BIGINT NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL,
  lease_at BIGINT NOT NULL,
  done BIGINT NOT NULL,
  total BIGINT NOT NULL,
  confirmed_by BYTEA
);
CREATE INDEX rentree_turn_unit ON rentree_turn (unit_id, at);
CREATE INDEX rentree_turn_at ON rentree_turn (at);
CREATE INDEX rentree_turn_person ON rentree_turn (person_id);
CREATE INDEX rentree_turn_due ON rentree_turn (lease_at) WHERE state IN ('reading', 'applying', 'undoing');
CREATE TABLE rentree_school (
  turn_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  state TEXT NOT NULL,
  added BIGINT NOT NULL,
  changed BIGINT NOT NULL,
  same BIGINT NOT NULL,
  listed BIGINT NOT NULL,
  leaving BIGINT NOT NULL,
  deed_id BYTEA,
  PRIMARY KEY (turn_id, unit_id)
);
CREATE TABLE rentree_line (
  turn_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  kind TEXT NOT NULL,
  person_id BYTEA,
  said TEXT NOT NULL,
  detail TEXT NOT NULL,
  row_number BIGINT,
  column_name TEXT,
  doubt TEXT,
  PRIMARY KEY (turn_id, unit_id, number)
);
CREATE INDEX rentree_line_kind ON rentree_line (turn_id, unit_id, kind, number);
CREATE INDEX rentree_line_person ON rentree_line (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE rentree_stay (
  turn_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  PRIMARY KEY (turn_id, person_id)
);
CREATE INDEX rentree_stay_person ON rentree_stay (person_id);
