//! Territory, schools, people, families; and how they are imported.
