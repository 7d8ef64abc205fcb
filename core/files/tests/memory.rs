//! What the worst files of each kind need beside themselves: one copy. One test alone here, so that its process measures nothing else.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use bytes::Bytes;

/// The most memory this process had since it was last asked to count anew, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

/// What making `what` of the file needs at most.
fn grown(what: impl FnOnce()) -> usize {
    std::fs::write("/proc/self/clear_refs", "5").unwrap();
    let before = peak();
    what();
    peak() - before
}

/// A head, the same part again and again, and an end: as many small parts as the limit of its kind lets in.
fn full(megabytes: usize, head: &[u8], part: &[u8], end: &[u8]) -> Vec<u8> {
    let times = (megabytes * 1024 * 1024 - head.len() - end.len()) / part.len();
    [head, &part.repeat(times), end].concat()
}

#[test]
fn a_file_of_a_million_parts_needs_one_copy_of_itself() {
    let mp4 = include_bytes!("../samples/voice.m4a");
    let webm = include_bytes!("../samples/film.webm");
    let (frames, opus) = (include_bytes!("../samples/voice.mp3"), include_bytes!("../samples/opus.ogg"));
    let (aac, wav) = (include_bytes!("../samples/voice.aac"), include_bytes!("../samples/voice.wav"));
    let ihdr = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0abcd";
    let frame = b"\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0\xff\xda\0\x02coded\xff\xd9";
    // Twenty bytes, so that with the twelve of the head nothing is left over.
    let picture = b"VP8 \x0c\0\0\0\0\0\0\x9d\x01\x2a\x01\0\x01\0\0\0";
    let page = [&b"OggS\0\0\0\0\0\0\0\0\0\0"[..], &opus[14..18], &[0; 9]].concat();
    for (what, file) in [
        ("jpeg", full(8, &[0xff, 0xd8, 0xff], &[0xff, 0xe1, 0, 2], frame)),
        ("png", full(8, ihdr, b"\0\0\0\0tEXtabcd", b"\0\0\0\x01IDATxabcd\0\0\0\0IENDabcd")),
        // As many parts of eight bytes as make 8 MB, with the head and the end: what it says of itself is right.
        ("webp", full(8, b"RIFF\xf8\xff\x7f\0WEBP", b"ABCD\0\0\0\0", picture)),
        ("gif", full(8, b"GIF89a\x01\0\x01\0\0\0\0", b"\x21\xfe\0", b"\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x4c\x01\0;")),
        ("mp4", full(3, mp4, b"\0\0\0\x08abcd", &[])),
        ("webm", full(8, webm, b"\xec\x80", &[])),
        ("ogg", full(3, opus, &page, &[])),
        ("mp3", full(3, frames, &frames[180..], &[])),
        ("aac", full(3, aac, aac, &[])),
        ("wav", full(3, wav, b"LIST\0\0\0\0", &[])),
    ] {
        let bytes = Bytes::from(file);
        let kind = files::admit(&bytes).unwrap();
        let admitting = grown(|| assert_eq!(files::admit(&bytes), Ok(kind)));
        let stripping = grown(|| drop(files::strip(kind, bytes.clone())));
        assert!(admitting < 256 * 1024, "{what}: {admitting} bytes to know what it is");
        assert!(stripping < bytes.len() + 512 * 1024, "{what}: {stripping} bytes for {}", bytes.len());
    }
    // Numbers that say more than there is.
    for (what, file) in [
        ("a box of exabytes", [&mp4[..], b"\0\0\0\x01free\xff\xff\xff\xff\xff\xff\xff\xff"].concat()),
        ("an element of petabytes", [&webm[..], b"\xec\x01\xff\xff\xff\xff\xff\xff\xfe"].concat()),
        ("a chunk of gigabytes", [&wav[..], b"LIST\xff\xff\xff\xff"].concat()),
    ] {
        let bytes = Bytes::from(file);
        let kind = files::admit(&bytes).unwrap();
        let needed = grown(|| drop(files::strip(kind, bytes)));
        assert!(needed < 256 * 1024, "{what}: {needed} bytes");
    }
}
