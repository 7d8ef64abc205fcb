-- What somebody typed does not take the place of what they typed before.
CREATE TABLE web_unsent_each (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  path TEXT NOT NULL,
  fields TEXT NOT NULL,
  files BIGINT NOT NULL
);
INSERT INTO web_unsent_each (id, person_id, at, path, fields, files)
SELECT person_id, person_id, at, path, fields, files FROM web_unsent;
DROP TABLE web_unsent;
ALTER TABLE web_unsent_each RENAME TO web_unsent;
CREATE INDEX web_unsent_at ON web_unsent (at);
CREATE INDEX web_unsent_person ON web_unsent (person_id, at);
