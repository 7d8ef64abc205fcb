//! The files of an académie of so many people, all invented: one large school, and as many of five hundred pupils as it takes.
use std::{
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::Path,
};

/// The files, in the order of what they hold.
pub const NAMES: [&str; 4] = [
    "ENTBENCH_Complet_20260915_Eleve_0000.xml",
    "ENTBENCH_Complet_20260915_EtabEducNat_0000.xml",
    "ENTBENCH_Complet_20260915_PersEducNat_0000.xml",
    "ENTBENCH_Complet_20260915_PersRelEleve_0000.xml",
];

/// Pupils, guardians and staff of the large school, and of each other.
const LARGE: [usize; 3] = [2_000, 3_500, 200];
const USUAL: [usize; 3] = [500, 875, 50];
/// How many pupils a class has, and a group.
const CLASS: usize = 28;

/// The codes of the schools that are open.
pub fn codes(schools: &[annuaire::School]) -> Vec<String> {
    schools.iter().filter(|school| school.open).map(|school| school.uai.to_string()).collect()
}

type Out = BufWriter<File>;

/// Writes the files into a folder; says how many people they hold.
pub fn write(folder: &Path, codes: &[String], people: usize) -> io::Result<usize> {
    fs::create_dir_all(folder)?;
    let mut files = vec![];
    for name in NAMES {
        let mut file = BufWriter::new(File::create(folder.join(name))?);
        let (academie, degree) = ("<!-- codeAcademieExport=\"70\" -->", "<!-- degre=\"2D\" -->");
        write!(file, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ficAlimMENESR>\n{academie}\n{degree}\n")?;
        files.push(file);
    }
    let mut count = 0;
    for (at, code) in codes.iter().enumerate() {
        if count >= people {
            break;
        }
        let size = if at == 0 { LARGE } else { USUAL };
        school(&mut files, at + 1, code, size)?;
        count += size.iter().sum::<usize>();
    }
    for (mut file, name) in files.into_iter().zip(NAMES) {
        writeln!(file, "</ficAlimMENESR>")?;
        file.flush()?;
        File::create(folder.join(format!("{name}.ok")))?;
    }
    Ok(count)
}

fn school(files: &mut [Out], school: usize, code: &str, [pupils, guardians, staff]: [usize; 3]) -> io::Result<()> {
    let [of_pupils, of_schools, of_staff, of_guardians] = files else { return Ok(()) };
    let classes = pupils.div_ceil(CLASS);
    let list = |what: &str| values((0..classes).map(|n| format!("{what}{n}$")));
    let more = [
        ("ENTStructureUAI", format!("<value>{code}</value>")),
        ("ENTStructureClasses", list("C")),
        ("ENTStructureGroupes", list("G")),
    ];
    add(of_schools, "EtabEducNat", &format!("{school}"), &more)?;
    let text = |value: String| format!("<value>{value}</value>");
    for n in 0..pupils {
        let id = format!("1{school:04}{n:05}");
        let (one, other) = (n * guardians / pupils, (n + 1) * guardians / pupils);
        let who: Vec<String> = (one..other.max(one + 1)).map(|n| format!("2{school:04}{n:05}")).collect();
        let links = values(who.iter().map(|who| format!("{who}$10$1$1$1$0")));
        let legal = values(who.iter().cloned());
        let class = n / CLASS;
        let more = [
            ("ENTEleveINE", text(format!("{id}A"))),
            ("ENTPersonDateNaissance", text(format!("{:02}/{:02}/2013", n % 28 + 1, n % 12 + 1))),
            ("sn", text(format!("Famille {}", letters(n * 7 + school * 13)))),
            ("givenName", text(format!("Prénom {}", letters(n * 3 + school)))),
            ("ENTPersonStructRattach", text(school.to_string())),
            ("ENTEleveClasses", text(format!("{school}$C{class}"))),
            ("ENTEleveGroupes", text(format!("{school}$G{class}"))),
            ("ENTElevePersRelEleve", links),
            ("ENTEleveAutoriteParentale", legal),
            ("ENTEleveRegime", text("DEMI-PENSIONNAIRE DANS L'ETABLISSEMENT".to_owned())),
            ("ENTEleveStatutEleve", text("SCOLAIRE".to_owned())),
            ("ENTEleveNivFormation", text("6EME".to_owned())),
        ];
        add(of_pupils, "Eleve", &id, &more)?;
    }
    for n in 0..guardians {
        let id = format!("2{school:04}{n:05}");
        let more = [
            ("sn", text(format!("Famille {}", letters(n * 7 + school * 13)))),
            ("givenName", text(format!("Parent {}", letters(n * 5 + school)))),
            ("mobile", text(format!("+33 6 39 98 {:02} {:02}", n / 100 % 100, n % 100))),
            ("ENTPersonAdresse", text(format!("{n} rue des Écoles"))),
            ("ENTPersonVille", text("CAEN".to_owned())),
        ];
        add(of_guardians, "PersRelEleve", &id, &more)?;
    }
    for n in 0..staff {
        let id = format!("3{school:04}{n:05}");
        let class = n % classes;
        let more = [
            ("sn", text(format!("Adulte {}", letters(n * 11 + school * 3)))),
            ("givenName", text(format!("Prénom {}", letters(n + school)))),
            ("ENTPersonFonctions", text(format!("{school}$ENS$ENSEIGNEMENT$L0201$LETTRES"))),
            ("ENTAuxEnsClassesMatieres", text(format!("{school}$C{class}$0207"))),
            ("ENTAuxEnsGroupesMatieres", text(format!("{school}$G{class}$0207"))),
        ];
        add(of_staff, "PersEducNat", &id, &more)?;
    }
    Ok(())
}

fn add(file: &mut Out, kind: &str, id: &str, attributes: &[(&str, String)]) -> io::Result<()> {
    write!(
        file,
        "<addRequest>\n<operationalAttributes><attr name=\"categoriePersonne\"><value>{kind}</value></attr></operationalAttributes>\n\
         <identifier><id>{id}</id></identifier>\n<attributes>\n<attr name=\"ENTPersonJointure\"><value>{id}</value></attr>\n"
    )?;
    for (name, values) in attributes {
        writeln!(file, "<attr name=\"{name}\">{values}</attr>")?;
    }
    writeln!(file, "</attributes>\n</addRequest>")
}

fn values(all: impl Iterator<Item = String>) -> String {
    all.fold(String::new(), |text, value| text + "<value>" + &value + "</value>")
}

/// A number as letters, for names.
fn letters(mut n: usize) -> String {
    let mut text = String::new();
    loop {
        text.push(char::from(b'a' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
        if n == 0 {
            return text;
        }
    }
}
