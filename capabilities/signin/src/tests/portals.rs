//! What portals may and may not do, with servers on this machine that answer as portals do.
mod attacks;
mod courses;
mod fake;
mod knowing;
mod leaving;
mod moodle;

use super::{NOW, World, sound, worlds};
use crate::{
    portal::{Kind, Learnt, Portal, Settings},
    store,
};
use access::{Unit, UnitKind};
use fake::Fake;
use kernel::{Id, PersonId, UnitId};
use std::sync::Arc;
use web::testing::Browser;

/// A house on each database, with a portal of CAS for the first school and one of OpenID Connect for the whole académie.
async fn gates() -> Vec<Gate> {
    let mut gates = vec![];
    for mut world in worlds().await {
        let fake = Fake::start().await;
        let networks = vec!["127.0.0.0/8".parse().unwrap()];
        let door = outgoing::Door::typed(&outgoing::Config { networks });
        Arc::get_mut(&mut world.house).unwrap().engines = web::Engines::default().with(Some(door));
        let people = world.people.clone();
        put(&world, &fake, ("ent", Kind::Cas), (people.school, UnitKind::Etablissement)).await;
        put(&world, &fake, ("guichet", Kind::OpenId), (people.academie, UnitKind::Academie)).await;
        for (key, person) in
            [("P1", people.ines), ("P2", people.other_pupil), ("G1", people.samira), ("T1", people.claire)]
        {
            let named = world.house.db.write(move |tx| directory::store::set_key(tx, "aaf:70", key, person));
            named.await.unwrap();
        }
        gates.push(Gate { world, fake });
    }
    gates
}

