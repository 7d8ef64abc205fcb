//! Writes a slice that compiles, and names it where the house must know of it: the ceremony of a new room, done by the machine.
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// A file of the skeleton: its path in the slice, and its text with `NAME` where the slice's name goes.
type Piece = (&'static str, &'static str);

macro_rules! pieces {
    ($skeleton:literal: $($path:literal),* $(,)?) => {
        &[$(($path, include_str!(concat!("../", $skeleton, "/", $path, ".txt")))),*]
    };
}

/// The skeleton of a capability: one table, page, right, job, export, erasure, sentence in both languages, and test on both databases.
const CAPABILITY: &[Piece] = pieces!["capability":
    "Cargo.toml",
    "askama.toml",
    "src/lib.rs",
    "src/demo.rs",
    "src/model.rs",
    "src/policy.rs",
    "src/store.rs",
    "src/pages.rs",
    "src/tests.rs",
    "templates/NAME/list.html",
    "lang/fr.ftl",
    "lang/en.ftl",
    "migrations/0001_NAME.sql",
];

/// The skeleton of a programme, which is a template and a chapter: what needs a table or a page is a capability.
const PROGRAMME: &[Piece] = pieces!["programme":
    "Cargo.toml",
    "src/lib.rs",
    "src/template.rs",
    "src/tests.rs",
    "lang/fr.ftl",
    "lang/en.ftl",
];

/// A kind of slice.
struct Kind {
    word: &'static str,
    floor: &'static str,
    pieces: &'static [Piece],
    /// What it stands on, as the page of the architecture draws it.
    stands_on: &'static str,
    /// What is left for whoever writes it.
    then: &'static str,
}

const KINDS: [Kind; 2] = [
    Kind {
        word: "capability",
        floor: "capabilities",
        pieces: CAPABILITY,
        stands_on: "directory",
        then: "Then say in its lib.rs what it is.",
    },
    Kind {
        word: "programme",
        floor: "programmes",
        pieces: PROGRAMME,
        stands_on: "programme",
        then: "Then write what families read first, in their languages: an \
`agreement::letter::Offer`, as programmes/reading has.",
    },
];

/// `cargo xtask new capability NAME`, `cargo xtask new programme NAME`.
pub fn run(root: &Path, words: &[String]) -> Result<(), String> {
    let kind = |word: &String| KINDS.iter().find(|kind| kind.word == word);
    let (kind, name) = match words {
        [word, name] => kind(word).map(|kind| (kind, name.as_str())),
        _ => None,
    }
    .ok_or("cargo xtask new capability NAME, or cargo xtask new programme NAME")?;
    let floor = kind.floor;
    let plain = !name.is_empty() && name.len() <= 20 && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if !plain {
        return Err(format!("{name:?} is no name of a slice: small letters only, twenty at most"));
    }
    let folder = root.join(floor).join(name);
    if folder.exists() {
        return Err(format!("{floor}/{name} is there already"));
    }
    write(&folder, kind.pieces, name)?;
    register(root, kind, name)?;
    // How a line breaks depends on the name.
    let formatted = Command::new("cargo").args(["fmt", "--package", name]).current_dir(root).status();
    if !formatted.is_ok_and(|status| status.success()) {
        return Err(format!("{floor}/{name} is written, and `cargo fmt` cannot format it"));
    }
    println!("{floor}/{name} is written. Next:");
    println!(
        "  UPDATE=1 cargo nextest run --workspace -E 'package({name}) or test(battery) or test(guests) or test(frozen)'"
    );
    println!("writes who may do what there, what the house answers with it, and its table's digest. {}", kind.then);
    Ok(())
}

/// Writes the files of the skeleton under `folder`.
fn write(folder: &Path, pieces: &[Piece], name: &str) -> Result<(), String> {
    for (path, text) in pieces {
        let path: PathBuf = folder.join(path.replace("NAME", name));
        let text = text.replace("NAME", name).replace("SAID", &title(name)).replace("TITLE", &title(name));
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|why| format!("{}: {why}", path.display()))?;
        fs::write(&path, text).map_err(|why| format!("{}: {why}", path.display()))?;
    }
    Ok(())
}

/// « Equipment ».
fn title(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Names the slice where the house lists its slices: the binary's manifest, the list of slices, the page of the architecture.
fn register(root: &Path, kind: &Kind, name: &str) -> Result<(), String> {
    let floor = kind.floor;
    let dependency = format!("{name} = {{ path = \"../{floor}/{name}\" }}\n");
    insert(root, "app/Cargo.toml", "homework.workspace", &dependency)?;
    insert(root, "app/src/slices.rs", "    &homework::SLICE,", &format!("    &{name}::SLICE,\n"))?;
    insert(root, "ARCHITECTURE.md", "homework -> ", &format!("{name} -> {}\n", kind.stands_on))?;
    let room = format!("| `{floor}/{name}` | {} |\n", title(name));
    insert(root, "ARCHITECTURE.md", "| `programmes/homework`", &room)
}

/// Puts `line` before the first line of a file that begins with `mark`.
fn insert(root: &Path, file: &str, mark: &str, line: &str) -> Result<(), String> {
    let path = root.join(file);
    let text = fs::read_to_string(&path).map_err(|why| format!("{file}: {why}"))?;
    let at = text.find(&format!("\n{mark}")).ok_or_else(|| format!("{file} has no line that begins with `{mark}`"))?;
    let (before, after) = text.split_at(at + 1);
    fs::write(&path, format!("{before}{line}{after}")).map_err(|why| format!("{file}: {why}"))
}
