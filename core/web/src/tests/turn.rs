//! Who waits for somebody is said on each of their pages, but on the one where they are met.
use super::{NOW, whoami};
use crate::{Day, Door, Entry, Kind, SLICE, Slice, THE_PERSON, testing, testing::Browser};
use kernel::{Id, Seeded};

/// A slice in which somebody waits for each child, at `/hors-ligne` or elsewhere.
const WAITING: Slice = Slice {
    days: &[Day {
        door: Door::SignedIn,
        kinds: &[Kind::turn("shell-offline", "hand", Entry::Help, "/{about}")],
        select: |asking| {
            let me = asking.me();
            format!("SELECT 'shell-offline', {me}, NULL, 'bar/moi', 1, NULL, NULL")
        },
        topics: THE_PERSON,
    }],
    ..Slice::named("waiting")
};

#[tokio::test]
async fn who_waits_is_said_on_every_page_but_where_they_are_met() {
    for (name, db) in db::testing::both(&[]).await {
        let house = testing::house(db, &[&SLICE, &WAITING], whoami, NOW).await;
        let mut ines = Browser::new(&house, &[&WAITING]).with("preau", Id::<()>::new(NOW, &Seeded::new(1)));
        ines.get("/hors-ligne").await;
        let page = &ines.text;
        assert!(page.contains("class=\"turn\"") && page.contains("href=\"/bar/moi\""), "{name}: {page}");
        assert!(
            page.contains("data-live=\"/toi?sur=%2Fhors-ligne\"") && page.contains("data-bell=\"/toi/flux\""),
            "{name}"
        );
        ines.part("/toi?sur=%2Fhors-ligne").await;
        assert!(ines.text.starts_with("<aside class=\"turn\""), "{name}: {}", ines.text);
        ines.part("/toi?sur=%2Fbar%2Fmoi").await;
        assert_eq!(ines.text, "", "{name}: they are met there");
    }
}
