//! Service credits: the tiers of each level, and the section that holds them with their caps and the claim.

use std::fmt::Write as _;

use super::availability::Level;
use super::cap::{Cap, caps};
use super::chronic::{chronic, grants};
use super::claim::{answer, claim};
use super::parties::Parties;
use super::reading::{Place, Reading, place};
use super::remedy::{only, payment};
use super::services::Services;
use super::statement::Statement;
use super::words::string;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::ladder::{Ladder, Tier};
use crate::prose::structure::quantity::{Share, shares};

pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    levels: &[Level],
    services: &Services,
    parties: &Parties,
) -> Option<Statement> {
    let mut below = Vec::new();
    below.extend(nature(reading));
    let caps = caps(reading, levels, services);
    below.extend(tiers(reading, levels, services, &caps));
    for cap in caps.into_iter().filter(|cap| cap.level.is_none()) {
        reading.take(cap.taken);
        below.push(cap.statement);
    }
    below.extend(claim(reading));
    below.extend(answer(reading, parties));
    below.extend(payment(reading));
    let rights = chronic(reading, levels, parties);
    let only = only(reading, grants(reading, parties));
    below.extend(rights);
    below.extend(only);
    (!below.is_empty()).then(|| Statement::new("penalties").below(below))
}

/// What credits are in law.
fn nature(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    const SAYS: [(&str, &str); 3] = [
        ("service credits are a price adjustment", "credits are a price adjustment"),
        ("service credits are liquidated damages", "credits are liquidated damages"),
        ("service credits are a contractual penalty", "credits are a penalty"),
    ];
    let mut found = Vec::new();
    for sentence in reading.prose() {
        for (says, words) in SAYS {
            if let Some(at) = sentence.lower.find(says) {
                found.push((words, *sentence, at..at + says.len()));
            }
        }
    }
    let [(words, sentence, range)] = found.as_slice() else { return None };
    reading.take((sentence.at, sentence.placed(range)));
    Some(Statement::new(*words).from(place(sentence)))
}

/// The tiers of each level, as bands that begin below a limit.
fn tiers(reading: &mut Reading<'_, '_>, levels: &[Level], services: &Services, caps: &[Cap]) -> Vec<Statement> {
    let mut found: Vec<(String, Statement, Vec<Place>)> = Vec::new();
    // Which plan a tier of several plans belongs to, the words of a spec decide, and not this.
    for ladder in reading.contract.ladders().iter().filter(|ladder| ladder.plan.is_none()) {
        let Some(level) = level_of(reading, ladder, levels) else { continue };
        let Some((statement, taken)) = bands(reading, ladder, level, services) else { continue };
        found.push((level.to_owned(), statement, taken));
    }
    // Two ladders for one level have two readings.
    let names: Vec<String> = found.iter().map(|(name, ..)| name.clone()).collect();
    let mut statements = Vec::new();
    for (name, mut statement, taken) in found {
        if names.iter().filter(|other| **other == name).count() > 1 {
            continue;
        }
        reading.take_all(taken);
        for cap in caps.iter().filter(|cap| cap.level.as_ref() == Some(&name)) {
            reading.take(cap.taken.clone());
            statement.below.push(cap.statement.clone());
        }
        statements.push(statement);
    }
    statements
}

/// The level whose misses a ladder pays for: by its name over the bands, or because there is only one.
fn level_of<'l>(reading: &Reading<'_, '_>, ladder: &Ladder, levels: &'l [Level]) -> Option<&'l str> {
    let first = ladder.tiers.first()?;
    let head = match reading.contract.cell(first.at) {
        Some((table, _, column)) => table.over(reading.contract.document, column),
        None => String::new(),
    };
    if let Some(level) = levels.iter().find(|level| level.name.to_lowercase() == head) {
        return Some(&level.name);
    }
    let [level] = levels else { return None };
    // A heading with a list in it is about several.
    let section = reading.section(first.at).to_lowercase();
    let section = if section.contains([',', '&']) || section.contains(" and ") { String::new() } else { section };
    let near = reading.contract.lower(first.at);
    let speaks = [head.as_str(), section.as_str(), near]
        .iter()
        .any(|text| ["uptime", "availab", "verfügbar", "up-time"].iter().any(|word| text.contains(word)));
    // A ladder of another level: of times, of success.
    let other = ["response", "resolution", "latency", "ticket"].iter().any(|word| head.contains(word));
    (speaks && !other).then_some(level.name.as_str())
}

