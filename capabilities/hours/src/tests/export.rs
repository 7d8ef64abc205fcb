//! A batch as files: opened, read back, compared to the minute.
use super::town::{Evening, NOW, Town, acting};
use crate::{Month, policy::Approve, store};
use calamine::{Data, DataType as _, Reader as _, Xlsx};
use db::{Result, Tx};
use std::io::Cursor;

fn batch(tx: &mut Tx<'_>, town: &Town) -> Result<(crate::BatchId, i64)> {
    let head = acting(tx, town.head)?;
    for (n, minutes) in [61, 47, 90, 13].into_iter().enumerate() {
        let ended = -100 * (i64::try_from(n).unwrap() + 1);
        let hour = town.line(tx, town.teachers[n % 2], (ended, minutes, i64::from(n > 0)))?;
        let (line, _) = store::find::<Approve>(tx, &head, hour)?.unwrap();
        store::approve(tx, &line, &head, town.id(), NOW)?.unwrap();
    }
    let (place, id) = (town.place(tx), town.id());
    assert!(store::make_batch(tx, &place, &head, (id, Month::of(NOW)), NOW)?);
    // The first was held for nobody: half of 61 is due.
    Ok((id, 31 + 47 + 90 + 13))
}

fn number(cell: &Data) -> i64 {
    match cell {
        Data::Float(number) => {
            #[expect(clippy::cast_possible_truncation, reason = "whole minutes")]
            let whole = number.round() as i64;
            assert!((number - number.round()).abs() < 1e-9);
            whole
        }
        other => panic!("{other:?} is no number"),
    }
}

#[tokio::test]
async fn a_batch_opens_as_a_spreadsheet_and_as_a_csv_with_the_same_minutes() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let of = town.clone();
        let (id, total) = db.write(move |tx| batch(tx, &of)).await.unwrap();
        let mut head = evening.nobody().with("preau", town.head);
        let file = format!("/heures/ecole/envoi/{id}");
        head.get("/heures/ecole").await;
        assert!(head.text.contains(&format!("action=\"{file}\"")), "{name}: {head:?}");
        for format in ["xlsx", "csv"] {
            head.post(&file, &[("format", format)]).await;
            let trail = db.read(move |tx| access::audit::on(tx, id, 9)).await.unwrap();
            let said = |deed: &access::audit::Deed| (deed.person, deed.deed.as_str() == "hours/export");
            assert!(trail.iter().map(said).eq(vec![(town.head, true); trail.len()]), "{name}: {trail:?}");
            assert!(trail.iter().any(|deed| deed.reason == format), "{name}: who took what: {trail:?}");
        }
        assert_eq!((head.status, head.header("content-type")), (200, Some("text/csv; charset=utf-8")), "{name}");
        let disposition = head.header("content-disposition").unwrap().to_owned();
        assert_eq!(disposition, "attachment; filename=\"heures-0140041U-2025-11.csv\"", "{name}");
        let text = head.text.strip_prefix('\u{feff}').expect("a mark of UTF-8").to_owned();
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        assert_eq!(reader.headers().unwrap().get(14), Some("Minutes à payer"), "{name}");
        let rows: Vec<csv::StringRecord> = reader.records().map(std::result::Result::unwrap).collect();
        assert_eq!(rows.len(), 4 + 2 + 1, "{name}: lines, a total for each, the total of all");
        let pay = |row: &csv::StringRecord| row.get(14).unwrap().parse::<i64>().unwrap();
        assert_eq!(rows[..4].iter().map(pay).sum::<i64>(), total, "{name}");
        assert_eq!(rows[4..6].iter().map(pay).sum::<i64>(), total, "{name}");
        assert_eq!((pay(&rows[6]), rows[6].get(15), rows[6].get(16)), (total, Some("3:01"), Some("3,02")), "{name}");
        assert!(rows.iter().any(|row| row.get(2) == Some("'=Paul") && row.get(1) == Some("Lebrun;\"dit\"")), "{name}");
        for cell in rows.iter().flatten().filter(|cell| cell.parse::<i64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
        }
    }
}

/// The spreadsheet of the last answer, opened.
fn opened(browser: &web::testing::Browser) -> Xlsx<Cursor<Vec<u8>>> {
    calamine::open_workbook_from_rs(Cursor::new(browser.bytes.to_vec())).unwrap()
}

/// The first sheet, as it is written in the archive.
fn written(browser: &web::testing::Browser) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(browser.bytes.to_vec())).unwrap();
    std::io::read_to_string(archive.by_name("xl/worksheets/sheet1.xml").unwrap()).unwrap()
}

