-- What is past its time is found without reading the rest.
CREATE INDEX programme_protocol_superseded ON programme_protocol (superseded_at) WHERE superseded_at IS NOT NULL;
CREATE INDEX programme_remark_at ON programme_remark (at);
-- A pilot finds their own.
CREATE INDEX programme_dispositif_pilot ON programme_dispositif (pilot_id);
