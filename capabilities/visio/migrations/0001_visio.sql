CREATE TABLE room (
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
CREATE INDEX room_unit ON room (unit_id, made_at);
CREATE INDEX room_host ON room (host_id, state);
CREATE INDEX room_source ON room (source_id) WHERE source_id IS NOT NULL;
CREATE TABLE room_seat (
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
CREATE INDEX room_seat_person ON room_seat (person_id, room_id);
CREATE TABLE room_poll (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  shape TEXT NOT NULL,
  question TEXT NOT NULL,
  at BIGINT NOT NULL,
  ended_at BIGINT
);
CREATE INDEX room_poll_room ON room_poll (room_id, at);
CREATE TABLE room_vote (
  poll_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  answer TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (poll_id, person_id)
);
CREATE TABLE room_line (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  team BIGINT NOT NULL,
  at BIGINT NOT NULL,
  text TEXT NOT NULL
);
CREATE INDEX room_line_room ON room_line (room_id, at);
CREATE TABLE room_report (
  id BYTEA NOT NULL PRIMARY KEY,
  room_id BYTEA NOT NULL,
  person_id BYTEA NOT NULL,
  line_id BYTEA,
  at BIGINT NOT NULL,
  text TEXT NOT NULL,
  handled_at BIGINT,
  handled_by BYTEA
);
CREATE INDEX room_report_room ON room_report (room_id);
CREATE TABLE room_server (
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
