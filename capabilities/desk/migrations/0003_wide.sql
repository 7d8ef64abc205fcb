-- What a whole académie counts of a year is found by its evenings.
CREATE INDEX desk_ticket_evening ON desk_ticket (evening, unit_id);
