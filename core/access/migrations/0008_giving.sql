-- Who gave what, where somebody of the house did.
ALTER TABLE membership ADD COLUMN given_by BYTEA;
ALTER TABLE guardianship ADD COLUMN given_by BYTEA;
-- Where a deed was done: whoever answers for a school reads what was done there.
ALTER TABLE audit ADD COLUMN unit_id BYTEA;
CREATE INDEX audit_unit ON audit (unit_id, at);
CREATE INDEX audit_person ON audit (person_id, at);
