//! The forms of a page, each filled in as somebody in a hurry would.
use std::collections::BTreeSet;

/// A form that may be sent.
#[derive(Clone, Debug)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// Its fields as filled in, without the key of its page.
    pub fields: Vec<(String, String)>,
    /// The word that its button says; empty where it says none, or names a thing.
    pub button: String,
    /// Whether it may carry files.
    pub files: bool,
}

/// Every form of `page` that is posted: one for each button that says what it does.
pub fn of(page: &str, address: &str) -> Vec<Form> {
    let mut all = vec![];
    for part in page.split("<form").skip(1) {
        let inside = part.split("</form>").next().unwrap_or_default();
        let Some((head, body)) = inside.split_once('>') else { continue };
        if !value(head, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
            continue;
        }
        let action = value(head, "action").filter(|action| !action.is_empty()).unwrap_or_else(|| address.to_owned());
        let files = head.contains("multipart/form-data");
        let (fields, buttons) = (fields(body), buttons(body));
        for button in buttons {
            let plain = |said: &&str| said.len() < 20 && said.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
            let word = button.as_ref().map(|(_, said)| said.as_str()).filter(plain).unwrap_or_default().to_owned();
            let fields = fields.iter().cloned().chain(button).collect();
            all.push(Form { action: action.clone(), fields, button: word, files });
        }
    }
    all
}

/// Every address with a query that the page leads to: its links, and its forms that ask, filled in.
pub fn asks(page: &str, address: &str) -> Vec<String> {
    let own = address.split('?').next().unwrap_or_default();
    let links = tags(page, "a").filter_map(|tag| value(tag, "href")).filter(|to| to.contains('?'));
    let mut all: Vec<_> = links.map(|to| if to.starts_with('?') { format!("{own}{to}") } else { to }).collect();
    for part in page.split("<form").skip(1) {
        let inside = part.split("</form>").next().unwrap_or_default();
        let Some((head, body)) = inside.split_once('>') else { continue };
        if value(head, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
            continue;
        }
        let action = value(head, "action").filter(|action| !action.is_empty()).unwrap_or_else(|| own.to_owned());
        let fields = fields(body);
        let fields: Vec<_> = fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        all.push(web::address(&action, &fields));
    }
    all.retain(|to| to.starts_with('/'));
    all
}

/// The addresses of this house that a page leads to.
pub fn links(page: &str) -> Vec<String> {
    tags(page, "a").filter_map(|tag| value(tag, "href")).filter(|to| to.starts_with('/')).collect()
}

/// What the submit buttons say, each once; nothing is said by a button without a name.
fn buttons(body: &str) -> Vec<Option<(String, String)>> {
    let named = tags(body, "button").filter_map(|tag| Some((value(tag, "name")?, value(tag, "value")?)));
    let named: BTreeSet<_> = named.collect();
    if named.is_empty() { vec![None] } else { named.into_iter().map(Some).collect() }
}

fn fields(body: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = vec![];
    // Each time is an hour after the one before, and past: what began also ended.
    let mut hours = 14..;
    let mut put = |name: String, text: String, again: bool| {
        if again || fields.iter().all(|(known, _)| *known != name) {
            fields.push((name, text));
        }
    };
    for tag in tags(body, "input") {
        let Some(name) = value(tag, "name").filter(|name| name != "once" && name != "csrf") else { continue };
        let said = value(tag, "value").unwrap_or_default();
        match value(tag, "type").as_deref().unwrap_or("text") {
            "file" => {}
            "radio" => put(name, said, false),
            "hidden" => put(name, said, true),
            // What is corrected becomes something else.
            "number" if name == "minutes" && !said.is_empty() => put(name, "60".to_owned(), true),
            "checkbox" => put(name, if said.is_empty() { "on".to_owned() } else { said }, true),
            "number" if said == "0" => put(name, "1".to_owned(), true),
            "number" if said.is_empty() => put(name, value(tag, "min").unwrap_or_else(|| "1".to_owned()), true),
            "tel" if said.is_empty() => put(name, "0639980001".to_owned(), true),
            "date" if said.is_empty() => put(name, "2025-12-02".to_owned(), true),
            "time" if said.is_empty() => put(name, format!("{}:30", hours.next().unwrap_or(14)), true),
            _ if said.is_empty() => {
                let text = typed(&name);
                put(name, text, true);
            }
            _ => put(name, said, true),
        }
    }
    for part in body.split("<textarea").skip(1) {
        if let Some(name) = part.split_once('>').and_then(|(head, _)| value(head, "name")) {
            let text = typed(&name);
            put(name, text, true);
        }
    }
    for part in body.split("<select").skip(1) {
        let inside = part.split("</select>").next().unwrap_or_default();
        let Some(name) = inside.split_once('>').and_then(|(head, _)| value(head, "name")) else { continue };
        let said = tags(inside, "option").filter_map(|tag| value(tag, "value")).find(|said| !said.is_empty());
        put(name, said.unwrap_or_default(), true);
    }
    fields
}

/// What somebody types in an empty field of this name.
fn typed(name: &str) -> String {
    let text = match name {
        // The collège Villey Desmeserets, of the demonstration's territory.
        "uai" => "0140024A",
        "lien" | "salle" => "https://visio.example.org/salle",
        "bus" => "15",
        // Of a portal: its name in addresses, and by which keys people are known.
        "cle" => "essai",
        "cles" => "mail = courriel",
        _ => "Bonjour, voici pourquoi.",
    };
    text.to_owned()
}

/// The inside of each tag of this name.
fn tags<'p>(page: &'p str, name: &str) -> impl Iterator<Item = &'p str> {
    let mark = format!("<{name}");
    let parts: Vec<&str> = page.split(&mark).skip(1).collect();
    parts.into_iter().filter_map(|part| part.split('>').next())
}

/// The value of a tag's attribute, as it is read.
fn value(tag: &str, name: &str) -> Option<String> {
    let mark = format!(" {name}=\"");
    let spaced = tag.replace('\n', " ");
    let from = spaced.find(&mark)? + mark.len();
    let text = spaced[from..].split('"').next()?;
    let plain = [
        ("&#38;", "&"),
        ("&amp;", "&"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&lt;", "<"),
        ("&#60;", "<"),
    ];
    Some(plain.iter().fold(text.to_owned(), |text, (sign, plain)| text.replace(sign, plain)))
}
