//! A little disk in memory, that can be filled to the last byte.
use std::{
    fs,
    io::Write,
    path::PathBuf,
    process::{Command, Stdio},
};

/// How large it is: a house fits in, with some room.
const SIZE: &str = "size=96m,mode=700";

/// A mounted file system; gone when dropped.
pub struct Disk {
    pub folder: PathBuf,
}

impl Disk {
    /// Mounts one; nothing where that is not allowed.
    pub fn mounted() -> Option<Self> {
        let folder = std::env::temp_dir().join(format!("preau-storm-disk-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", SIZE, "tmpfs"]).arg(&folder).stderr(Stdio::null());
        if mount.status().is_ok_and(|status| status.success()) {
            return Some(Self { folder });
        }
        drop(fs::remove_dir(&folder));
        None
    }

    /// Takes what room there is.
    pub fn fill(&self) {
        let mut ballast = fs::File::options().append(true).create(true).open(self.folder.join("ballast")).unwrap();
        for many in [1 << 20, 1 << 12, 1] {
            while ballast.write_all(&vec![7; many]).is_ok() {}
        }
    }

    /// Gives it back.
    pub fn free(&self) {
        fs::remove_file(self.folder.join("ballast")).unwrap();
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("-l").arg(&self.folder).status());
        drop(fs::remove_dir(&self.folder));
    }
}
