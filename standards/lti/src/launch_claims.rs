//! A launch as claims of a token.
use crate::fields::{address, link, maybe, name, object, present, required, text};
use crate::names::{
    CONTEXT, CUSTOM, DEEP_LINKING, DEEP_LINKING_REQUEST, DEPLOYMENT, LIS, MEMBERS, MESSAGE, PRESENTATION,
    RESOURCE_LINK, RESOURCE_LINK_REQUEST, ROLES, SCORES, TARGET, THIS_VERSION, VERSION,
};
use crate::{Context, DeepLinking, Launch, Message, Platform, Refusal, ResourceLink, Role, ScoreService, User};
use oidc::{Algorithm, Claims, KeySet, SigningKey, cut, verify};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What the identifier of a person is called in a launch.
const SUBJECT: &str = "sub";
/// The most settings of an exercise.
const SETTINGS: usize = 100;
/// How long a launch is good, in seconds: a browser posts it at once.
const GOOD_FOR: i64 = 300;

impl Platform {
    /// Opens a launch, if this platform made it, for us, now, in answer to this nonce, in a deployment that we know.
    pub fn launch(&self, keys: &KeySet, token: &str, nonce: &str, now: i64) -> Result<Launch, Refusal> {
        let claims = verify(token, keys, &Algorithm::ALL)?.claims;
        claims.issued_by(&self.issuer)?;
        claims.made_for(&self.client_id)?;
        claims.in_force(now)?;
        claims.answers(nonce)?;
        let launch = Launch::read(&claims)?;
        if self.deployments.contains(&launch.deployment) {
            Ok(launch)
        } else {
            Err(Refusal::OtherDeployment { said: cut(&launch.deployment, 200) })
        }
    }
}

impl Launch {
    /// The launch as a token for this tool, signed.
    pub fn sign(
        &self,
        issuer: &str,
        client_id: &str,
        nonce: &str,
        key: &SigningKey,
        now: i64,
    ) -> Result<String, Refusal> {
        let mut claims = self.claims();
        let until = now.saturating_add(GOOD_FOR);
        claims.extend(present([
            ("iss", Some(issuer.into())),
            ("aud", Some(client_id.into())),
            ("nonce", Some(nonce.into())),
            ("iat", Some(now.into())),
            ("exp", Some(until.into())),
        ]));
        Ok(key.sign(&Value::Object(claims))?)
    }

    fn read(claims: &Claims) -> Result<Self, Refusal> {
        if claims.text(&[VERSION]) != Some(THIS_VERSION) {
            return Err(Refusal::OtherVersion);
        }
        if !claims.has(ROLES) {
            return Err(Refusal::missing("roles"));
        }
        Ok(Self {
            deployment: required(claims, &[DEPLOYMENT], "deployment_id")?,
            message: Message::read(claims)?,
            user: claims.has("sub").then(|| User::read(claims, SUBJECT)).transpose()?,
            roles: claims.texts(&[ROLES]).into_iter().map(Role::read).collect(),
            context: claims.has(CONTEXT).then(|| Context::read(claims, &[CONTEXT])).transpose()?,
            scores: claims.has(SCORES).then(|| ScoreService::read(claims)).transpose()?,
            members: address(claims, &[MEMBERS, "context_memberships_url"], "context_memberships_url")?,
            custom: settings(claims, &[CUSTOM]),
            locale: name(claims, &[PRESENTATION, "locale"]),
            // A link that is not safe is no reason to refuse somebody.
            return_to: address(claims, &[PRESENTATION, "return_url"], "return_url").ok().flatten(),
        })
    }

    fn claims(&self) -> serde_json::Map<String, Value> {
        let roles: Vec<_> = self.roles.iter().map(Role::named).collect();
        let presentation = self.locale.is_some() || self.return_to.is_some();
        let presentation = presentation
            .then(|| object([("locale", maybe(self.locale.as_ref())), ("return_url", link(self.return_to.as_ref()))]));
        let members = |url| json!({"context_memberships_url": url, "service_versions": ["2.0"]});
        let mut claims = present([
            (VERSION, Some(THIS_VERSION.into())),
            (DEPLOYMENT, Some(self.deployment.as_str().into())),
            (ROLES, Some(roles.into())),
            (CONTEXT, self.context.as_ref().map(Context::claims)),
            (SCORES, self.scores.as_ref().map(ScoreService::claims)),
            (MEMBERS, link(self.members.as_ref()).map(members)),
            (CUSTOM, (!self.custom.is_empty()).then(|| json!(self.custom))),
            (PRESENTATION, presentation),
        ]);
        claims.extend(self.message.claims());
        claims.extend(self.user.iter().flat_map(|user| user.claims(SUBJECT)));
        claims
    }
}

