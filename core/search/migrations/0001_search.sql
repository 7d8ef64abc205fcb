CREATE TABLE search_shelf (
  n BIGINT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  place BYTEA NOT NULL,
  UNIQUE (kind, place)
);
CREATE TABLE search_doc (
  id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  detail TEXT NOT NULL,
  path TEXT NOT NULL,
  owner_id BYTEA,
  sort BYTEA NOT NULL,
  terms TEXT NOT NULL,
  shelves TEXT NOT NULL,
  seen BIGINT NOT NULL,
  PRIMARY KEY (id, kind)
);
CREATE INDEX search_doc_owner ON search_doc (owner_id);
CREATE TABLE search_post (
  shelf BIGINT NOT NULL,
  term BYTEA NOT NULL,
  id BYTEA NOT NULL,
  weight BIGINT NOT NULL,
  PRIMARY KEY (shelf, term, id)
); -- by key
