//! A file that somebody sent, opened by itself.
#![expect(clippy::unwrap_used, reason = "a test may panic")]
use kernel::Moment;
use web::{
    Door, Reply, Routes, SLICE, Slice,
    testing::{self, Browser},
};

/// A slice that shows a kept file as a picture, and as what it does not know.
const SHELF: Slice = Slice {
    routes: || {
        Routes::new()
            .page("/photo/{name}", Door::Public, |visit| Ok(Reply::file(visit.path("name")?, "image/png")))
            .page("/autre/{name}", Door::Public, |visit| {
                Ok(Reply::file(visit.path("name")?, "application/octet-stream"))
            })
    },
    ..Slice::named("shelf")
};

#[tokio::test]
async fn a_page_that_hides_in_a_picture_is_never_a_page() {
    for (name, db) in db::testing::both(&[]).await {
        let house = testing::house(db, &[&SLICE, &SHELF], |_, _, _| Ok(None), Moment(1_764_088_800_000)).await;
        // A picture by its first signs, a page by the rest of it.
        let file = b"GIF89a\x01\0\x01\0\0\0\0<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
        house.files.put("a1", file.as_slice().into()).await.unwrap();
        let mut browser = Browser::new(&house, &[&SHELF]);
        for (path, media, saved) in [
            ("/photo/a1", "image/png", "inline; filename=\"photo.png\""),
            ("/autre/a1", "application/octet-stream", "attachment; filename=\"fichier\""),
        ] {
            browser.get(path).await;
            assert_eq!((browser.status, browser.header("content-type")), (200, Some(media)), "{name}");
            assert_eq!(browser.header("x-content-type-options"), Some("nosniff"), "{name}");
            assert_eq!(browser.header("content-disposition"), Some(saved), "{name}");
            let policy = browser.header("content-security-policy").unwrap();
            assert!(policy.starts_with("default-src 'none'; ") && policy.ends_with("; sandbox"), "{name}: {policy}");
        }
    }
}
