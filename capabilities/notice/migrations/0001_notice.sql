CREATE TABLE notice (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  text TEXT NOT NULL,
  shown_at BIGINT NOT NULL,
  read_at BIGINT
);
CREATE INDEX notice_person ON notice (person_id, shown_at);
