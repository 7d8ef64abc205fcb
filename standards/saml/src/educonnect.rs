//! What the portals of French schools say of a person: `ÉduConnect` for pupils and guardians, ATEN before it, the
//! académie's own for its staff. It finds a record; it gives no right, and there is no role in it.
use crate::Attribute;
use uai::Uai;

/// By what a person's record is found. What a portal does not say is none or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// The account's own name (`FrEduCtId`).
    pub account: Option<String>,
    /// Records of the schools' directory (`FrEduCtRefId`); a guardian has one in each académie where a child is at
    /// school.
    pub records: Vec<Record>,
    /// What ATEN says instead (`FrEduVecteur`); a guardian has one for each child.
    pub vectors: Vec<Vector>,
    /// The digest of the pupil's national number (INE).
    pub ine_hash: Option<String>,
    /// The pupil's birth date, `2012-08-18`.
    pub birth_date: Option<String>,
    /// The pupil's school.
    pub school: Option<Uai>,
    /// The pupil's class level, by the code of the national table.
    pub level: Option<String>,
    /// Family name.
    pub surname: Option<String>,
    /// Given name.
    pub given_name: Option<String>,
    /// What kind of account it is (`eleve2d`, `resp2d`): a word to be shown, from which no right follows.
    pub kind: Option<String>,
    /// Addresses, the académie's own (`mail`) before those that the person gave (`ctemail`).
    pub mails: Vec<String>,
    /// When the person signed in, in the portal's own words.
    pub signed_in: Option<String>,
    /// Where one leaves the portal.
    pub logout: Option<String>,
    /// The attributes of which a value could not be read, for the log.
    pub unread: Vec<&'static str>,
}

/// A record of the directory from which all schools are fed (AAF).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// The académie's code: 5 was Caen, 21 Rouen, 70 is Normandie.
    pub academie: u16,
    /// `ENTPersonJointure`, unique within the académie alone.
    pub jointure: String,
}

/// What ATEN says of a pupil, or of a guardian by a child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vector {
    /// Whether the names are those of a guardian; else they are the pupil's own.
    pub of_guardian: bool,
    /// Family name.
    pub surname: String,
    /// Given name.
    pub given_name: String,
    /// The pupil's number at the school (`ENTEleveStructRattachId`).
    pub pupil: String,
    /// The pupil's school.
    pub school: Uai,
}

/// The names of attributes: all those by which one is known.
const ACCOUNT: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.57", "FrEduCtId"];
const LOGOUT: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.5", "FrEduUrlRetour"];
const SIGNED_IN: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.6", "FrEduCtDateConnexion"];
const KIND: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.7", "FrEduCtPersonAffiliation"];
const INE_HASH: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.64", "FrEduCtEleveINEHash"];
const BIRTH_DATE: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.67", "FrEduCtDateNaissance"];
const SCHOOL: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.72", "FrEduCtEleveUAI"];
const LEVEL: &[&str] = &["urn:oid:1.3.6.1.4.1.20326.10.999.1.73", "FrEduCtEleveNiveau"];
const RECORDS: &[&str] = &["FrEduCtRefId"];
const VECTORS: &[&str] = &["FrEduVecteur"];
const SURNAME: &[&str] = &["urn:oid:2.5.4.4", "sn"];
const GIVEN_NAME: &[&str] = &["urn:oid:2.5.4.42", "givenName"];
const MAIL: &[&str] = &["urn:oid:0.9.2342.19200300.100.1.3", "mail"];
const CONTACT: &[&str] = &["ctemail"];

impl Identity {
    /// Reads what the attributes of an assertion say.
    pub fn read(attributes: &[Attribute]) -> Self {
        let values = |names: &'static [&str]| {
            let named = move |one: &&Attribute| {
                names.iter().any(|name| one.name == *name || one.friendly.as_deref() == Some(*name))
            };
            attributes.iter().filter(named).flat_map(|one| one.values.iter().map(String::as_str))
        };
        let first = |names| values(names).next().map(str::to_owned);
        let mut unread = vec![];
        let mut note = |name, is_read: bool| {
            if !is_read {
                unread.push(name);
            }
        };
        let mut mails: Vec<String> = vec![];
        for mail in values(MAIL).chain(values(CONTACT)) {
            if !mails.iter().any(|one| one.eq_ignore_ascii_case(mail)) {
                mails.push(mail.to_owned());
            }
        }
        let birth_date = first(BIRTH_DATE).filter(|date| is_day(date));
        note("FrEduCtDateNaissance", birth_date.is_some() || first(BIRTH_DATE).is_none());
        let school = values(SCHOOL).next().and_then(|code| code.parse().ok());
        note("FrEduCtEleveUAI", school.is_some() || first(SCHOOL).is_none());
        // Other directories than the schools' have their values here too.
        let schools = || values(RECORDS).filter_map(|value| value.strip_prefix("{AAF}"));
        let records: Vec<_> = schools().filter_map(Record::read).collect();
        note("FrEduCtRefId", records.len() == schools().count());
        let vectors: Vec<_> = values(VECTORS).filter_map(Vector::read).collect();
        note("FrEduVecteur", vectors.len() == values(VECTORS).count());
        Self {
            account: first(ACCOUNT),
            records,
            vectors,
            ine_hash: first(INE_HASH),
            birth_date,
            school,
            level: first(LEVEL),
            surname: first(SURNAME),
            given_name: first(GIVEN_NAME),
            kind: first(KIND),
            mails,
            signed_in: first(SIGNED_IN),
            logout: first(LOGOUT),
            unread,
        }
    }
}

impl Record {
    /// Reads `70|…|1234567`.
    fn read(value: &str) -> Option<Self> {
        let mut parts = value.split('|').map(str::trim);
        let (academie, _, jointure) = (parts.next()?, parts.next()?, parts.next()?);
        let academie: u16 = academie.parse().ok().filter(|code| *code < 1000)?;
        let whole = parts.next().is_none() && !jointure.is_empty();
        whole.then(|| Self { academie, jointure: jointure.to_owned() })
    }
}

impl Vector {
    /// Reads `4|DUPONT|Zoé|1234567|0140004D`.
    fn read(value: &str) -> Option<Self> {
        let parts: Vec<_> = value.split('|').map(str::trim).collect();
        let [profile, surname, given_name, pupil, school, ..] = parts[..] else { return None };
        let of_guardian = match profile {
            "1" | "2" => true,
            "3" | "4" => false,
            _ => return None,
        };
        let school = school.parse().ok().filter(|_| !pupil.is_empty())?;
        let own = str::to_owned;
        Some(Self { of_guardian, surname: own(surname), given_name: own(given_name), pupil: own(pupil), school })
    }
}

/// Whether it is a day that the calendar has.
fn is_day(text: &str) -> bool {
    text.len() == 10 && crate::instant::read(&format!("{text}T00:00:00Z")).is_some()
}
