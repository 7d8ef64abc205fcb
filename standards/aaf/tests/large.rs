//! What the feed of a whole académie takes: 600,000 people, made up as they are read. In a release build:
//! `cargo test --release -p aaf --test large -- --ignored --nocapture`. Alone here, so that its process measures
//! nothing else.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use aaf::{Applied, Feed, Kind, Requests};
use std::io::{BufReader, Read};

const SCHOOLS: usize = 600;
const PUPILS: usize = 400 * SCHOOLS;
const GUARDIANS: usize = 312_000;
const STAFF: usize = 80 * SCHOOLS;
const MB: usize = 1 << 20;

#[test]
#[ignore = "ten seconds in a release build, minutes in another"]
fn six_hundred_thousand_people_are_read_and_held() {
    let (before, mut feed, mut bytes) = (peak(), Feed::default(), 0);
    for (count, record) in
        [(SCHOOLS, school as fn(usize) -> String), (PUPILS, pupil), (GUARDIANS, guardian), (STAFF, staff)]
    {
        let file = Made { record, left: count, piece: String::from(HEAD).into_bytes(), at: 0 };
        let mut requests = Requests::of("made", BufReader::new(file), 1 << 40).unwrap();
        while let Some(request) = requests.read().unwrap() {
            assert_eq!(feed.apply(request), Applied::Added);
        }
        bytes += record(count).len() * count;
    }
    let (read, held) = (processor(), peak() - before);
    let (mut people, mut notes) = (0, 0);
    for roll in feed.index().rolls() {
        people += roll.pupils.len() + roll.staff.len();
        notes += roll.notes.len();
    }
    let (walked, most) = (processor() - read, peak() - before);
    assert_eq!((feed.count(Kind::Guardian), people, notes), (GUARDIANS, PUPILS + STAFF, 0));
    let said = format!(
        "{} MB, read and held in {read:.1} s with {} MB; every roll in {walked:.1} s more, {} MB at most",
        bytes / MB,
        held / MB,
        most / MB
    );
    std::io::Write::write_all(&mut std::io::stderr(), format!("{said}\n").as_bytes()).unwrap();
    assert!(held < 200 * MB && most < 300 * MB && read + walked < 60.0, "{said}");
}

/// The most memory this process had, in bytes.
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse::<usize>().unwrap() * 1024
}

/// How long the processor worked for this process, in seconds.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let ticks: u32 =
        stat.rsplit(") ").next().unwrap().split(' ').skip(11).take(2).map(|n| n.parse::<u32>().unwrap()).sum();
    f64::from(ticks) / 100.0
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ficAlimMENESR>\n<!-- codeAcademieExport=\"70\" -->\n";

/// A file that is made up record by record.
struct Made {
    record: fn(usize) -> String,
    left: usize,
    piece: Vec<u8>,
    at: usize,
}

impl Read for Made {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.piece.len() && self.left > 0 {
            self.left -= 1;
            self.piece = (self.record)(self.left).into_bytes();
            self.at = 0;
            if self.left == 0 {
                self.piece.extend(b"</ficAlimMENESR>");
            }
        }
        let read = (&self.piece[self.at..]).read(into)?;
        self.at += read;
        Ok(read)
    }
}

fn request(category: &str, id: usize, attributes: &[(&str, &[&str])]) -> String {
    let of = if category == "EtabEducNat" { "Structure" } else { "Personne" };
    let mut text = format!(
        "<addRequest>\n<operationalAttributes><attr name=\"categorie{of}\"><value>{category}</value></attr>\
         </operationalAttributes>\n<identifier><id>{id}</id></identifier>\n<attributes>\n"
    );
    for (name, values) in attributes {
        text.extend([format!("<attr name=\"{name}\">")]);
        values.iter().for_each(|value| text.extend([format!("<value>{value}</value>")]));
        text.push_str("</attr>\n");
    }
    text + "</attributes>\n</addRequest>\n"
}

const NAMES: [&str; 8] = ["D’Hérouville", "Lemoine", "Traoré", "Œuvrard", "Vautier", "Ribeiro", "Anquetil", "Le Goff"];
const GIVEN: [&str; 6] = ["Maël", "Zoé", "Salma", "Côme", "Assia", "Jean-Baptiste"];

fn school(n: usize) -> String {
    let classes: Vec<String> = (0..16).map(|class| format!("{class}A$CLASSE {class}A$10010012110")).collect();
    let classes: Vec<&str> = classes.iter().map(String::as_str).collect();
    request(
        "EtabEducNat",
        n + 1,
        &[
            ("ENTStructureUAI", &["0610970Y"]),
            ("ENTStructureNomCourant", &[&format!("CLG-ECOLE {n}-NORMANDIE")]),
            ("ENTStructureTypeStruct", &["COLLEGE"]),
            ("ENTServAcAcademie", &["NORMANDIE"]),
            ("ENTStructureClasses", &classes),
        ],
    )
}

