#![expect(clippy::unwrap_used, reason = "a test may panic")]
//! What leaves, as the other side sees it: a mail server and a gateway on this machine.
use crate::{Carrier, Config, Letter, Refused, To};
use std::sync::{Arc, Mutex};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    net::TcpListener,
};

fn letter(to: To) -> Letter {
    Letter {
        key: "0197a1b2".to_owned(),
        to,
        subject: "Le collège vous écrit".to_owned(),
        text: "Collège \"Les {to} Falaises\" vous écrit.\nLisez ici : https://preau.example.fr/accord".to_owned(),
    }
}

fn carrier(config: &str) -> Carrier {
    Carrier::open(&toml::from_str::<Config>(config).unwrap()).unwrap()
}

/// A mail server that takes what it is given, and refuses one address for good and one for now.
async fn mail_server() -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Arc::new(Mutex::new(vec![]));
    let taken = Arc::clone(&heard);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let taken = Arc::clone(&taken);
            tokio::spawn(async move {
                let mut stream = BufReader::new(stream);
                stream.write_all(b"220 mail.example\r\n").await.unwrap();
                let (mut line, mut data, mut inside) = (String::new(), String::new(), false);
                while stream.read_line(&mut line).await.unwrap_or(0) > 0 {
                    let answer = match line.trim_end() {
                        "." if inside => {
                            inside = false;
                            taken.lock().unwrap().push(std::mem::take(&mut data));
                            "250 taken"
                        }
                        _ if inside => {
                            data.push_str(&line);
                            ""
                        }
                        "DATA" => {
                            inside = true;
                            "354 go on"
                        }
                        said if said.contains("nobody@") => "550 no such person: nobody@example.org",
                        said if said.contains("full@") => "452 full",
                        "QUIT" => "221 bye",
                        _ => "250 yes",
                    };
                    if !answer.is_empty() {
                        stream.write_all(format!("{answer}\r\n").as_bytes()).await.unwrap();
                    }
                    line.clear();
                }
            });
        }
    });
    (port, heard)
}

#[tokio::test]
async fn an_e_mail_reaches_the_mail_server_with_its_key() {
    let (port, heard) = mail_server().await;
    let carrier = carrier(&format!(
        "[email]\nby = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"Préau <non@preau.example>\""
    ));
    assert!(carrier.has_email() && !carrier.has_sms());
    carrier.carry(&letter(To::Email("samira@example.org".to_owned()))).await.unwrap();
    let text = heard.lock().unwrap().join("");
    assert!(text.contains("To: samira@example.org") && text.contains("Message-ID: <0197a1b2@preau.example>"), "{text}");
    assert!(text.contains("Subject: Le =?utf-8?"), "{text}");
    let never = carrier.carry(&letter(To::Email("nobody@example.org".to_owned()))).await.unwrap_err();
    assert!(!never.may_pass() && !never.to_string().contains('@'), "{never}");
    let later = carrier.carry(&letter(To::Email("full@example.org".to_owned()))).await.unwrap_err();
    assert!(later.may_pass(), "{later}");
    let bad = carrier.carry(&letter(To::Email("no address".to_owned()))).await.unwrap_err();
    assert!(!bad.may_pass(), "{bad}");
    let none = carrier.carry(&letter(To::Phone("0639980001".to_owned()))).await;
    assert!(matches!(none, Err(Refused::Never(_))), "{none:?}");
}

#[tokio::test]
async fn a_silent_mail_server_is_asked_again_later() {
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let carrier = carrier(&format!(
        "[email]\nby = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"non@preau.example\""
    ));
    assert!(carrier.carry(&letter(To::Email("a@example.org".to_owned()))).await.unwrap_err().may_pass());
}

/// The clock leaps to whatever is waited for next: to the end of the patience.
#[tokio::test(start_paused = true)]
async fn a_mail_server_that_takes_the_line_and_says_nothing_is_asked_again_later() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let carrier = carrier(&format!(
        "[email]\nby = \"smtp\"\nhost = \"127.0.0.1\"\nport = {port}\ntls = \"none\"\nfrom = \"non@preau.example\""
    ));
    let silent = tokio::spawn(async move {
        let line = listener.accept().await;
        std::future::pending::<()>().await;
        drop(line);
    });
    assert!(carrier.carry(&letter(To::Email("a@example.org".to_owned()))).await.unwrap_err().may_pass());
    silent.abort();
}

