ALTER TABLE directory_person ADD COLUMN merged_into BYTEA;
CREATE INDEX directory_person_merged ON directory_person (merged_into) WHERE merged_into IS NOT NULL;
