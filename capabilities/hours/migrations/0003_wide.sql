-- What a whole académie counts of a year is found by its months.
CREATE INDEX hours_entry_month ON hours_entry (month, unit_id);
