//! Who answers for a pupil: the one attribute of today's feeds, and the seven of older ones.
use crate::{About, Link, Relation, field::Field, part::said, person::Sheet};
use std::collections::{HashMap, HashSet};

/// What the feed writes of a guardian when nothing else is known; where it comes beside another value, the other
/// counts.
const USUAL: &str = "1$1$1$1$0";

/// The links of a pupil, each guardian once, in the order in which the feed names them.
#[derive(Default)]
struct Links {
    all: Vec<Link>,
    places: HashMap<String, usize>,
}

impl Links {
    /// The link to a guardian, new where there is none: nothing is said of it yet.
    fn to(&mut self, guardian: &str) -> Option<&mut Link> {
        let place = *self.places.entry(guardian.to_owned()).or_insert(self.all.len());
        if place == self.all.len() {
            let (guardian, relation) = (guardian.to_owned(), Relation::Unsaid);
            let link = Link { guardian, relation, legal: false, financial: false, contact: false, payment: false };
            self.all.push(link);
        }
        self.all.get_mut(place)
    }

    fn has(&self, guardian: &str) -> bool {
        self.places.contains_key(guardian)
    }
}

impl Sheet<'_> {
    pub(crate) fn guardians(&mut self) -> Vec<Link> {
        let mut links = Links::default();
        self.links(&mut links);
        self.authority(&mut links);
        self.older(&mut links);
        links.all
    }

    /// `ENTElevePersRelEleve`.
    fn links(&mut self, links: &mut Links) {
        let mut counts: HashMap<&str, &str> = HashMap::new();
        for value in self.record.all(Field::Links) {
            let Some((guardian, rest)) = value.split_once('$').filter(|(guardian, _)| !guardian.trim().is_empty())
            else {
                self.unreadable("link", value);
                continue;
            };
            let guardian = guardian.trim();
            if let Some(known) = counts.get(guardian).filter(|known| **known != rest) {
                self.note(About::TwoLinks(guardian.to_owned()));
                if *known != USUAL {
                    continue;
                }
            }
            counts.insert(guardian, rest);
            match Parts::of(rest) {
                Some(parts) => links.to(guardian).into_iter().for_each(|link| parts.say(link)),
                None => self.unreadable("link", rest),
            }
        }
    }

    /// What `ENTEleveAutoriteParentale` says too. Who is in one alone has no authority; who is in this one alone is a
    /// guardian, and has it only where the other attribute names nobody.
    fn authority(&mut self, links: &mut Links) {
        let record = self.record;
        if record.first(Field::Authority).is_none() {
            return;
        }
        let ids = record.all(Field::Authority).filter_map(|value| value.split('$').next()).map(str::trim);
        let named: Vec<&str> = ids.filter(|guardian| !guardian.is_empty()).collect();
        let set: HashSet<&str> = named.iter().copied().collect();
        for link in links.all.iter_mut().filter(|link| link.legal != set.contains(link.guardian.as_str())) {
            link.legal = false;
            self.note(About::Authority(link.guardian.clone()));
        }
        let elsewhere = record.first(Field::Links).is_some();
        for guardian in named {
            if elsewhere && !links.has(guardian) {
                self.note(About::Authority(guardian.to_owned()));
            }
            if let Some(link) = links.to(guardian) {
                link.legal |= !elsewhere;
            }
        }
    }

    /// The attributes of older feeds: they add guardians and what is not said of those already there, never authority.
    fn older(&self, links: &mut Links) {
        let relations =
            [(Field::Father, Relation::Father), (Field::Mother, Relation::Mother), (Field::Parents, Relation::Parent)];
        for (field, relation) in relations {
            for guardian in self.record.all(field).filter_map(said) {
                if let Some(link) = links.to(&guardian).filter(|link| link.relation == Relation::Unsaid) {
                    link.relation = relation.clone();
                }
            }
        }
        for (field, quality) in [(Field::Contact1, Field::Quality1), (Field::Contact2, Field::Quality2)] {
            let quality = self.record.first(quality).unwrap_or("").to_uppercase();
            for guardian in self.record.all(field).filter_map(said) {
                if let Some(link) = links.to(&guardian) {
                    link.financial |= quality.contains("FINANCIER");
                    link.contact |= quality.contains("CONTACT");
                    link.payment |= quality.contains("PAIEMENT");
                }
            }
        }
    }
}

/// `relation$financial$legal$contact$payment`.
struct Parts<'v>([&'v str; 5]);

impl<'v> Parts<'v> {
    fn of(value: &'v str) -> Option<Self> {
        let parts: Vec<&str> = value.split('$').map(str::trim).collect();
        parts.first_chunk().copied().map(Self)
    }

    fn say(&self, link: &mut Link) {
        let [relation, financial, legal, contact, payment] = self.0;
        link.relation = match relation {
            "10" => Relation::Mother,
            "20" => Relation::Father,
            "1" | "2" => Relation::Parent,
            "38" => Relation::Ascendant,
            "41" => Relation::Care,
            "" => Relation::Unsaid,
            code => Relation::Other(code.to_owned()),
        };
        // 1 and 2 are the first and the second of those who have authority.
        link.legal = matches!(legal, "1" | "2");
        (link.financial, link.contact, link.payment) = (financial == "1", contact == "1", payment == "1");
    }
}
