//! Messages of the days before, for the two pupils of a demonstration that one signs in as.
use crate::{Sending, store};
use db::{Result, Tx};
use directory::demo::{Part, Stage};

/// This slice's part of a demonstration.
pub const PART: Part = Part { fill, things: |_, _| Ok(vec![]) };

/// What teachers wrote, the oldest first.
const TEXTS: [&str; 5] = [
    "Bravo pour ton brouillon, l’idée du phare est belle. Relis seulement les accords du deuxième paragraphe, puis recopie au propre : nous le lirons ensemble en classe jeudi matin.",
    "Ton livre est arrivé au CDI, passe le prendre à la récréation ou après la cantine. Tu peux le garder trois semaines, et le rapporter plus tôt si tu l’as fini.",
    "Pense à apporter ta calculatrice vendredi : nous commençons les pourcentages. Si tu n’en as pas, dis-le moi avant, le collège en prête sans rien demander.",
    "Le club de théâtre reprend lundi à 13 h en salle 12. Viens avec des chaussures souples et le texte de la scène deux ; il reste des rôles pour ceux qui veulent essayer.",
    "Le bureau d’aide est ouvert ce soir, n’hésite pas, même pour une petite question. On peut écrire, envoyer une photo de la page, ou demander qu’on t’appelle. Personne ne te jugera.",
];

fn fill(tx: &mut Tx<'_>, stage: &Stage<'_>) -> Result<()> {
    let demo = stage.demo;
    for pupil in demo.pupils.iter().take(2) {
        for ((text, days), (author, _)) in TEXTS.iter().zip(-12..).zip(demo.teachers.iter().cycle()) {
            let written = stage.now.plus_days(days);
            let (school, author, text) = (demo.home.id, Some(author.id), (*text).to_owned());
            let sending = Sending { school, author, to: pupil.id, text, link: None, sealed: None };
            store::notify(tx, stage.chance, &sending, written)?;
        }
    }
    Ok(())
}
