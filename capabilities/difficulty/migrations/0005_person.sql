-- What one person wrote, opened, closed and borrowed: told to them, and forgotten, without reading the rest.
CREATE INDEX difficulty_word_author ON difficulty_word (author_id);
CREATE INDEX difficulty_loan_child ON difficulty_loan (child_id);
CREATE INDEX difficulty_opener ON difficulty (opened_by);
CREATE INDEX difficulty_closer ON difficulty (closed_by) WHERE closed_by IS NOT NULL;
CREATE INDEX difficulty_equipment_updater ON difficulty_equipment (updated_by);
