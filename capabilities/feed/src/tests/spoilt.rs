//! Each sample spoilt in three hundred ways, always the same: refused with its place, or read; and what is read is applied school by
//! school, whole or not at all.
use super::{
    Evening, confirm, follow,
    samples::{AAF, ONDE, ROSTER, SIECLE, begun, people, sent, zipped},
};
use crate::{
    Feed, Form, State,
    made::{Given, Made, Stopped},
};
use access::{Unit, UnitKind};
use bytes::Bytes;
use directory::{people_import::lots, testing::NOW};
use kernel::{Id, Seeded};
use std::io::{Cursor, Read as _};
use web::Secret;

/// The forms, with the code of a feed and a sample.
const SAMPLES: [(Form, &str, &[u8]); 4] = [
    (Form::Aaf, "70", AAF),
    (Form::Siecle, "0610970Y", SIECLE),
    (Form::Onde, "0611223Y", ONDE),
    (Form::OneRoster, "70", ROSTER),
];

/// Numbers without order, the same at each run.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

/// One to three accidents: a letter or a byte changed, some lost, some doubled, the end cut, or something odd put in.
fn spoil(bytes: &mut Vec<u8>, dice: &mut Dice) {
    const ODD: [&[u8]; 10] = [b"<", b">", b"&", b"\"", b"</", b"<!--", b";", b"\n", b"\0", b"\xff"];
    for _ in 0..=dice.throw(3) {
        let at = dice.throw(bytes.len());
        let end = (at + dice.throw(60)).min(bytes.len());
        match dice.throw(24) {
            // A letter or a figure, so that what stands around it is still sound.
            0..17 => {
                if let Some(letter) = bytes[at..].iter_mut().find(|byte| byte.is_ascii_digit()) {
                    *letter = b"0189AEFGPZ"[dice.throw(10)];
                }
            }
            17..19 if at < bytes.len() => bytes[at] = u8::try_from(dice.throw(256)).unwrap(),
            19 => drop(bytes.drain(at..end)),
            20 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            21 => bytes.truncate(at),
            _ => drop(bytes.splice(at..at, ODD[dice.throw(ODD.len())].iter().copied())),
        }
    }
}

/// The files of a sample.
fn opened(sample: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(sample)).unwrap();
    let names: Vec<String> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    let open = |name: String| {
        let mut bytes = vec![];
        archive.by_name(&name).unwrap().read_to_end(&mut bytes).unwrap();
        (name, bytes)
    };
    names.into_iter().map(open).collect()
}

/// A sample with one of its files spoilt, or the archive itself.
fn spoilt(files: &[(String, Vec<u8>)], dice: &mut Dice) -> Vec<u8> {
    let mut files = files.to_vec();
    let at = dice.throw(files.len() + 1);
    if let Some((_, bytes)) = files.get_mut(at) {
        spoil(bytes, dice);
    }
    let named: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let mut archive = zipped(&named);
    if at == files.len() {
        spoil(&mut archive, dice);
    }
    archive
}

fn read(form: Form, code: &str, archive: Vec<u8>) -> Result<Made, Stopped> {
    let kind = if form.is_of_academies() { UnitKind::Academie } else { UnitKind::Etablissement };
    let unit =
        Unit { id: Id::new(NOW, &Seeded::new(1)), kind, code: code.to_owned(), name: String::new(), closed: false };
    let (name, code) = (String::new(), code.to_owned());
    let feed = Feed {
        id: Id::new(NOW, &Seeded::new(2)),
        name,
        form,
        unit,
        code,
        alone: false,
        days: 3,
        by: None,
        at: NOW,
        last: None,
        trusted: false,
        lineage: vec![],
    };
    let archives = [Bytes::from(archive)];
    form.read(&Given { feed: &feed, day: "2026-09-15", archives: &archives, secret: &Secret::new([7; 32]) })
}

macro_rules! fixtures {
    ($folder:literal: $($name:literal),*) => {
        vec![$(($name.to_owned(), include_bytes!(concat!("../../../../standards/", $folder, "/", $name)).to_vec())),*]
    };
}

