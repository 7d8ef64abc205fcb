//! What the worst files need beside themselves. One test alone here, so that its process measures nothing else.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use calendar::{Reason, import};

/// The most memory this process had since it was last asked to count anew, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

const MB: usize = 1 << 20;
/// A file, the line and the reason of its refusal, how many faults are told at most, and the megabytes that this may take.
type Worst = (&'static str, String, (u64, Reason), usize, usize);

#[test]
fn a_file_that_is_no_calendar_is_refused_before_it_takes_memory() {
    let head = "description,start_date,end_date,zones\n";
    let named = |n: usize| format!("Vacances {n},2026-10-17,2026-11-02,Zone B\n");
    let many: String = (0..40_000).map(named).collect();
    let files: [Worst; 5] = [
        ("300 MB", "x".repeat(300 * MB), (1, Reason::Heavy), 1, 1),
        ("a line of 3 MB", "x".repeat(3 * MB), (1, Reason::Nothing), 1, 16),
        ("a row of cells", [head, &",".repeat(3 * MB)].concat(), (2, Reason::Ragged), 1, 96),
        ("holidays without end", [head, &many].concat(), (1_003, Reason::Heavy), 2_000, 8),
        ("a million short lines", [head, &"x\n".repeat(1_000_000)].concat(), (2, Reason::Ragged), 1_000, 16),
    ];
    for (what, text, (line, reason), told, most) in files {
        std::fs::write("/proc/self/clear_refs", "5").unwrap();
        let before = peak();
        let faults = import(&text).unwrap_err();
        let took = peak() - before;
        assert!(faults.iter().any(|fault| fault.line == line && fault.reason == reason), "{what}: {:?}", faults[0]);
        assert!(faults.len() <= told, "{what}: {} faults", faults.len());
        assert!(took <= most * MB, "{what}: {took} bytes");
    }
}
