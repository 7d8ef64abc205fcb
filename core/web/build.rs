//! Presses the assets: each gets a name that changes with its content, and is compressed once, here.
use sha2::{Digest, Sha256};
use std::{error::Error, fmt::Write as _, fs, io::Write as _, path::Path};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets");
    #[expect(clippy::disallowed_methods, reason = "cargo tells a build script by the environment")]
    let out = std::env::var("OUT_DIR")?;
    let mut files: Vec<_> = fs::read_dir("assets")?.collect::<Result<_, _>>()?;
    files.sort_by_key(fs::DirEntry::file_name);
    let mut list = String::from("&[\n");
    for file in files {
        let mut name = file.file_name().into_string().map_err(|_| "an asset's name is not text")?;
        let folder = file.path().is_dir();
        if folder {
            name.push_str(".js");
        }
        let Some(media) = media(&name) else { continue };
        let raw = if folder { joined(&file.path())? } else { fs::read(file.path())? };
        let hash: String = Sha256::digest(&raw).iter().take(6).fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        });
        let (stem, ending) = name.rsplit_once('.').ok_or("an asset without ending")?;
        write_as(&out, &name, "br", &brotli(&raw)?)?;
        write_as(&out, &name, "gz", &gzip(&raw)?)?;
        write_as(&out, &name, "raw", &raw)?;
        let bytes = |kind: &str| format!("include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{name}.{kind}\"))");
        writeln!(
            list,
            "Asset {{ name: {name:?}, address: \"/a/{stem}.{hash}.{ending}\", media: {media:?}, raw: {}, br: {}, gz: {} }},",
            bytes("raw"),
            bytes("br"),
            bytes("gz")
        )?;
    }
    list.push(']');
    fs::write(Path::new(&out).join("assets.rs"), list)?;
    Ok(())
}

/// A script in several files, one after the other, in one closed scope.
fn joined(folder: &Path) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut parts: Vec<_> = fs::read_dir(folder)?.map(|part| Ok(part?.path())).collect::<std::io::Result<_>>()?;
    parts.sort();
    let mut script = b"'use strict';(() => {\n".to_vec();
    for part in parts {
        script.extend(fs::read(part)?);
    }
    script.extend(b"})();\n");
    Ok(script)
}

fn media(name: &str) -> Option<&'static str> {
    let (_, ending) = name.rsplit_once('.')?;
    Some(match ending {
        "js" => "text/javascript; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => return None,
    })
}

fn write_as(out: &str, name: &str, kind: &str, bytes: &[u8]) -> std::io::Result<()> {
    fs::write(Path::new(out).join(format!("{name}.{kind}")), bytes)
}

fn brotli(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut out = vec![];
    {
        let mut press = brotli::CompressorWriter::new(&mut out, 4096, 11, 22);
        press.write_all(raw)?;
    }
    Ok(out)
}

fn gzip(raw: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut press = flate2::write::GzEncoder::new(vec![], flate2::Compression::best());
    press.write_all(raw)?;
    press.finish()
}
