//! What an operator is told of a configuration.
use super::{Config, FilesAt};

fn read(toml: &str, variables: &[(&str, &str)]) -> crate::Result<Config> {
    let variables = variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Config::of(toml, "preau.toml", variables)
}

fn told(toml: &str, variables: &[(&str, &str)]) -> String {
    read(toml, variables).err().map(|trouble| trouble.to_string()).unwrap_or_default()
}

#[test]
fn a_wrong_key_or_value_is_named_with_its_place() {
    for (toml, key) in [("lisen = \"1\"", "lisen"), ("seats = \"many\"", "seats"), ("log = \"loud\"", "log")] {
        let told = told(&format!("# ours\n{toml}"), &[]);
        assert!(told.contains(key) && told.contains("line 2") && told.contains("preau.toml"), "{told}");
    }
    let folder = told("files = 3", &[]);
    assert!(folder.contains("a folder, or a table of endpoint"), "{folder}");
    let variable = told("listen = \"127.0.0.1:9\"", &[("PREAU_SEATS", "many")]);
    assert!(variable.contains("seats") && variable.contains("PREAU_*"), "{variable}");
    let unknown = told("", &[("PREAU_ROOMS__SEETS", "3")]);
    assert!(unknown.contains("seets") && unknown.contains("rooms"), "{unknown}");
}

#[test]
fn a_variable_wins_and_is_read_as_what_it_is() {
    let toml = "seats = 3\nlog = \"json\"\n[files]\nendpoint = \"e\"\nbucket = \"b\"\nregion = \"r\"\nkey = \"k\"";
    let variables = [
        ("PREAU_SEATS", "8"),
        ("PREAU_BEHIND_PROXY", "true"),
        ("PREAU_PUBLIC_URL", "https://preau.example"),
        ("PREAU_ROOMS__RELAYS", "[\"turn:relay\"]"),
        ("PREAU_FILES__SECRET", "\"2580\""),
        ("PREAU_BIN", "no key"),
        ("HOME", "/root"),
    ];
    let config = read(toml, &variables).unwrap_or_default();
    assert_eq!((config.seats, config.behind_proxy, config.log), (8, true, super::Log::Json));
    assert_eq!(config.url(), "https://preau.example");
    assert_eq!(config.rooms.relays, ["turn:relay"]);
    assert!(matches!(config.files, FilesAt::S3 { secret, .. } if secret == "2580"));
}

#[test]
fn an_address_of_nothing_we_know_is_no_path() {
    for (database, scheme) in [
        ("mysql://u:mot-de-passe@h/b", "mysql"),
        ("Postgres://h/b", "Postgres"),
        ("file:preau.db", "file"),
        ("sqlite:///srv/preau.db", "sqlite"),
    ] {
        let told = told(&format!("database = \"{database}\""), &[]);
        assert!(told.contains(scheme) && told.contains("postgres://") && !told.contains("mot-de-passe"), "{told}");
    }
    for path in ["preau.db", "/srv/a:b/preau.db", "C:\\\\preau.db", "postgres://h/b", "postgresql:///b"] {
        assert_eq!(told(&format!("database = \"{path}\""), &[]), "", "{path}");
    }
}

#[test]
fn the_house_stands_at_the_root_of_a_name() {
    let told = |url: &str| told(&format!("public_url = \"{url}\""), &[]);
    assert!(told("https://ent.example.fr/preau").contains("at the root of a name"));
    assert_eq!(told("https://preau.example.fr/"), "");
}

#[test]
fn what_is_not_said_follows_the_data_folder() {
    let config = read("data = \"/srv/preau\"\nlisten = \"127.0.0.1:9\"", &[]).unwrap_or_default();
    assert_eq!(config.place(), db::Place::Sqlite("/srv/preau/preau.db".into()));
    assert_eq!(config.secret(), std::path::PathBuf::from("/srv/preau/secret"));
    assert_eq!(config.url(), "http://127.0.0.1:9");
    let s3 = read("[files]\nendpoint = \"e\"\nbucket = \"b\"\nregion = \"r\"\nkey = \"k\"\nsecret = \"s\"", &[]);
    assert!(matches!(s3.map(|config| config.files), Ok(FilesAt::S3 { .. })));
}

#[test]
fn what_travels_in_the_clear_is_remarked() {
    let remarked = |text: &str| {
        let text = format!("public_url = \"http://localhost\"\n{text}");
        read(&text, &[]).map(|config| config.remarks().join(" ")).unwrap_or_default()
    };
    for (text, word) in [
        ("database = \"postgres://u:pw@db.example/b\"", "database"),
        ("database = \"postgres://u@db.example/b?sslmode=prefer\"", "database"),
        (
            "files = { endpoint = \"http://s3.example\", bucket = \"b\", region = \"r\", key = \"k\", secret = \"pw\" }",
            "photos",
        ),
        ("[post.email]\nby = \"smtp\"\nhost = \"mail.example\"\ntls = \"none\"\nfrom = \"p@example.fr\"", "letters"),
        ("[post.sms]\nby = \"gateway\"\nurl = \"http://sms.example\"", "SMS"),
    ] {
        let said = remarked(text);
        assert!(said.contains(word) && said.contains("in the clear") && !said.contains("pw"), "{text}: {said}");
    }
    for text in [
        "database = \"postgres://u@127.0.0.1/b\"",
        "database = \"postgres:///b?host=/run/postgresql\"",
        "database = \"postgres://u@db.example/b?sslmode=require\"",
        "[post.email]\nby = \"smtp\"\nhost = \"localhost\"\ntls = \"none\"\nfrom = \"p@example.fr\"",
    ] {
        assert_eq!(remarked(text), "", "{text}");
    }
}

#[test]
fn an_address_to_listen_on_has_a_port() {
    for listen in ["127.0.0.1", "127.0.0.1:", ":8080", "::1:80", "127.0.0.1:99999", "http://127.0.0.1:80/"] {
        assert!(told(&format!("listen = \"{listen}\""), &[]).contains("an address and a port"), "{listen}");
    }
    for listen in ["127.0.0.1:8080", "[::1]:0", "localhost:80"] {
        assert_eq!(told(&format!("listen = \"{listen}\""), &[]), "", "{listen}");
    }
}

#[test]
fn a_house_is_named_without_what_opens_it() {
    let named = |database: &str| read(&format!("database = \"{database}\""), &[]).map(|config| config.house());
    assert_eq!(named("/srv/preau.db").unwrap_or_default(), "/srv/preau.db");
    let base = named("postgres://preau:mot-de-passe@db.example.fr/preau?sslmode=require");
    assert_eq!(base.unwrap_or_default(), "PostgreSQL, db.example.fr/preau");
}
