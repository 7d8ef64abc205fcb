-- What a line was before it was decided, so that a decision can be taken back; and that it was.
ALTER TABLE hours_decision ADD COLUMN was TEXT NOT NULL DEFAULT 'confirmed';
ALTER TABLE hours_decision ADD COLUMN back BIGINT NOT NULL DEFAULT 0;
