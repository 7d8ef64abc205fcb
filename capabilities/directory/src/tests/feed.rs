//! What comes otherwise than by a table: said to a roll, kept in lots, compared, written and undone as a table is.
use super::{NOW, with_schools};
use crate::{
    people_import::{self, As, Asked, Doubt, Key, Kind, Plan, Reason, Roll, Rows, Said, Taught, lots},
    store,
};
use access::{GroupKind, Part, Role, UnitKind};
use db::{Db, Tx};
use kernel::{Moment, PersonId, Seeded};
use proptest::prelude::*;
use uai::Uai;

fn uai(code: &str) -> Uai {
    code.parse().unwrap()
}

const HERE: &str = "0140041U";

fn said<'s>(key: &'s str, family: &'s str, given: &'s str, born: &'s str) -> Said<'s> {
    Said { line: 7, key, family, given, born, ..Said::default() }
}

/// Two pupils of a class with their mother, who has authority over one of them; a teacher, a head; a group and a team.
fn roll(change: impl FnOnce(&mut Roll)) -> Rows {
    let mut roll = Roll::of(uai(HERE));
    roll.person(&said("E1", "Nouvel", "Inès", "31/05/2014"), &[As::Pupil("5B")]);
    roll.person(&said("E2", "Nouvel", "Noé", "2015-09-02"), &[As::Pupil("6A")]);
    let children = [("E1".to_owned(), Some(true)), ("E2".to_owned(), Some(false))];
    roll.person(&Said { phone: "06 39 98 00 01", ..said("R1", "Nouvel", "Julie", "") }, &[As::Guardian(&children)]);
    roll.person(&said("P1", "Auvray", "Claire", ""), &[As::Staff(Role::Teacher)]);
    roll.person(&said("P2", "Hamelin", "Isabelle", ""), &[As::Staff(Role::Head)]);
    change(&mut roll);
    let (rows, faults) = roll.whole();
    assert_eq!(faults, []);
    rows
}

fn group(roll: &mut Roll, key: &str, name: &str, people: &[(&str, Part)]) {
    let people: Vec<_> = people.iter().map(|(key, part)| ((*key).to_owned(), *part)).collect();
    assert!(roll.group(&Taught { line: 3, key, kind: GroupKind::Teaching, name, people: &people, subjects: &[] }));
}

/// Compares and writes the rows of the school, as a whole list; gives what was done.
async fn apply(db: &Db, source: &'static str, rows: &Rows, days: i64) -> Plan {
    let (rows, now) = (rows.clone(), NOW.plus_days(days));
    let done = db.write(move |tx| {
        let dice = Seeded::new(90 + u64::try_from(days).unwrap());
        let asked = Asked { complete: true, ..Asked::by_operator(source, now, &dice) };
        let school = access::store::by_code(tx, UnitKind::Etablissement, HERE)?.unwrap();
        let plan = people_import::plan(tx, &rows, &school, &asked)?;
        people_import::write(tx, &plan, &school, &asked)?;
        Ok::<_, people_import::Stopped>(plan)
    });
    done.await.unwrap()
}

/// The groups of a source at the school: name, and the given names of who is in them.
fn gathered(tx: &mut Tx<'_>, at: Moment) -> db::Result<Vec<(String, Vec<String>)>> {
    let school = access::store::by_code(tx, UnitKind::Etablissement, HERE)?.unwrap();
    let mut all = vec![];
    for (_, group) in store::groups_of_source(tx, "aaf:70", school.id, at)? {
        let members = store::members_of(tx, &[group.id])?;
        let here = members.into_iter().filter(|(_, member)| member.until.is_none_or(|until| until > at));
        let ids: Vec<PersonId> = here.map(|(_, member)| member.person).collect();
        let mut names: Vec<String> = store::names(tx, &ids)?.into_values().map(|(given, _)| given).collect();
        names.sort();
        all.push((group.name, names));
    }
    all.sort();
    Ok(all)
}

#[tokio::test]
async fn a_roll_makes_people_with_their_roles_and_a_second_changes_nothing() {
    for (name, db) in with_schools().await {
        let rows = roll(|_| {});
        let plan = apply(&db, "aaf:70", &rows, 0).await;
        let counts = [Kind::Arrives, Kind::Given, Kind::Tied, Kind::Opens].map(|kind| plan.count(kind));
        assert_eq!(counts, [2, 2, 2, 2], "{name}");
        let links = db
            .read(|tx| {
                let mother = store::by_key(tx, "aaf:70", "R1")?.unwrap();
                store::links(tx, mother.id, NOW.plus_days(1))
            })
            .await
            .unwrap();
        let mut authority: Vec<bool> = links.into_values().collect();
        authority.sort_unstable();
        assert_eq!(authority, [false, true], "{name}: each child by itself");
        let again = apply(&db, "aaf:70", &rows, 1).await;
        assert!(again.lines.is_empty() && again.deeds.is_empty(), "{name}: {again:?}");
    }
}

