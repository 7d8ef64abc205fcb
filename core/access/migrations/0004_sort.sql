ALTER TABLE unit ADD COLUMN sort BYTEA;
ALTER TABLE people_group ADD COLUMN sort BYTEA;
DROP VIEW any_group;
CREATE VIEW any_group AS
  SELECT id, kind, name, shows_roster, since, until, sort FROM people_group
  UNION ALL SELECT id, 'class', name, 0, 0, closed_at, sort FROM unit WHERE kind = 'classe';
