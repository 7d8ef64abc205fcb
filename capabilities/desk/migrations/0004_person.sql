-- What one person wrote, showed and reported: told to them, and forgotten, without reading the rest.
CREATE INDEX desk_word_author ON desk_word (author_id);
CREATE INDEX desk_attachment_word ON desk_attachment (word_id) WHERE word_id IS NOT NULL;
CREATE INDEX desk_report_person ON desk_report (person_id);
