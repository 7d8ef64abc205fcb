ALTER TABLE notice ADD COLUMN link TEXT;
ALTER TABLE notice ADD COLUMN received_at BIGINT;
CREATE INDEX notice_read ON notice (read_at);
CREATE TABLE channel (
  person_id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  address TEXT,
  chosen_at BIGINT NOT NULL
);
CREATE TABLE delivery (
  notice_id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  address TEXT,
  link TEXT NOT NULL,
  seal BYTEA,
  state TEXT NOT NULL,
  due_at BIGINT NOT NULL,
  tries BIGINT NOT NULL,
  sent_at BIGINT,
  why TEXT
);
CREATE INDEX delivery_due ON delivery (state, due_at);
CREATE INDEX delivery_sent ON delivery (sent_at);