#[tokio::test]
async fn groups_begin_change_and_end_as_the_feed_says_and_are_undone() {
    for (name, db) in with_schools().await {
        let both = [("E1", Part::Member), ("E2", Part::Member), ("P1", Part::Teacher)];
        let first = roll(|roll| {
            group(roll, "0140041U$ESP1", "Espagnol 1", &both);
            group(roll, "0140041U$LAT", "Latin", &both[..1]);
        });
        let plan = apply(&db, "aaf:70", &first, 0).await;
        let said: Vec<_> =
            plan.lines.iter().filter(|line| line.kind == Kind::Gathers).map(|line| line.detail.as_str()).collect();
        assert_eq!(said, ["3", "1"], "{name}");
        let list = |days| db.read(move |tx| gathered(tx, NOW.plus_days(days)));
        let full = ("Espagnol 1".to_owned(), vec!["Claire".to_owned(), "Inès".to_owned(), "Noé".to_owned()]);
        let latin = ("Latin".to_owned(), vec!["Inès".to_owned()]);
        assert_eq!(list(1).await.unwrap(), [full.clone(), latin.clone()], "{name}");

        let silent = apply(&db, "aaf:70", &roll(|_| {}), 1).await;
        assert!(silent.deeds.is_empty(), "{name}: who says nothing of groups changes none");

        let second = roll(|roll| group(roll, "0140041U$ESP1", "Espagnol", &both[1..]));
        let plan = apply(&db, "aaf:70", &second, 2).await;
        let said = |kind| plan.lines.iter().find(|line| line.kind == kind).map(|line| line.detail.clone());
        assert_eq!(said(Kind::Regroups).as_deref(), Some("+0 −1"), "{name}");
        assert_eq!(said(Kind::Disbands).as_deref(), Some(""), "{name}");
        let less = ("Espagnol".to_owned(), vec!["Claire".to_owned(), "Noé".to_owned()]);
        assert_eq!(list(3).await.unwrap(), [less], "{name}");

        db.write_alone(|tx| {
            let school = access::store::by_code(tx, UnitKind::Etablissement, HERE)?.unwrap();
            let deed = undo::deeds_at(tx, school.id, NOW, 1)?.remove(0);
            undo::undo(tx, deed.id, (None, NOW.plus_days(3)), &[])
        })
        .await
        .unwrap();
        assert_eq!(list(3).await.unwrap(), [full, latin], "{name}: as it was");
    }
}

#[tokio::test]
async fn a_colleague_taken_into_a_group_by_hand_stays() {
    for (name, db) in with_schools().await {
        let rows = roll(|roll| group(roll, "g", "Chorale", &[("E1", Part::Member)]));
        apply(&db, "aaf:70", &rows, 0).await;
        apply(
            &db,
            "file",
            &{
                let mut roll = Roll::of(uai(HERE));
                roll.person(&said("X", "Karam", "Youssef", ""), &[As::Guardian(&[("E1".to_owned(), Some(true))])]);
                roll.whole().0
            },
            1,
        )
        .await;
        db.write(|tx| {
            let guest = store::by_key(tx, "file", "X")?.unwrap();
            let school = access::store::by_code(tx, UnitKind::Etablissement, HERE)?.unwrap();
            let (_, group) = store::groups_of_source(tx, "aaf:70", school.id, NOW)?.remove(0);
            access::store::group::join(tx, group.id, guest.id, Part::Observer, NOW, None)
        })
        .await
        .unwrap();
        let plan = apply(&db, "aaf:70", &rows, 2).await;
        assert!(plan.deeds.is_empty(), "{name}: {:?}", plan.deeds);
    }
}

#[test]
fn a_number_that_cannot_be_read_is_told_and_a_name_that_cannot_leaves_them_out() {
    let mut roll = Roll::of(uai(HERE));
    assert!(!roll.person(&Said { phone: "12", ..said("R1", "Roy", "Ana", "") }, &[As::Staff(Role::Teacher)]));
    assert!(!roll.person(&said("P2", "R0y", "Max", ""), &[As::Staff(Role::Teacher)]));
    assert!(!roll.person(&said("E1", "Roy", "Léa", ""), &[As::Pupil("6A")]));
    assert_eq!(roll.len(), 1);
    let (_, faults) = roll.whole();
    let told: Vec<_> =
        faults.iter().map(|(key, fault)| (key.as_str(), fault.column.as_str(), fault.reason.key())).collect();
    assert_eq!(told, [("R1", "telephone", "phone"), ("P2", "nom", "name"), ("E1", "naissance", "empty-cell")]);
}

