-- What is past its time is found without reading the rest.
CREATE INDEX notice_shown ON notice (shown_at);
CREATE INDEX notice_delivery_at ON notice_delivery (due_at);