impl Message {
    fn read(claims: &Claims) -> Result<Self, Refusal> {
        match claims.required(MESSAGE)? {
            RESOURCE_LINK_REQUEST => Ok(Self::ResourceLink(ResourceLink {
                id: required(claims, &[RESOURCE_LINK, "id"], "resource_link")?,
                title: text(claims, &[RESOURCE_LINK, "title"]),
                target: text(claims, &[TARGET]).ok_or(Refusal::missing("target_link_uri"))?,
            })),
            DEEP_LINKING_REQUEST => Ok(Self::DeepLinking(DeepLinking {
                return_to: address(claims, &[DEEP_LINKING, "deep_link_return_url"], "deep_link_return_url")?
                    .ok_or(Refusal::missing("deep_link_return_url"))?,
                kinds: claims.texts(&[DEEP_LINKING, "accept_types"]).into_iter().map(str::to_owned).collect(),
                several: claims.flag(&[DEEP_LINKING, "accept_multiple"]).unwrap_or(false),
                data: text(claims, &[DEEP_LINKING, "data"]),
            })),
            other => Err(Refusal::OtherMessage { said: cut(other, 60) }),
        }
    }

    fn claims(&self) -> serde_json::Map<String, Value> {
        match self {
            Self::ResourceLink(resource) => {
                let title = maybe(resource.title.as_ref());
                present([
                    (MESSAGE, Some(RESOURCE_LINK_REQUEST.into())),
                    (RESOURCE_LINK, Some(object([("id", Some(resource.id.as_str().into())), ("title", title)]))),
                    (TARGET, Some(resource.target.as_str().into())),
                ])
            }
            Self::DeepLinking(settings) => {
                let settings = object([
                    ("deep_link_return_url", Some(settings.return_to.as_str().into())),
                    ("accept_types", Some(settings.kinds.clone().into())),
                    ("accept_presentation_document_targets", Some(json!(["window"]))),
                    ("accept_multiple", Some(settings.several.into())),
                    ("data", maybe(settings.data.as_ref())),
                ]);
                present([(MESSAGE, Some(DEEP_LINKING_REQUEST.into())), (DEEP_LINKING, Some(settings))])
            }
        }
    }
}

impl User {
    /// `id` is what the identifier is called: `sub` in a launch, `user_id` among members.
    pub(crate) fn read(claims: &Claims, id: &'static str) -> Result<Self, Refusal> {
        let field = |field| name(claims, &[field]);
        Ok(Self {
            id: required(claims, &[id], id)?,
            name: field("name"),
            given_name: field("given_name"),
            family_name: field("family_name"),
            email: field("email"),
            sourced_id: name(
                claims,
                if id == SUBJECT { &[LIS, "person_sourcedid"] } else { &["lis_person_sourcedid"] },
            ),
        })
    }

    pub(crate) fn claims(&self, id: &str) -> serde_json::Map<String, Value> {
        present([
            (id, Some(self.id.as_str().into())),
            ("name", maybe(self.name.as_ref())),
            ("given_name", maybe(self.given_name.as_ref())),
            ("family_name", maybe(self.family_name.as_ref())),
            ("email", maybe(self.email.as_ref())),
            if id == SUBJECT {
                let sourced = |id: &String| object([("person_sourcedid", Some(id.as_str().into()))]);
                (LIS, self.sourced_id.as_ref().map(sourced))
            } else {
                ("lis_person_sourcedid", maybe(self.sourced_id.as_ref()))
            },
        ])
    }
}

impl Context {
    pub(crate) fn read(claims: &Claims, path: &[&str]) -> Result<Self, Refusal> {
        let field = |field| [path, &[field]].concat();
        Ok(Self {
            id: required(claims, &field("id"), "context")?,
            label: text(claims, &field("label")),
            title: text(claims, &field("title")),
        })
    }

    pub(crate) fn claims(&self) -> Value {
        let (label, title) = (maybe(self.label.as_ref()), maybe(self.title.as_ref()));
        object([("id", Some(self.id.as_str().into())), ("label", label), ("title", title)])
    }
}

impl ScoreService {
    fn read(claims: &Claims) -> Result<Self, Refusal> {
        Ok(Self {
            scopes: claims.texts(&[SCORES, "scope"]).into_iter().map(str::to_owned).collect(),
            line_items: address(claims, &[SCORES, "lineitems"], "lineitems")?,
            line_item: address(claims, &[SCORES, "lineitem"], "lineitem")?,
        })
    }

    fn claims(&self) -> Value {
        object([
            ("scope", Some(self.scopes.clone().into())),
            ("lineitems", link(self.line_items.as_ref())),
            ("lineitem", link(self.line_item.as_ref())),
        ])
    }
}

/// The settings at this path, the first hundred: those that are texts.
pub(crate) fn settings(claims: &Claims, path: &[&str]) -> BTreeMap<String, String> {
    let all = claims.values(path).into_iter().filter_map(Value::as_object).flatten();
    let texts = all.filter_map(|(name, value)| Some((name.clone(), value.as_str()?.to_owned())));
    texts.take(SETTINGS).collect()
}
