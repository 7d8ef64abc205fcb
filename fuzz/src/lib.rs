//! Nothing by itself: the targets are in `fuzz_targets/`.
