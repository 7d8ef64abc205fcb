//! What a delta does.
use super::{COMPLETE, DELTA, feed, read, request};
use crate::{Applied, Kind};

#[test]
fn each_operation_does_what_it_says() {
    let mut feed = feed(&COMPLETE);
    feed.watch();
    let file = read(&mut feed, DELTA).unwrap().files.remove(0);
    let done = |kind, applied| file.done.get(&(kind, applied)).copied().unwrap_or(0);
    let of =
        |kind| [Applied::Added, Applied::Changed, Applied::Deleted, Applied::Absent].map(|applied| done(kind, applied));
    assert_eq!((of(Kind::Pupil), of(Kind::Guardian), of(Kind::Staff)), ([1, 4, 1, 1], [0, 1, 1, 0], [0, 1, 1, 0]));
    assert_eq!(file.absent, [(Kind::Pupil, "9999".to_owned(), 70)]);

    let pupil = |id| feed.pupil(id);
    assert!(pupil("1011").is_some() && pupil("1010").is_none());
    let moved = pupil("1001").unwrap();
    assert_eq!(
        (moved.classes[0].code.as_str(), moved.exits[0].day.as_str(), moved.groups.len()),
        ("4 A", "2026-10-11", 0)
    );
    assert_eq!(moved.name, "Essaidi");
    let joined = pupil("1002").unwrap();
    assert_eq!((joined.groups[0].code.as_str(), joined.name.as_str()), ("6LAT", "Essaidi"));
    let links: Vec<_> = pupil("1003").unwrap().guardians.into_iter().map(|link| (link.guardian, link.legal)).collect();
    assert_eq!(links, [("2001".to_owned(), true)]);
    let elsewhere = pupil("1007").unwrap();
    assert_eq!((elsewhere.schools.concat(), elsewhere.groups.len()), ("52".to_owned(), 0));
    assert_eq!(feed.guardian("2006").unwrap().phones[0], "+33 6 39 98 77 01");
    assert_eq!(feed.staff("3002").unwrap().name, "Heuzé-Sorel");
    assert_eq!(feed.take_touched().into_iter().collect::<Vec<_>>(), ["51", "52"]);
}

/// The schools that one request touches.
fn touched_by(request: &str) -> Vec<String> {
    let mut feed = feed(&COMPLETE);
    feed.watch();
    let file = format!("<ficAlimMENESR>{request}</ficAlimMENESR>");
    read(&mut feed, ("d.xml", file.as_bytes())).unwrap();
    feed.take_touched().into_iter().collect()
}

fn renamed(category: &str, id: &str, name: &str) -> String {
    let modification = format!("<modification name='{name}' operation='replace'><value>Autre</value></modification>");
    request("modifyRequest", category, id, &format!("<modifications>{modification}</modifications>"))
}

#[test]
fn a_delta_touches_the_schools_of_those_it_is_about() {
    assert_eq!(touched_by(&renamed("Eleve", "1009", "sn")), ["52"]);
    assert_eq!(touched_by(&renamed("Eleve", "1009", "ENTEleveRegime")), [""; 0], "what is not kept changes nothing");
    assert_eq!(touched_by(&renamed("PersRelEleve", "2001", "sn")), ["51", "52"], "a child in each school");
    assert_eq!(touched_by(&renamed("PersRelEleve", "2006", "sn")), ["51"]);
    assert_eq!(touched_by(&renamed("PersEducNat", "3001", "sn")), ["51", "52"]);
    assert_eq!(touched_by(&renamed("EtabEducNat", "52", "ENTStructureNomCourant")), ["52"]);
    assert_eq!(touched_by(&renamed("MefEducNat", "24133610210", "ENTLibelleMef")), ["52"]);
    assert_eq!(touched_by(&renamed("MatEducNat", "020300", "ENTLibelleMatiere")), ["51", "52"]);
}

#[test]
fn that_nobody_has_authority_any_more_is_not_forgotten() {
    let mut feed = feed(&COMPLETE);
    let said = |operation: &str, value: &str| {
        renamed("Eleve", "1004", "ENTEleveAutoriteParentale")
            .replace("replace", operation)
            .replace("<value>Autre</value>", value)
    };
    for request in [said("replace", "<value/>"), said("delete", "<value>2003</value>"), said("delete", "")] {
        let mut feed = feed.clone();
        read(&mut feed, ("d.xml", format!("<ficAlimMENESR>{request}</ficAlimMENESR>").as_bytes())).unwrap();
        assert!(feed.pupil("1004").unwrap().guardians.iter().all(|link| !link.legal), "{request}");
    }
    let given = said("add", "<value>2004</value>");
    read(&mut feed, ("d.xml", format!("<ficAlimMENESR>{given}</ficAlimMENESR>").as_bytes())).unwrap();
    let legal: Vec<_> = feed.pupil("1004").unwrap().guardians.iter().map(|link| link.legal).collect();
    assert_eq!(legal, [true, false], "not while the other attribute denies it");
}
