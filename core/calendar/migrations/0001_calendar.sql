CREATE TABLE calendar_holiday (
  year BIGINT NOT NULL,
  name TEXT NOT NULL,
  starts TEXT NOT NULL,
  ends TEXT NOT NULL,
  checked BIGINT NOT NULL,
  PRIMARY KEY (starts, ends)
);
CREATE TABLE calendar_week_letter (
  monday TEXT NOT NULL PRIMARY KEY,
  letter TEXT NOT NULL
);
