CREATE TABLE unit (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  closed_at BIGINT,
  UNIQUE (kind, code)
);
CREATE TABLE unit_parent (
  child_id BYTEA NOT NULL,
  parent_id BYTEA NOT NULL,
  source TEXT NOT NULL,
  PRIMARY KEY (child_id, parent_id, source)
);
CREATE TABLE unit_closure (
  ancestor BYTEA NOT NULL,
  descendant BYTEA NOT NULL,
  PRIMARY KEY (ancestor, descendant)
);
CREATE INDEX unit_closure_up ON unit_closure (descendant, ancestor);
CREATE TABLE membership (
  person_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  role TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT,
  PRIMARY KEY (person_id, unit_id, role)
);
CREATE INDEX membership_unit ON membership (unit_id, role);
CREATE TABLE guardianship (
  guardian_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  authority BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT,
  PRIMARY KEY (guardian_id, child_id)
);
CREATE INDEX guardianship_child ON guardianship (child_id);
