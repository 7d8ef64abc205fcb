CREATE TABLE visio_room (
  id BYTEA NOT NULL PRIMARY KEY,
  unit_id BYTEA NOT NULL,
  kind TEXT NOT NULL,
  source_id BYTEA,
  host_id BYTEA NOT NULL,
  title TEXT NOT NULL,
  state TEXT NOT NULL,
  lobby BIGINT NOT NULL,
  cameras TEXT NOT NULL,
  grouped BIGINT NOT NULL,
  pad TEXT NOT NULL,
  pad_turn BIGINT NOT NULL,
  pad_open BIGINT NOT NULL,
  server_id BYTEA,
  remote TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  opened_at BIGINT,
  closed_at BIGINT
);
CREATE INDEX visio_room_unit ON visio_room (unit_id, made_at);
CREATE INDEX visio_room_host ON visio_room (host_id, state);
CREATE INDEX visio_room_source ON visio_room (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX visio_room_closed ON visio_room (closed_at) WHERE closed_at IS NOT NULL;
CREATE INDEX visio_room_live ON visio_room (state) WHERE state <> 'closed';
CREATE TABLE visio_seat (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  role TEXT NOT NULL,
  state TEXT NOT NULL,
  token BYTEA,
  token_until BIGINT,
  mic BIGINT NOT NULL,
  camera BIGINT NOT NULL,
  screen BIGINT NOT NULL,
  shy BIGINT NOT NULL,
  team BIGINT NOT NULL,
  hand_at BIGINT,
  hears TEXT NOT NULL,
  joined_at BIGINT,
  came_at BIGINT,
  left_at BIGINT,
  millis BIGINT NOT NULL,
  UNIQUE (room_id, person_id)
);
CREATE INDEX visio_seat_person ON visio_seat (person_id, room_id);
CREATE TABLE visio_poll (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  shape TEXT NOT NULL,
  question TEXT NOT NULL,
  at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX visio_poll_room ON visio_poll (room_id, at);
CREATE TABLE visio_vote (
  poll_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (poll_id, person_id)
);
CREATE TABLE visio_line (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  team BIGINT NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX visio_line_room ON visio_line (room_id, at);
CREATE TABLE visio_report (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  line_id BYTEA,
  at BIGINT NOT NULL,
  text TEXT NOT NULL,
  handled_at BIGINT,
  handled_by BYTEA
);
CREATE INDEX visio_report_room ON visio_report (room_id);
CREATE TABLE visio_server (
  id BYTEA NOT NULL PRIMARY KEY,
  unit_id BYTEA NOT NULL,
  purpose TEXT NOT NULL,
  kind TEXT NOT NULL,
  url TEXT NOT NULL,
  secret TEXT NOT NULL,
  audience TEXT NOT NULL,
  at BIGINT NOT NULL,
  UNIQUE (unit_id, purpose)
);
