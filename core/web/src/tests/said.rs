//! A deed answers on the page it leads to: once, to who did it.
use super::{houses, person};

#[tokio::test]
async fn a_deed_is_answered_on_the_next_page_and_no_further() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        for sending in ["first", "again"] {
            ines.browser.post("/fait", &[("csrf", &ines.csrf), ("once", "k")]).await;
            assert!(ines.browser.cookie("said").is_some_and(|said| !said.contains("fait")), "{name}, {sending}");
            // What a script asks for by itself, nobody reads; nor does somebody else.
            let mut other = person(&house, 2, true);
            other.browser = other.browser.with("said", ines.browser.cookie("said").unwrap());
            other.browser.get("/hors-ligne").await;
            assert!(!other.browser.text.contains("C’est"), "{name}");
            let by_script = axum::http::Request::get("/hors-ligne").header("sec-fetch-dest", "empty");
            ines.browser.request(by_script).await;
            assert!(!ines.browser.text.contains("C’est"), "{name}");
            ines.browser.get("/hors-ligne").await;
            let page = &ines.browser.text;
            assert!(
                page.contains("role=\"status\"") && page.contains("<p>C’est &#60;fait&#62;.</p>"),
                "{name}: {page}"
            );
            assert!(page.contains("action=\"/defait\"") && page.contains("name=\"a\" value=\"1\""), "{name}: {page}");
            ines.browser.get("/hors-ligne").await;
            assert!(!ines.browser.text.contains("C’est"), "{name}: it was read");
        }
    }
}

#[tokio::test]
async fn who_goes_out_is_answered_outside() {
    for (name, house) in houses().await {
        let mut ines = person(&house, 1, true);
        ines.browser.post("/sortie", &[("csrf", &ines.csrf)]).await;
        let mut outside = ines.browser.another().with("said", ines.browser.cookie("said").unwrap());
        outside.get("/rien").await;
        assert!(ines.browser.cookie("preau").is_none(), "{name}");
        let mut next = person(&house, 2, true);
        next.browser = next.browser.with("said", outside.cookie("said").unwrap());
        next.browser.get("/hors-ligne").await;
        assert!(next.browser.text.contains("À bientôt."), "{name}");
    }
}
