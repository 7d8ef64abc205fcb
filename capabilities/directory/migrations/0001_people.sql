CREATE TABLE directory_school (
  unit_id BYTEA NOT NULL PRIMARY KEY,
  uai TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  academie_id BYTEA NOT NULL,
  commune TEXT NOT NULL,
  latitude BIGINT,
  longitude BIGINT,
  pupils BIGINT,
  content TEXT NOT NULL
);
CREATE TABLE directory_person (
  id BYTEA NOT NULL PRIMARY KEY,
  given TEXT NOT NULL,
  family TEXT NOT NULL,
  born TEXT,
  phone TEXT,
  lang TEXT,
  synthetic BIGINT NOT NULL,
  erased BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX directory_person_born ON directory_person (born) WHERE born IS NOT NULL;
CREATE TABLE directory_person_key (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  person_id BYTEA NOT NULL,
  PRIMARY KEY (source, key)
);
CREATE INDEX directory_person_key_person ON directory_person_key (person_id);
