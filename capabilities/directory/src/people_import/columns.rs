//! The columns that a file may have, under the names that secretariats give them: one table, in which order, capitals, accents and
//! signs do not count. Where each name was seen is in `docs/people-import.md`.
use super::column::{Column, Field};
use kernel::fold;

/// The names of each column, as [`tokens`] leaves them; where two columns of a file have as much to say, the first name wins.
pub const NAMES: &[(Column, &[&str])] = &[
    (Column::Key, &["identifiant", "id", "identifiant unique", "identifiant interne", "identifiant siecle"]),
    (Column::Ine, &["ine", "identifiant national", "id national", "numero ine", "num ine", "n ine", "numero national"]),
    (
        Column::Number,
        &[
            "numero eleve etablissement",
            "numero eleve etab",
            "num eleve etablissement",
            "num eleve etab",
            "numero eleve",
            "num eleve",
            "n eleve",
            "matricule",
        ],
    ),
    (Column::Family, &["nom", "nom famille", "nom naissance", "nom patronymique", "patronyme"]),
    (Column::UsedFamily, &["nom usage", "nom usuel"]),
    (Column::Given, &["prenom", "prenom 1", "premier prenom", "prenoms"]),
    (Column::UsedGiven, &["prenom usage", "prenom usuel"]),
    (Column::WholeName, &["nom prenom", "nom prenoms", "nom complet", "eleve", "eleves", "identite"]),
    (Column::Born, &["naissance", "date naissance", "ne", "nee", "date naiss", "date nais", "naiss", "ddn"]),
    (Column::Role, &["role", "fonction", "profil", "qualite"]),
    (
        Column::Uai,
        &[
            "uai",
            "code uai",
            "numero uai",
            "uai etablissement",
            "code uai etablissement",
            "rne",
            "code rne",
            "rne etablissement",
            "code etablissement",
        ],
    ),
    (
        Column::Class,
        &[
            "classe",
            "division",
            "libelle classe",
            "nom classe",
            "code division",
            "libelle division",
            "code structure",
            "lib structure",
            "libelle structure",
            "classes",
        ],
    ),
    (Column::Of, &["identifiant enfant", "identifiants enfants", "ine enfant", "ine enfants", "enfant", "enfants"]),
    (Column::Authority, &["autorite", "autorite parentale", "exerce autorite parentale"]),
    (
        Column::Phone,
        &[
            "telephone",
            "telephone portable",
            "telephone mobile",
            "portable",
            "mobile",
            "tel portable",
            "tel mobile",
            "tel",
            "numero portable",
            "num portable",
            "numero telephone",
            "num telephone",
            "num tel",
        ],
    ),
    (
        Column::OtherPhone,
        &[
            "autre telephone",
            "telephone domicile",
            "tel domicile",
            "telephone personnel",
            "tel personnel",
            "telephone fixe",
            "tel fixe",
        ],
    ),
    (Column::Lang, &["langue", "langue parlee", "langue famille"]),
    (Column::User, &["utilisateur", "nom utilisateur", "login", "identifiant connexion"]),
    (Column::Until, &["fin", "date fin", "date sortie", "date depart", "jusqu au"]),
    (
        Column::Email,
        &[
            "courriel",
            "mel",
            "mail",
            "email",
            "adresse mel",
            "adresse mail",
            "adresse email",
            "adresse courriel",
            "adresse electronique",
        ],
    ),
];

/// What a guardian of a row may have.
const OF_GUARDIANS: [Column; 9] = [
    Column::Key,
    Column::Family,
    Column::UsedFamily,
    Column::Given,
    Column::WholeName,
    Column::Phone,
    Column::OtherPhone,
    Column::Authority,
    Column::Lang,
];
/// Words by which a heading speaks of a guardian.
const GUARDIAN: [&str; 9] =
    ["responsable", "responsables", "resp", "representant", "parent", "tuteur", "tutrice", "pere", "mere"];
/// What may stand beside them.
const LEGAL: [&str; 5] = ["legal", "legale", "legaux", "leg", "lega"];
/// Words that say nothing; `jj/mm/aaaa` says how a day is written.
const IDLE: [&str; 16] =
    ["de", "du", "des", "d", "l", "le", "la", "les", "et", "e", "s", "jj", "mm", "aaaa", "rl", "obligatoire"];
/// The guardian who is the father, and the one who is the mother; the others have their number.
const FATHER: usize = 5;
const MOTHER: usize = 6;
/// The longest heading that is looked at, in bytes.
const LONGEST: usize = 200;

/// Who decides for a child is never left out for a word more in the heading.
const AUTHORITY: &str = "autorite";

/// The words of a heading that count, in small letters, figures apart.
pub fn tokens(heading: &str) -> Vec<String> {
    let mut plain = String::new();
    for letter in fold(heading).chars() {
        let figure = letter.is_ascii_digit();
        if plain.chars().last().is_some_and(|last| last.is_alphanumeric() && last.is_ascii_digit() != figure) {
            plain.push(' ');
        }
        plain.push(if letter.is_alphanumeric() { letter } else { ' ' });
    }
    plain.split(' ').filter(|word| !word.is_empty() && !IDLE.contains(word)).map(str::to_owned).collect()
}

/// What a heading means, and the place of that name among those of its column.
pub fn understood(heading: &str) -> Option<(Field, usize)> {
    if heading.len() > LONGEST {
        return None;
    }
    let exact = fold(heading).replace(' ', "_");
    if let Some(column) = Column::ALL.into_iter().find(|column| column.name() == exact) {
        return Some((Field::own(column), 0));
    }
    let words = tokens(heading);
    if let Some(at) = words.iter().position(|word| GUARDIAN.contains(&word.as_str())) {
        return of_guardian(words, at);
    }
    let own = |words: &[String]| named(&words.join(" "));
    let (column, place) = own(&words).or_else(|| own(&without_pupil(&words)))?;
    Some((Field::own(column), place))
}

/// The words but « élève », which says no more in a table of pupils.
fn without_pupil(words: &[String]) -> Vec<String> {
    words.iter().filter(|word| !matches!(word.as_str(), "eleve" | "eleves")).cloned().collect()
}

/// A heading that speaks of a guardian, at this word.
fn of_guardian(mut words: Vec<String>, at: usize) -> Option<(Field, usize)> {
    let who = words.remove(at);
    while words.get(at).is_some_and(|word| LEGAL.contains(&word.as_str())) {
        words.remove(at);
    }
    let figure = |word: &String| word.bytes().all(|b| b.is_ascii_digit());
    // The number stands behind the guardian; where there is but one, it may stand elsewhere.
    let number = Some(at).filter(|at| words.get(*at).is_some_and(figure)).or_else(|| words.iter().position(figure));
    let number = number.map(|at| words.remove(at));
    let rank = match (who.as_str(), number) {
        ("pere", None) => FATHER,
        ("mere", None) => MOTHER,
        (_, None) => 0,
        (_, Some(number)) => number.parse().ok().filter(|rank| (1..FATHER).contains(rank))?,
    };
    let words = without_pupil(&words);
    let (column, place) = if words.is_empty() { (Column::WholeName, 0) } else { named(&words.join(" "))? };
    OF_GUARDIANS.contains(&column).then_some((Field::of(column, rank), place))
}

/// The column of this name.
fn named(name: &str) -> Option<(Column, usize)> {
    let name = if name.split(' ').any(|word| word == AUTHORITY) { AUTHORITY } else { name };
    NAMES.iter().find_map(|(column, names)| Some((*column, names.iter().position(|known| *known == name)?)))
}