/// The bands of a ladder without gaps and overlaps, each with its credit.
fn bands(
    reading: &Reading<'_, '_>,
    ladder: &Ladder,
    level: &str,
    services: &Services,
) -> Option<(Statement, Vec<Place>)> {
    if !is_exact(ladder) {
        return None;
    }
    let mut lines = Vec::new();
    let (mut from, mut taken) = (Vec::new(), Vec::new());
    let mut bases = Vec::new();
    if let Some((table, ..)) = ladder.tiers.first().and_then(|tier| reading.contract.cell(tier.at)) {
        from.extend(reading.head(table));
    }
    for tier in &ladder.tiers {
        let paid = paid(reading, tier)?;
        from.extend(paid.from.iter().cloned());
        taken.extend(paid.taken.iter().cloned());
        if tier.nothing {
            continue;
        }
        let (high, credit) = (tier.high?, tier.credit?);
        let edge = if high.closed { "at or below" } else { "below" };
        lines.push(Statement::new(format!("{edge} {}% credit {credit}%", high.value)));
        bases.extend(paid.base);
    }
    bases.sort();
    bases.dedup();
    let stated = stated_base(reading, ladder);
    let base = match (bases.as_slice(), stated) {
        // Two fees have two readings; our own contracts say both with care.
        ([own], Some((base, (at, ref said), _)))
            if *own != base && !reading.contract.lower(at)[said.clone()].contains("percentages") =>
        {
            None
        }
        (_, Some((base, place, range))) => {
            from.push(place);
            taken.push(range);
            Some(base)
        }
        ([base], None) => Some(base.clone()),
        _ => None,
    };
    let mut words = format!("credits for {level}");
    let mut statement = Statement::default();
    match base {
        Some(base) => drop(write!(words, " from {}", fee_base(&base, services))),
        None => {
            statement.open.push("of which fee the credits are a share, such as `from \"the monthly fee\"`".to_owned());
        }
    }
    statement.words = words;
    statement.from = from;
    Some((statement.below(lines), taken))
}

/// Whether each band begins where the one before ends, or all of them have one end only.
fn is_exact(ladder: &Ladder) -> bool {
    let paying: Vec<&Tier> = ladder.tiers.iter().filter(|tier| !tier.nothing).collect();
    let all_paid = paying.iter().all(|tier| tier.credit.is_some() && tier.high.is_some());
    let distinct = paying.windows(2).all(|pair| pair[0].high.map(|end| end.value) != pair[1].high.map(|end| end.value));
    if paying.is_empty() || !all_paid || !distinct {
        return false;
    }
    if ladder.is_nested() {
        return true;
    }
    let touch = |above: &Tier, below: &Tier| match (above.low, below.high) {
        (Some(low), Some(high)) => low.value == high.value && low.closed != high.closed,
        _ => false,
    };
    let ends = ladder
        .tiers
        .last()
        .is_some_and(|last| last.low.is_none_or(|end| end.value == crate::model::Number::whole(0) && end.closed));
    ladder.tiers.windows(2).all(|pair| touch(&pair[0], &pair[1])) && ends
}

/// Where a tier says what it pays, and of what.
struct Paid {
    from: Vec<Place>,
    taken: Vec<Place>,
    base: Option<String>,
}

fn paid(reading: &Reading<'_, '_>, tier: &Tier) -> Option<Paid> {
    let contract = reading.contract;
    let Some((table, row, column)) = contract.cell(tier.at) else {
        let sentence = contract.sentences.iter().find(|sentence| {
            sentence.at == tier.at
                && sentence.start <= tier.range.start
                && tier.range.end <= sentence.start + sentence.text.len()
        })?;
        let ends = usize::from(tier.low.is_some()) + usize::from(tier.high.is_some());
        let all = shares(sentence.text);
        let credit = all.iter().find(|share| Some(share.value) == tier.credit)?;
        if all.len() != ends + 1 || sentence.lower.contains("up to") {
            return None;
        }
        return Some(Paid {
            from: vec![place(sentence)],
            taken: vec![place(sentence)],
            base: base_after(sentence.text, credit),
        });
    };
    let cell = |column: usize| table.text(contract.document, row, column);
    let places = |column: usize| -> Vec<Place> {
        table.rows[row][column].iter().map(|at| (*at, 0..contract.block(*at).text.len())).collect()
    };
    let mut from = places(column);
    let mut base = None;
    if let Some(credit) = tier.credit.filter(|_| !tier.nothing) {
        let amount = (0..table.width())
            .filter(|other| *other != column)
            .find(|other| shares(&cell(*other)).first().map(|share| share.value) == Some(credit))?;
        let text = cell(amount);
        let all = shares(&text);
        let lower = text.to_lowercase();
        if all.len() != 1
            || ["up to", "minimum", "maximum", "at most", "each", "every", "per "]
                .iter()
                .any(|word| lower.contains(word))
        {
            return None;
        }
        base = base_after(&text, &all[0]);
        // A share of what is no fee, such as a pool, is another credit.
        if base.is_none() && text[all[0].range.end..].trim_start().starts_with("of ") {
            return None;
        }
        from.extend(places(amount));
    } else {
        from.extend((0..table.width()).filter(|other| *other != column).flat_map(places));
    }
    // What the table computes from its own figures says nothing new.
    for other in 0..table.width() {
        if table.over(contract.document, other).starts_with("at the fee in") {
            from.extend(places(other));
        }
    }
    Some(Paid { taken: from.clone(), from, base })
}

