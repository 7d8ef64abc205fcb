CREATE INDEX room_closed ON room (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX room_live ON room (state) WHERE state <> 'closed';
