//! What a process used, as Linux counts it.
use crate::{Result, Trouble};

/// Clock ticks a second, as Linux counts CPU (`sysconf(_SC_CLK_TCK)` is 100 everywhere it runs).
const TICKS: f64 = 100.0;

/// What a process used so far.
#[derive(Clone, Copy, Debug)]
pub struct Used {
    /// CPU of all its threads, user and system, in milliseconds.
    pub cpu_ms: f64,
    /// Its memory, in megabytes.
    pub rss_mb: f64,
}

/// What this process used.
pub fn used(process: u32) -> Result<Used> {
    let failed = "what the server used cannot be read";
    let at = format!("/proc/{process}");
    let stat = std::fs::read_to_string(format!("{at}/stat")).map_err(Trouble::while_(failed))?;
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|n| n.parse::<f64>().ok()).sum();
    let status = std::fs::read_to_string(format!("{at}/status")).map_err(Trouble::while_(failed))?;
    let rss =
        status.lines().find_map(|line| line.strip_prefix("VmRSS:")).and_then(|line| line.split_whitespace().next());
    let rss: f64 = rss.and_then(|kb| kb.parse().ok()).unwrap_or(0.0);
    Ok(Used { cpu_ms: ticks * 1_000.0 / TICKS, rss_mb: rss / 1_024.0 })
}
