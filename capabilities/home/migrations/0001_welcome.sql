CREATE TABLE home_welcome (
  person_id BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL
);
CREATE INDEX home_welcome_at ON home_welcome (at);
