-- What is past its time is found without reading the rest.
CREATE INDEX training_enrolled_at ON training_enrolled (at);
CREATE INDEX training_followed_at ON training_followed (at);
