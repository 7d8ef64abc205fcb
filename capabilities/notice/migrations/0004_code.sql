CREATE TABLE notice_code (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  until BIGINT NOT NULL
);
CREATE INDEX notice_code_due ON notice_code (due_at);
CREATE INDEX notice_code_person ON notice_code (person_id);
CREATE INDEX notice_code_until ON notice_code (until);
