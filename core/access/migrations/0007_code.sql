-- The key of a unit begins with its code: one that begins with the kind looks like a way to all the schools or all the classes,
-- and SQLite took it, reading every one of them. A key is changed by making the table again, and what is seen through it.
DROP VIEW any_group;
DROP VIEW any_group_home;
CREATE TABLE unit_by_code (
  id BYTEA NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  closed_at BIGINT,
  sort BYTEA,
  UNIQUE (code, kind)
);
INSERT INTO unit_by_code (id, kind, code, name, closed_at, sort) SELECT id, kind, code, name, closed_at, sort FROM unit;
DROP TABLE unit;
ALTER TABLE unit_by_code RENAME TO unit;
CREATE VIEW any_group AS
  SELECT id, kind, name, shows_roster, since, until, sort FROM people_group
  UNION ALL SELECT id, 'class', name, 0, 0, closed_at, sort FROM unit WHERE kind = 'classe';
CREATE VIEW any_group_home AS
  SELECT group_id, unit_id FROM group_home
  UNION ALL SELECT c.descendant, c.ancestor FROM unit_closure c
  JOIN unit k ON k.id = c.descendant AND k.kind = 'classe'
  JOIN unit s ON s.id = c.ancestor AND s.kind = 'etablissement';
