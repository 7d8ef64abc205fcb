//! What one side writes the other reads, and whatever a stranger sends is answered.
use super::*;
use proptest::prelude::*;

fn text() -> impl Strategy<Value = String> {
    "[^\\pC]{1,30}"
}

fn option() -> impl Strategy<Value = Option<String>> {
    proptest::option::of(text())
}

prop_compose! {
    fn user()(
        id in text(), (name, given_name, family_name) in (option(), option(), option()),
        (email, sourced_id) in (option(), option()),
    ) -> User {
        User { id, name, given_name, family_name, email, sourced_id }
    }
}

prop_compose! {
    fn launches()(
        deployment in prop_oneof![Just("2".to_owned()), Just("7".to_owned())],
        (id, title, target) in (text(), option(), text()),
        user in proptest::option::of(user()),
        roles in proptest::collection::vec(text().prop_map(|named| Role::read(&named)), 0..4),
        context in proptest::option::of((text(), option(), option())),
        custom in proptest::collection::btree_map(text(), ".{0,20}", 0..4),
        (locale, data, several, deep) in (option(), option(), any::<bool>(), any::<bool>()),
    ) -> Launch {
        let message = if deep {
            Message::DeepLinking(DeepLinking { several, data, ..deep_linking() })
        } else {
            Message::ResourceLink(ResourceLink { id, title, target })
        };
        let context = context.map(|(id, label, title)| Context { id, label, title });
        Launch { deployment, message, user, roles, context, custom, locale, ..launch() }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_launch_is_read_as_it_was_written(launch in launches(), nonce in text()) {
        let token = launch.sign(ISSUER, "préau-1", &nonce, platforms_key(), NOW).unwrap();
        prop_assert_eq!(platform().launch(&keys(platforms_key()), &token, &nonce, NOW), Ok(launch));
    }

    #[test]
    fn hints_come_back_as_they_were_given(login in text(), message in text(), state in text(), nonce in text()) {
        let sent = query(&tool().initiation(ISSUER, "https://preau.invalid/", &login, &message, "7"));
        let initiation = Initiation::read(pairs(&sent)).unwrap();
        let asked = query(&platform().authorization(&initiation, RETURN, &state, &nonce).unwrap());
        let read = Authorization::read(pairs(&asked)).unwrap();
        prop_assert_eq!((read.login_hint, read.message_hint), (login, Some(message)));
        prop_assert_eq!((read.state, read.nonce), (Some(state), nonce));
    }

    #[test]
    fn a_mark_is_read_as_it_was_written(user in text(), mark: u16, most in 1_u16.., at in 0..4_000_000_000_000_i64) {
        let given = Some((f64::from(mark) / 100.0, f64::from(most) / 100.0));
        let score = Score { user, given, comment: None, at, activity: Activity::Submitted, grading: Grading::Pending };
        prop_assert_eq!(Score::read(score.document().unwrap().to_string().as_bytes()), Ok(score));
    }

    #[test]
    fn whatever_is_sent_is_answered(body: Vec<u8>, name in text(), value in ".*") {
        let _ = (Score::read(&body), LineItem::read(&body), LineItem::read_several(&body), Members::read(&body));
        let _ = next_page(&url("https://cours.invalid/"), &value);
        prop_assert!(ServiceToken::read(&body).is_err());
        let one = [(name.as_str(), value.as_str())];
        prop_assert!(Authorization::read(one).is_err() && Initiation::read(one).is_err());
        prop_assert!(ServiceRequest::read(one).is_err());
    }
}
