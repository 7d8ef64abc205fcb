//! What the worst files need beside themselves. One test alone here, so that its process measures nothing else.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

/// The most memory this process had since it was last asked to count anew, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

const MB: usize = 1 << 20;
/// A file, the line and the reason of its refusal, and the megabytes that this may take.
type Worst = (&'static str, Vec<u8>, (u64, &'static str), usize);
const HEAD: &str = "uai;nom;type;code_postal;commune;departement;academie\n";

#[test]
fn a_file_larger_than_any_directory_is_refused_before_it_takes_memory() {
    let row = "0140004D;Lycée Alain Chartier;Lycée;14402;Bayeux;Calvados;Normandie\n";
    let accented = "Lyc\u{e9}e".chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect::<Vec<_>>();
    let old = [HEAD.as_bytes(), b"0140004D;", &accented.repeat(MB)].concat();
    let files: [Worst; 5] = [
        ("65 MB", vec![b'x'; 65 * MB], (1, "too-big"), 1),
        ("one line of 20 MB", vec![b'x'; 20 * MB], (1, "not-text"), 128),
        ("a cell of 10 MB", [HEAD.as_bytes(), b"0140004D;", &vec![b'x'; 10 * MB]].concat(), (2, "cells"), 80),
        ("a row of 10 MB in an old encoding", old, (2, "cells"), 60),
        ("a row again and again", [HEAD, &row.repeat(100_001)].concat().into_bytes(), (100_002, "too-many"), 8),
    ];
    for (what, bytes, refused, most) in files {
        std::fs::write("/proc/self/clear_refs", "5").unwrap();
        let before = peak();
        let faults = annuaire::read(&bytes).unwrap_err();
        let took = peak() - before;
        assert_eq!((faults[0].line, faults[0].reason.key()), refused, "{what}: {:?}", faults[0]);
        assert!(took <= most * MB, "{what}: {took} bytes");
    }
}
