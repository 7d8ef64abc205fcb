CREATE TABLE app_done (
  what TEXT NOT NULL PRIMARY KEY,
  at BIGINT NOT NULL,
  state BIGINT NOT NULL,
  said TEXT NOT NULL,
  leased_until BIGINT
);
CREATE TABLE app_node (
  node TEXT NOT NULL PRIMARY KEY,
  version TEXT NOT NULL,
  since BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  log TEXT NOT NULL,
  size BIGINT NOT NULL,
  space BIGINT,
  total BIGINT,
  certificate BIGINT,
  trouble TEXT NOT NULL
);
CREATE INDEX app_node_seen_at ON app_node (seen_at);