/// The fee that a share is of: `10% of the Base Fee`.
pub(super) fn base_after(text: &str, share: &Share) -> Option<String> {
    // The share may stand in brackets behind its words: `fifty percent (50%) of`.
    let rest = text.get(share.range.end..)?.trim_start_matches([')', ' ']);
    let of = ["of ", "off "].iter().find_map(|of| rest.strip_prefix(of))?;
    base(of)
}

/// The words of a fee, up to where something else begins.
pub(super) fn base(words: &str) -> Option<String> {
    let ends = [
        ",",
        ";",
        ". ",
        " (",
        " in ",
        " for that ",
        " for the month",
        " for the calendar ",
        " for the contract ",
        " for the billing ",
        " per ",
        " during ",
        " each ",
        " within ",
        " and ",
        " for each ",
        " will ",
        " shall ",
        " is ",
        " as ",
        " if ",
        " where ",
        " (exclu",
    ];
    let lower = words.to_ascii_lowercase();
    let end = ends.iter().filter_map(|end| lower.find(end)).min().unwrap_or(words.len());
    let base = words[..end].trim().trim_end_matches(['.', ';', ',']);
    let fee = [
        "fee",
        "charge",
        "price",
        "invoice",
        "bill",
        "subscription",
        "payment",
        "cost",
        "rental",
        "entgelt",
        "vergütung",
        "gebühr",
    ]
    .iter()
    .any(|word| lower[..end].contains(word));
    (fee && (1..=10).contains(&base.split_whitespace().count())).then(|| base.to_owned())
}

/// The fee that a clause after the tiers, or the sentence before them, applies them to.
fn stated_base(reading: &Reading<'_, '_>, ladder: &Ladder) -> Option<(String, Place, Place)> {
    let at = ladder.tiers.first()?.at;
    let section = reading.heading(at);
    let same = |sentence: &&Sentence<'_>| reading.heading(sentence.at) == section;
    let leads = [
        "percentages apply to ",
        "percentages and parts of a fee apply to ",
        "percentage of ",
        "share of ",
        "portion of ",
    ];
    let found: Vec<(&Sentence<'_>, usize)> = reading
        .prose()
        .filter(same)
        .filter_map(|sentence| {
            leads.iter().find_map(|lead| sentence.lower.find(lead).map(|at| (sentence, at + lead.len())))
        })
        .filter(|(sentence, start)| base(&sentence.text[*start..]).is_some())
        .collect();
    let [(sentence, start)] = found.as_slice() else { return None };
    let words = base(&sentence.text[*start..])?;
    let whole = sentence.lower.contains("percentages");
    let end = if whole { sentence.text.len() } else { start + words.len() };
    let from = if whole { 0 } else { *start };
    Some((words, place(sentence), (sentence.at, sentence.placed(&(from..end)))))
}

/// How a spec says a fee: by its service where the words name one, else in the words of the source.
pub(super) fn fee_base(words: &str, services: &Services) -> String {
    let trimmed = words.trim();
    if trimmed == "the monthly invoice" {
        return trimmed.to_owned();
    }
    if let Some(rest) = trimmed.strip_prefix("all fees under this agreement") {
        return match rest.trim() {
            "" => "the fees".to_owned(),
            "for the whole Period" => "the fees for the period".to_owned(),
            _ => string(trimmed),
        };
    }
    if trimmed == "the fee for the Service that missed the Service Level" {
        return "the fee of the affected service".to_owned();
    }
    if let Some(name) =
        trimmed.strip_prefix("the fee for ").and_then(|name| services.known(name.strip_prefix("the ").unwrap_or(name)))
    {
        return format!("the fee of {name}");
    }
    string(trimmed)
}
