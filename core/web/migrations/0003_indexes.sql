-- What is past its time is found without reading the rest.
CREATE INDEX web_once_at ON web_once (at);
CREATE INDEX web_upload_at ON web_upload (at);
CREATE INDEX web_upload_piece_at ON web_upload_piece (at);
CREATE INDEX web_unsent_at ON web_unsent (at);
