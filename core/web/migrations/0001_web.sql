CREATE TABLE web_once (
  key BYTEA NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  location TEXT NOT NULL
);
CREATE TABLE web_upload (
  person_id BYTEA NOT NULL,
  token TEXT NOT NULL,
  length BIGINT NOT NULL,
  size BIGINT,
  media TEXT,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, token)
);
CREATE TABLE web_upload_piece (
  person_id BYTEA NOT NULL,
  token TEXT NOT NULL,
  starts BIGINT NOT NULL,
  ends BIGINT NOT NULL,
  bytes BYTEA NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (person_id, token, starts)
);
