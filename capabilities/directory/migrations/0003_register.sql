-- The register is searched by how a name begins, and by what names somebody elsewhere.
CREATE INDEX directory_person_sort ON directory_person (sort);
CREATE INDEX directory_person_key_key ON directory_person_key (key);
