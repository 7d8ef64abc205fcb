ALTER TABLE directory_person ADD COLUMN sort BYTEA;
