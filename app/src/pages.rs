//! The pages of the platform itself: accessibility, data, help, upkeep.
use crate::{privacy, story, styleguide, upkeep};
use askama::Template;
use web::{Door, Entry, Reply, Result, Routes, Shell, Slice, Visit, Way};

/// What the binary brings.
pub const SLICE: Slice = Slice {
    sentences: web::seven!("lang"),
    migrations: upkeep::store::MIGRATIONS,
    keeps: upkeep::store::KEEPS,
    treatments: privacy::TREATMENTS,
    routes,
    menu: &[
        Way {
            under: Entry::Territory,
            href: "/exploitation",
            icon: "settings",
            key: "preau-upkeep",
            door: upkeep::DOOR,
        },
        Way {
            under: Entry::Territory,
            href: privacy::REGISTER,
            icon: "file-text",
            key: "preau-privacy",
            door: upkeep::DOOR,
        },
    ],
    gives: &[&upkeep::store::GATEWAY, &upkeep::store::BACKUP],
    ..Slice::named("preau")
};

fn routes() -> Routes {
    Routes::new()
        .page("/accessibilite", Door::Public, |visit| page(visit, "preau-accessibility"))
        .page("/donnees", Door::Public, |visit| page(visit, "preau-data"))
        .page("/aide-preau", Door::Public, |visit| page(visit, "preau-help"))
        .page("/exploitation", upkeep::DOOR, upkeep::show)
        .form("/exploitation/reprise", upkeep::DOOR, upkeep::again)
        .form("/exploitation/essai", upkeep::DOOR, upkeep::try_way)
        .page("/styleguide", Door::Public, styleguide::show)
        .page("/demonstration/jour", Door::Public, story::day)
        .form("/demonstration/jour", Door::Public, story::go_on)
        .and(privacy::routes())
}

#[derive(Template)]
#[template(path = "text.html")]
struct Text {
    shell: Shell,
    title: String,
    paragraphs: Vec<String>,
}

/// A page of plain paragraphs; its sentences are `key` and `key-1` onwards.
fn page(visit: &mut Visit<'_, '_>, key: &str) -> Result<Reply> {
    let shell = visit.shell();
    let title = shell.of(key, "").to_string();
    let paragraphs = (1..=6).map(|n| shell.of(key, &format!("-{n}")).to_string()).collect();
    Reply::page(&Text { shell, title, paragraphs })
}