#[tokio::test]
async fn who_cannot_be_read_any_more_does_not_leave_for_that() {
    for (name, db) in with_schools().await {
        apply(&db, "aaf:70", &roll(|_| {}), 0).await;
        let mut spoilt = Roll::of(uai(HERE));
        spoilt.person(&said("E1", "Nouvel", "Inès", "31/05/2014"), &[As::Pupil("5B")]);
        spoilt.person(&said("E2", "N0uvel", "Noé", "2015-09-02"), &[As::Pupil("6A")]);
        spoilt.spare("P1");
        spoilt.spare("R1");
        spoilt.person(&said("P2", "Hamelin", "Isabelle", ""), &[As::Staff(Role::Head)]);
        let (rows, faults) = spoilt.whole();
        assert_eq!((faults.len(), faults[0].1.reason.clone()), (1, Reason::Name));
        let plan = apply(&db, "aaf:70", &rows, 1).await;
        assert!(plan.deeds.is_empty(), "{name}: {:?}", plan.deeds);
    }
}

#[tokio::test]
async fn a_key_of_another_source_knows_somebody_again_if_name_or_day_agree() {
    for (name, db) in with_schools().await {
        let ine = [Key { source: "ine".to_owned(), key: "d1".to_owned() }];
        let one = |key: &'static str, family, given, born| {
            let mut roll = Roll::of(uai(HERE));
            roll.person(&Said { others: &ine, ..said(key, family, given, born) }, &[As::Pupil("5B")]);
            roll.whole().0
        };
        let first = apply(&db, "aaf:70", &one("E1", "Nouvel", "Inès", "2014-05-31"), 0).await;
        assert_eq!(first.count(Kind::Arrives), 1, "{name}");
        // The family name changed, and another source calls her otherwise.
        let married = apply(&db, "siecle:x", &one("77", "Martin", "Inès", "2014-05-31"), 1).await;
        assert_eq!((married.count(Kind::Arrives), married.count(Kind::Corrected)), (0, 1), "{name}");
        let keys =
            db.read(|tx| Ok::<_, db::Error>((store::by_key(tx, "siecle:x", "77")?, store::by_key(tx, "ine", "d1")?)));
        let (one_key, other) = keys.await.unwrap();
        assert_eq!(one_key.map(|person| person.id), other.map(|person| person.id), "{name}");
        // The same number for somebody of another name and day is somebody else.
        let stranger = apply(&db, "onde", &one("88", "Roy", "Max", "2014-01-01"), 2).await;
        assert_eq!(stranger.count(Kind::Arrives), 1, "{name}");
        let doubt = stranger.lines.iter().any(|line| matches!(line.at, Some((.., Doubt::Alike(_)))));
        assert!(!doubt, "{name}");
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-zA-Zéï’ -]{1,12}", "[\"\t;,\\PC]{1,8}"]
}

proptest! {
    #[test]
    fn a_lot_says_what_was_put_into_it(
        people in prop::collection::vec((text(), text(), 0_u8..4, any::<u64>(), prop::option::of(text())), 0..20),
        groups in prop::collection::vec((text(), prop::collection::vec(text(), 0..4)), 0..4),
    ) {
        let mut roll = Roll::of(uai(HERE));
        for (family, key, what, line, other) in &people {
            let others: Vec<Key> = other.iter().map(|key| Key { source: "ine".to_owned(), key: key.clone() }).collect();
            let said = Said { line: *line, key, family, given: "Ana", born: "2014-01-02", others: &others, ..Said::default() };
            let children = [(key.clone(), Some(true)), ("other".to_owned(), None)];
            let what = [As::Pupil("5B"), As::Staff(Role::Teacher), As::Guardian(&children), As::Pupil("6A")][usize::from(*what)];
            roll.person(&said, &[what, As::Staff(Role::Aed)]);
        }
        for (name, members) in &groups {
            let people: Vec<_> = members.iter().map(|key| (key.clone(), Part::Member)).collect();
            let subjects: Vec<_> = members.iter().map(|key| (key.clone(), name.clone())).collect();
            let (key, kind) = ("g", GroupKind::Team);
            roll.group(&Taught { line: 1, key, kind, name, people: &people, subjects: &subjects });
        }
        let rows = roll.whole().0;
        let mut packer = lots::Packer::default();
        packer.add(uai(HERE), &rows).unwrap();
        packer.add(uai("0140015R"), &Rows::default()).unwrap();
        let file = packer.whole().unwrap();
        prop_assert!(lots::is_one(&file) && !lots::is_one(b"identifiant;nom"));
        let opened = lots::Lots::open(&file).unwrap();
        prop_assert_eq!(opened.rows(uai(HERE)).unwrap(), rows);
        prop_assert!(opened.rows(uai("0140015R")).unwrap().is_empty());
        prop_assert!(opened.rows(uai("0140014P")).is_err());
    }

    #[test]
    fn lots_that_were_cut_or_changed_stop_nothing(at in 0_usize..400, byte in any::<u8>()) {
        let mut packer = lots::Packer::default();
        packer.add(uai(HERE), &roll(|roll| group(roll, "g", "Latin", &[("E1", Part::Member)]))).unwrap();
        let mut file = packer.whole().unwrap();
        let at = at % file.len();
        prop_assert!(lots::Lots::open(&file[..at]).is_err());
        file[at] = byte;
        if let Ok(lots) = lots::Lots::open(&file) {
            drop(lots.rows(uai(HERE)));
        }
    }
}
