-- What is past its time is found without reading the rest.
CREATE INDEX visio_poll_at ON visio_poll (at);
CREATE INDEX visio_report_handled ON visio_report (handled_at) WHERE handled_at IS NOT NULL;