/// Adds a portal that the fake one plays.
async fn put(world: &World, fake: &Fake, (key, kind): (&'static str, Kind), (unit, unit_kind): (UnitId, UnitKind)) {
    let settings = Settings {
        address: if kind == Kind::Cas { format!("{}/cas", fake.url) } else { fake.url.clone() },
        client: "preau".to_owned(),
        scopes: "profile".to_owned(),
        keys: "jointure = aaf:70\nnaissance = naissance".to_owned(),
        ..Settings::default()
    };
    let unit = Unit { id: unit, kind: unit_kind, code: String::new(), name: String::new(), closed: false };
    let portal = Portal {
        id: Id::new(NOW, &kernel::SystemChance),
        key: key.to_owned(),
        name: format!("Portail {key}"),
        kind,
        unit,
        staff: true,
        settings,
        sealed: None,
        written: false,
        learnt: Learnt::default(),
        ends_at: None,
        drift: 0,
        trouble: None,
        closed_at: None,
        lineage: vec![],
    };
    let portal = portal.sharing("partagé", &world.house.secret, &kernel::SystemChance);
    world.house.db.write(move |tx| store::portal::put(tx, &portal, NOW)).await.unwrap();
}

struct Gate {
    world: World,
    fake: Fake,
}

impl Gate {
    /// Changes what is said of a portal.
    async fn set(&self, key: &'static str, change: impl Fn(&mut Portal) + Clone + Send + 'static) {
        let changed = self.world.house.db.write(move |tx| {
            let mut portal = store::portal::by_key(tx, key)?.unwrap();
            change(&mut portal);
            store::portal::put(tx, &portal, NOW)
        });
        changed.await.unwrap();
    }

    /// A browser that has gone to the portal and is sent back: the address that it is sent back to.
    async fn there(&self, browser: &mut Browser, key: &str, more: &str) -> String {
        browser.get(&format!("/portail/{key}{more}")).await;
        assert_eq!(browser.status, 303, "{browser:?}");
        self.fake.back(browser.location.as_deref().unwrap())
    }

    /// A browser that has come back from the portal, to the page that looks at it.
    async fn back(&self, browser: &mut Browser, key: &str, more: &str) {
        let to = self.there(browser, key, more).await;
        browser.get(&to).await;
    }

    /// A browser in which somebody has come through the portal, and has said that it is they.
    async fn come(&self, key: &str, who: &str) -> Browser {
        let mut browser = self.world.browser();
        self.fake.says(who);
        self.back(&mut browser, key, "").await;
        browser.follow().await;
        browser.post("/portail/arrivee", &[("device", "school")]).await;
        browser
    }

    /// Who is in.
    async fn is_in(&self, browser: &mut Browser, name: &str) {
        browser.get("/compte").await;
        assert!(browser.status == 200 && browser.text.contains(name), "{}: {browser:?}", self.world.name);
    }

    /// Nobody is.
    async fn is_out(&self, browser: &mut Browser) {
        browser.get("/compte").await;
        assert_eq!(browser.status, 303, "{}: {browser:?}", self.world.name);
    }

    /// How many sessions are open.
    async fn sessions(&self, person: PersonId) -> i64 {
        let sql = "SELECT count(*) FROM signin_session WHERE person_id = ?1";
        let counted = self.world.house.db.read(move |tx| tx.query(sql, &db::params![person])).await;
        counted.unwrap()[0].get(0)
    }
}

#[tokio::test]
async fn who_comes_by_either_portal_is_in_and_goes_where_they_wanted() {
    for gate in gates().await {
        for (key, who, name) in [("ent", "P1", "Inès"), ("guichet", "P1", "Inès"), ("guichet", "G1", "Samira")] {
            let mut browser = gate.world.browser();
            gate.fake.says(who);
            gate.back(&mut browser, key, "?vers=/compte").await;
            assert_eq!(browser.location.as_deref(), Some("/portail/arrivee"), "{key}: {browser:?}");
            sound(browser.follow().await);
            assert!(browser.text.contains(name), "{key}: {browser:?}");
            browser.post("/portail/arrivee", &[("device", "own")]).await;
            assert_eq!(browser.location.as_deref(), Some("/compte"), "{key}: {browser:?}");
            gate.is_in(&mut browser, name).await;
            // This device is one's own: the next time it asks nothing.
            browser.post("/sortir", &[]).await;
            gate.back(&mut browser, key, "").await;
            browser.follow().await;
            assert_eq!(browser.location.as_deref(), Some("/"), "{key}: {browser:?}");
            gate.is_in(&mut browser, name).await;
        }
    }
}

#[tokio::test]
async fn the_pages_of_portals_say_all_their_sentences() {
    for gate in gates().await {
        let mut admin = gate.world.administering(gate.world.people.admin).await;
        for lang in web::Lang::WHOLE {
            let mut browser = admin.clone().with("lang", lang);
            sound(browser.get("/portails").await);
            let found = browser.text.split("/portails/").filter_map(|rest| rest.get(..32)).map(str::to_owned);
            for id in found.filter(|id| id.bytes().all(|byte| byte.is_ascii_hexdigit())).collect::<Vec<_>>() {
                sound(browser.get(&format!("/portails/{id}")).await);
            }
            sound(browser.get("/portails/inconnus").await);
        }
        admin.get("/portails").await;
        let fields = [("nom", "Un autre"), ("cle", "autre"), ("pour", "normandie"), ("genre", "saml")];
        admin.post("/portails", &fields).await;
        assert_eq!(admin.status, 303, "{admin:?}");
        sound(admin.follow().await);
        // Nobody sees it before it is open, and nobody but who keeps it tries it.
        let mut anybody = gate.world.browser();
        assert_eq!(anybody.get("/portail/autre").await.status, 404);
        assert_eq!(anybody.get("/portail/autre?essai=1").await.status, 404);
        assert!(!anybody.get("/entrer/porte").await.text.contains("Un autre"));
        for (field, value) in [("cle", "ent"), ("cle", "Là"), ("cle", "arrivee"), ("nom", ""), ("pour", "ailleurs")] {
            admin.get("/portails").await;
            let with = fields.map(|(name, kept)| if name == field { (name, value) } else { (name, kept) });
            sound(admin.post("/portails", &with).await);
            assert_eq!(admin.status, 422, "{field} {value}: {admin:?}");
        }
    }
}
