-- When somebody else gave the person a password: it stays true when they have chosen their own.
ALTER TABLE signin_password ADD COLUMN given_at BIGINT;
UPDATE signin_password SET given_at = changed_at WHERE given = 1;
