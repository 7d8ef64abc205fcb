use super::*;

fn initiation() -> Initiation {
    let sent = tool().initiation(ISSUER, "https://preau.invalid/lecture/12", "personne-31", "lancement-5", "7");
    Initiation::read(pairs(&query(&sent))).unwrap()
}

fn asked() -> Vec<(String, String)> {
    query(&platform().authorization(&initiation(), RETURN, "s1", "n1").unwrap())
}

/// The claims of a launch, some changed, signed by the platform.
fn token(changes: &Value) -> String {
    let mut claims = json!({
        "iss": ISSUER, "aud": "préau-1", "nonce": "n1", "iat": NOW, "exp": NOW + 300, "sub": "31",
        "https://purl.imsglobal.org/spec/lti/claim/message_type": "LtiResourceLinkRequest",
        "https://purl.imsglobal.org/spec/lti/claim/version": "1.3.0",
        "https://purl.imsglobal.org/spec/lti/claim/deployment_id": "7",
        "https://purl.imsglobal.org/spec/lti/claim/target_link_uri": "https://preau.invalid/lecture/12",
        "https://purl.imsglobal.org/spec/lti/claim/resource_link": {"id": "exercice-12"},
        "https://purl.imsglobal.org/spec/lti/claim/roles": [],
    });
    for (name, change) in changes.as_object().unwrap() {
        let lti = format!("https://purl.imsglobal.org/spec/lti/claim/{name}");
        let fields = claims.as_object_mut().unwrap();
        let name = if fields.contains_key(&lti) { lti } else { name.clone() };
        match change {
            Value::Null => fields.remove(&name),
            change => fields.insert(name, change.clone()),
        };
    }
    platforms_key().sign(&claims).unwrap()
}

fn opened(changes: &Value) -> Result<Launch, Refusal> {
    platform().launch(&keys(platforms_key()), &token(changes), "n1", NOW)
}

fn refusal(changes: &Value) -> Refusal {
    opened(changes).unwrap_err()
}

#[test]
fn an_exercise_is_opened_from_a_course() {
    let authorization = Authorization::read(pairs(&asked())).unwrap();
    authorization.check(&tool()).unwrap();
    assert_eq!(
        (authorization.login_hint.as_str(), authorization.message_hint.as_deref()),
        ("personne-31", Some("lancement-5"))
    );
    let signed = launch().sign(ISSUER, "préau-1", &authorization.nonce, platforms_key(), NOW).unwrap();
    let answer = Answer::read([("state", authorization.state.as_deref().unwrap()), ("id_token", &signed)]).unwrap();
    assert_eq!(answer.state, "s1");
    assert_eq!(platform().launch(&keys(platforms_key()), &answer.token, "n1", NOW).unwrap(), launch());
}

#[test]
fn a_launch_may_name_nobody_and_say_the_least() {
    let least = opened(&json!({"sub": null})).unwrap();
    assert_eq!((least.user, least.context, least.scores, least.roles), (None, None, None, vec![]));
}

#[test]
fn roles_of_the_course_are_known_and_others_kept_apart() {
    let roles = json!([
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Instructor",
        "Learner",
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor",
        "http://purl.imsglobal.org/vocab/lis/v2/membership#Administrator",
        "http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator",
        "http://purl.imsglobal.org/vocab/lis/v2/membership/Instructor#TeachingAssistant",
    ]);
    let read = opened(&json!({"roles": roles})).unwrap().roles;
    assert_eq!(read[..4], [Role::Instructor, Role::Learner, Role::Mentor, Role::Administrator]);
    assert!(read[4..].iter().all(|role| matches!(role, Role::Other(named) if named.contains("v2/"))), "{read:?}");
    assert_eq!(Role::Learner.named(), "http://purl.imsglobal.org/vocab/lis/v2/membership#Learner");
}

#[test]
fn a_launch_of_another_deployment_is_refused() {
    assert_eq!(refusal(&json!({"deployment_id": "8"})), Refusal::OtherDeployment { said: "8".to_owned() });
    assert_eq!(refusal(&json!({"deployment_id": null})), Refusal::missing("deployment_id"));
}

#[test]
fn a_launch_for_another_audience_or_by_another_platform_is_refused() {
    assert_eq!(refusal(&json!({"aud": "autre"})), oidc::Refusal::OtherAudience.into());
    assert_eq!(refusal(&json!({"aud": ["préau-1", "autre"]})), oidc::Refusal::OtherParty.into());
    let said = "https://autre.invalid".to_owned();
    assert_eq!(refusal(&json!({"iss": said})), oidc::Refusal::OtherIssuer { said }.into());
}

#[test]
fn an_expired_launch_is_refused() {
    assert_eq!(refusal(&json!({"exp": NOW - 60})), oidc::Refusal::Expired { seconds: 60 }.into());
    assert_eq!(refusal(&json!({"iat": NOW + 60})), oidc::Refusal::FromTheFuture { seconds: 60 }.into());
}

