-- Until when a password that somebody else gave opens. Where it was given before this step it is counted from that day.
ALTER TABLE signin_password ADD COLUMN given_until BIGINT;
