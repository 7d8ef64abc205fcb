//! A year lived day by day, by people at their pages and by the house on its own: it ends with the bilan made of it.
mod desk;
mod end;
mod family;
mod house;
mod school;

use house::Year;
use jiff::{ToSpan as _, civil::Date};

/// From the first day of school to the first day of summer.
const FIRST: Date = Date::constant(2025, 9, 1);
const LAST: Date = Date::constant(2026, 7, 4);

/// When the house wakes up: a morning of letters, noon, the evening of help, and hours when families are left in peace.
const SCHOOL_DAY: [(i8, i8); 6] = [(7, 5), (12, 0), (17, 25), (18, 30), (20, 30), (23, 0)];
/// The same on a day off, when nothing may leave at all.
const DAY_OFF: [(i8, i8); 3] = [(7, 5), (18, 30), (23, 0)];

#[tokio::test]
async fn a_year_day_by_day_ends_with_the_bilan_made_without_retyping() {
    for (name, db) in db::testing::both(&[]).await {
        let mut year = Year::begin(db).await;
        for day in FIRST.series(1.day()).take_while(|day| *day <= LAST) {
            let off = calendar::Calendar::shipped().off(day);
            for (hour, minute) in if off { &DAY_OFF[..] } else { &SCHOOL_DAY[..] } {
                year.at(day, *hour, *minute);
                live(&mut year, day, *hour, off).await;
                year.wake().await;
            }
            year.days += 1;
        }
        year.left_in_peace();
        year.tell(name);
    }
}

/// What people do at this hour of this day.
async fn live(year: &mut Year, day: Date, hour: i8, off: bool) {
    match (day.month(), day.day(), hour) {
        (9, 2, 12) => school::call(year).await,
        (9, 4, 12) => school::apply(year).await,
        (9, 5, 12) => school::engage(year).await,
        (9, 15, 18) => family::channels(year).await,
        (9, 26, 12) => school::write(year).await,
        (10, 2, 12) => school::approve(year).await,
        (10, 2, 20) => school::publish(year).await,
        (10, 6, 12) => family::sheets(year).await,
        (10, 7, 18) => family::answers(year).await,
        (10, 8, 12) => family::on_paper(year).await,
        (10, 10, 12) => school::desk_and_slot(year, day).await,
        (10, 13, 12) => school::enrol(year, day).await,
        (11, 3, 12) => family::takes_a_place(year, day).await,
        (11, 19, 12) => school::train(year).await,
        (11, 20, 20) => family::difficulty(year).await,
        (11, 22, 18) => school::closes_on_a_saturday(year).await,
        (11, 27, 18) => family::constraints(year).await,
        (11, 29, 18) => school::proposes(year, year.demo.apart[0].id, day).await,
        (1, 12, 20) => family::withdraws(year).await,
        (2, 5, 12) => school::notes_a_call(year).await,
        (4, 14, 18) => school::proposes(year, year.demo.guardian.id, day).await,
        (5, 22, 12) => end::opens_the_questions(year).await,
        (5, 28, 18) => end::pupils_answer(year).await,
        (6, 12, 12) => school::remarks(year).await,
        (7, 3, 18) => end::bilan(year).await,
        _ => {}
    }
    if off || year.desk.is_empty() {
        return;
    }
    if hour == 12 {
        end::hours_of_last_month(year, day).await;
    }
    match day.weekday().to_monday_one_offset() {
        1 if hour == 17 => school::holds_the_slot(year, day).await,
        2 | 4 => desk::evening(year, day, hour).await,
        3 | 5 if hour == 12 => desk::takes_up_what_was_left(year).await,
        _ => {}
    }
}
