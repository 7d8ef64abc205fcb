-- What is past its time is found without reading the rest.
CREATE INDEX desk_ticket_ended ON desk_ticket (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX desk_report_handled ON desk_report (handled_at) WHERE handled_at IS NOT NULL;
CREATE INDEX desk_duty_over ON desk_duty (ends_at);
-- What is in hand, for the work of each minute.
CREATE INDEX desk_duty_live ON desk_duty (ends_at) WHERE state <> 'closed';
CREATE INDEX desk_announced ON desk (announced_at) WHERE announcement <> '';
