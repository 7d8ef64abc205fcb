use super::*;

fn answer(pairs: &[(&str, &str)]) -> Result<Answer, Refusal> {
    Answer::read(pairs.iter().copied())
}

fn refusal(pairs: &[(&str, &str)]) -> Refusal {
    answer(pairs).unwrap().code(&provider()).unwrap_err()
}

#[test]
fn a_code_comes_back_with_its_state_and_issuer() {
    let answer = answer(&[("code", "abc"), ("state", "s1"), ("iss", ISSUER), ("session_state", "x")]).unwrap();
    assert_eq!(answer.state, "s1");
    assert_eq!(answer.code(&provider()).unwrap(), "abc");
}

#[test]
fn a_mix_up_between_two_providers_is_refused() {
    let other = "https://attaque.invalid";
    assert_eq!(refusal(&[("code", "abc"), ("state", "s1"), ("iss", other)]), Refusal::MixUp { said: other.to_owned() });
    let forgetful = Provider { names_itself: false, ..provider() };
    let named = answer(&[("code", "abc"), ("state", "s1"), ("iss", other)]).unwrap();
    assert_eq!(named.code(&forgetful).unwrap_err(), Refusal::MixUp { said: other.to_owned() });
}

#[test]
fn an_answer_without_its_issuer_is_refused_unless_tolerated() {
    assert_eq!(refusal(&[("code", "abc"), ("state", "s1")]), Refusal::IssuerMissing);
    let forgetful = Provider { names_itself: false, ..provider() };
    assert_eq!(answer(&[("code", "abc"), ("state", "s1")]).unwrap().code(&forgetful).unwrap(), "abc");
}

#[test]
fn an_error_of_another_provider_is_not_repeated() {
    let pairs = [("error", "access_denied"), ("state", "s1"), ("iss", "https://attaque.invalid")];
    assert!(matches!(refusal(&pairs), Refusal::MixUp { .. }));
}

#[test]
fn each_error_of_the_portal_is_told_apart() {
    let said =
        |error| refusal(&[("error", error), ("error_description", "Non\n autorisé"), ("state", "s"), ("iss", ISSUER)]);
    let description = || "Non autorisé".to_owned();
    assert_eq!(said("access_denied"), Refusal::AccessDenied { description: description() });
    assert_eq!(said("server_error"), Refusal::Unavailable { description: description() });
    assert_eq!(said("temporarily_unavailable"), Refusal::Unavailable { description: description() });
    assert_eq!(said("login_required"), Refusal::InteractionRequired);
    let other = Refusal::Refused { error: "invalid_scope".to_owned(), description: description() };
    assert_eq!(said("invalid_scope"), other);
}

#[test]
fn the_portals_words_are_cut() {
    let long = "a".repeat(4_000);
    let pairs = [("error", long.as_str()), ("error_description", &long), ("state", "s"), ("iss", ISSUER)];
    let Refusal::Refused { error, description } = refusal(&pairs) else { panic!("another refusal") };
    assert_eq!((error.len(), description.len()), (60, 300));
}

#[test]
fn a_parameter_that_stands_twice_is_refused() {
    for name in ["code", "state", "iss", "error", "error_description"] {
        assert_eq!(answer(&[(name, "a"), (name, "a")]).unwrap_err(), Refusal::Repeated(name));
    }
}

#[test]
fn what_is_missing_or_endless_is_refused() {
    assert_eq!(answer(&[("code", "abc")]).unwrap_err(), Refusal::Missing("state"));
    assert_eq!(refusal(&[("state", "s"), ("iss", ISSUER)]), Refusal::Missing("code"));
    assert_eq!(refusal(&[("state", "s"), ("code", ""), ("iss", ISSUER)]), Refusal::Missing("code"));
    assert_eq!(answer(&[("code", &"a".repeat(5_000))]).unwrap_err(), Refusal::TooLarge);
}
