//! Headings as secretariats write them.
use crate::people_import::{Column, Field, NAMES, tokens, understood};
use std::collections::HashSet;

fn own(heading: &str) -> Option<Column> {
    let field = understood(heading)?.0;
    (field.guardian.is_none()).then_some(field.column)
}

#[test]
fn a_name_means_one_column() {
    let mut seen = HashSet::new();
    for (column, names) in NAMES {
        for name in *names {
            assert_eq!(tokens(name).join(" "), *name, "written as it is looked up");
            assert!(seen.insert(name), "{name} twice");
            assert_eq!(own(name), Some(*column), "{name}");
        }
    }
    for column in Column::ALL {
        assert_eq!(understood(column.name()), Some((Field::own(column), 0)));
        assert!(NAMES.iter().any(|(named, _)| *named == column));
    }
}

#[test]
fn accents_capitals_and_signs_do_not_count() {
    for heading in ["Prénom", "PRENOM", "pre\u{301}nom", " prénom ", "Prénom(s)", "prénom*", "« Prénom »", "Prénom :"]
    {
        assert_eq!(own(heading), Some(Column::Given), "{heading}");
    }
    assert_eq!((own(""), own(&"nom ".repeat(100)), own("***")), (None, None, None));
}

#[test]
fn exports_are_understood() {
    let all = [
        (Column::Family, &["Nom de famille", "NOM", "Nom élève", "Nom de l’élève", "Nom de famille*"][..]),
        (Column::UsedFamily, &["Nom d'usage", "Nom d’usage élève", "Nom usage"]),
        (Column::Given, &["Prénom 1", "Prénom élève", "Premier prénom*"]),
        (Column::UsedGiven, &["Prénom d’usage"]),
        (Column::WholeName, &["Élèves", "Nom et prénom", "Nom, prénom"]),
        (Column::Born, &["Né(e) le", "Date de naissance", "Date naissance", "Date de naiss.", "Date Naissance"]),
        (Column::Born, &["Date de naissance (jj/mm/aaaa)*"]),
        (Column::Class, &["Division", "Division*", "Code Structure", "Nom de la classe", "Libellé classe", "Classe"]),
        (Column::Ine, &["INE", "Id National", "Identifiant national", "N° INE"]),
        (Column::Number, &["Num. élève établissement", "Num. Elève Etab", "N° élève"]),
        (Column::Key, &["Identifiant élève", "Identifiant unique*"]),
        (Column::Uai, &["Code UAI", "RNE", "UAI de l’établissement"]),
        (Column::Phone, &["Tel portable", "Tél. Portable", "Tél. mobile", "Téléphone portable"]),
        (Column::OtherPhone, &["Tél. Personnel", "Téléphone domicile"]),
        (Column::Email, &["Mél", "Courriel", "Adresse e-mail", "E-mail"]),
        (Column::Until, &["Fin", "Date fin", "Date de sortie", "Date Sortie"]),
        (Column::Role, &["Fonction", "Rôle"]),
        (Column::Authority, &["Autorité parentale", "Exercice de l’autorité parentale (O/N)"]),
        (Column::Of, &["responsable_de", "Responsable de", "INE de l’enfant"]),
    ];
    for (column, headings) in all {
        for heading in headings {
            assert_eq!(own(heading), Some(column), "{heading}");
        }
    }
}

#[test]
fn guardians_have_their_number() {
    let all = [
        ("Nom resp. légal 1", Column::Family, 1),
        ("Nom de famille resp. légal1", Column::Family, 1),
        ("Prénom Resp. Lég. 2", Column::Given, 2),
        ("Prénom 1 resp. légal 2", Column::Given, 2),
        ("Tél. mobile resp. légal 1", Column::Phone, 1),
        ("Tél. Personnel Resp. Lég. 1", Column::OtherPhone, 1),
        ("Tel portable responsable légal 2", Column::Phone, 2),
        ("Resp. légal 1", Column::WholeName, 1),
        ("Responsable 2 : nom", Column::Family, 2),
        ("Nom responsable", Column::Family, 0),
        ("Nom usage responsable", Column::UsedFamily, 0),
        ("Autorité parentale resp. légal 2", Column::Authority, 2),
        ("Le responsable 1 a l’autorité", Column::Authority, 1),
        ("Nom du père", Column::Family, 5),
        ("Téléphone de la mère", Column::Phone, 6),
    ];
    for (heading, column, rank) in all {
        assert_eq!(understood(heading).map(|(field, _)| field), Some(Field::of(column, rank)), "{heading}");
    }
}

#[test]
fn what_is_not_needed_is_nothing() {
    for heading in [
        "Cycle",
        "Niveau",
        "Sexe",
        "Régime",
        "Code MEF",
        "Prénom 2",
        "Commune naiss.",
        "Date Entrée",
        "Adresse1",
        "Elève No Etab",
        "Numéro",
        "Nom d'usage enfant",
        "Langue vivante 1",
        "Lien Parenté Resp. Lég. 1",
        "Ligne Adresse 1 Resp. Lég. 1",
        "Courriel resp. légal1",
        "Civilité Responsable",
        "Nom resp. légal 7",
        "Tél. Professionnel",
    ] {
        assert_eq!(understood(heading), None, "{heading}");
    }
}
