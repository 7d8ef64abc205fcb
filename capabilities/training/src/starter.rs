//! A first set of courses on homework help at a distance, for an académie that has none yet: it is changed at will.
use crate::{Column, Content, Kind, Workshop};
use calendar::Calendar;
use jiff::{Span, civil::Date};
use kernel::Moment;
use programme::DispositifId;

/// One course: column, kind, minutes, title, text, link.
type First = (Column, Kind, i64, &'static str, &'static str, Option<&'static str>);

const COURSES: &[First] = &[
    (
        Column::Method,
        Kind::Read,
        15,
        "Aider sans faire à la place",
        "Le but n’est pas que l’exercice soit fini, mais que l’élève sache recommencer seul.\n\
         Commencez par faire relire la consigne à voix haute, puis demandez : « Qu’est-ce qu’on te demande ? » Beaucoup de blocages se lèvent là.\n\
         Posez une question à la fois, et attendez la réponse. Dix secondes de silence paraissent longues à distance ; elles sont utiles.\n\
         Quand l’élève trouve, faites-lui dire comment. Quand il ne trouve pas, donnez un exemple voisin, jamais la réponse elle-même.\n\
         Terminez par une phrase que l’élève écrit : « Ce que j’ai compris ce soir ».",
        None,
    ),
    (
        Column::Method,
        Kind::Read,
        10,
        "Les cinq premières minutes",
        "À distance, l’élève ne voit pas que vous êtes là. Dites votre prénom ou votre nom, et combien de temps vous avez.\n\
         Vérifiez qu’il vous entend ou vous lit avant de parler du travail.\n\
         Demandez une photo de l’énoncé plutôt qu’un résumé : le résumé cache souvent la difficulté.\n\
         Si l’élève est seul avec un petit frère, dans le bus ou sans bureau, changez de mode : l’écrit ou le téléphone suffisent souvent.",
        None,
    ),
    (
        Column::Method,
        Kind::Read,
        20,
        "Expliquer, rattraper, remédier : trois aides différentes",
        "Expliquer : la leçon est connue, la consigne ne l’est pas. Dix minutes, un exercice.\n\
         Rattraper : l’élève était absent. On part du cahier d’un camarade ou du cours déposé, et on choisit avec lui ce qui compte.\n\
         Remédier : une notion ancienne manque. On prend rendez-vous en petit groupe ; le bureau d’aide n’est pas le bon endroit.\n\
         Notez en fin d’échange laquelle c’était : l’équipe saura le lendemain ce qu’il faut reprendre en classe.",
        None,
    ),
    (
        Column::Method,
        Kind::Workshop,
        90,
        "Atelier : conduire un petit groupe à distance",
        "Trois à cinq élèves, vingt minutes chacun devant le tableau partagé.\n\
         On s’exerce à deux : l’un aide, l’autre note les questions posées et le temps de parole.\n\
         Apportez un exercice de votre discipline qui a posé problème cette semaine.",
        None,
    ),
    (
        Column::Tools,
        Kind::Read,
        15,
        "Tenir une permanence au bureau d’aide",
        "Ouvrez votre permanence depuis la page du bureau : les élèves voient aussitôt que quelqu’un est là.\n\
         « Suivant » vous donne l’élève qui attend depuis le plus longtemps ; vous pouvez aussi en choisir un autre.\n\
         Plusieurs élèves sur le même exercice ? Cochez-les et expliquez une seule fois.\n\
         Besoin d’un café ? Mettez la permanence en pause : personne ne vous est confié, les places sont gardées.\n\
         À la fin, dites comment l’aide s’est terminée. C’est une pression, et c’est ce qui fait le bilan.",
        None,
    ),
    (
        Column::Tools,
        Kind::Read,
        15,
        "La salle de visio, simplement",
        "L’adulte entre le premier : la salle n’ouvre pas sans lui.\n\
         Les caméras des élèves peuvent rester éteintes ; le son suffit pour aider.\n\
         Si l’image saute, coupez d’abord votre caméra, puis celle du groupe. En dernier recours, passez au téléphone : la file le permet.",
        None,
    ),
    (
        Column::Tools,
        Kind::Read,
        10,
        "Par téléphone, sans visio",
        "Certaines familles n’ont pas de ligne suffisante le soir : le téléphone n’est pas un pis-aller.\n\
         Appelez depuis le numéro du collège ou en numéro masqué. Le numéro de l’élève n’est montré qu’à vous, le temps de l’aide.\n\
         Demandez une photo de l’énoncé avant l’appel. Parlez par numéros de question.\n\
         Personne ne répond ? Notez-le : l’élève reste dans la file et le saura.",
        None,
    ),
    (
        Column::Tools,
        Kind::Workshop,
        60,
        "Atelier : prise en main pour les nouveaux volontaires",
        "On joue une soirée entière : ouvrir, aider par écrit, appeler, recevoir dans la salle, grouper, terminer.\n\
         Aucun compte à créer : venez avec votre téléphone ou l’ordinateur de la salle.\n\
         Le référent numérique de chaque collège est le bienvenu.",
        None,
    ),
    (
        Column::Resources,
        Kind::Read,
        20,
        "Où trouver un exercice voisin",
        "Éduscol : les ressources d’accompagnement par cycle et par discipline, avec des exemples de tâches.\n\
         Lumni : des vidéos courtes classées par niveau, utiles pour réviser une notion en cinq minutes.\n\
         La banque de ressources numériques de votre discipline, accessible par l’ENT, quand le collège y est abonné.\n\
         Le manuel de la classe reste le plus sûr : l’élève en connaît les mots.",
        Some("https://eduscol.education.fr/"),
    ),
    (
        Column::Resources,
        Kind::Read,
        15,
        "Lire, écouter : les élèves qui lisent difficilement",
        "Faites écouter l’énoncé avant de le faire lire : la lecture à voix haute du téléphone suffit.\n\
         Donnez une consigne par message, jamais trois. Numérotez-les.\n\
         Une police plus grande et des lignes espacées aident tout le monde.\n\
         Cap école inclusive, de Réseau Canopé, propose des adaptations pas à pas, par besoin et par discipline.",
        Some("https://eduscol.education.fr/"),
    ),
    (
        Column::Resources,
        Kind::Watch,
        25,
        "Apprendre à apprendre, en vidéo",
        "Choisissez avec l’élève une vidéo courte de Lumni sur la mémorisation, regardez-la ensemble, puis essayez la méthode sur la leçon du lendemain.\n\
         Après dix minutes, fermez tout et demandez ce qui reste : se tester vaut mieux que relire.",
        Some("https://www.lumni.fr/"),
    ),
    (
        Column::Resources,
        Kind::Read,
        10,
        "Le Cned et Devoirs faits : ce qui existe déjà",
        "Jules, du Cned, aide les élèves de collège à organiser leurs devoirs et à revoir des points précis, à tout moment.\n\
         Ma classe à la maison sert à la continuité quand une classe ou un collège ferme.\n\
         Le vade-mecum de Devoirs faits, sur éduscol, rappelle le cadre : quels élèves, qui les encadre, comment l’établissement coordonne.",
        Some("https://eduscol.education.fr/"),
    ),
];

/// The first courses, for a dispositif or for the whole académie; the workshops stand in three and five weeks.
pub fn courses(dispositif: Option<DispositifId>, now: Moment) -> Vec<Content> {
    let mut weeks = 1;
    let mut content = |(column, kind, minutes, title, text, link): &First| {
        let workshop = (*kind == Kind::Workshop).then(|| {
            weeks += 2;
            let starts_at = Moment::at_paris(wednesday(now.plus_days(7 * weeks).paris().date()), 14, 0);
            Workshop { starts_at, place: "Atelier Canopé le plus proche".to_owned(), places: 16 }
        });
        Content {
            dispositif,
            column: *column,
            kind: *kind,
            title: (*title).to_owned(),
            text: (*text).to_owned(),
            link: link.map(str::to_owned),
            file: None,
            minutes: *minutes,
            workshop,
        }
    };
    COURSES.iter().map(&mut content).collect()
}

/// The Wednesday of that week, when teams are free in the afternoon; after the holidays when it falls in them.
fn wednesday(day: Date) -> Date {
    let shift = 2 - i32::from(day.weekday().to_monday_zero_offset());
    let mut day = day.checked_add(Span::new().days(shift)).unwrap_or(day);
    for _ in 0..12 {
        if Calendar::shipped().off(day) {
            day = day.checked_add(Span::new().days(7)).unwrap_or(day);
        }
    }
    day
}
