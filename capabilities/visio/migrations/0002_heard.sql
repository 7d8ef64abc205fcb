ALTER TABLE visio_room ADD COLUMN node TEXT;
ALTER TABLE visio_room ADD COLUMN node_url TEXT;
ALTER TABLE visio_seat ADD COLUMN heard_at BIGINT;
CREATE INDEX visio_seat_in ON visio_seat (room_id) WHERE came_at IS NOT NULL;
CREATE INDEX visio_room_node ON visio_room (node) WHERE state <> 'closed';