/// A gateway that answers each request with the next of these states, and keeps what it was sent.
async fn http_gateway(states: &'static [u16]) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let heard = Arc::new(Mutex::new(vec![]));
    let taken = Arc::clone(&heard);
    tokio::spawn(async move {
        for state in states {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut bytes = vec![0; 8_192];
            let mut text = String::new();
            loop {
                let read = stream.read(&mut bytes).await.unwrap();
                text.push_str(&String::from_utf8_lossy(&bytes[..read]));
                let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
                let length =
                    head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length: ")?.parse().ok());
                if read == 0 || body.len() >= length.unwrap_or(0) {
                    break;
                }
            }
            taken.lock().unwrap().push(text);
            let answer = format!("HTTP/1.1 {state} x\r\ncontent-length: 0\r\nconnection: close\r\n\r\n");
            stream.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    (port, heard)
}

#[tokio::test]
async fn an_sms_reaches_the_gateway_as_json_with_its_key() {
    let (port, heard) = http_gateway(&[200, 503, 422]).await;
    let carrier = carrier(&format!(
        "[sms]\nby = \"gateway\"\nurl = \"http://127.0.0.1:{port}/sms\"\n[sms.headers]\nAuthorization = \"Bearer k\""
    ));
    let letter = letter(To::Phone("06 39 98 00 01".to_owned()));
    carrier.carry(&letter).await.unwrap();
    let text = heard.lock().unwrap().join("");
    let body: serde_json::Value = serde_json::from_str(text.split_once("\r\n\r\n").unwrap().1).unwrap();
    assert_eq!(body["to"], "+33639980001");
    assert_eq!(body["text"], letter.text.as_str(), "what a text holds is no place of the template");
    assert!(text.contains("authorization: Bearer k") && text.contains("idempotency-key: 0197a1b2"), "{text}");
    assert!(carrier.carry(&letter).await.unwrap_err().may_pass());
    assert!(!carrier.carry(&letter).await.unwrap_err().may_pass());
}

#[tokio::test]
async fn a_gateway_is_given_numbers_that_exist_and_take_texts() {
    let (port, heard) = http_gateway(&[200, 200, 200]).await;
    let carrier = carrier(&format!("[sms]\nby = \"gateway\"\nurl = \"http://127.0.0.1:{port}/sms\""));
    for (kept, given) in [
        ("+33 (0)6 39 98 00 01", "+33639980001"),
        ("+33 06 39 98 00 01", "+33639980001"),
        ("0692 12 34 56", "+262692123456"),
    ] {
        carrier.carry(&letter(To::Phone(kept.to_owned()))).await.unwrap();
        let text = heard.lock().unwrap().last().cloned().unwrap();
        assert!(text.contains(&format!("\"{given}\"")), "{text}");
    }
    for none in ["02 31 00 00 00", "00 00 00 00 00", "12"] {
        let refused = carrier.carry(&letter(To::Phone(none.to_owned()))).await;
        assert!(matches!(refused, Err(Refused::Never(_))), "{none}: {refused:?}");
    }
}

#[tokio::test]
async fn another_gateway_wants_a_form() {
    let (port, heard) = http_gateway(&[202]).await;
    let carrier = carrier(&format!(
        "[sms]\nby = \"gateway\"\nshape = \"form\"\nurl = \"http://127.0.0.1:{port}/\"\nbody = \"dest={{to}}&msg={{text}}\""
    ));
    carrier.carry(&letter(To::Phone("+33 6 39 98 00 01".to_owned()))).await.unwrap();
    let text = heard.lock().unwrap().join("");
    assert!(text.contains("dest=%2B33639980001&msg=Coll%C3%A8ge+%22Les+%7Bto%7D"), "{text}");
}

#[tokio::test]
async fn a_folder_keeps_one_file_a_letter() {
    let folder = tempfile::tempdir().unwrap();
    let carrier = Carrier::folder(folder.path().join("sorties"));
    for _ in 0..2 {
        carrier.carry(&letter(To::Phone("0639980001".to_owned()))).await.unwrap();
    }
    carrier.carry(&letter(To::Email("a@example.org".to_owned()))).await.unwrap();
    let mut names: Vec<_> = std::fs::read_dir(folder.path().join("sorties"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["0197a1b2.email.txt", "0197a1b2.sms.txt"], "sent again is not there twice");
    let outside = Letter { key: "../out".to_owned(), ..letter(To::Phone("0639980001".to_owned())) };
    assert!(carrier.carry(&outside).await.is_err());
}

#[test]
fn what_cannot_be_used_is_said_at_the_start() {
    let open = |text: &str| Carrier::open(&toml::from_str::<Config>(text).unwrap());
    assert!(open("").is_ok_and(|carrier| !carrier.has_email() && !carrier.has_sms()));
    assert!(open("[email]\nby = \"smtp\"\nhost = \"h\"\nfrom = \"nobody\"").is_err());
    let bare = "[email]\nby = \"smtp\"\nhost = \"h\"\nfrom = \"a@b.fr\"\nuser = \"u\"\npassword = \"p\"\n";
    assert!(open(bare).is_ok() && open(&format!("{bare}tls = \"none\"")).is_err());
    assert!(open("[sms]\nby = \"gateway\"\nurl = \"https://x.example/\"\nbody = \"{to}\"").is_err());
    assert!(toml::from_str::<Config>("[letters]").is_err());
}
