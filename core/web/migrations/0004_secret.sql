-- What the secret of this house answers to one question: another secret answers otherwise.
CREATE TABLE web_secret (
  mark BYTEA NOT NULL PRIMARY KEY
);
