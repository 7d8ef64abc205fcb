-- What one person drafted and moved: told to them, and forgotten, without reading the rest.
CREATE INDEX programme_protocol_author ON programme_protocol (author_id);
CREATE INDEX programme_engagement_mover ON programme_engagement (moved_by);
