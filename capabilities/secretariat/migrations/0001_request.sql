CREATE TABLE secretariat_request (
  id BYTEA NOT NULL PRIMARY KEY,
  person_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  at BIGINT NOT NULL,
  noted_by BYTEA NOT NULL,
  closed_at BIGINT,
  closed_by BYTEA,
  outcome TEXT NOT NULL
);
CREATE INDEX secretariat_request_person ON secretariat_request (person_id);
CREATE INDEX secretariat_request_unit ON secretariat_request (unit_id);
CREATE INDEX secretariat_request_noted_by ON secretariat_request (noted_by);
CREATE INDEX secretariat_request_closed_by ON secretariat_request (closed_by) WHERE closed_by IS NOT NULL;
CREATE INDEX secretariat_request_closed ON secretariat_request (closed_at) WHERE closed_at IS NOT NULL;
