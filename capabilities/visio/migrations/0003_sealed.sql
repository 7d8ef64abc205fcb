ALTER TABLE visio_server ADD COLUMN sealed BYTEA;
