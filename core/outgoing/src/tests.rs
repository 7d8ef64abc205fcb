#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! What is asked and what is not, with servers on this machine.
use crate::{Config, Door, Refused, Trouble, is_link};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

fn open(networks: &str) -> Door {
    Door::typed(&toml::from_str::<Config>(&format!("networks = {networks}")).unwrap())
}

/// A server that answers each request with these bytes, then with nothing for as long as one waits; and how many came.
async fn server(answer: Vec<u8>, hangs: bool) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let came = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&came);
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            counted.fetch_add(1, Ordering::SeqCst);
            let answer = answer.clone();
            tokio::spawn(async move {
                let mut some = [0; 4_096];
                let _ = stream.read(&mut some).await;
                let _ = stream.write_all(&answer).await;
                if hangs {
                    std::future::pending::<()>().await;
                }
            });
        }
    });
    (port, came)
}

#[test]
fn a_link_leads_to_a_site_by_its_name_and_to_nobodys_account() {
    for link in [
        "https://visio.example.org",
        "https://visio.example.org:8443/salle?nom=a@b#c",
        "https://école.example.fr/salle-des-maths",
        "HTTPS://visio.example.org/@maths",
    ] {
        assert!(is_link(link), "{link}");
    }
    for not in [
        "https://moodle.exemple.fr@evil.example/",
        "https://@evil.example/",
        "https://a:b@evil.example/",
        "https://moodle.exemple.fr\\@evil.example/",
        "http://visio.example.org/",
        "https:visio.example.org/",
        "javascript://visio.example.org/%0aalert(1)",
        "https://localhost/",
        "https://localhost./",
        "https://visio.localhost/",
        "https://intranet./",
        "https://10.0.0.1/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://visio.example.org/a b",
        "https://visio.\texample.org/",
        "https://visio.example.org/\u{202e}fdp",
        "https://visio.exa\u{200b}mple.org/",
        "https://",
        "",
    ] {
        assert!(!is_link(not), "{not:?}");
    }
    assert!(!is_link(&format!("https://visio.example.org/{}", "a".repeat(500))));
}

#[test]
fn only_the_public_web_over_https_is_asked_for_a_person() {
    let door = Door::default();
    for (address, why) in [
        ("https://visio.example.org/api", None),
        ("https://9.9.9.9/", None),
        ("https://[2620:fe::fe]/", None),
        ("http://visio.example.org/", Some(Refused::Plain)),
        ("http://9.9.9.9/", Some(Refused::Plain)),
        ("ftp://visio.example.org/", Some(Refused::Plain)),
        ("file:///etc/passwd", Some(Refused::Unreadable)),
        ("visio.example.org", Some(Refused::Unreadable)),
        ("https://", Some(Refused::Unreadable)),
        ("https://user@visio.example.org/", Some(Refused::Named)),
        ("https://@visio.example.org/", Some(Refused::Named)),
        ("https://visio\n.example.org/", Some(Refused::Unreadable)),
        ("https:visio.example.org/", Some(Refused::Unreadable)),
        ("https://127.0.0.1.example.org@10.0.0.1/", Some(Refused::Named)),
        // A prefix that looks like loopback is not loopback.
        ("http://127.0.0.1.example.org/", Some(Refused::Plain)),
        ("http://127.0.0.1@visio.example.org/", Some(Refused::Named)),
        ("http://127.0.0.1/", Some(Refused::Closed)),
        ("https://localhost/", Some(Refused::Closed)),
        ("https://localhost./", Some(Refused::Closed)),
        ("https://LocalHost:8443/", Some(Refused::Closed)),
        ("https://visio.localhost/", Some(Refused::Closed)),
        ("https://127.1/", Some(Refused::Closed)),
        ("https://0x7f.1/", Some(Refused::Closed)),
        ("https://2130706433/", Some(Refused::Closed)),
        ("https://0/", Some(Refused::Closed)),
        ("https://10.1.2.3/", Some(Refused::Closed)),
        ("https://172.31.255.255/", Some(Refused::Closed)),
        ("https://192.168.1.1/", Some(Refused::Closed)),
        ("https://169.254.169.254/latest", Some(Refused::Closed)),
        ("https://100.64.0.1/", Some(Refused::Closed)),
        ("https://198.18.0.1/", Some(Refused::Closed)),
        ("https://255.255.255.255/", Some(Refused::Closed)),
        ("https://[::1]/", Some(Refused::Closed)),
        ("https://[::]/", Some(Refused::Closed)),
        ("https://[fe80::1]/", Some(Refused::Closed)),
        ("https://[fd00::1]/", Some(Refused::Closed)),
        ("https://[::ffff:10.0.0.1]/", Some(Refused::Closed)),
        ("https://[::127.0.0.1]/", Some(Refused::Closed)),
        ("https://[64:ff9b::a00:1]/", Some(Refused::Closed)),
        ("https://[2002:a00:1::]/", Some(Refused::Closed)),
        ("https://[2001:0:a00:1::]/", Some(Refused::Closed)),
        ("https://[ff02::1]/", Some(Refused::Closed)),
    ] {
        assert_eq!(door.address(address).err(), why, "{address}");
    }
}

