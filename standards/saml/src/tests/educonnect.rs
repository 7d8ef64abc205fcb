//! What the portals of French schools say, in the shapes in which they say it.
use crate::{
    Attribute,
    educonnect::{Identity, Record, Vector},
};

fn told(all: &[(&str, &[&str])]) -> Identity {
    let attribute = |(name, values): &(&str, &[&str])| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        Attribute { name: (*name).into(), friendly: None, values }
    };
    Identity::read(&all.iter().map(attribute).collect::<Vec<_>>())
}

fn record(academie: u16, jointure: &str) -> Record {
    Record { academie, jointure: jointure.into() }
}

#[test]
fn a_pupil_of_educonnect() {
    let read = told(&[
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.57", &["e6759833fb37"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.5", &["https://educonnect.invalid/Logout"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.6", &["2026-11-28 08:29:33.437"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.7", &["eleve2d"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.64", &["5ba682c0fc6a05ed"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.67", &["2012-08-18"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.72", &["0140004d"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.73", &["2212"]),
        ("urn:oid:2.5.4.4", &["DÙPÔNT"]),
        ("urn:oid:2.5.4.42", &["Zoé"]),
        ("FrEduCtRefId", &["{AAF}70|0140004D|1234567", "{ECT}98|x|y"]),
    ]);
    let wanted = Identity {
        account: Some("e6759833fb37".into()),
        records: vec![record(70, "1234567")],
        ine_hash: Some("5ba682c0fc6a05ed".into()),
        birth_date: Some("2012-08-18".into()),
        school: "0140004D".parse().ok(),
        level: Some("2212".into()),
        surname: Some("DÙPÔNT".into()),
        given_name: Some("Zoé".into()),
        kind: Some("eleve2d".into()),
        signed_in: Some("2026-11-28 08:29:33.437".into()),
        logout: Some("https://educonnect.invalid/Logout".into()),
        ..Identity::default()
    };
    assert_eq!(read, wanted);
}

#[test]
fn a_guardian_has_a_record_in_each_academie() {
    let read = told(&[("FrEduCtRefId", &["{AAF}70|a|12", "{AAF}05|b|34", "{AAF}00||56", "{AAF}21|c|12"])]);
    assert_eq!(read.records, [record(70, "12"), record(5, "34"), record(0, "56"), record(21, "12")]);
    assert!(read.unread.is_empty());
}

#[test]
fn a_guardian_of_aten_is_known_by_each_child() {
    let read = told(&[(
        "FrEduVecteur",
        &["2|DUPONT|Anne|12|0140004D", "3|LE GALL|Léo||0140004D", "4|Dupont|Zoé|34|0140004D"],
    )]);
    let vector = |of_guardian, surname: &str, given_name: &str, pupil: &str| Vector {
        of_guardian,
        surname: surname.into(),
        given_name: given_name.into(),
        pupil: pupil.into(),
        school: "0140004D".parse().unwrap(),
    };
    assert_eq!(read.vectors, [vector(true, "DUPONT", "Anne", "12"), vector(false, "Dupont", "Zoé", "34")]);
    assert_eq!(read.unread, ["FrEduVecteur"]);
}

#[test]
fn staff_are_known_by_their_addresses() {
    let read = told(&[("ctemail", &["anne@poste.invalid", "A.Dupont@ac.invalid"]), ("mail", &["a.dupont@ac.invalid"])]);
    assert_eq!(read.mails, ["a.dupont@ac.invalid", "anne@poste.invalid"]);
}

#[test]
fn a_friendly_name_is_a_name() {
    let friendly = Some("FrEduCtRefId".into());
    let attribute = Attribute { name: "urn:oid:1.2".into(), friendly, values: vec!["{AAF}70|a|12".into()] };
    assert_eq!(Identity::read(&[attribute]).records, [record(70, "12")]);
}

#[test]
fn what_cannot_be_read_is_told() {
    let read = told(&[
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.67", &["18/08/2012"]),
        ("urn:oid:1.3.6.1.4.1.20326.10.999.1.72", &["0140004A"]),
        ("FrEduCtRefId", &["{AAF}70|12", "{AAF}x|a|12", "{AAF}70|a|", "{AAF}70|a|1|2"]),
        ("FrEduVecteur", &["5|DUPONT|Anne|12|0140004D", "4|x"]),
    ]);
    let unread = vec!["FrEduCtDateNaissance", "FrEduCtEleveUAI", "FrEduCtRefId", "FrEduVecteur"];
    assert_eq!(read, Identity { unread, ..Identity::default() });
    assert_eq!(told(&[]), Identity::default());
}