#[tokio::test]
async fn the_spreadsheet_has_real_days_a_filter_and_what_pay_knows_people_by() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let of = town.clone();
        let (id, total) = db
            .write(move |tx| {
                directory::store::set_key(tx, "paie", "14E0123456ABC", of.teachers[0])?;
                directory::store::set_key(tx, "liste", "nom:lebrun-paul-0140041u", of.teachers[1])?;
                batch(tx, &of)
            })
            .await
            .unwrap();
        let mut head = evening.nobody().with("preau", town.head);
        head.get("/heures/ecole").await;
        head.post(&format!("/heures/ecole/envoi/{id}"), &[("format", "xlsx")]).await;
        let first = head.bytes.clone();
        let mut book = opened(&head);
        let lines = book.worksheet_range("Lignes").unwrap();
        let heads: Vec<_> = lines.rows().next().unwrap().iter().map(ToString::to_string).collect();
        assert_eq!(heads[..6], ["Identifiant", "Nom", "Prénom", "UAI", "Établissement", "Jour"], "{name}");
        let paid: i64 = lines.rows().skip(1).map(|row| number(&row[14])).sum();
        assert_eq!((lines.rows().count(), paid), (5, total), "{name}");
        for row in lines.rows().skip(1) {
            let Data::DateTime(day) = &row[5] else { panic!("{name}: {:?} is no day", row[5]) };
            assert_eq!(day.to_ymd_hms_milli(), (2025, 11, 25, 0, 0, 0, 0), "{name}");
            assert!(row[6].is_datetime() && row[7].is_datetime(), "{name}: {row:?}");
            let known = row[1] == Data::String("Auvray".into());
            let key = if known { Data::String("14E0123456ABC".into()) } else { Data::String(String::new()) };
            assert!(row[0] == key || (!known && row[0] == Data::Empty), "{name}: {:?}", row[0]);
        }
        let totals = book.worksheet_range("Totaux").unwrap();
        let rows: Vec<_> = totals.rows().skip(1).collect();
        let (all, teachers) = rows.split_last().unwrap();
        assert_eq!(teachers.iter().map(|row| number(&row[3])).sum::<i64>(), total, "{name}");
        assert_eq!(number(&all[3]), total, "{name}");
        assert!(written(&head).contains("<autoFilter ref=\"A1:Q5\""), "{name}: each column filters");
        head.get("/heures/ecole").await;
        head.post(&format!("/heures/ecole/envoi/{id}"), &[("format", "xlsx")]).await;
        assert_eq!(head.bytes, first, "{name}: the same batch, the same bytes");
    }
}

#[tokio::test]
async fn a_pilot_takes_the_counts_of_all_schools_month_by_month() {
    for evening in Evening::both().await {
        let Evening { name, db, town, .. } = &evening;
        let of = town.clone();
        db.write(move |tx| batch(tx, &of)).await.unwrap();
        let mut pilot = evening.nobody().with("preau", town.pilot);
        pilot.get("/heures/academie/fichier?format=csv").await;
        assert_eq!(pilot.header("content-type"), Some("text/csv; charset=utf-8"), "{name}: {pilot:?}");
        assert!(pilot.text.contains("0140041U;Collège des Falaises;2025-11-01;181;3:01;3,02;"), "{name}: {pilot:?}");
        assert!(!pilot.text.contains("Auvray"), "{name}: counts, no name");
        pilot.get("/heures/academie/fichier?format=xlsx").await;
        let mut book = opened(&pilot);
        let range = book.worksheet_range("Heures des établissements").unwrap();
        let row = range.rows().nth(1).unwrap();
        assert!(row[2].is_datetime() && number(&row[3]) == 181, "{name}: {row:?}");
    }
}

#[test]
fn no_cell_is_a_formula_and_hours_are_written_as_people_do() {
    for risky in ["=1+1", "+33", "-2", "@x", "\tx"] {
        assert!(print::sheet::tame(risky).starts_with('\''), "{risky}");
    }
    assert_eq!(print::sheet::tame("Auvray"), "Auvray");
    let said = |minutes| (print::book::clock(minutes), print::book::decimal(minutes));
    assert_eq!(said(61), ("1:01".into(), "1,02".into()));
    assert_eq!(said(-90), ("-1:30".into(), "-1,50".into()));
    assert_eq!(said(0), ("0:00".into(), "0,00".into()));
}