#[test]
fn the_answer_to_another_question_is_refused() {
    assert_eq!(refusal(&json!({"nonce": "n2"})), oidc::Refusal::OtherNonce.into());
}

#[test]
fn a_forged_launch_is_refused() {
    let open = |token: &str| platform().launch(&keys(platforms_key()), token, "n1", NOW).unwrap_err();
    let forged = launch().sign(ISSUER, "préau-1", "n1", strangers_key(), NOW).unwrap();
    assert_eq!(open(&forged), oidc::Refusal::KeyUnknown.into());
    let claims = token(&json!({})).split('.').nth(1).unwrap().to_owned();
    let unsigned = format!("{}.{claims}.", data_encoding::BASE64URL_NOPAD.encode(br#"{"alg":"none"}"#));
    assert_eq!(open(&unsigned), oidc::Refusal::Unsigned.into());
}

#[test]
fn another_version_and_another_message_are_refused() {
    assert_eq!(refusal(&json!({"version": "1.1"})), Refusal::OtherVersion);
    assert_eq!(refusal(&json!({"version": null})), Refusal::OtherVersion);
    let said = "LtiSubmissionReviewRequest".to_owned();
    assert_eq!(refusal(&json!({"message_type": said})), Refusal::OtherMessage { said });
    assert_eq!(refusal(&json!({"resource_link": {}})), Refusal::missing("resource_link"));
    assert_eq!(refusal(&json!({"roles": null})), Refusal::missing("roles"));
    assert_eq!(refusal(&json!({"sub": ""})), Refusal::missing("sub"));
}

#[test]
fn a_service_that_is_not_at_a_safe_address_is_refused() {
    let scores = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    let scores = json!({scores: {"scope": [], "lineitems": "http://10.0.0.1/"}});
    assert_eq!(refusal(&scores), oidc::Refusal::Address("lineitems").into());
    let presentation = "https://purl.imsglobal.org/spec/lti/claim/launch_presentation";
    let launch = opened(&json!({presentation: {"return_url": "javascript:alert(1)", "locale": "fr"}})).unwrap();
    assert_eq!((launch.return_to, launch.locale.as_deref()), (None, Some("fr")));
}

#[test]
fn an_address_that_is_not_registered_is_refused() {
    let check = |redirect_uri| {
        Authorization::read(pairs(&with(asked(), "redirect_uri", Some(redirect_uri)))).unwrap().check(&tool())
    };
    assert_eq!(check(RETURN), Ok(()));
    for other in
        ["https://attaque.invalid/", "https://preau.invalid/lti/lancement/", "https://preau.invalid/lti/lancement?x=1"]
    {
        assert_eq!(check(other), Err(Refusal::UnknownRedirect));
    }
    let other = Authorization::read(pairs(&with(asked(), "client_id", Some("autre")))).unwrap();
    assert_eq!(other.check(&tool()), Err(Refusal::OtherClient));
}

#[test]
fn what_is_asked_in_another_way_than_that_of_lti_is_refused() {
    let refusal = |name, value| Authorization::read(pairs(&with(asked(), name, value))).unwrap_err();
    for (name, other) in
        [("scope", "profile"), ("response_type", "code"), ("response_mode", "query"), ("prompt", "login")]
    {
        assert_eq!(refusal(name, Some(other)), Refusal::Unsupported(name));
        assert_eq!(refusal(name, None), Refusal::Unsupported(name));
    }
    for name in ["client_id", "redirect_uri", "login_hint", "nonce"] {
        assert_eq!(refusal(name, None), Refusal::missing(name));
        assert_eq!(refusal(name, Some("")), Refusal::missing(name));
    }
    let twice = [asked(), vec![("nonce".to_owned(), "n2".to_owned())]].concat();
    assert_eq!(Authorization::read(pairs(&twice)).unwrap_err(), oidc::Refusal::Repeated("nonce").into());
}

#[test]
fn a_launch_begun_by_another_platform_or_for_another_tool_is_refused() {
    let begin = |initiation: Initiation| platform().authorization(&initiation, RETURN, "s1", "n1").unwrap_err();
    assert_eq!(
        begin(Initiation { issuer: "https://autre.invalid".to_owned(), ..initiation() }),
        Refusal::OtherPlatform
    );
    assert_eq!(begin(Initiation { client_id: Some("autre".to_owned()), ..initiation() }), Refusal::OtherClient);
    for name in ["iss", "login_hint", "target_link_uri"] {
        let sent = query(&tool().initiation(ISSUER, "t", "l", "m", "7"));
        assert_eq!(Initiation::read(pairs(&with(sent, name, None))).unwrap_err(), Refusal::missing(name));
    }
}

#[test]
fn the_platforms_no_is_told() {
    let refusal = Answer::read([("error", "login_required"), ("state", "s1")]).unwrap_err();
    assert_eq!(refusal, oidc::Refusal::InteractionRequired.into());
    assert_eq!(Answer::read([("id_token", "a.b.c")]).unwrap_err(), Refusal::missing("state"));
    assert_eq!(Answer::read([("state", "s1")]).unwrap_err(), Refusal::missing("id_token"));
}
