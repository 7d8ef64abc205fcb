-- What is past its time is found without reading the rest.
CREATE INDEX agenda_enrolment_start ON agenda_enrolment (starts_at);
CREATE INDEX agenda_presence_at ON agenda_presence (at);
CREATE INDEX agenda_presence_change_at ON agenda_presence_change (at);
CREATE INDEX agenda_feed_revoked ON agenda_feed (revoked_at) WHERE revoked_at IS NOT NULL;
-- A dispositif counts its own meetings.
CREATE INDEX agenda_meeting_dispositif ON agenda_meeting (dispositif_id, starts_at) WHERE dispositif_id IS NOT NULL;
