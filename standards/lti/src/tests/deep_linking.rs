use super::*;

fn choice() -> Choice {
    Choice {
        items: vec![
            Item {
                title: Some("Lecture du soir".to_owned()),
                custom: [("texte".to_owned(), "12".to_owned())].into(),
                line_item: Some(LineItem {
                    id: None,
                    label: "Lecture".to_owned(),
                    maximum: 20.0,
                    resource: Some("12".to_owned()),
                    tag: None,
                    link: None,
                }),
                ..Item::default()
            },
            Item { url: Some("https://preau.invalid/lecture/13".to_owned()), ..Item::default() },
        ],
        said: Some("Deux textes choisis".to_owned()),
        unique: "u1".to_owned(),
    }
}

fn signed(key: &SigningKey) -> String {
    platform().choice(&deep_linking(), "7", &choice(), key, NOW).unwrap()
}

fn read(token: &str, deployment: &str, data: Option<&str>, now: i64) -> Result<Choice, Refusal> {
    tool().choice(&keys(tools_key()), token, ISSUER, deployment, data, now)
}

#[test]
fn a_teacher_is_sent_to_choose() {
    let launch = Launch { message: Message::DeepLinking(deep_linking()), roles: vec![Role::Instructor], ..launch() };
    let token = launch.sign(ISSUER, "préau-1", "n1", platforms_key(), NOW).unwrap();
    assert_eq!(platform().launch(&keys(platforms_key()), &token, "n1", NOW).unwrap(), launch);
}

#[test]
fn what_the_teacher_chose_comes_back() {
    assert_eq!(read(&signed(tools_key()), "7", Some("opaque"), NOW).unwrap(), choice());
}

#[test]
fn a_column_of_marks_without_a_title_has_that_of_its_exercise() {
    let items = json!([
        {"type": "link", "url": "https://autre.invalid"},
        {"type": "ltiResourceLink", "title": "Lecture", "lineItem": {"scoreMaximum": 10}},
    ]);
    let claims = json!({
        "iss": "préau-1", "aud": [ISSUER], "nonce": "u1", "iat": NOW, "exp": NOW + 60,
        "https://purl.imsglobal.org/spec/lti/claim/message_type": "LtiDeepLinkingResponse",
        "https://purl.imsglobal.org/spec/lti/claim/version": "1.3.0",
        "https://purl.imsglobal.org/spec/lti/claim/deployment_id": "7",
        "https://purl.imsglobal.org/spec/lti-dl/claim/content_items": items,
    });
    let choice = read(&tools_key().sign(&claims).unwrap(), "7", None, NOW).unwrap();
    assert_eq!(choice.items.len(), 1, "only what is an exercise");
    assert_eq!(choice.items[0].line_item.as_ref().unwrap().label, "Lecture");
}

#[test]
fn a_choice_for_another_deployment_or_launch_is_refused() {
    let token = signed(tools_key());
    let other = Refusal::OtherDeployment { said: "7".to_owned() };
    assert_eq!(read(&token, "2", Some("opaque"), NOW).unwrap_err(), other);
    assert_eq!(read(&token, "7", Some("autre"), NOW).unwrap_err(), Refusal::OtherData);
    assert_eq!(read(&token, "7", None, NOW).unwrap_err(), Refusal::OtherData);
}

#[test]
fn a_forged_or_late_choice_is_refused() {
    assert_eq!(read(&signed(strangers_key()), "7", None, NOW).unwrap_err(), oidc::Refusal::KeyUnknown.into());
    let late = read(&signed(tools_key()), "7", Some("opaque"), NOW + 360).unwrap_err();
    assert_eq!(late, oidc::Refusal::Expired { seconds: 60 }.into());
    let launch = launch().sign("préau-1", ISSUER, "n1", tools_key(), NOW).unwrap();
    let other = Refusal::OtherMessage { said: "LtiResourceLinkRequest".to_owned() };
    assert_eq!(read(&launch, "7", None, NOW).unwrap_err(), other);
}

#[test]
fn too_many_exercises_are_refused() {
    let many = Choice { items: vec![Item::default(); 101], ..choice() };
    let token = platform().choice(&deep_linking(), "7", &many, tools_key(), NOW).unwrap();
    assert_eq!(read(&token, "7", Some("opaque"), NOW).unwrap_err(), oidc::Refusal::TooLarge.into());
}
