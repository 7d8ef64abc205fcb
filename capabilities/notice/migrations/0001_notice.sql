CREATE TABLE notice (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  author_id BYTEA NOT NULL,
  school_id BYTEA NOT NULL,
  text TEXT NOT NULL,
  shown_at BIGINT NOT NULL,
  received_at BIGINT,
  read_at BIGINT,
  link TEXT
);
CREATE INDEX notice_person ON notice (person_id, shown_at);
CREATE INDEX notice_read ON notice (read_at);
CREATE TABLE notice_channel (
  person_id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  address TEXT,
  chosen_at BIGINT NOT NULL
);
CREATE TABLE notice_delivery (
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
CREATE INDEX notice_delivery_due ON notice_delivery (state, due_at);
CREATE INDEX notice_delivery_sent ON notice_delivery (sent_at);
