//! Bytes people send: kept in a folder or in S3.
