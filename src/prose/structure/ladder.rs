//! Tiers of credits, in tables and in prose, of one plan or of several.

use std::ops::Range;

use super::band::{End, Ends, band, bands, ends};
use super::contract::Contract;
use super::quantity::{Share, shares};
use super::table::Table;
use super::target::is_high;
use crate::model::Number;

/// A tier: a band of the measured percentage, and what it pays.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Tier {
    pub(in crate::prose) low: Option<End>,
    pub(in crate::prose) high: Option<End>,
    /// What it pays, as a percentage; none where it pays otherwise.
    pub(in crate::prose) credit: Option<Number>,
    /// Whether it says that nothing is paid.
    pub(in crate::prose) nothing: bool,
    /// Where the band stands.
    pub(in crate::prose) at: usize,
    pub(in crate::prose) range: Range<usize>,
}

/// Tiers that belong together, from the highest band to the lowest.
#[derive(Debug, Clone)]
pub(in crate::prose) struct Ladder {
    /// The plan that they are for, in small letters, where a table has several.
    pub(in crate::prose) plan: Option<String>,
    pub(in crate::prose) tiers: Vec<Tier>,
}

impl Ladder {
    /// Whether each band has one end, in one direction: the deepest that is reached counts, as everybody reads it.
    pub(in crate::prose) fn is_nested(&self) -> bool {
        self.tiers.iter().filter(|tier| !tier.nothing).all(|tier| tier.low.is_none())
    }
}

/// The ladders of a contract.
pub(in crate::prose) fn ladders(contract: &Contract<'_>) -> Vec<Ladder> {
    let mut found: Vec<Ladder> = contract.tables.iter().flat_map(|table| of_table(contract, table)).collect();
    found.extend(of_prose(contract));
    for ladder in &mut found {
        ladder.tiers.sort_by(|one, other| {
            let key = |tier: &Tier| {
                (
                    tier.low.map_or(Number::whole(0), |end| end.value),
                    tier.high.map_or(Number::whole(1000), |end| end.value),
                )
            };
            key(other).cmp(&key(one))
        });
    }
    found.retain(|ladder| ladder.tiers.len() > 1);
    found
}

/// What is paid stands under these.
const PAYS: [&str; 9] =
    ["credit", "refund", "discount", "compensation", "penalty", "reduction", "rebate", "abatement", "length of"];

/// Which columns of a table are read together: where the bands stand, what is paid, and for which plan.
struct Reading {
    bands: usize,
    amount: Option<usize>,
    plan: Option<String>,
}

fn of_table(contract: &Contract<'_>, table: &Table) -> Vec<Ladder> {
    let all = readings(contract, table);
    let several = all.len() > 1;
    let ladders = all.iter().flat_map(|reading| of_reading(contract, table, reading));
    // A plan that is paid nothing has no tiers.
    ladders.filter(|ladder| !several || ladder.tiers.iter().any(|tier| !tier.nothing)).collect()
}

/// How a table is read: once, or once for each plan that has a column or a figure of its own.
fn readings(contract: &Contract<'_>, table: &Table) -> Vec<Reading> {
    let document = contract.document;
    let body = table.body().len();
    let heads: Vec<String> = (0..table.width()).map(|column| table.over(document, column)).collect();
    let pays = |head: &str| PAYS.iter().any(|word| head.contains(word));
    let in_cell = |row: usize, column: usize| bands(&table.text(document, row, column));
    // The columns whose cells are bands, and no amounts.
    let banded = |column: &usize| {
        let count = table.body().filter(|row| !in_cell(*row, *column).is_empty()).count();
        count >= 2 && count + 2 >= body && !pays(&heads[*column])
    };
    let columns: Vec<usize> = (0..table.width()).filter(banded).collect();
    let Some(first) = columns.first().copied() else { return Vec::new() };
    // A cell with several figures that are no band leaves its row unread, and the tiers in doubt.
    let unread = |row: usize| {
        columns
            .iter()
            .any(|column| shares(&table.text(document, row, *column)).len() > 1 && in_cell(row, *column).is_empty())
    };
    let others = || (0..table.width()).filter(|column| !columns.contains(column));
    let capped = |head: &str| head.contains("max") || head.contains("cap");
    let mut amounts: Vec<usize> = others().filter(|column| pays(&heads[*column]) && !capped(&heads[*column])).collect();
    if amounts.is_empty() {
        let in_percent = |column: &usize| table.body().any(|row| table.text(document, row, *column).contains('%'));
        amounts = others().filter(|column| *column > first && in_percent(column)).collect();
    }
    if amounts.is_empty() && !heads.iter().any(|head| pays(head)) || table.body().any(unread) {
        return Vec::new();
    }
    let amount = amounts.first().copied();
    let mut plans: Vec<String> =
        table.body().flat_map(|row| in_cell(row, first)).filter_map(|(plan, _)| plan).collect();
    plans.sort_unstable();
    plans.dedup();
    match (columns.as_slice(), amounts.as_slice()) {
        ([_, _, ..], _) => {
            columns.iter().map(|bands| Reading { bands: *bands, amount, plan: Some(named(&heads[*bands])) }).collect()
        }
        _ if !plans.is_empty() => {
            let paid = |plan: &str| amounts.iter().copied().find(|amount| heads[*amount].contains(plan)).or(amount);
            plans.iter().map(|plan| Reading { bands: first, amount: paid(plan), plan: Some(plan.clone()) }).collect()
        }
        (_, [_, _, ..]) => amounts
            .iter()
            .map(|amount| Reading { bands: first, amount: Some(*amount), plan: Some(named(&heads[*amount])) })
            .collect(),
        _ => vec![Reading { bands: first, amount, plan: None }],
    }
}

