ALTER TABLE programme_engagement ADD COLUMN departement_id BYTEA;
UPDATE programme_engagement SET departement_id = (
  SELECT d.id FROM unit s JOIN unit_closure c ON c.descendant = s.id
  JOIN unit d ON d.id = c.ancestor AND d.kind = 'departement'
  WHERE s.id = programme_engagement.unit_id
  ORDER BY CASE WHEN substr(s.code, 1, 3) = substr('000' || d.code, length(d.code) + 1) THEN 0 ELSE 1 END, d.code LIMIT 1);
CREATE INDEX programme_engagement_stand ON programme_engagement (dispositif_id, state, departement_id, bus);
