CREATE TABLE people_group (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  shows_roster BIGINT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT
);
CREATE TABLE group_home (
  group_id BYTEA NOT NULL,
  unit_id BYTEA NOT NULL,
  PRIMARY KEY (group_id, unit_id)
);
CREATE INDEX group_home_unit ON group_home (unit_id);
CREATE TABLE group_member (
  group_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  part TEXT NOT NULL,
  since BIGINT NOT NULL,
  until BIGINT,
  PRIMARY KEY (group_id, person_id)
);
CREATE INDEX group_member_person ON group_member (person_id);
CREATE VIEW any_group AS
  SELECT id, kind, name, shows_roster, since, until FROM people_group
  UNION ALL SELECT id, 'class', name, 0, 0, closed_at FROM unit WHERE kind = 'classe';
CREATE VIEW any_group_home AS
  SELECT group_id, unit_id FROM group_home
  UNION ALL SELECT c.descendant, c.ancestor FROM unit_closure c
  JOIN unit k ON k.id = c.descendant AND k.kind = 'classe'
  JOIN unit s ON s.id = c.ancestor AND s.kind = 'etablissement';
CREATE VIEW any_group_member AS
  SELECT group_id, person_id, part, since, until FROM group_member
  UNION ALL SELECT unit_id, person_id, 'member', since, until FROM membership WHERE role = 'pupil';
