//! The help desk: duties, tickets, the queue, the thread.
