-- What one person wrote to others: forgotten without reading the rest.
CREATE INDEX notice_author ON notice (author_id);
