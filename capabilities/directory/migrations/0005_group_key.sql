CREATE TABLE directory_group_key (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  group_id BYTEA NOT NULL,
  PRIMARY KEY (source, key)
);
CREATE INDEX directory_group_key_group ON directory_group_key (group_id);
