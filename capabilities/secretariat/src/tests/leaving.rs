//! What was promised by who has left is taken back, and told.
use super::{Evening, deeds};
use access::Role;
use directory::{Leaving, testing::NOW};
use web::Slice;

const LEAVING: Leaving = Leaving { left: |_, _, _, _| Ok(vec!["une permanence".to_owned()]) };
static PROMISING: Slice = Slice { gives: &[&LEAVING], ..Slice::named("promising") };

#[tokio::test(flavor = "multi_thread")]
async fn what_was_promised_is_taken_back_once_a_role_has_ended() {
    for evening in Evening::both().await {
        let (name, teacher) = (evening.name, evening.town.teachers[0]);
        for (ends, released) in [(NOW.plus_days(1), 0), (NOW.plus_days(-1), 1)] {
            evening
                .write(move |tx, town| {
                    access::store::end_grant(tx, teacher, Role::Teacher, town.school, ends)?;
                    let payload = String::new();
                    let mut work = jobs::Work { tx, now: NOW, chance: &town.chance, payload };
                    crate::release(&mut work, &[&PROMISING])
                })
                .await;
            let told = deeds(&evening, teacher).await;
            assert_eq!(
                told.iter().filter(|deed| *deed == "person/released une permanence").count(),
                released,
                "{name}"
            );
        }
    }
}
