//! Who is listening: an event bus in the process, and between nodes.
