//! What each kind of portal sends. All persons are invented.
use super::*;

fn all(person: &Person) -> Vec<(&str, Vec<&str>)> {
    let names = person.attributes.iter();
    names.map(|(name, values)| (name, values.iter().map(String::as_str).collect())).collect()
}

#[test]
fn open_ent_of_version_two_without_a_namespace_in_its_wrapper() {
    let person = read(
        "<cas:user>zoe.dupont</cas:user>
         <cas:attributes>
           <cas:userAttributes><PROFIL>National_1</PROFIL><UAI>0140001A</UAI></cas:userAttributes>
         </cas:attributes>",
    )
    .unwrap();
    assert_eq!(person.user, "zoe.dupont");
    assert_eq!(all(&person), [("userAttributes/PROFIL", vec!["National_1"]), ("userAttributes/UAI", vec!["0140001A"])]);
    assert_eq!((person.attributes.one("PROFIL"), person.attributes.one("UAI")), (Some("National_1"), Some("0140001A")));
}

#[test]
fn open_ent_with_attributes_beside_the_user() {
    let person = read(
        "<cas:user>7a1c</cas:user><cas:uid>7a1c</cas:uid>
         <cas:ENTPersonStructRattachRNE>0140001A</cas:ENTPersonStructRattachRNE>
         <cas:ENTPersonStructRattachRNE>0140002B</cas:ENTPersonStructRattachRNE>
         <cas:ENTPersonProfils>National_2</cas:ENTPersonProfils>
         <cas:Nom>Dùpônt &amp; &lt;fils&gt;</cas:Nom><cas:Prenoms/>",
    )
    .unwrap();
    assert_eq!(person.attributes.values("ENTPersonStructRattachRNE"), ["0140001A", "0140002B"]);
    assert_eq!(person.attributes.one("ENTPersonStructRattachRNE"), None);
    assert_eq!(person.attributes.one("Nom"), Some("Dùpônt & <fils>"));
    assert_eq!(person.attributes.one("Prenoms"), None);
}

#[test]
fn edifice_generic_with_schools_and_classes_nested() {
    let person = read(
        r#"<cas:user>14$123</cas:user>
        <cas:attributes>
          <cas:longTermAuthenticationRequestTokenUsed>false</cas:longTermAuthenticationRequestTokenUsed>
          <cas:userAttributes>
            <cas:login>zoe.dupont</cas:login><cas:lastName>Dupont</cas:lastName><cas:profile>Student</cas:profile>
            <cas:schools>
              <cas:school name="Collège des Peupliers" externalId="0140001A" main="true">
                <cas:classes>
                  <cas:classe externalId="14$6A">6A</cas:classe><cas:classe externalId="14$6B">6B</cas:classe>
                </cas:classes>
              </cas:school>
              <cas:school name="Lycée du Bord" externalId="0140002B"><cas:classes/></cas:school>
            </cas:schools>
          </cas:userAttributes>
        </cas:attributes>"#,
    )
    .unwrap();
    let attributes = &person.attributes;
    assert_eq!(attributes.values("school@externalId"), ["0140001A", "0140002B"]);
    assert_eq!(attributes.values("userAttributes/schools/school/classes/classe"), ["6A", "6B"]);
    assert_eq!(attributes.values("classe@externalId"), ["14$6A", "14$6B"]);
    assert_eq!((attributes.one("login"), attributes.one("profile")), (Some("zoe.dupont"), Some("Student")));
    assert_eq!(attributes.one("externalId"), None, "that of a school is not that of the person");
}

#[test]
fn edifice_generic_that_writes_the_user_twice() {
    assert_eq!(read("<cas:user>14$123</cas:user><cas:user>14$123</cas:user>").unwrap().user, "14$123");
    assert_eq!(read("<cas:user></cas:user><cas:user>14$123</cas:user>").unwrap().user, "14$123");
}

