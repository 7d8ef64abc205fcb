ALTER TABLE visio_room ADD COLUMN ask_at BIGINT;
UPDATE visio_room SET ask_at = made_at WHERE server_id IS NOT NULL
  AND (state = 'open' OR (state = 'closed' AND remote IN ('ready', 'failed')));
CREATE INDEX visio_room_asked ON visio_room (ask_at) WHERE ask_at IS NOT NULL;