/// The plan that a column is headed by, without the words of what the column holds.
fn named(head: &str) -> String {
    const HELD: [&str; 12] = [
        "credit",
        "credits",
        "service",
        "of",
        "for",
        "the",
        "plan",
        "uptime",
        "availability",
        "monthly",
        "tier",
        "percentage",
    ];
    let word = |word: &&str| !HELD.contains(&word.trim_matches(['(', ')', ':']));
    head.split_whitespace().filter(word).collect::<Vec<_>>().join(" ")
}

/// The tiers of one reading of a table.
fn of_reading(contract: &Contract<'_>, table: &Table, reading: &Reading) -> Vec<Ladder> {
    let document = contract.document;
    // What the bands are about: rows with the same name belong together.
    let about = (reading.bands > 0 && reading.amount != Some(0)).then_some(0);
    let mut ladders: Vec<(String, Ladder)> = Vec::new();
    for row in table.body() {
        let text = table.text(document, row, reading.bands);
        let paid = reading.amount.map(|amount| table.text(document, row, amount)).unwrap_or_default();
        let nothing = pays_nothing(&paid);
        let Some((low, high)) = ends_for(&text, reading.plan.as_deref(), nothing) else { continue };
        let name = about
            .map(|about| table.text(document, row, about))
            .filter(|name| shares(name).is_empty())
            .unwrap_or_default();
        let Some(at) = table.rows[row][reading.bands].first().copied() else { continue };
        let credit = shares(&paid).first().map(|share| share.value);
        let tier = Tier { low, high, credit, nothing, at, range: 0..contract.block(at).text.len() };
        match ladders.iter_mut().find(|(known, _)| *known == name) {
            Some((_, ladder)) => ladder.tiers.push(tier),
            None => ladders.push((name, Ladder { plan: reading.plan.clone(), tiers: vec![tier] })),
        }
    }
    // Rows that are each about something else are no tiers.
    if ladders.len() > 1 && ladders.iter().all(|(_, ladder)| ladder.tiers.len() == 1) {
        let head = table.over(document, 0);
        let of_one = ["tier", "level", "band"].iter().any(|word| head.contains(word));
        let tiers = ladders.into_iter().flat_map(|(_, ladder)| ladder.tiers).collect();
        return if of_one { vec![Ladder { plan: reading.plan.clone(), tiers }] } else { Vec::new() };
    }
    ladders.into_iter().map(|(_, ladder)| ladder).collect()
}

/// The band of a cell that holds for a plan. A lone figure for which nothing is paid is the least that is good enough.
fn ends_for(text: &str, plan: Option<&str>, nothing: bool) -> Option<Ends> {
    let all = bands(text);
    let own = all.iter().find(|(name, _)| name.is_some() && name.as_deref() == plan);
    let shared = || all.iter().find(|(name, _)| name.is_none());
    if let Some((_, ends)) = own.or_else(shared) {
        return Some(*ends);
    }
    match shares(text).as_slice() {
        [share] if nothing && is_high(share) => Some((Some(End { value: share.value, closed: true }), None)),
        _ => None,
    }
}

/// Whether a cell says that nothing is paid.
fn pays_nothing(paid: &str) -> bool {
    const NOTHING: [&str; 12] = [
        "none",
        "no credit",
        "n/a",
        "-",
        "\u{2014}",
        "0%",
        "0",
        "no service credit",
        "0.0%",
        "no refund",
        "nil",
        "not applicable",
    ];
    NOTHING.contains(&paid.trim().trim_end_matches('.').to_lowercase().as_str())
}

