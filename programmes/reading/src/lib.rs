//! Ateliers lecture à distance: reading together, a few pupils at a time. No table: a template, and one chapter of a bilan, read
//! from the meetings of the agenda.
mod template;

pub use template::TEMPLATE;

use agenda::{
    Kind, Place, Rhythm,
    demo::{Model, Slots},
};
use agreement::letter::Offer;
use db::{Result, Tx};
use jiff::civil::Weekday;
use programme::{Chapter, Counts, Figure, Scope, demo::Run};
use web::Lang;

/// What this slice brings.
pub const SLICE: web::Slice = web::Slice {
    sentences: &[(Lang::Fr, include_str!("../lang/fr.ftl")), (Lang::En, include_str!("../lang/en.ftl"))],
    gives: &[&TEMPLATE, &OFFER, &CHAPTER, &RUN, &SLOTS],
    ..web::Slice::named("reading")
};

const CHAPTER: Chapter = Chapter {
    key: "reading",
    title: "reading-chapter",
    figures: &[Figure::count(HELD), Figure::share(CAME), Figure::minutes(READ)],
    gather,
    charts: |_, _| vec![],
};

const HELD: &str = "reading-figure-held";
const CAME: &str = "reading-figure-came";
const READ: &str = "reading-figure-read";

/// The workshops of the dispositif: its meetings at a distance.
fn gather(tx: &mut Tx<'_>, scope: &Scope<'_>, counts: &mut Counts) -> Result<()> {
    let (from, until) = scope.span();
    for one in agenda::store::counts(tx, Some(scope.dispositif), None, from, until)? {
        if one.kind != Kind::OnSite && scope.schools.contains(&one.school) {
            counts.add(one.school, HELD, one.meetings);
            counts.share(one.school, CAME, one.presences, one.enrolled);
            counts.add(one.school, READ, one.presence_minutes);
        }
    }
    Ok(())
}

/// In a demonstration, five of the collèges take part.
const RUN: Run = Run { template: &TEMPLATE, schools: 5 };

/// What families read first.
const OFFER: Offer = Offer { template: TEMPLATE.key, files: web::seven!("letters") };

const SLOTS: Slots = Slots {
    template: TEMPLATE.key,
    models: &[Model {
        kind: Kind::Oral,
        title: "Atelier lecture",
        place: (Place::Home, ""),
        weekday: Weekday::Tuesday,
        hours: (18 * 60 + 30, 19 * 60 + 15),
        rhythm: Rhythm::Every,
        places: 6,
        teacher: Some(0),
        regulars: 5,
    }],
};
