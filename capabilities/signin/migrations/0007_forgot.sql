CREATE TABLE signin_forgot (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  tries BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX signin_forgot_person ON signin_forgot (person_id);
CREATE INDEX signin_forgot_until ON signin_forgot (until);
