//! Whatever comes from outside is answered, and nothing that the portal did not sign is believed.
use super::*;
use proptest::prelude::*;

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,20}".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 20, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::btree_map("[a-z]{1,3}", inner, 0..4).prop_map(|map| json!(map)),
        ]
    })
}

proptest! {
    #[test]
    fn an_invented_token_is_never_believed(header in json_value(), claims in json_value(), signature: Vec<u8>) {
        let part = |bytes: &[u8]| data_encoding::BASE64URL_NOPAD.encode(bytes);
        let [header, claims] = [header, claims].map(|value| part(value.to_string().as_bytes()));
        let token = format!("{header}.{claims}.{}", part(&signature));
        prop_assert!(verify(&token, &key_set(), &Algorithm::ALL).is_err());
    }

    #[test]
    fn a_signed_token_spoilt_anywhere_is_refused(place: prop::sample::Index, sign in "[A-Za-z0-9_.=-]") {
        let token = portals_key().sign(&json!({"sub": "zoe-1"})).unwrap();
        let at = place.index(token.len());
        let spoilt = format!("{}{sign}{}", &token[..at], &token[at + 1..]);
        prop_assume!(spoilt != token);
        prop_assert!(verify(&spoilt, &key_set(), &Algorithm::ALL).is_err());
    }

    #[test]
    fn claims_of_any_shape_are_answered(claims in json_value()) {
        let token = portals_key().sign(&json!({"iss": ISSUER, "aud": claims, "exp": claims, "sub": claims})).unwrap();
        prop_assert!(client().logout(&provider(), &key_set(), &token, NOW).is_err());
    }

    #[test]
    fn a_document_of_any_shape_is_answered(document: Vec<u8>, fields in json_value()) {
        prop_assert!(Provider::read(&document, ISSUER).is_err());
        prop_assert!(Provider::read(fields.to_string().as_bytes(), ISSUER).is_err());
        let _ = (KeySet::read(&document, NOW), KeySet::read(json!({"keys": fields}).to_string().as_bytes(), NOW));
        prop_assert!(Tokens::read(&document).is_err());
    }

    #[test]
    fn a_state_comes_back_as_it_left(state in "[^\u{0}]{1,40}", code in ".{1,40}") {
        let client = client();
        let url = client.authorization(&provider(), &SignIn { state: &state, ..SignIn::default() });
        let sent: Vec<_> = url.query_pairs().into_owned().filter(|(name, _)| name == "state").collect();
        prop_assert_eq!(&sent, &[("state".to_owned(), state.clone())]);
        let answer = Answer::read([("state", state.as_str()), ("code", &code), ("iss", ISSUER)]).unwrap();
        prop_assert_eq!(answer.code(&provider()), Ok(code.as_str()));
    }
}
