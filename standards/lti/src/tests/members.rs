use super::*;

#[test]
fn those_of_a_course_are_read_and_written() {
    let member = |id: &str, role, status| Member {
        user: User { id: id.to_owned(), name: Some("Zoé Dupont".to_owned()), ..User::default() },
        roles: vec![role],
        status,
    };
    let members = Members {
        context: Context { id: "c1".to_owned(), ..Context::default() },
        members: vec![
            member("31", Role::Learner, Status::Active),
            member("32", Role::Instructor, Status::Inactive),
            member("33", Role::Other("x".to_owned()), Status::Deleted),
        ],
    };
    let document = members.document(&url("https://cours.invalid/lti/c1/members"));
    assert_eq!(document["members"][0]["user_id"], "31");
    assert_eq!(Members::read(document.to_string().as_bytes()).unwrap(), members);
}

#[test]
fn members_as_moodle_names_them() {
    let body = br#"{"id": "x", "context": {"id": "5", "label": "6A", "title": "Sixi\u00e8me A"}, "members": [
        {"user_id": "7", "roles": ["Learner"], "given_name": "Max"}]}"#;
    let members = Members::read(body).unwrap().members;
    assert_eq!((members[0].status, members[0].roles.as_slice()), (Status::Active, [Role::Learner].as_slice()));
}

#[test]
fn what_is_no_list_of_members_is_refused() {
    let read = |body: Value| Members::read(body.to_string().as_bytes()).unwrap_err();
    let context = json!({"id": "c1"});
    assert_eq!(read(json!({"context": context})), Refusal::missing("members"));
    assert_eq!(read(json!({"members": []})), Refusal::missing("context"));
    assert_eq!(read(json!({"context": context, "members": [{}]})), Refusal::missing("user_id"));
    assert_eq!(
        read(json!({"context": context, "members": [{"user_id": "1", "status": "Gone"}]})),
        Refusal::missing("status")
    );
    assert_eq!(read(json!({"context": context, "members": vec![0; 1_001]})), oidc::Refusal::TooLarge.into());
    assert_eq!(read(json!({"context": context, "members": [3]})), oidc::Refusal::NotJson.into());
}

#[test]
fn a_course_is_read_page_by_page() {
    let members = url("https://cours.invalid/lti/c1/members?x=1");
    assert_eq!(first_page(&members, 100).as_str(), "https://cours.invalid/lti/c1/members?x=1&limit=100");
    let next = |link: &str| next_page(&members, link).map(String::from);
    let second = "https://cours.invalid/lti/c1/members?x=1,2&page=2";
    assert_eq!(next(&format!("<{second}>; rel=\"next\"")).as_deref(), Some(second));
    assert_eq!(
        next(&format!("<https://cours.invalid/>; rel=first, <{second}>;title=x;rel=next")).as_deref(),
        Some(second)
    );
    assert_eq!(next(&format!("<{second}>; rel=\"last next\"")).as_deref(), Some(second));
    for link in [
        "",
        "<",
        "<>;rel=next",
        "<https://cours.invalid/>; rel=\"prev\"",
        "<https://10.0.0.1/>; rel=next",
        "<http://cours.invalid/>; rel=next",
        "<https://cours.invalid/>; norel=next",
    ] {
        assert_eq!(next(link), None, "{link}");
    }
}
