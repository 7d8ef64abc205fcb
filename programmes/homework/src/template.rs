//! The sheet from which an académie makes its year of « Devoirs faits à distance » in minutes. The facts are those of the round table of
//! October 2020 (académie de Normandie); the words are ours, and the pilot changes them.
use programme::{
    Heading::{Difficulties, Effort, Evaluation, Impacts, Lasting, Law, Money, People, Purpose, Territory, Timeframe},
    Modality, Public, Template,
};

/// The template.
pub const TEMPLATE: Template = Template {
    key: "homework",
    name_fr: "Devoirs faits à distance",
    name_en: "Remote homework help",
    sheet: &[
        (
            Purpose,
            "Aider les élèves à faire leurs devoirs quand ils ne sont plus au collège : chez eux ou dans un tiers-lieu, après le car. \
             Chaque équipe écrit son protocole (aide, explicitation, remise à niveau, remédiation, prévention du décrochage) et choisit ses \
             modalités : salle de groupe, rendez-vous en petit groupe, bureau d’aide rapide avec téléphone, classe orale.",
        ),
        (
            Territory,
            "Toute l’académie : une vingtaine de collèges dans les cinq départements. Leur point commun : beaucoup d’élèves dépendent des \
             transports scolaires et quittent le collège après les cours.",
        ),
        (
            Impacts,
            "Des élèves débloqués le soir même, des familles informées et entendues, des professeurs formés à l’aide à distance. \
             Les nombres de cette fiche sont comptés à partir des traces, sans ressaisie.",
        ),
        (
            Money,
            "Les heures des professeurs volontaires, payées une heure pour une heure. Un volet de formation. L’équipement à examiner : \
             casques, prêts aux familles.",
        ),
        (
            People,
            "Des professeurs volontaires ; le référent numérique (RRUPN), interlocuteur quotidien de ses collègues ; les AED et la CPE pour \
             les familles ; un accompagnement pédagogique de l’académie. L’aide à distance s’ajoute à l’aide au collège et ne la remplace pas.",
        ),
        (
            Law,
            "L’accord d’un titulaire de l’autorité parentale pour chaque enfant, retiré quand il veut. Ni les élèves ni les parents n’ont besoin \
             d’adresse électronique. Les données restent sur les machines de l’académie.",
        ),
        (
            Effort,
            "Pour une équipe : une réunion pour écrire le protocole, deux heures de formation, puis une ou deux permanences par semaine et par \
             professeur.",
        ),
        (
            Timeframe,
            "Une année scolaire : appel en septembre, protocoles et accords avant les vacances de la Toussaint, point d’étape en février, bilan \
             en juin.",
        ),
        (
            Difficulties,
            "Convaincre élèves et parents : la place pour travailler, le partage de l’appareil et de la ligne, les horaires, la frontière \
             entre l’école et la maison. Les outils : connexion, zones blanches, prise en main. Chaque collège a un moyen d’aider les familles.",
        ),
        (
            Lasting,
            "Des outils simples et fiables, l’ENT comme porte d’entrée, la satisfaction des élèves, des familles et des professeurs, un groupe \
             projet solide, des ressources et des retours d’expérience publiés.",
        ),
        (
            Evaluation,
            "Trois questions aux élèves, aux familles et aux professeurs, à trois moments de l’année. Un bilan par collège et pour l’académie, \
             puis une décision : reconduire, adapter ou arrêter.",
        ),
    ],
    partners: &[
        ("Drane", "Accompagne les équipes et les outils"),
        ("Réseau Canopé", "Forme les équipes et fait connaître les ressources"),
    ],
    milestones: &[
        ("Appel aux collèges", 9, 10),
        ("Protocoles publiés", 10, 10),
        ("Familles informées, accords donnés", 10, 17),
        ("Équipes formées", 11, 20),
        ("Point d’étape", 2, 5),
        ("Retours d’expérience publiés", 5, 28),
        ("Bilan et décision", 6, 15),
    ],
    bilan: (6, 15),
    publics: Public::ALL,
    modalities: &[
        Modality::Bar,
        Modality::Telephone,
        Modality::SmallGroup,
        Modality::GroupRoom,
        Modality::OralClass,
        Modality::TeacherAtSchool,
    ],
    charter: &[
        "L’élève vient quand il veut, et repart quand il a compris.",
        "L’adulte aide à comprendre : il ne fait pas l’exercice.",
        "La vie à la maison reste à la maison : la caméra n’est jamais obligatoire.",
        "Rien n’est enregistré.",
        "Chacun parle à l’autre comme en classe.",
    ],
    chapters: &["desk", "agenda", "agreement", "hours", "difficulty", "training", "survey"],
    headline: &[
        "desk-figure-pupils",
        "desk-figure-asked",
        "desk-figure-helped",
        "desk-figure-soon",
        "agreement-figure-agreed",
        "hours-figure-approved",
    ],
    tools: &[
        "desk-way-desk",
        "agenda-way-slots",
        "visio-way-rooms",
        "agreement-way-follow",
        "hours-way-own",
        "hours-way-school",
        "agenda-way-presences",
        "difficulty-way-care",
        "difficulty-way-question",
        "training-way-courses",
        "survey-way-answer",
    ],
};
