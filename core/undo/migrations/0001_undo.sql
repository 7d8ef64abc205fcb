CREATE TABLE undo_deed (
  id BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BYTEA,
  kind TEXT NOT NULL,
  thing BYTEA NOT NULL,
  unit_id BYTEA,
  undone_at BIGINT,
  undone_by BYTEA
);
CREATE INDEX undo_deed_at ON undo_deed (at);
CREATE INDEX undo_deed_thing ON undo_deed (thing, at);
CREATE INDEX undo_deed_unit ON undo_deed (unit_id, at);
CREATE TABLE undo_row (
  deed_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  name TEXT NOT NULL,
  subject BYTEA,
  before TEXT,
  after TEXT,
  PRIMARY KEY (deed_id, number)
);
CREATE INDEX undo_row_at ON undo_row (at);
