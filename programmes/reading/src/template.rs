//! The sheet from which an académie makes its year of « Ateliers lecture à distance ».
use programme::{
    Heading::{Difficulties, Effort, Evaluation, Impacts, Law, People, Purpose, Territory, Timeframe},
    Modality, Public, Template,
};

/// The template.
pub const TEMPLATE: Template = Template {
    key: "reading",
    name_fr: "Ateliers lecture à distance",
    name_en: "Remote reading workshops",
    sheet: &[
        (
            Purpose,
            "Lire ensemble à voix haute, six élèves au plus, une fois par semaine, chacun depuis chez soi. Un professeur ou un \
             documentaliste choisit le texte, écoute, relance ; chaque élève lit et donne son avis.",
        ),
        (Territory, "Cinq collèges pour commencer, là où la médiathèque est loin."),
        (Impacts, "Des élèves qui osent lire devant d’autres, et qui demandent la suite."),
        (
            People,
            "Un professeur volontaire par atelier. Le documentaliste prête les livres et tient la liste des textes.",
        ),
        (Law, "L’accord d’un titulaire de l’autorité parentale pour chaque enfant. Rien n’est enregistré."),
        (Effort, "Trois quarts d’heure par semaine, et le temps de choisir un texte."),
        (Timeframe, "D’octobre à mai, hors vacances. Bilan au début de juin."),
        (
            Difficulties,
            "Le bruit à la maison, le micro de l’appareil, la timidité. Un casque prêté règle la moitié des cas.",
        ),
        (
            Evaluation,
            "Les ateliers tenus, les présences et le temps lu, comptés à partir des séances ; la parole des équipes.",
        ),
    ],
    partners: &[("Réseau Canopé", "Forme à la lecture à voix haute"), ("Médiathèques", "Prêtent les séries de livres")],
    milestones: &[
        ("Appel aux collèges", 9, 20),
        ("Familles informées, accords donnés", 10, 10),
        ("Premier atelier", 10, 14),
        ("Rencontre des lecteurs", 3, 20),
        ("Bilan et décision", 6, 5),
    ],
    bilan: (6, 5),
    publics: &[Public::CatchUp, Public::Remediation, Public::Dropout],
    modalities: &[Modality::GroupRoom, Modality::SmallGroup, Modality::OralClass],
    charter: &[
        "On lit à son rythme, et on a le droit de passer son tour.",
        "On écoute celui qui lit jusqu’au bout.",
        "La caméra reste éteinte si on préfère.",
    ],
    chapters: &["reading", "agreement"],
    headline: &["reading-figure-held", "reading-figure-came", "reading-figure-read", "agreement-figure-agreed"],
    tools: &["agenda-way-slots", "visio-way-rooms", "agreement-way-follow", "hours-way-own", "agenda-way-presences"],
};
