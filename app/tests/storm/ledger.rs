//! What the crowd sent and what was acknowledged, and how that compares with what is kept.
use db::Db;
use std::{
    collections::{BTreeMap, HashMap, HashSet},
    path::Path,
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
    },
};

/// What the crowd sends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A demand on the help desk.
    Demand,
    /// A message in its thread.
    Message,
    /// A difficulty of a family.
    Difficulty,
    /// The same with a photo.
    Photo,
    /// A word about it.
    Word,
    /// A colleague's question to the referent.
    Question,
    /// A demand taken back: no text.
    Withdrawal,
}

impl Kind {
    /// Those that leave a text.
    const ALL: [Self; 6] = [Self::Demand, Self::Message, Self::Difficulty, Self::Photo, Self::Word, Self::Question];

    pub fn word(self) -> &'static str {
        match self {
            Self::Demand => "demand",
            Self::Message => "message",
            Self::Difficulty => "difficulty",
            Self::Photo => "photo",
            Self::Word => "word",
            Self::Question => "question",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// Where its texts are kept; a photo's with the name of each file.
    fn kept(self) -> &'static str {
        match self {
            Self::Demand => "SELECT blocks, '' FROM desk_ticket",
            Self::Message => "SELECT text, '' FROM desk_word",
            Self::Word => "SELECT text, '' FROM difficulty_word",
            Self::Photo => {
                "SELECT d.text, coalesce(p.file, '') FROM difficulty d LEFT JOIN difficulty_photo p ON p.difficulty_id = d.id"
            }
            Self::Difficulty | Self::Question | Self::Withdrawal => "SELECT text, '' FROM difficulty",
        }
    }
}

/// What one attack saw.
#[derive(Default)]
pub struct Ledger {
    answered: Mutex<HashSet<(Kind, String)>>,
    /// Sendings of a form that had been sent before.
    pub again: AtomicUsize,
    /// Answers 503, and how many of them gave the text back.
    pub refused: AtomicUsize,
    pub given_back: AtomicUsize,
    /// Answers that nothing explains, with how often each came.
    odd: Mutex<BTreeMap<String, usize>>,
}

/// What the comparison found of one kind.
#[derive(Clone, Copy, Debug, Default)]
pub struct Count {
    pub answered: usize,
    pub lost: usize,
    pub doubled: usize,
}

impl Ledger {
    pub fn acknowledge(&self, kind: Kind, text: &str) {
        self.answered.lock().unwrap().insert((kind, text.to_owned()));
    }

    pub fn answered(&self) -> usize {
        self.answered.lock().unwrap().len()
    }

    pub fn odd(&self, what: String) {
        *self.odd.lock().unwrap().entry(what).or_default() += 1;
    }

    pub fn oddities(&self) -> BTreeMap<String, usize> {
        self.odd.lock().unwrap().clone()
    }

    pub fn count(of: &AtomicUsize) {
        of.fetch_add(1, Ordering::SeqCst);
    }

    /// Compares with what is kept: every acknowledged text is there once, whole; no other is there more than once.
    pub async fn compare(&self, db: &Db, files: &Path) -> BTreeMap<Kind, Count> {
        let mut found = BTreeMap::new();
        for kind in Kind::ALL {
            let rows = db.read_long(move |tx| tx.query(kind.kept(), &[])).await.unwrap();
            let mut kept: HashMap<String, (usize, String)> = HashMap::new();
            for row in &rows {
                let one = kept.entry(row.get(0)).or_default();
                *one = (one.0 + 1, row.get(1));
            }
            let whole = |text: &String| {
                kept.get(text)
                    .is_some_and(|(_, file)| kind != Kind::Photo || (!file.is_empty() && files.join(file).is_file()))
            };
            let answered = self.answered.lock().unwrap();
            let answered: Vec<_> = answered.iter().filter(|(of, _)| *of == kind).map(|(_, text)| text).collect();
            let count = Count {
                answered: answered.len(),
                lost: answered.iter().filter(|text| !whole(text)).count(),
                doubled: kept.iter().filter(|(text, (times, _))| text.contains(kind.word()) && *times > 1).count(),
            };
            found.insert(kind, count);
        }
        found
    }
}
