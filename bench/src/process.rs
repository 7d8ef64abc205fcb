//! What a process used, as Linux counts it.
use std::{fs, io};

/// How many ticks the kernel counts in a second of CPU (`sysconf(_SC_CLK_TCK)`), for every Linux of today.
const TICKS: f64 = 100.0;

/// Seconds of CPU of all its threads so far, user and system: the 14th and 15th fields, counted after the name in brackets.
pub fn cpu(process: u32) -> io::Result<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat"))?;
    let after = stat.rsplit(") ").next().unwrap_or("");
    let ticks: f64 = after.split_whitespace().skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum();
    Ok(ticks / TICKS)
}

/// Megabytes of its memory of one kind: `RssAnon`, `VmRSS`.
pub fn mb(process: u32, kind: &str) -> io::Result<f64> {
    let status = fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(':'));
    let kb = line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse::<f64>().ok());
    Ok(kb.unwrap_or(0.0) / 1024.0)
}
