//! The past evenings of a demonstration.
use super::town::{NOW, Setting, Town};
use crate::{demo, store};
use calendar::Calendar;
use kernel::{Evening, Seeded};

#[tokio::test]
async fn past_evenings_are_school_evenings_and_each_demand_ended() {
    for (name, db) in db::testing::both(&web::testing::migrations(Town::SLICES)).await {
        let people = directory::demo::populate(&db, 1_000, 5, NOW).await.unwrap();
        let seen = db.write(move |tx| {
            let chance = Seeded::new(3);
            let mut asked = 0;
            for team in &people.teams {
                let desk = demo::desk(tx, &chance, "Bureau d’aide", team.school.id, NOW)?;
                asked += demo::weeks(tx, &chance, desk, team, NOW)?;
            }
            let schools: Vec<_> = people.teams.iter().map(|team| team.school.id).collect();
            let (from, to) = (NOW.plus_days(-100).evening(), NOW.evening());
            let tallies = store::tally(tx, &schools, from, to)?;
            let evenings = tx.query("SELECT DISTINCT evening FROM desk_ticket", &[])?;
            let live =
                tx.query("SELECT 1 FROM desk_ticket WHERE state IN ('waiting', 'claimed') OR ended_at IS NULL", &[])?;
            let days: Vec<Evening> = evenings.iter().map(|row| row.get(0)).collect();
            Ok::<_, db::Error>((asked, tallies, days, live.len()))
        });
        let (asked, tallies, days, live) = seen.await.unwrap();
        assert_eq!(live, 0, "{name}");
        assert!(asked > 200, "{name}: {asked}");
        assert_eq!(tallies.iter().map(|tally| tally.asked).sum::<i64>(), i64::try_from(asked).unwrap(), "{name}");
        assert!(days.iter().all(|day| !Calendar::shipped().off(day.0) && *day < NOW.evening()), "{name}: {days:?}");
        assert!(tallies.iter().map(|tally| tally.helped).sum::<i64>() > 100, "{name}");
    }
}
