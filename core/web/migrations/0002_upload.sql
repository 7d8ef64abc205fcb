CREATE TABLE upload (
  person_id BYTEA NOT NULL,
  token TEXT NOT NULL,
  length BIGINT NOT NULL,
  size BIGINT,
  media TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, token)
);
CREATE TABLE upload_piece (
  person_id BYTEA NOT NULL,
  token TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, token, starts)
);
