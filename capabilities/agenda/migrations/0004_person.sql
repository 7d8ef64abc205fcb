-- What one person made, taught, came to or changed: told to them, and forgotten, without reading the rest.
CREATE INDEX agenda_presence_change_pupil ON agenda_presence_change (pupil_id);
CREATE INDEX agenda_presence_change_by ON agenda_presence_change (by_id);
CREATE INDEX agenda_slot_teacher ON agenda_slot (teacher_id);
CREATE INDEX agenda_slot_coteacher ON agenda_slot (coteacher_id) WHERE coteacher_id IS NOT NULL;
CREATE INDEX agenda_slot_maker ON agenda_slot (made_by);
CREATE INDEX agenda_meeting_maker ON agenda_meeting (made_by);
CREATE INDEX agenda_meeting_canceller ON agenda_meeting (cancelled_by) WHERE cancelled_by IS NOT NULL;
