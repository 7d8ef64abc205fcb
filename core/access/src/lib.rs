//! Who may do what: rules as data, read in memory and in SQL.
