CREATE TABLE guardian_sight (
  id BYTEA NOT NULL PRIMARY KEY,
  guardian_id BYTEA NOT NULL,
  child_id BYTEA NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT NOT NULL,
  reason TEXT NOT NULL,
  opened_by BYTEA NOT NULL,
  ended_by BYTEA
);
CREATE INDEX guardian_sight_child ON guardian_sight (child_id, guardian_id);
CREATE INDEX guardian_sight_guardian ON guardian_sight (guardian_id);
CREATE INDEX guardian_sight_until ON guardian_sight (until);
CREATE VIEW answering AS
  SELECT guardian_id, child_id, since, until FROM guardianship WHERE authority = 1;
CREATE VIEW informed AS
  SELECT guardian_id, child_id, authority, since, until FROM guardianship WHERE authority = 1
  UNION ALL SELECT g.guardian_id, g.child_id, g.authority,
    CASE WHEN s.since > g.since THEN s.since ELSE g.since END,
    CASE WHEN g.until < s.until THEN g.until ELSE s.until END
  FROM guardianship g JOIN guardian_sight s ON s.guardian_id = g.guardian_id AND s.child_id = g.child_id
  WHERE g.authority = 0;
