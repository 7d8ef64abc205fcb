-- What one person wrote, answered and reported: told to them, and forgotten, without reading the rest.
CREATE INDEX visio_vote_person ON visio_vote (person_id);
CREATE INDEX visio_line_person ON visio_line (person_id);
CREATE INDEX visio_report_person ON visio_report (person_id);
