//! Fifty clients that send forms without end, each text once, and again with the same key until it is acknowledged.
use super::{
    ledger::{Kind, Ledger},
    program::{Client, Pupil, form, with_photo},
};
use kernel::{Chance, Seeded};
use std::{
    io::Write,
    net::{Shutdown, SocketAddr, TcpStream},
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

/// Clients at once.
pub const CLIENTS: usize = 50;

/// Everybody who sends, during one attack.
pub struct Crowd<'c> {
    pub address: SocketAddr,
    pub pupils: &'c [Pupil],
    pub teacher: &'c Pupil,
    /// The attack's own word: with it no text is like one of another attack.
    pub attack: &'c str,
    pub ledger: &'c Ledger,
    pub over: &'c AtomicBool,
}

impl Crowd<'_> {
    /// What the client of this number does until it is over.
    pub fn client(&self, number: usize) {
        let many = self.pupils.len() / CLIENTS;
        let mut pupils: Vec<_> = self.pupils[number * many..(number + 1) * many].iter().collect();
        let seed = self.attack.bytes().fold(number as u64, |sum, byte| sum.wrapping_mul(131) + u64::from(byte));
        let mut sender =
            Sender { crowd: self, chance: Seeded::new(seed), client: Client::new(self.address), number, sent: 0 };
        while !self.over.load(Ordering::SeqCst) {
            let Some(pupil) = pupils.pop() else { break };
            // Who gave up does not know how things stand: they ask nothing more.
            if sender.evening(pupil).is_some() {
                pupils.insert(0, pupil);
            }
        }
    }
}

struct Sender<'c> {
    crowd: &'c Crowd<'c>,
    chance: Seeded,
    client: Client,
    number: usize,
    sent: usize,
}

impl Sender<'_> {
    /// One time in so many.
    fn one_in(&self, many: u8) -> bool {
        let mut byte = [0];
        self.chance.fill(&mut byte);
        byte[0].is_multiple_of(many)
    }

    /// What one pupil sends, one form after the other; nothing when they gave up, or it is over.
    fn evening(&mut self, pupil: &Pupil) -> Option<()> {
        self.deliver(Kind::Demand, pupil, "/bar/demande", &[("matiere", "maths"), ("mode", "ecrit")])?;
        for _ in 0..2 {
            self.deliver(Kind::Message, pupil, "/bar/moi/message", &[])?;
        }
        let kind = if self.one_in(2) { Kind::Photo } else { Kind::Difficulty };
        let led = self.deliver(kind, pupil, "/difficulte", &[("nature", "line")])?;
        self.deliver(Kind::Word, pupil, &format!("{led}/mot"), &[])?;
        if self.one_in(4) {
            self.deliver(Kind::Question, self.crowd.teacher, "/question", &[("nature", "tool")])?;
        }
        self.deliver(Kind::Withdrawal, pupil, "/bar/moi/retirer", &[])?;
        Some(())
    }

    /// Sends one form until it is acknowledged, and gives where it led.
    fn deliver(&mut self, kind: Kind, who: &Pupil, path: &str, fields: &[(&str, &str)]) -> Option<String> {
        let (crowd, ledger) = (self.crowd, self.crowd.ledger);
        self.sent += 1;
        let text = format!("{} {} {} {}", crowd.attack, kind.word(), self.number, self.sent);
        let request = request(kind, who, path, fields, &text);
        let mut tries = 0;
        while !crowd.over.load(Ordering::SeqCst) {
            tries += 1;
            if tries > 1 {
                Ledger::count(&ledger.again);
            }
            // The line is cut before the answer has come.
            if self.one_in(12) {
                if let Ok(mut line) = TcpStream::connect(crowd.address) {
                    drop(line.write_all(&request));
                    drop(line.shutdown(Shutdown::Both));
                }
                continue;
            }
            match self.client.send(&request) {
                Ok(answer) if answer.status == 303 && !answer.location.starts_with("/entrer") => {
                    ledger.acknowledge(kind, &text);
                    // Somebody is impatient: what was acknowledged is sent once more.
                    if self.one_in(12) {
                        Ledger::count(&ledger.again);
                        drop(self.client.send(&request));
                    }
                    return Some(answer.location);
                }
                Ok(answer) if answer.status == 503 => {
                    Ledger::count(&ledger.refused);
                    if answer.body.contains(&text) {
                        Ledger::count(&ledger.given_back);
                    }
                    std::thread::sleep(Duration::from_millis(50));
                }
                Ok(answer) => {
                    ledger.odd(format!("{} answered {} {}", kind.word(), answer.status, answer.location));
                    return None;
                }
                Err(_) => {
                    std::thread::sleep(Duration::from_millis(20));
                    // Few give up, and at once.
                    if tries == 1 && self.one_in(20) {
                        return None;
                    }
                }
            }
        }
        None
    }
}

/// The whole request of a form.
fn request(kind: Kind, who: &Pupil, path: &str, fields: &[(&str, &str)], text: &str) -> Vec<u8> {
    let named = if kind == Kind::Demand { "bloque" } else { "texte" };
    let once = text.replace(' ', "-");
    let fields = [&[("once", once.as_str()), (named, text)], fields].concat();
    if kind == Kind::Photo { with_photo(who, path, &fields) } else { form(who, path, &fields) }
}
