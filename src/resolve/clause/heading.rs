//! The agreement's heading.

use std::str::FromStr;

use crate::diagnostic::{Diagnostic, suggest};
use crate::model::{At, Document, Heading, Language, PartOf, Rounding, Zone};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{rounding, text};
use crate::syntax::tree::{Kind, Line, Node};

/// The heading, with its defaults: language en, rounding down to two decimals.
pub(in crate::resolve) fn heading(sections: Sections, context: &mut Context) -> Option<Heading> {
    let Some(line) = sections.one(Kind::agreement) else {
        context.missing(None, "the spec has no title", "begin with a line such as `agreement \"Support Agreement\"`");
        return None;
    };
    let title = text(&line.node)?;
    let version = line.child(Kind::version).map(|line| {
        let part = line.node.children.first().unwrap_or(&line.node);
        At::new(part.text.clone(), part.span)
    });
    if version.is_none() {
        context.missing(Some(line.span()), "the agreement has no version", "add a line such as `version 1.0`");
    }
    let currency = line.child(Kind::currency).and_then(|line| line.node.get(Kind::currency_code));
    if currency.is_none() {
        context.missing(Some(line.span()), "the agreement has no currency", "add a line such as `currency EUR`");
    }
    let currency = currency.and_then(|code| context.currency_of(code));
    let zone_line = line.child(Kind::zone);
    if zone_line.is_none() {
        context.missing(
            Some(line.span()),
            "the agreement has no time zone, so nobody knows when its months begin",
            "add a line such as `zone Europe/Berlin`",
        );
    }
    let zone = zone_line.and_then(|line| zone(&line.node, context));
    let language = line.child(Kind::language).and_then(|line| line.node.get(Kind::language_tag));
    Some(Heading {
        title,
        reference: line.child(Kind::reference).and_then(|line| text(&line.node)),
        version: version?,
        language: Language::new(language.map_or("en", |tag| tag.text.as_str())),
        currency: currency?,
        zone: zone?,
        business_days: line
            .child(Kind::business_days)
            .and_then(|line| context.name(&line.node, Kind::calendar))
            .map(|name| name.value),
        part_of: line.child(Kind::part_of).and_then(part_of),
        precedence: line.child(Kind::precedence).map(precedence).unwrap_or_default(),
        rounding: line
            .child(Kind::rounding)
            .and_then(|line| rounding(context, &line.node))
            .unwrap_or_else(Rounding::default),
    })
}

fn part_of(line: &Line) -> Option<PartOf> {
    Some(PartOf { document: text(&line.node)?, its_words_apply: line.child(Kind::its_words_apply).is_some() })
}

fn precedence(line: &Line) -> Vec<Document> {
    let document = |node: &Node| match node.get(Kind::string) {
        Some(name) => Document::Other(name.text.clone()),
        None => Document::ThisAgreement,
    };
    line.node.all(Kind::document_name).map(document).collect()
}

/// The zone of a `zone …` statement.
pub(in crate::resolve) fn zone(node: &Node, context: &mut Context) -> Option<Zone> {
    if let Some(of) = node.get(Kind::zone_of) {
        return zone_of_party(of, context);
    }
    zone_of(node.get(Kind::zone_name)?, context)
}

/// The zone that a party states below its name.
fn zone_of_party(of: &Node, context: &mut Context) -> Option<Zone> {
    let party = context.name(of, Kind::party)?;
    let known = context.party_zones.iter().find(|(name, _)| *name == party.value);
    let zone = known.and_then(|(_, zone)| zone.as_ref().map(|zone| zone.value.clone()));
    if zone.is_none() {
        let message = format!("nothing says in which time zone `{}` is", party.value);
        context.missing(
            Some(of.span),
            message,
            format!(
                "below the line in `parties` that ends `as {}`, add a line such as `zone Europe/Berlin`",
                party.value
            ),
        );
    }
    zone
}

/// A node that is a zone's name.
pub(in crate::resolve) fn zone_of(part: &Node, context: &mut Context) -> Option<Zone> {
    match Zone::from_str(&part.text) {
        Ok(zone) => Some(zone),
        Err(why) => {
            let names = Zone::names();
            let mut diagnostic = Diagnostic::error("unknown-zone", part.span, why);
            // A city alone is what people type.
            let is_city =
                |name: &&String| !name.starts_with("Etc/") && name.rsplit('/').next() == Some(part.text.as_str());
            let city = names.iter().find(is_city);
            let near = city.map(|name| format!("did you mean `{name}`?"));
            // `Etc/GMT+1` is an hour behind Greenwich: the name nearest to `GMT+1` is the wrong side of it.
            let is_offset = part.text.contains(['+', '-']) && part.text.contains(|sign: char| sign.is_ascii_digit());
            let is_short = part.text.len() <= 4 && part.text.bytes().all(|letter| letter.is_ascii_uppercase());
            let of_place = (is_offset || is_short).then(|| {
                "write the zone of a place, such as Europe/Berlin: it knows when its clocks change".to_owned()
            });
            let near = near.or(of_place);
            if let Some(help) = near.or_else(|| suggest::did_you_mean(&part.text, names.iter().map(String::as_str))) {
                diagnostic = diagnostic.help(help);
            }
            context.error(diagnostic);
            None
        }
    }
}