fn pupil(n: usize) -> String {
    let (school, class, id) = (n % SCHOOLS + 1, n % 16, 1_000_000 + n);
    let parents = [3_000_000 + n % GUARDIANS, 3_000_000 + (n * 7 + 1) % GUARDIANS];
    let class = format!("{school}${class}A");
    request(
        "Eleve",
        id,
        &[
            ("ENTPersonJointure", &[&id.to_string()]),
            ("ENTEleveINE", &[&format!("99{n:07}FA")]),
            ("ENTEleveStructRattachId", &[&n.to_string()]),
            ("ENTPersonDateNaissance", &[&format!("{:02}/04/2013", n % 28 + 1)]),
            ("ENTPersonNomPatro", &[NAMES[n % 8]]),
            ("sn", &[NAMES[n % 8]]),
            ("givenName", &[GIVEN[n % 6]]),
            ("ENTPersonAutresPrenoms", &[GIVEN[n % 6], "Paul"]),
            ("personalTitle", &["M."]),
            ("ENTElevePersRelEleve", &[&format!("{}$10$1$1$1$0", parents[0]), &format!("{}$20$0$1$1$0", parents[1])]),
            ("ENTEleveAutoriteParentale", &[&parents[0].to_string(), &parents[1].to_string()]),
            ("ENTEleveBoursier", &["N"]),
            ("ENTEleveRegime", &["DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT"]),
            ("ENTEleveTransport", &["N"]),
            ("ENTPersonAdresse", &["43 allée des Poiriers$$$"]),
            ("ENTPersonCodePostal", &["61700"]),
            ("ENTPersonVille", &["LONLAY L ABBAYE"]),
            ("ENTPersonPays", &["FRANCE"]),
            ("ENTEleveStatutEleve", &["SCOLAIRE"]),
            ("ENTEleveMEF", &["10010012110"]),
            ("ENTEleveLibelleMEF", &["6EME"]),
            ("ENTEleveNivFormation", &["6EME"]),
            ("ENTEleveFiliere", &["6E"]),
            (
                "ENTEleveEnseignements",
                &["FRANCAIS", "MATHEMATIQUES", "HISTOIRE-GEOGRAPHIE", "ANGLAIS LV1", "TECHNOLOGIE"],
            ),
            ("ENTEleveCodeEnseignements", &["020700", "061300", "043700", "030201", "070800"]),
            ("ENTPersonStructRattach", &[&school.to_string()]),
            ("ENTEleveDateEntreeClasses", &[&class.replace('$', "$01/09/2026$")]),
            ("ENTEleveDateSortieClasses", &[""]),
            ("ENTEleveClasses", &[&class]),
            ("ENTEleveGroupes", &[&format!("{class}LATIN"), &format!("{class}ESP")]),
        ],
    )
}

fn guardian(n: usize) -> String {
    let id = 3_000_000 + n;
    request(
        "PersRelEleve",
        id,
        &[
            ("ENTPersonJointure", &[&id.to_string()]),
            ("ENTPersonNomPatro", &[NAMES[n % 8]]),
            ("sn", &[NAMES[n % 7]]),
            ("givenName", &[GIVEN[n % 6]]),
            ("personalTitle", &["Mme"]),
            ("ENTPersonAdresse", &["43 allée des Poiriers$$$"]),
            ("ENTPersonCodePostal", &["61700"]),
            ("ENTPersonVille", &["LONLAY L ABBAYE"]),
            ("ENTPersonPays", &["FRANCE"]),
            ("homePhone", &["+33 2 61 91 11 81"]),
            ("mobile", &["+33 6 39 98 64 88"]),
            ("mail", &[&format!("parent.{id}@exemple.invalid")]),
        ],
    )
}

fn staff(n: usize) -> String {
    let (school, id) = (n % SCHOOLS + 1, 4_000_000 + n);
    let classes: Vec<String> = (0..5).map(|class| format!("{school}${}A", (n + class) % 16)).collect();
    let subjects: Vec<String> = classes.iter().map(|class| format!("{class}$061300")).collect();
    let (classes, subjects): (Vec<&str>, Vec<&str>) =
        (classes.iter().map(String::as_str).collect(), subjects.iter().map(String::as_str).collect());
    request(
        "PersEducNat",
        id,
        &[
            ("ENTPersonJointure", &[&id.to_string()]),
            ("ENTPersonDateNaissance", &["17/08/1978"]),
            ("ENTPersonNomPatro", &[NAMES[n % 8]]),
            ("sn", &[NAMES[n % 8]]),
            ("givenName", &[GIVEN[n % 6]]),
            ("mail", &[&format!("prof.{id}@exemple.invalid")]),
            ("ENTPersonStructRattach", &[&school.to_string()]),
            ("ENTAuxEnsCategoDiscipline", &["13$MATHEMATIQUES"]),
            ("ENTAuxEnsClasses", &classes),
            ("ENTAuxEnsClassesMatieres", &subjects),
            ("ENTAuxEnsClassesPrincipal", &[classes[0]]),
            ("ENTPersonFonctions", &[&format!("{school}$ENS$ENSEIGNEMENT$L1300$MATHEMATIQUES")]),
            ("PersEducNatPresenceDevantEleves", &["O"]),
        ],
    )
}
