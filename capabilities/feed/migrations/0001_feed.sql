CREATE TABLE feed_source (
  id BYTEA NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  form TEXT NOT NULL,
  unit_id BYTEA NOT NULL,
  code TEXT NOT NULL,
  alone BIGINT NOT NULL,
  days BIGINT NOT NULL,
  person_id BYTEA,
  at BIGINT NOT NULL,
  last_at BIGINT,
  trusted BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE UNIQUE INDEX feed_source_name ON feed_source (name) WHERE ended_at IS NULL;
CREATE INDEX feed_source_unit ON feed_source (unit_id);
CREATE INDEX feed_source_person ON feed_source (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX feed_source_ended ON feed_source (ended_at) WHERE ended_at IS NOT NULL;
CREATE TABLE feed_delivery (
  id BYTEA NOT NULL PRIMARY KEY,
  feed_id BYTEA NOT NULL,
  at BIGINT NOT NULL,
  made TEXT NOT NULL,
  complete BIGINT NOT NULL,
  names TEXT NOT NULL,
  digest TEXT NOT NULL,
  file TEXT NOT NULL,
  state TEXT NOT NULL,
  lease_at BIGINT NOT NULL,
  turn_id BYTEA,
  let_go BIGINT NOT NULL,
  why TEXT NOT NULL,
  schools BIGINT NOT NULL,
  pupils BIGINT NOT NULL,
  guardians BIGINT NOT NULL,
  staff BIGINT NOT NULL,
  notes BIGINT NOT NULL
);
CREATE UNIQUE INDEX feed_delivery_digest ON feed_delivery (feed_id, digest);
CREATE INDEX feed_delivery_made ON feed_delivery (feed_id, made, complete);
CREATE INDEX feed_delivery_at ON feed_delivery (at);
CREATE INDEX feed_delivery_due ON feed_delivery (lease_at) WHERE state = 'waiting';
CREATE INDEX feed_delivery_staged ON feed_delivery (feed_id) WHERE state = 'staged';
CREATE TABLE feed_note (
  delivery_id BYTEA NOT NULL,
  number BIGINT NOT NULL,
  at BIGINT NOT NULL,
  place TEXT NOT NULL,
  line BIGINT NOT NULL,
  word TEXT NOT NULL,
  said TEXT NOT NULL,
  PRIMARY KEY (delivery_id, number)
);
CREATE INDEX feed_note_at ON feed_note (at);
