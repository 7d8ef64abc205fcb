CREATE TABLE audit (
  id BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  person_id BYTEA NOT NULL,
  deed TEXT NOT NULL,
  thing BYTEA NOT NULL,
  reason TEXT NOT NULL
);
CREATE INDEX audit_thing ON audit (thing, at);