/// Sentences and points that follow one another, each with a band and a credit.
fn of_prose(contract: &Contract<'_>) -> Vec<Ladder> {
    let mut found = Vec::new();
    let mut current: Vec<Tier> = Vec::new();
    let mut last = 0;
    for (number, sentence) in contract.sentences.iter().enumerate() {
        if let Some(tier) = over_two_lines(contract, number) {
            if sentence.at > last + 3 && !current.is_empty() {
                found.push(Ladder { plan: None, tiers: std::mem::take(&mut current) });
            }
            last = sentence.at;
            current.push(tier);
            continue;
        }
        let all = if sentence.block.cell.is_none() && sentence.lower.contains(['%']) {
            shares(sentence.text)
        } else {
            Vec::new()
        };
        let high: Vec<&Share> =
            all.iter().filter(|share| is_high(share) && !pays_here(sentence.lower, share)).collect();
        let paid = all.iter().find(|share| pays_here(sentence.lower, share));
        let fits = paid.is_some() && (1..=2).contains(&high.len()) && high.len() + 1 == all.len();
        if !fits {
            // Words between the points of a list part nothing.
            if sentence.at > last + 1 && !current.is_empty() {
                found.push(Ladder { plan: None, tiers: std::mem::take(&mut current) });
            }
            continue;
        }
        if sentence.at > last + 2 && !current.is_empty() {
            found.push(Ladder { plan: None, tiers: std::mem::take(&mut current) });
        }
        last = sentence.at;
        let (first, end) = (high[0].range.start, high[high.len() - 1].range.end);
        // Up to the credit, the words around the figures belong to the band.
        let credit = paid.map_or(0, |share| share.range.start);
        let from = if credit < first { credit } else { 0 };
        let to = if credit > end { credit } else { sentence.text.len() };
        let part = &sentence.text[from..to];
        let inner: Vec<Share> = shares(part)
            .into_iter()
            .filter(|share| high.iter().any(|high| high.range.start == share.range.start + from))
            .collect();
        if let Some((low, high)) = ends(part, &inner) {
            current.push(Tier {
                low,
                high,
                credit: paid.map(|share| share.value),
                nothing: false,
                at: sentence.at,
                range: sentence.placed(&(first..end)),
            });
        }
    }
    if !current.is_empty() {
        found.push(Ladder { plan: None, tiers: current });
    }
    found
}

/// A tier whose band is a line, and whose credit is the next one: `99.0% - 99.9% uptime`, `10% credit`.
fn over_two_lines(contract: &Contract<'_>, number: usize) -> Option<Tier> {
    const SHORT: usize = 40;
    let (sentence, next) = (contract.sentences.get(number)?, contract.sentences.get(number + 1)?);
    let lines = next.at == sentence.at + 1 && sentence.text.len() < SHORT && next.text.len() < SHORT;
    if !lines || sentence.block.cell.is_some() || !sentence.lower.contains('%') || !next.lower.contains('%') {
        return None;
    }
    let paid = shares(next.text);
    let [share] = paid.as_slice() else { return None };
    if !pays_here(next.lower, share) || shares(sentence.text).iter().any(|share| pays_here(sentence.lower, share)) {
        return None;
    }
    let (low, high) = band(sentence.text)?;
    let credit = Some(share.value);
    Some(Tier { low, high, credit, nothing: false, at: sentence.at, range: sentence.whole() })
}

/// Whether a share of a sentence is what is paid.
fn pays_here(lower: &str, share: &Share) -> bool {
    let after = &lower[share.range.end..];
    // What a colon or a dash parts from the figure belongs to the next one: `below 99.5%: a credit of 10%`.
    let near: String = after
        .chars()
        .take(34)
        .take_while(|letter| !matches!(letter, ':' | ',' | ';' | '\u{2013}' | '\u{2014}' | '|'))
        .collect();
    let before: String =
        lower[..share.range.start].chars().rev().take(24).collect::<Vec<_>>().into_iter().rev().collect();
    PAYS.iter().any(|word| near.contains(word) || before.contains(word)) && {
        let up = ["uptime", "availab"].iter().any(|word| near.trim_start().starts_with(word));
        !up
    } || ["of the monthly", "of monthly", "of the fee", "of fees", "of your", "of the base", "off "]
        .iter()
        .any(|words| near.trim_start().starts_with(words))
}
