//! A selective forwarding unit: media of a room, without any knowledge of schools.
