//! The canonical form against libxml2's, by lxml, over ten thousand documents: the bytes are the same.
//!
//! `TEST_PORTALS` names the Python environment that has lxml; without it nothing is compared.
use crate::{c14n, canonical, xml};
use data_encoding::BASE64;
use roxmltree::Document;
use std::{
    fmt::Write as _,
    io::{BufRead, BufReader, Write as _},
    path::PathBuf,
    process::{Command, Stdio},
};

const DOCUMENTS: usize = 10_000;

/// For each line, a document, prefixes and the place of an element: its canonical form, and that of this element alone.
const ORACLE: &str = r#"
import base64, sys
from lxml import etree
def form(node, prefixes):
    whole = etree.tostring(node, method="c14n", exclusive=True, with_comments=False, inclusive_ns_prefixes=prefixes)
    return base64.b64encode(whole).decode()
for line in sys.stdin:
    document, prefixes, place = line.rstrip("\n").split("\t")
    root = etree.fromstring(base64.b64decode(document))
    element = [node for node in root.iter() if isinstance(node.tag, str)][int(place)]
    print(form(root.getroottree().getroot(), prefixes.split()), form(element, None))
"#;

#[test]
fn canonical_forms_are_those_of_libxml2() {
    let Some(environment) = environment() else { return };
    let mut command = Command::new(environment.join("bin/python"));
    command.args(["-c", ORACLE]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = command.spawn().unwrap();
    let cases: Vec<_> = Case::all().take(DOCUMENTS).collect();
    let mut asked = python.stdin.take().unwrap();
    let lines: String = cases.iter().map(Case::line).collect();
    let writer = std::thread::spawn(move || asked.write_all(lines.as_bytes()));
    let answers: Vec<_> = BufReader::new(python.stdout.take().unwrap()).lines().map(Result::unwrap).collect();
    writer.join().unwrap().unwrap();
    assert!(python.wait().unwrap().success());
    assert_eq!(answers.len(), cases.len());
    for (case, answer) in cases.iter().zip(&answers) {
        let (whole, part) = answer.split_once(' ').unwrap();
        let theirs = |form: &str| String::from_utf8(BASE64.decode(form.as_bytes()).unwrap()).unwrap();
        assert_eq!(canonical(&case.document, &case.prefixes), Ok(theirs(whole)), "{}", case.document);
        let text = xml::bounded(&case.document, xml::MESSAGE).unwrap();
        let document = Document::parse(&text).unwrap();
        let element = document.descendants().filter(roxmltree::Node::is_element).nth(case.place).unwrap();
        assert_eq!(c14n::of(element, None, &[]), Ok(theirs(part)), "{}", case.document);
    }
}

#[test]
fn a_canonical_form_is_its_own() {
    for case in Case::all().take(DOCUMENTS / 10) {
        let once = canonical(&case.document, &case.prefixes).unwrap();
        assert_eq!(canonical(&once, &case.prefixes), Ok(once), "{}", case.document);
    }
}

#[expect(clippy::disallowed_methods, reason = "tests are told by the environment where other programs are")]
fn environment() -> Option<PathBuf> {
    std::env::var_os("TEST_PORTALS").map(PathBuf::from)
}

struct Case {
    document: String,
    prefixes: Vec<&'static str>,
    /// Which of its elements is also taken alone.
    place: usize,
}

impl Case {
    /// As many as one likes, always the same. Two prefixes may be one namespace, so that an attribute stands twice:
    /// that is no document.
    fn all() -> impl Iterator<Item = Self> {
        (0..).map(Self::random).filter(|case| Document::parse(&case.document).is_ok())
    }

    fn random(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let mut document = String::from(dice.pick(&["", "<?xml version=\"1.0\"?>\n", "<!-- before --> "]));
        let mut elements = 0;
        element(&mut dice, &mut document, &mut vec![], &mut elements);
        document.push_str(dice.pick(&["", "\n", "<!-- behind -->"]));
        let prefixes = PREFIXES.into_iter().chain(["absent"]).filter(|_| dice.under(4) == 0).collect();
        Self { document, prefixes, place: dice.under(elements) }
    }

    fn line(&self) -> String {
        format!("{}\t{}\t{}\n", BASE64.encode(self.document.as_bytes()), self.prefixes.join(" "), self.place)
    }
}

const PREFIXES: [&str; 4] = ["a", "b", "é", "xs"];
/// Without `&`, which libxml2 writes as it is in a declaration, so that its own form is no XML.
const NAMESPACES: [&str; 4] = ["urn:1", "urn:2", "https://x.invalid/?a=1;b='2'", "https://x.invalid/%C3%A9"];
const LOCAL: [&str; 4] = ["n", "m", "é", "x-1.y"];
const TEXTS: [&str; 16] = [
    "text",
    " ",
    "\n\t",
    "\r\n",
    "\r",
    "&#13;",
    "&#xD;&#10;",
    "&lt;&amp;&gt;&quot;&apos;",
    "é€😀",
    "&#x1F600;",
    "]]&gt;",
    "\"'",
    "<![CDATA[a & <b> \r\n ]] > \"é]]>",
    "<!-- a - -->",
    "<!---->",
    "&#9;",
];
const VALUES: [&str; 10] = [
    "",
    "v",
    "a\tb\nc\r\nd\re",
    "&#9;&#10;&#13;",
    "&lt;&gt;&amp;&quot;&apos;",
    "é😀",
    "  two  ",
    ">",
    "&#x20;",
    "a=b/c",
];

/// An element, the prefixes in force around it, its attributes and what is in it.
fn element(dice: &mut Dice, out: &mut String, around: &mut Vec<&'static str>, elements: &mut usize) {
    *elements += 1;
    let outside = around.len();
    let mut declared = String::new();
    for prefix in PREFIXES.into_iter().filter(|_| dice.under(3) == 0).collect::<Vec<_>>() {
        write!(declared, "{}xmlns:{prefix}={}", dice.space(), dice.quoted(&NAMESPACES)).unwrap();
        around.push(prefix);
    }
    if dice.under(4) == 0 {
        write!(declared, " xmlns={}", dice.quoted(&["", "urn:1", "urn:3"])).unwrap();
    }
    let qualified = |dice: &mut Dice, around: &[&'static str]| {
        let local = dice.pick(&LOCAL);
        if around.is_empty() || dice.under(2) == 0 {
            local.to_owned()
        } else {
            format!("{}:{local}", dice.pick(around))
        }
    };
    let name = qualified(dice, around);
    let mut attributes: Vec<String> = vec![];
    for _ in 0..dice.under(5) {
        let name = if dice.under(6) == 0 {
            dice.pick(&["xml:lang", "xml:space", "xml:base"]).to_owned()
        } else {
            qualified(dice, around)
        };
        if !attributes.contains(&name) {
            attributes.push(name);
        }
    }
    let written = attributes
        .iter()
        .map(|name| format!("{}{name}{}={}", dice.space(), dice.pick(&["", " "]), dice.quoted(&VALUES)));
    let written: String = written.collect();
    let both = if dice.under(2) == 0 { format!("{declared}{written}") } else { format!("{written}{declared}") };
    write!(out, "<{name}{both}{}", dice.pick(&["", " ", "\n"])).unwrap();
    if dice.under(5) == 0 {
        out.push_str("/>");
    } else {
        out.push('>');
        for _ in 0..dice.under(5) {
            if dice.under(3) > 0 || around.len() > 30 || *elements > 30 {
                out.push_str(dice.pick(&TEXTS));
            } else {
                element(dice, out, around, elements);
            }
        }
        write!(out, "</{name}{}>", dice.pick(&["", " "])).unwrap();
    }
    around.truncate(outside);
}

/// Numbers from a seed (`splitmix64`).
struct Dice(u64);

impl Dice {
    fn under(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 33).unwrap() % end.max(1)
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.under(from.len())]
    }

    fn space(&mut self) -> &'static str {
        self.pick(&[" ", "\n  ", "\t"])
    }

    /// A value between quotes of one kind or the other.
    fn quoted(&mut self, from: &[&'static str]) -> String {
        let value = self.pick(from);
        if self.under(2) == 0 && !value.contains('\'') { format!("'{value}'") } else { format!("\"{value}\"") }
    }
}