#[test]
fn django_cas_server_that_sends_each_attribute_twice() {
    let person = read(
        r#"<cas:user>zoe</cas:user>
        <cas:attributes>
          <cas:authenticationDate>2026-11-28T17:00:00Z</cas:authenticationDate>
          <cas:isFromNewLogin>true</cas:isFromNewLogin>
          <cas:mail>zoe@exemple.invalid</cas:mail><cas:groups>6A</cas:groups><cas:groups>chorale</cas:groups>
        </cas:attributes>
        <cas:attribute name="mail" value="zoe@exemple.invalid"/>
        <cas:attribute name="groups" value="6A"/><cas:attribute name="groups" value="chorale"/>"#,
    )
    .unwrap();
    let expected = [
        ("authenticationDate", vec!["2026-11-28T17:00:00Z"]),
        ("isFromNewLogin", vec!["true"]),
        ("mail", vec!["zoe@exemple.invalid"]),
        ("groups", vec!["6A", "chorale"]),
    ];
    assert_eq!(all(&person), expected);
}

#[test]
fn apereo_of_version_three() {
    let person = Person::read(
        "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?>
        <cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>
            <cas:authenticationSuccess>
                <cas:user>max</cas:user>
                <cas:attributes>
                    <cas:credentialType>UsernamePasswordCredential</cas:credentialType>
                    <cas:eduPersonPrincipalName>max@exemple.invalid</cas:eduPersonPrincipalName>
                    <cas:cn><![CDATA[Max & Moritz]]></cas:cn>
                </cas:attributes>
            </cas:authenticationSuccess>
        </cas:serviceResponse>"
            .as_bytes(),
    )
    .unwrap();
    assert_eq!((person.user.as_str(), person.attributes.one("cn")), ("max", Some("Max & Moritz")));
    assert_eq!(person.attributes.one("eduPersonPrincipalName"), Some("max@exemple.invalid"));
}

#[test]
fn atout_normandie_with_a_name_and_a_birth_date() {
    let inside = "<cas:lastName>Dupont</cas:lastName><cas:firstName>Zoé</cas:firstName>
                  <cas:birthDate>2014-03-02</cas:birthDate>";
    let expected = [("lastName", vec!["Dupont"]), ("firstName", vec!["Zoé"]), ("birthDate", vec!["2014-03-02"])];
    let beside = read(&format!("<cas:user>zoe.dupont</cas:user>{inside}")).unwrap();
    assert_eq!(all(&beside), expected);
    let wrapped = read(&format!("<cas:user>zoe.dupont</cas:user><cas:attributes>{inside}</cas:attributes>")).unwrap();
    assert_eq!(wrapped, beside);
}

#[test]
fn a_default_namespace_is_as_good_as_a_prefix() {
    let answer = "<serviceResponse xmlns='http://www.yale.edu/tp/cas'><authenticationSuccess><user>zoe</user>
                  </authenticationSuccess></serviceResponse>";
    assert_eq!(Person::read(answer.as_bytes()).unwrap().user, "zoe");
}

#[test]
fn each_failure_is_told_apart() {
    let refusal = |code: &str| {
        let answer = format!(
            "<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure code='{code}'>
               Ticket inconnu\n</cas:authenticationFailure></cas:serviceResponse>"
        );
        Person::read(answer.as_bytes()).unwrap_err()
    };
    let text = || "Ticket inconnu".to_owned();
    assert_eq!(refusal("INVALID_TICKET"), Refusal::InvalidTicket { text: text() });
    assert_eq!(refusal("INVALID_SERVICE"), Refusal::InvalidService { text: text() });
    assert_eq!(refusal("INTERNAL_ERROR"), Refusal::Unavailable { text: text() });
    let code = "INVALID_TICKET_SPEC".to_owned();
    assert_eq!(refusal(&code), Refusal::Refused { code, text: text() });
    let Refusal::Refused { code, .. } = refusal(&"A".repeat(1_000)) else { panic!("another refusal") };
    assert_eq!(code.len(), 60);
}