/// As little as a delivery of each form may be.
fn small(form: Form) -> (&'static str, Vec<(String, Vec<u8>)>) {
    match form {
        Form::Aaf => {
            let file = super::complete();
            ("70", vec![(file.name().to_owned(), file.text().into_bytes())])
        }
        Form::Siecle => {
            ("0149901L", fixtures!("siecle/fixtures": "eleves.xml", "responsables.xml", "structures.xml", "sts.xml"))
        }
        Form::Onde => ("0611223Y", fixtures!("onde/fixtures": "eleves.csv", "responsables.csv", "enseignants.csv")),
        Form::OneRoster => {
            let files = fixtures!(
                "oneroster/fixtures/1.1":
                "manifest.csv", "academicSessions.csv", "classes.csv", "courses.csv", "demographics.csv",
                "enrollments.csv", "orgs.csv", "users.csv"
            );
            ("70", files)
        }
    }
}

#[test]
fn three_hundred_spoilt_deliveries_of_each_form_are_read_or_refused_with_a_place() {
    for form in Form::ALL.iter().copied() {
        let ((code, files), mut dice, mut whole, mut refused) = (small(form), Dice(61), 0, 0);
        for round in 0..300 {
            match read(form, code, spoilt(&files, &mut dice)) {
                Ok(made) => {
                    whole += 1;
                    let Some(lots) = made.lots else { continue };
                    let lots = lots::Lots::open(lots).unwrap();
                    assert_eq!(i64::try_from(lots.len()).unwrap(), made.counts.schools, "{form:?} {round}");
                    let rows = lots.schools().into_iter().map(|school| lots.rows(school).unwrap().len()).sum::<usize>();
                    assert_eq!(rows, lots.people(), "{form:?} {round}");
                }
                Err(Stopped::Refused("unreadable", Some(note))) => {
                    refused += 1;
                    let known = note.word.starts_with("reason-") && !note.place.is_empty();
                    assert!(known, "{form:?} {round}: {note:?}");
                }
                Err(Stopped::Refused(why, None)) => {
                    refused += 1;
                    let known = ["other-academie", "other-school", "last-year", "no-pupils", "no-school"];
                    assert!(known.contains(&why), "{form:?} {round}: {why}");
                }
                Err(other) => panic!("{form:?} {round}: {other:?}"),
            }
        }
        assert!(whole > 30 && refused > 30, "{form:?}: {whole} read, {refused} refused");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_spoilt_changes_nothing_before_it_is_confirmed_and_each_school_whole_after() {
    let evening = Evening::both().await.remove(0);
    let mut admin = begun(&evening).await;
    for (form, code, sample) in SAMPLES {
        let feed = sent(&evening, &mut admin, (form.word(), code), &[]).await;
        let (files, mut dice) = (opened(sample), Dice(1961));
        for round in 0..12 {
            let (before, archive) = (people(&evening).await, spoilt(&files, &mut dice));
            evening.later(24 * 60);
            admin.get(&feed).await;
            admin.upload(&format!("{feed}/envoi"), &[], &[("archive", &archive)]).await;
            follow(&evening).await;
            assert_eq!(people(&evening).await, before, "{form:?} {round}: nothing is confirmed yet");
            let staged = evening.write(|tx, _| crate::store::staged(tx)).await;
            for turn in staged.iter().filter_map(|delivery| delivery.turn) {
                confirm(&evening, &mut admin, &format!("/rentree/{turn}")).await;
                let turn = evening.write(move |tx, _| rentree::store::by_id(tx, turn)).await.unwrap();
                assert!(!turn.state.goes_on(), "{form:?} {round}: {:?}", turn.state);
            }
            let state = evening.write(|tx, _| tx.query("SELECT state FROM feed_delivery", &[])).await;
            let waits = state.iter().filter(|row| row.text(0) == State::Waiting.word()).count();
            assert_eq!(waits, 0, "{form:?} {round}: each was read");
        }
    }
}
