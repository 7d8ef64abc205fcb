//! What a school shares with its video server: sealed, for that server alone, never shown again.
use super::town::{Evening, NOW, led, whole};
use crate::{port::Server, secret::seal_all, store};
use db::params;
use kernel::UnitId;
use web::testing::Browser;

/// Chooses a server for the school in the page.
async fn chooses(head: &mut Browser, school: UnitId, kind: &str, address: &str, secret: &str) {
    head.get("/visio/serveurs").await;
    let school = school.to_string();
    let fields = [
        ("unite", &*school),
        ("usage", ""),
        ("genre", kind),
        ("adresse", address),
        ("secret", secret),
        ("nom", "preau"),
    ];
    head.post("/visio/serveurs", &fields).await;
}

/// The server of the school's rooms, as rooms use it.
async fn server(evening: &Evening) -> Option<Server> {
    let ours = evening.house.secret.clone();
    evening
        .write(move |tx, town| {
            Ok(store::chosen(tx, town.school, "libre")?.and_then(|chosen| Server::of(&chosen, &ours)))
        })
        .await
}

fn bigbluebutton(url: &str, secret: &str) -> Server {
    Server::BigBlueButton { url: url.into(), secret: secret.into() }
}

#[tokio::test]
async fn a_secret_belongs_to_a_host_and_a_kind_and_is_asked_for_with_another() {
    for evening in Evening::both().await {
        let (name, school) = (evening.name, evening.town.school);
        let mut head = evening.of(evening.town.head);
        chooses(&mut head, school, "bigbluebutton", "https://bbb.example.org/bigbluebutton/api", "").await;
        assert_eq!(head.status, 422, "{name}: none was ever typed");
        chooses(&mut head, school, "bigbluebutton", "https://bbb.example.org/bigbluebutton/api", "s3cret").await;
        led(&head);
        assert_eq!(server(&evening).await, Some(bigbluebutton("https://bbb.example.org/bigbluebutton/api", "s3cret")));
        // The same host by another path: the secret stays. Another host, port or kind: it is not sent there.
        chooses(&mut head, school, "bigbluebutton", "https://bbb.example.org/api", "").await;
        led(&head);
        assert_eq!(server(&evening).await, Some(bigbluebutton("https://bbb.example.org/api", "s3cret")), "{name}");
        for (kind, address) in [
            ("bigbluebutton", "https://evil.example.net/api"),
            ("bigbluebutton", "https://bbb.example.org:8443/api"),
            ("jitsi", "https://bbb.example.org/api"),
        ] {
            chooses(&mut head, school, kind, address, "").await;
            assert_eq!(head.status, 422, "{name}: {kind} {address}");
            assert!(whole(&head).contains("Le secret est à saisir"), "{name}: {head:?}");
        }
        assert_eq!(server(&evening).await, Some(bigbluebutton("https://bbb.example.org/api", "s3cret")), "{name}");
        chooses(&mut head, school, "lien", "https://visio.example.org/salle", "").await;
        led(&head);
        chooses(&mut head, school, "bigbluebutton", "https://bbb.example.org/api", "").await;
        assert_eq!(head.status, 422, "{name}: what was erased does not come back");
    }
}

#[tokio::test]
async fn a_secret_is_in_no_page_no_row_and_no_line_of_the_trail() {
    for evening in Evening::both().await {
        let (name, school) = (evening.name, evening.town.school);
        let mut head = evening.of(evening.town.head);
        chooses(&mut head, school, "galene", "https://galene.example.org", "s3cret").await;
        led(&head);
        evening.later(1);
        chooses(&mut head, school, "galene", "https://galene.example.org/prive", "n0uveau").await;
        led(&head);
        head.get("/visio/serveurs").await;
        assert!(!head.text.contains("s3cret") && !head.text.contains("n0uveau"), "{name}");
        let (rows, trail) = evening
            .write(|tx, town| {
                let rows = tx.query("SELECT secret, sealed, audience, url FROM visio_server", &[])?;
                Ok((format!("{rows:?}"), access::audit::on(tx, town.school, 9)?))
            })
            .await;
        let bytes = |word: &str| format!("{:?}", word.as_bytes()).trim_matches(['[', ']']).to_owned();
        for word in ["s3cret", "n0uveau"] {
            assert!(!rows.contains(word) && !rows.contains(&bytes(word)), "{name}: {rows}");
        }
        let said: Vec<_> = trail.iter().map(|deed| deed.reason.as_str()).collect();
        assert_eq!(
            said,
            [
                "Galène ; https://galene.example.org ; toutes les salles ; nouvelle adresse ; nouveau secret",
                "Galène ; https://galene.example.org ; toutes les salles ; premier choix ; nouveau secret",
            ],
            "{name}"
        );
    }
}

#[tokio::test]
async fn what_lay_open_is_sealed_at_the_start_and_serves_as_before() {
    for evening in Evening::both().await {
        evening
            .write(|tx, town| {
                tx.execute(
                    "INSERT INTO visio_server (id, unit_id, purpose, kind, url, secret, audience, at)
                     VALUES (?1, ?2, '', 'bigbluebutton', 'https://bbb.example.org/api', 's3cret', '', ?3)",
                    &params![town.id::<crate::kind::Server>(), town.school, NOW],
                )
            })
            .await;
        for _ in 0..2 {
            seal_all(&evening.house).await;
            let open = evening.write(|tx, _| tx.query("SELECT secret FROM visio_server", &[])).await;
            assert_eq!(open[0].text(0), "", "{}", evening.name);
            assert_eq!(server(&evening).await, Some(bigbluebutton("https://bbb.example.org/api", "s3cret")));
        }
        // Under another house's secret it does not open: the page asks for it, and nothing is sent anywhere.
        evening.write(|tx, _| tx.execute("UPDATE visio_server SET sealed = ?1", &params![vec![1_u8; 40]])).await;
        assert_eq!(server(&evening).await, None);
        let mut head = evening.of(evening.town.head);
        assert!(whole(head.get("/visio/serveurs").await).contains("Secret à saisir de nouveau"), "{}", evening.name);
    }
}

#[tokio::test]
async fn an_address_leads_to_the_public_web_or_where_the_operator_says() {
    for evening in Evening::both().await {
        let mut head = evening.of(evening.town.head);
        for (address, told) in [
            ("http://bbb.example.org/api", "doit commencer par https"),
            ("http://127.0.0.1.evil.example.net/api", "doit commencer par https"),
            ("ftp://x", "doit commencer par https"),
            ("https://10.0.0.7/api", "réseau privé"),
            ("https://169.254.169.254/", "réseau privé"),
            ("https://nom:mot@bbb.example.org/api", "ni nom ni mot de passe"),
        ] {
            chooses(&mut head, evening.town.school, "bigbluebutton", address, "s3cret").await;
            assert_eq!(head.status, 422, "{}: {address}", evening.name);
            assert!(whole(&head).contains(told), "{}: {address}: {head:?}", evening.name);
        }
        // The operator of this house listed the loopback.
        chooses(&mut head, evening.town.school, "bigbluebutton", "http://127.0.0.1:9/api", "s3cret").await;
        led(&head);
    }
}
