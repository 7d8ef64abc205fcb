//! What is said of a portal, field by field; and what whoever keeps the other side is given of this house.
use crate::portal::{Kind, Portal, Settings};
use web::{Form, FormState, House};

/// The longest text of the settings.
const TEXT: usize = 500;
/// The longest metadata that is pasted.
const METADATA: usize = 60_000;

/// What is to be pasted over there: the key of its word, and the address.
pub fn addresses(house: &House, portal: &Portal) -> Vec<(&'static str, String)> {
    let public = &house.settings.public_url;
    let tile = ("signin-portals-our-tile", format!("{public}/portail/{}", portal.key));
    let mut ours = match portal.kind {
        Kind::Cas => vec![("signin-portals-our-service", portal.address(house, "retour"))],
        Kind::OpenId => vec![
            ("signin-portals-our-return", portal.address(house, "retour")),
            ("signin-portals-our-end", portal.address(house, "fin")),
            ("signin-portals-our-left", format!("{public}/entrer/sortie?porte={}", portal.key)),
        ],
        Kind::Saml => vec![
            ("signin-portals-our-metadata", portal.address(house, "metadonnees")),
            ("signin-portals-our-answer", portal.address(house, "reponse")),
        ],
        Kind::Lti => {
            return vec![
                ("signin-portals-our-target", format!("{public}{}", super::launch::HERE)),
                ("signin-portals-our-login", portal.address(house, "lti")),
                ("signin-portals-our-redirect", portal.address(house, "reponse")),
                ("signin-portals-our-keys", portal.address(house, "metadonnees")),
            ];
        }
    };
    ours.push(tile);
    ours
}

/// The settings as they were typed.
pub fn typed(form: &Form) -> Settings {
    let text = |name: &str, most| form.short(name, most);
    Settings {
        address: text("adresse", TEXT),
        metadata: text("metadonnees", METADATA),
        entity: text("entite", TEXT),
        client: text("client", TEXT),
        scopes: text("portees", TEXT),
        level: text("niveau", TEXT),
        p3: form.has("p3"),
        signed: form.has("signe"),
        nameless: form.has("anonyme"),
        deployments: text("deploiements", TEXT),
        auth: text("authentification", TEXT),
        token: text("jetons", TEXT),
        jwks: text("cles-adresse", TEXT),
        subject: text("sujet", TEXT),
        keys: text("cles", 2_000),
    }
}

/// The addresses among them that only some portals have: field and text.
pub fn addresses_typed(said: &Settings, kind: Kind) -> Vec<(&'static str, &str)> {
    match kind {
        Kind::Lti => {
            vec![("authentification", said.auth.as_str()), ("jetons", &said.token), ("cles-adresse", &said.jwks)]
        }
        _ => vec![],
    }
}

/// The settings as a form shows them.
pub fn shown(said: &Settings, form: FormState) -> FormState {
    let tick = |yes: bool| if yes { "1" } else { "" };
    form.with("adresse", &said.address)
        .with("metadonnees", &said.metadata)
        .with("entite", &said.entity)
        .with("client", &said.client)
        .with("portees", &said.scopes)
        .with("niveau", &said.level)
        .with("deploiements", &said.deployments)
        .with("authentification", &said.auth)
        .with("jetons", &said.token)
        .with("cles-adresse", &said.jwks)
        .with("sujet", &said.subject)
        .with("cles", &said.keys)
        .with("p3", tick(said.p3))
        .with("signe", tick(said.signed))
        .with("anonyme", tick(said.nameless))
}
