//! The one column of marks of an activity: seen, written and read by its tool.
use super::service::{ROWS, address, called, json, no, paged};
use crate::{Link, Outcome, store, store::result::Taken};
use lti::{LineItem, Score, scope};
use serde_json::Value;
use url::Url;
use web::{Reply, Result, Visit};

/// Its address.
pub fn column_address(visit: &Visit<'_, '_>, link: &Link) -> Result<Url> {
    address(visit.house, &format!("/cours/{}/colonne", link.id))
}

/// What a tool may see of it: whichever of the two scopes it was given.
fn line_item(visit: &mut Visit<'_, '_>) -> Result<std::result::Result<(Link, LineItem), Reply>> {
    let link = match called(visit, scope::LINE_ITEM_READ)? {
        Ok(link) => link,
        Err(no) => return Ok(Err(no)),
    };
    let Some(most) = link.most else { return Ok(Err(no(404, "not_found"))) };
    let item = LineItem {
        id: Some(column_address(visit, &link)?),
        label: link.title.clone(),
        maximum: number(most * 1_000),
        resource: None,
        tag: None,
        link: Some(link.id.to_string()),
    };
    Ok(Ok((link, item)))
}

/// The columns there are: one.
pub fn columns(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Ok(match line_item(visit)? {
        Ok((_, item)) => json(LineItem::TYPE_OF_SEVERAL, &Value::Array(vec![item.document()])),
        Err(no) => no,
    })
}

/// That one.
pub fn column(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Ok(match line_item(visit)? {
        Ok((_, item)) => json(LineItem::TYPE, &item.document()),
        Err(no) => no,
    })
}

/// A tool makes no column of its own.
pub fn refuse(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    Ok(match called(visit, scope::LINE_ITEM_READ)? {
        Ok(_) => no(403, "insufficient_scope"),
        Err(no) => no,
    })
}

/// Takes what a tool says of somebody of the group.
pub fn take(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let link = match called(visit, scope::SCORE)? {
        Ok(link) => link,
        Err(no) => return Ok(no),
    };
    if link.most.is_none() {
        return Ok(no(404, "not_found"));
    }
    let Some(body) = visit.form.json.clone() else { return Ok(no(415, "not_json")) };
    let said = Score::read(&body).ok().and_then(|score| Some((Outcome::of(&score, visit.now)?, score.user)));
    let Some((outcome, name)) = said else { return Ok(no(400, "invalid_score")) };
    let secret = visit.house.secret.clone();
    let Some(person) = store::link::named(visit.tx, &link, &secret, &name, visit.now)? else {
        return Ok(no(404, "unknown_user"));
    };
    Ok(match store::result::take(visit.tx, link.id, person, &outcome)? {
        Taken::Now | Taken::Before => Reply::bytes("application/json", vec![]).under(204),
        Taken::Late => no(409, "older_score"),
    })
}

/// The marks as they stand.
pub fn results(visit: &mut Visit<'_, '_>) -> Result<Reply> {
    let link = match called(visit, scope::RESULT_READ)? {
        Ok(link) => link,
        Err(no) => return Ok(no),
    };
    let Some(most) = link.most else { return Ok(no(404, "not_found")) };
    let (at, secret) = (column_address(visit, &link)?, visit.house.secret.clone());
    let pager = visit.pager().by(ROWS);
    let all = store::result::of_all(visit.tx, &link, pager)?;
    let marks: Vec<(String, Option<f64>)> = all
        .iter()
        .map(|(person, outcome)| {
            let mark = outcome.and_then(|outcome| outcome.mark).filter(|(_, best)| *best > 0);
            let on_scale = mark.map(|(mark, best)| number(mark) / number(best) * number(most * 1_000));
            (link.name_of(&secret, *person), on_scale)
        })
        .collect();
    // One of them alone, where the tool asks for one.
    let asked = visit.query("user_id");
    let marks = marks.iter().filter(|(name, _)| asked.is_none_or(|asked| asked == name));
    let document = lti::results(&at, marks.map(|(name, mark)| (name.as_str(), *mark, number(most * 1_000))));
    Ok(paged(json("application/vnd.ims.lis.v2.resultcontainer+json", &document), &lti::results_address(&at), &all))
}

/// Thousandths as a number.
#[expect(clippy::cast_precision_loss, reason = "a mark is far below what a float holds exactly")]
fn number(thousandths: i64) -> f64 {
    thousandths as f64 / 1_000.0
}
