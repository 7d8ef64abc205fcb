//! A batch as files: opened, read back, compared to the minute.
use super::town::{Evening, NOW, Town, acting, both};
use crate::{Month, policy::Approve, store};
use calamine::{Data, Reader as _, Xlsx};
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
        assert_eq!(reader.headers().unwrap().get(10), Some("Minutes à payer"), "{name}");
        let rows: Vec<csv::StringRecord> = reader.records().map(std::result::Result::unwrap).collect();
        assert_eq!(rows.len(), 4 + 2 + 1, "{name}: lines, a total for each, the total of all");
        let pay = |row: &csv::StringRecord| row.get(10).unwrap().parse::<i64>().unwrap();
        assert_eq!(rows[..4].iter().map(pay).sum::<i64>(), total, "{name}");
        assert_eq!(rows[4..6].iter().map(pay).sum::<i64>(), total, "{name}");
        assert_eq!((pay(&rows[6]), rows[6].get(11), rows[6].get(12)), (total, Some("3:01"), Some("3,02")), "{name}");
        assert!(rows.iter().any(|row| row.get(1) == Some("'=Paul") && row.get(0) == Some("Lebrun;\"dit\"")), "{name}");
        for cell in rows.iter().flatten().filter(|cell| cell.parse::<i64>().is_err()) {
            assert!(!cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
        }
    }
}

#[tokio::test]
async fn the_spreadsheet_says_the_same_and_can_be_had_again() {
    for (name, db, town) in both::<Town>().await {
        let of = town.clone();
        let (id, total) = db.write(move |tx| batch(tx, &of)).await.unwrap();
        let of = town.clone();
        let bytes = move |tx: &mut Tx<'_>| {
            let place = of.place(tx);
            let lines = store::sent(tx, &place, id)?.into_iter().map(|sent| (sent, String::new())).collect();
            let columns = std::array::from_fn(|n| format!("c{n}"));
            let headings =
                crate::export::Headings { lines: "L".into(), totals: "T".into(), columns, total: "Total".into() };
            let sheet = crate::export::Sheet { headings, lines };
            Ok::<_, db::Error>(crate::xlsx(&sheet, NOW).unwrap())
        };
        let (first, again) = (db.write(bytes.clone()).await.unwrap(), db.write(bytes).await.unwrap());
        assert_eq!(first, again, "{name}: the same batch, the same bytes");
        let mut book: Xlsx<_> = calamine::open_workbook_from_rs(Cursor::new(first)).unwrap();
        let lines = book.worksheet_range("L").unwrap();
        let paid: i64 = lines.rows().skip(1).map(|row| number(&row[10])).sum();
        assert_eq!((lines.rows().count(), paid), (5, total), "{name}");
        let totals = book.worksheet_range("T").unwrap();
        let rows: Vec<_> = totals.rows().skip(1).collect();
        let (all, teachers) = rows.split_last().unwrap();
        assert_eq!(teachers.iter().map(|row| number(&row[2])).sum::<i64>(), total, "{name}");
        assert_eq!(number(&all[2]), total, "{name}");
        assert_eq!(all[3], Data::String("3:01".into()), "{name}");
    }
}

#[test]
fn no_cell_is_a_formula_and_hours_are_written_as_people_do() {
    for risky in ["=1+1", "+33", "-2", "@x", "\tx"] {
        assert!(print::sheet::tame(risky).starts_with('\''), "{risky}");
    }
    assert_eq!(print::sheet::tame("Auvray"), "Auvray");
    let said = |minutes| (crate::export::clock(minutes), crate::export::decimal(minutes));
    assert_eq!(said(61), ("1:01".into(), "1,02".into()));
    assert_eq!(said(-90), ("-1:30".into(), "-1,50".into()));
    assert_eq!(said(0), ("0:00".into(), "0,00".into()));
}
