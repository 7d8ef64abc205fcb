CREATE TABLE directory_subject (
  group_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX directory_subject_person ON directory_subject (person_id);
