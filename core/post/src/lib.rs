//! What leaves the house: e-mail and SMS, by the académie's own servers, or into a folder.
