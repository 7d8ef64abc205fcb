-- What is past its time is found without reading the rest.
CREATE INDEX signin_card_revoked ON signin_card (revoked_at) WHERE revoked_at IS NOT NULL;
CREATE INDEX signin_guess_since ON signin_guess (since);
