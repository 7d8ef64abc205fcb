//! Files of the annuaire, as short as they may be.
use std::fmt::Write as _;

/// One file on its way.
#[derive(Clone)]
pub struct File {
    name: String,
    made: String,
    text: String,
}

impl File {
    pub fn complete(day: &str) -> Self {
        Self::of("Complet", day)
    }

    pub fn changes(day: &str) -> Self {
        Self::of("Delta", day)
    }

    fn of(what: &str, day: &str) -> Self {
        let made = format!("{}/{}/{}", &day[6..], &day[4..6], &day[..4]);
        Self { name: format!("ENTTEST_{what}_{day}_Tout_0000.xml"), made, text: String::new() }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn text(&self) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE ficAlimMENESR SYSTEM \"ficAlimMENESR.dtd\">\n<ficAlimMENESR>\n\
             <!-- codeAcademieExport=\"70\" -->\n<!-- degre=\"2D\" -->\n<!-- dateGenerationExport=\"{}\" -->\n{}</ficAlimMENESR>\n",
            self.made, self.text
        )
    }

    /// Of another académie.
    pub fn of_another(self) -> String {
        self.text().replace("codeAcademieExport=\"70\"", "codeAcademieExport=\"13\"")
    }

    fn add(mut self, kind: &str, id: &str, attributes: &[(&str, Vec<String>)]) -> Self {
        let _ = write!(self.text, "<addRequest>{}", head(kind, id));
        self.text.push_str("<attributes>");
        for (name, values) in attributes {
            let _ = write!(self.text, "<attr name=\"{name}\">{}</attr>", told(values));
        }
        self.text.push_str("</attributes></addRequest>\n");
        self
    }

    pub fn change(mut self, kind: &str, id: &str, name: &str, values: &[&str]) -> Self {
        let values = told(&values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>());
        let _ = writeln!(
            self.text,
            "<modifyRequest>{}<modifications><modification name=\"{name}\" operation=\"replace\">{values}</modification>\
             </modifications></modifyRequest>",
            head(kind, id)
        );
        self
    }

    pub fn delete(mut self, kind: &str, id: &str) -> Self {
        let _ = writeln!(self.text, "<deleteRequest>{}</deleteRequest>", head(kind, id));
        self
    }

    pub fn school(self, id: &str, uai: &str, classes: &[&str], groups: &[&str]) -> Self {
        let attributes = [
            ("ENTStructureJointure", one(id)),
            ("ENTStructureUAI", one(uai)),
            ("ENTStructureClasses", all(classes)),
            ("ENTStructureGroupes", all(groups)),
        ];
        self.add("EtabEducNat", id, &attributes)
    }

    #[expect(clippy::too_many_arguments, reason = "a pupil as the feed says one")]
    pub fn pupil(
        self,
        id: &str,
        family: &str,
        given: &str,
        born: &str,
        class: &str,
        links: &[&str],
        groups: &[&str],
    ) -> Self {
        let legal = |link: &&&str| matches!(link.split('$').nth(3), Some("1" | "2"));
        let authority: Vec<String> =
            links.iter().filter(legal).map(|link| link.split('$').next().unwrap().to_owned()).collect();
        let school = class.split('$').next().unwrap();
        let attributes = [
            ("ENTPersonJointure", one(id)),
            ("ENTEleveINE", one(&format!("99000{id}AA"))),
            ("ENTPersonDateNaissance", one(born)),
            ("sn", one(family)),
            ("givenName", one(given)),
            ("ENTPersonStructRattach", one(school)),
            ("ENTEleveClasses", if class.contains('$') { one(class) } else { vec![] }),
            ("ENTEleveGroupes", all(groups)),
            ("ENTElevePersRelEleve", all(links)),
            ("ENTEleveAutoriteParentale", authority),
        ];
        self.add("Eleve", id, &attributes)
    }

    pub fn guardian(self, id: &str, family: &str, given: &str, phone: &str) -> Self {
        let attributes =
            [("ENTPersonJointure", one(id)), ("sn", one(family)), ("givenName", one(given)), ("mobile", one(phone))];
        self.add("PersRelEleve", id, &attributes)
    }

    pub fn staff(self, id: &str, family: &str, given: &str, function: &str, classes: &[&str], groups: &[&str]) -> Self {
        let attributes = [
            ("ENTPersonJointure", one(id)),
            ("sn", one(family)),
            ("givenName", one(given)),
            ("ENTPersonFonctions", one(function)),
            ("ENTAuxEnsClassesMatieres", all(classes)),
            ("ENTAuxEnsGroupesMatieres", all(groups)),
        ];
        self.add("PersEducNat", id, &attributes)
    }
}

fn head(kind: &str, id: &str) -> String {
    format!(
        "<operationalAttributes><attr name=\"categoriePersonne\"><value>{kind}</value></attr></operationalAttributes>\
         <identifier><id>{id}</id></identifier>"
    )
}

fn told(values: &[String]) -> String {
    if values.is_empty() {
        return "<value/>".to_owned();
    }
    values.iter().fold(String::new(), |text, value| text + "<value>" + value + "</value>")
}

fn one(value: &str) -> Vec<String> {
    if value.is_empty() { vec![] } else { vec![value.to_owned()] }
}

fn all(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}