#[test]
fn a_network_is_opened_by_name_and_plain_http_on_loopback_alone() {
    let door = open("[\"10.1.0.0/16\", \"127.0.0.0/8\"]");
    assert!(door.address("https://10.1.2.3/").is_ok() && door.address("https://[::ffff:10.1.2.3]/").is_ok());
    assert!(door.address("http://127.0.0.1:8443/x").is_ok() && door.address("http://localhost/").is_ok());
    assert_eq!(door.address("https://10.2.0.1/").err(), Some(Refused::Closed));
    assert_eq!(door.address("http://10.1.2.3/").err(), Some(Refused::Plain));
    assert_eq!(door.address("http://[::1]/").err(), Some(Refused::Closed), "the other loopback is not listed");
    assert!(toml::from_str::<Config>("networks = [\"ten\"]").is_err());
    let written = Door::written();
    assert!(written.address("http://10.2.0.1/sms").is_ok() && written.address("http://gateway.lan/").is_ok());
    assert_eq!(written.address("https://user:word@gateway.lan/").err(), Some(Refused::Named));
    assert!(crate::host("smtp.ac-normandie.example").is_ok() && crate::host("a b").is_err());
}

#[tokio::test]
async fn a_name_that_leads_to_this_machine_is_not_connected_to() {
    let (port, came) = server(b"HTTP/1.1 200 x\r\ncontent-length: 0\r\n\r\n".to_vec(), false).await;
    // As a name of the public web would, that somebody has made stand for this machine: it is found out when it is resolved.
    let request = Door::default().client().unwrap().get(format!("http://localhost:{port}/"));
    let said = format!("{:?}", request.send().await.unwrap_err());
    assert!(said.contains("Closed"), "{said}");
    assert_eq!(came.load(Ordering::SeqCst), 0);
    let open = open("[\"127.0.0.0/8\"]").get(&format!("http://127.0.0.1:{port}/")).unwrap();
    assert!(open.send().await.unwrap().is_yes());
}

#[tokio::test]
async fn a_redirection_is_told_and_not_followed() {
    let (inner, came) = server(b"HTTP/1.1 200 x\r\ncontent-length: 0\r\n\r\n".to_vec(), false).await;
    let to = format!("HTTP/1.1 302 x\r\nlocation: http://127.0.0.1:{inner}/\r\ncontent-length: 0\r\n\r\n");
    let (port, _) = server(to.into_bytes(), false).await;
    let answer = Door::written().get(&format!("http://127.0.0.1:{port}/")).unwrap().send().await;
    let answer = answer.unwrap();
    assert_eq!((answer.status, answer.is_yes(), came.load(Ordering::SeqCst)), (302, false, 0));
}

#[tokio::test]
async fn an_answer_ends_within_so_many_bytes_and_seconds() {
    let mut long = b"HTTP/1.1 200 x\r\n\r\n".to_vec();
    long.resize(6 << 20, b'x');
    let (port, _) = server(long, false).await;
    let address = format!("http://127.0.0.1:{port}/");
    let said = Door::written().get(&address).unwrap().send().await;
    assert!(matches!(said, Err(Trouble::TooLong)), "{:?}", said.map(|answer| answer.body.len()));
    assert_eq!(Door::written().get(&address).unwrap().status().await.unwrap(), 200);
    // It says how long its answer is, and never ends it.
    let (port, _) = server(b"HTTP/1.1 200 x\r\ncontent-length: 9\r\n\r\nhalf".to_vec(), true).await;
    let door = Door::written().patient(Duration::from_millis(300));
    let said = door.get(&format!("http://127.0.0.1:{port}/?seal=s3cret")).unwrap().send().await;
    let said = said.unwrap_err();
    assert!(matches!(said, Trouble::Away(_)), "{said:?}");
    assert!(!format!("{said:?} {:?}", std::error::Error::source(&said)).contains("s3cret"), "no seal in a log");
}
