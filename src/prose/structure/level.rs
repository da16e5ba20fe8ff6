//! The severities of a contract, from tables, lists and headings: what each is, and which times it has.

use std::ops::Range;

use super::contract::Contract;
use super::quantity::{lengths, small};
use super::table::Table;
use crate::prose::document::BlockKind;
use crate::prose::sentence::words;

/// A severity.
#[derive(Debug, Clone)]
pub(super) struct Level {
    /// How it is told from the others: its number, or its word.
    pub(super) key: String,
    /// Where it stands first.
    pub(super) at: usize,
    pub(super) range: Range<usize>,
    /// What it is, with the place.
    pub(super) definitions: Vec<(usize, String)>,
    pub(super) response: bool,
    pub(super) resolution: bool,
}

/// The severities of a contract, in the order of the text; fewer than two are none.
pub(super) fn levels(contract: &Contract<'_>) -> Vec<Level> {
    let mut found: Vec<Level> = Vec::new();
    for table in &contract.tables {
        of_table(contract, table, &mut found);
    }
    of_text(contract, &mut found);
    in_sentences(contract, &mut found);
    if found.len() < 2 { Vec::new() } else { found }
}

const RESPONSE: [&str; 10] = [
    "respon",
    "acknowledg",
    "reaction",
    "reply",
    "answer",
    "contact within",
    "first contact",
    "initial contact",
    "commence work",
    "begin work",
];
const RESOLUTION: [&str; 14] = [
    "resol",
    "fix",
    "restor",
    "remed",
    "repair",
    "solution",
    "solved",
    "execution",
    "workaround",
    "recover",
    "correct",
    "turnaround",
    "closed within",
    "completion",
];
const DEFINITION: [&str; 7] = ["descri", "defini", "criteri", "example", "meaning", "characteristic", "impact"];

fn of_table(contract: &Contract<'_>, table: &Table, found: &mut Vec<Level>) {
    let document = contract.document;
    let heads: Vec<String> = (0..table.width()).map(|column| table.over(document, column)).collect();
    let keys: Vec<Option<String>> = (0..table.rows.len()).map(|row| key(&table.text(document, row, 0), true)).collect();
    let named = table.body().filter(|row| keys[*row].is_some()).count();
    // How often a level was missed, or what is paid for it, is no severity.
    if ["breach", "frequen", "credit", "uptime", "availab"]
        .iter()
        .any(|word| heads.first().is_some_and(|head| head.contains(word)))
    {
        return;
    }
    let titled = ["sever", "priorit", "level", "urgen", "critical", "importance", "class"]
        .iter()
        .any(|word| heads.first().is_some_and(|head| head.contains(word)));
    if named < 2 || named * 2 < table.body().len() || !(titled || heads.first().is_none_or(String::is_empty)) {
        return;
    }
    // A matrix of urgency and impact has levels over its columns too.
    if (1..table.width()).filter(|column| key(&heads[*column], true).is_some()).count() >= 2 {
        return;
    }
    let is = |head: &str, words: &[&str]| words.iter().any(|word| head.contains(word));
    let times: Vec<(usize, bool, bool)> = heads
        .iter()
        .enumerate()
        .skip(1)
        .map(|(column, head)| {
            let (respond, resolve) = (is(head, &RESPONSE), is(head, &RESOLUTION));
            // `Response` and `Target` may be words of a description too.
            let described = is(head, &DEFINITION) && !respond && !resolve;
            (column, respond && !described, resolve && !described)
        })
        .collect();
    // Columns that are plans leave it to the words above the table which time they hold.
    let led = if times.iter().all(|(_, respond, resolve)| !respond && !resolve) {
        lead(contract, table)
    } else {
        (false, false)
    };
    for row in table.body() {
        let Some(key) = keys[row].clone() else { continue };
        let Some(at) = table.rows[row][0].first().copied() else { continue };
        let level = entry(found, key, at, 0..contract.block(at).text.len());
        for (column, head) in heads.iter().enumerate().skip(1) {
            let text = table.text(document, row, column);
            if (is(head, &DEFINITION) || head == "when") && !text.is_empty() {
                let at = table.rows[row][column].first().copied().unwrap_or(at);
                level.definitions.push((at, text));
            }
        }
        for (column, respond, resolve) in &times {
            let text = table.text(document, row, *column);
            let timed = is_time(&text);
            // A cell may name its times itself: `Response: 4h, solution: 1d`.
            if timed && !respond && !resolve && !is(&heads[*column], &DEFINITION) {
                let lower = text.to_lowercase();
                level.response |= RESPONSE.iter().any(|word| lower.contains(word));
                level.resolution |= resolves(&lower);
            }
            // That none applies is a decision too.
            let decided =
                timed || ["not applicable", "n/a"].contains(&text.trim_end_matches('.').to_lowercase().as_str());
            level.response |= *respond && decided || led.0 && timed;
            level.resolution |= *resolve && decided || led.1 && timed;
        }
    }
}

/// Whether the words that lead to a table tell of responding, and of resolving.
fn lead(contract: &Contract<'_>, table: &Table) -> (bool, bool) {
    const NEAR: usize = 2;
    let first = table.rows.iter().flatten().flatten().min().copied().unwrap_or(0);
    let before = (first.saturating_sub(NEAR)..first).filter(|at| contract.block(*at).cell.is_none());
    before.fold((false, false), |(respond, resolve), at| {
        let lower = contract.lower(at);
        (respond || RESPONSE.iter().any(|word| lower.contains(word)), resolve || resolves(lower))
    })
}

/// Levels that headings, points and paragraphs begin with: `Severity 1: …`, `P1 – …`.
fn of_text(contract: &Contract<'_>, found: &mut Vec<Level>) {
    // Words such as `Minor` that a table of severities lacks are another scale.
    let of_table: Vec<String> = found.iter().map(|level| level.key.clone()).collect();
    let blocks = &contract.document.blocks;
    let mut at = 0;
    let mut all: Vec<(String, usize, Range<usize>, String)> = Vec::new();
    while at < blocks.len() {
        let block = &blocks[at];
        let kinds = [BlockKind::Heading, BlockKind::Paragraph, BlockKind::Item];
        let named = || {
            let word = block.text.trim().to_lowercase();
            let heads = block.kind == BlockKind::Heading && WORDS.contains(&word.as_str());
            let heads = heads && (of_table.len() < 2 || of_table.contains(&word));
            heads.then_some((word, block.text.len()))
        };
        let begun = kinds.contains(&block.kind).then(|| begins(&block.text).or_else(named)).flatten();
        let Some((key, length)) = begun else {
            at += 1;
            continue;
        };
        let mut says = block.text[length..].trim_start_matches([':', '-', '\u{2013}', '.', ' ', ')']).to_owned();
        let here = at;
        at += 1;
        // `P1 – Critical` names what the points below it describe.
        if says.split_whitespace().count() <= 3 && blocks.get(at).is_some_and(|next| next.kind == BlockKind::Item) {
            says.clear();
            while at < blocks.len() && blocks[at].kind == BlockKind::Item && begins(&blocks[at].text).is_none() {
                says += blocks[at].text.trim_end_matches('.');
                // What a colon leads to belongs to it: `Response: Gold: 1 hour`.
                says += if blocks[at].text.ends_with(':') { " " } else { ". " };
                at += 1;
            }
            all.push((key, here, 0..length, says));
            continue;
        }
        if block.kind == BlockKind::Heading || says.is_empty() {
            // What stands below a heading belongs to it.
            while at < blocks.len()
                && blocks[at].kind != BlockKind::Heading
                && begins(&blocks[at].text).is_none()
                && at - here < 12
            {
                says += " ";
                says += &blocks[at].text;
                at += 1;
            }
        }
        all.push((key, here, 0..length, says));
    }
    let mut keys: Vec<&String> = all.iter().map(|(key, ..)| key).collect();
    keys.sort_unstable();
    keys.dedup();
    if keys.len() < 2 {
        return;
    }
    for (key, at, range, says) in all {
        let lower = says.to_lowercase();
        let level = entry(found, key, at, range);
        for part in lower.split(['.', ';']) {
            let timed = is_time(part);
            level.response |= timed && RESPONSE.iter().any(|word| part.contains(word));
            level.resolution |= timed && resolves(part);
        }
        // The full stop of a number, `3.2 Criterion`, ends no sentence.
        let first = says.split(". ").next().unwrap_or("").trim().trim_end_matches('.').to_owned();
        if !first.is_empty() && !is_time(&first) {
            level.definitions.push((at, first));
        }
    }
}

/// Times that sentences give to levels they name: `within 90 minutes for all Priority 1 or 2 tickets`.
fn in_sentences(contract: &Contract<'_>, found: &mut [Level]) {
    for (number, sentence) in contract.sentences.iter().enumerate() {
        let named = mentioned(sentence.lower);
        if named.is_empty() || sentence.block.cell.is_some() || !is_time(sentence.text) {
            continue;
        }
        // A point of a list goes on with what leads to the list.
        let near: Vec<&str> =
            contract.sentences[number.saturating_sub(2)..=number].iter().map(|near| near.lower).collect();
        let says = |words: &[&str]| {
            let told = |lower: &str| {
                if words == RESOLUTION { resolves(lower) } else { words.iter().any(|word| lower.contains(word)) }
            };
            let other =
                [RESPONSE.as_slice(), RESOLUTION.as_slice()].concat().iter().any(|word| sentence.lower.contains(word));
            told(sentence.lower) || !other && near.iter().any(|near| told(near))
        };
        let (response, resolution) = (says(&RESPONSE), says(&RESOLUTION));
        for level in found.iter_mut().filter(|level| named.contains(&level.key)) {
            level.response |= response;
            level.resolution |= resolution;
        }
    }
}

/// Whether words in small letters tell of resolving, and not only of what goes on until then.
pub(super) fn resolves(lower: &str) -> bool {
    const NEAR: usize = 60;
    let ends = |at: usize| {
        let from = lower[..at].char_indices().rev().nth(NEAR).map_or(0, |(at, _)| at);
        lower[from..at].rsplit([',', ';', '.']).next().is_some_and(|part| part.contains("until "))
    };
    RESOLUTION.iter().flat_map(|word| lower.match_indices(word)).any(|(at, _)| !ends(at))
}

/// The numbers of the levels that a text in small letters names.
fn mentioned(lower: &str) -> Vec<String> {
    let mut found = Vec::new();
    // Most sentences name no number: they are not searched.
    if !lower.bytes().any(|byte| byte.is_ascii_digit()) {
        return found;
    }
    for name in ["severity ", "priority ", "level ", "sev ", "sev-", "severities ", "priorities ", "p", "s"] {
        for (at, _) in lower.match_indices(name) {
            if lower[..at].ends_with(char::is_alphanumeric) {
                continue;
            }
            let mut rest = &lower[at + name.len()..];
            // `Priority 1, 2 or 3`.
            while let Some(digit) = rest.chars().next().filter(|letter| ('0'..='5').contains(letter)) {
                if rest[1..].trim_start_matches('.').starts_with(char::is_alphanumeric) {
                    break;
                }
                found.push(digit.to_string());
                rest = rest[1..].trim_start_matches([' ', ',', '/']);
                rest =
                    rest.strip_prefix("or ").or(rest.strip_prefix("and ")).or(rest.strip_prefix("& ")).unwrap_or(rest);
                rest = rest.strip_prefix(name).unwrap_or(rest);
            }
        }
    }
    found
}

fn entry(found: &mut Vec<Level>, key: String, at: usize, range: Range<usize>) -> &mut Level {
    let place = found.iter().position(|level| level.key == key).unwrap_or_else(|| {
        found.push(Level { key, at, range, definitions: Vec::new(), response: false, resolution: false });
        found.len() - 1
    });
    &mut found[place]
}

/// Whether words name a time: a length, or a day.
pub(super) fn is_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let day = [
        "immediate",
        "next business day",
        "next working day",
        "same day",
        "same business day",
        "next day",
        "within the hour",
        "nbd",
        "real time",
        "real-time",
    ];
    let short = words(&lower, &(0..lower.len())).iter().any(|word| {
        // `1 BD`, `4h`, `2wd`.
        let digits = word.text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
        !digits.is_empty()
            && digits.parse::<u32>().is_ok()
            && ["h", "bd", "wd", "bh", "d", "m", "min", "hrs", "hr"].contains(&&word.text[digits.len()..])
    });
    // `15 min`, `2 h`.
    let parted = words(&lower, &(0..lower.len()))
        .windows(2)
        .any(|pair| pair[0].text.parse::<u32>().is_ok() && ["h", "hr", "hrs", "min", "mins"].contains(&pair[1].text));
    day.iter().any(|word| lower.contains(word))
        || short
        || parted
        || ["bd", "bh", "wd"].iter().any(|unit| lower.split(' ').any(|word| word == *unit))
        || !lengths(&words(text, &(0..text.len()))).is_empty()
}

const WORDS: [&str; 20] = [
    "critical",
    "urgent",
    "blocker",
    "emergency",
    "high",
    "major",
    "serious",
    "medium",
    "moderate",
    "normal",
    "minor",
    "low",
    "cosmetic",
    "trivial",
    "informational",
    "severe",
    "regular",
    "kritisch",
    "hoch",
    "niedrig",
];

/// The level that a cell names.
fn key(text: &str, in_table: bool) -> Option<String> {
    if let Some((key, _)) = begins(text) {
        return Some(key);
    }
    let lower = text.trim().to_lowercase();
    let first = lower.split([' ', '.', ':', '-', '\u{2013}', '(', ',']).next()?;
    if in_table && first.len() == 1 && first.starts_with(['1', '2', '3', '4', '5']) && text.len() < 60 {
        // `1 - 2 misses` and `5 or more` count something.
        let rest = lower[1..].trim_start();
        let named = rest.trim_start_matches(['.', ':', '-', '\u{2013}', '\u{2014}', '(', ',', ' ']);
        let counts = named.starts_with(|letter: char| letter.is_ascii_digit()) || rest.starts_with("or ");
        return (!counts).then(|| first.to_owned());
    }
    (WORDS.contains(&first) && text.split_whitespace().count() <= 4).then(|| first.to_owned())
}

/// The level that a text begins with by its number, and the length of its name: `Severity 1`, `P2`, `Sev-3`.
fn begins(text: &str) -> Option<(String, usize)> {
    let trimmed = text.trim_start();
    let lower = trimmed.to_ascii_lowercase();
    for name in ["severity level", "priority level", "severity", "priority", "sev", "level", "prio"] {
        let Some(rest) = lower.strip_prefix(name) else { continue };
        let rest = rest.trim_start_matches([' ', '-', '#']);
        let word: String = rest.chars().take_while(|letter| letter.is_alphanumeric()).collect();
        let number = if word.len() == 1 && word.starts_with(|c: char| c.is_ascii_digit()) {
            Some(word.clone())
        } else {
            small(&word).filter(|value| (1..=5).contains(value)).map(|value| value.to_string())
        };
        let number = number?;
        let length = text.len() - trimmed.len() + lower.len() - rest.len() + word.len();
        return Some((number, length));
    }
    let mut letters = lower.chars();
    let (first, second, third) = (letters.next()?, letters.next()?, letters.next());
    let short = matches!(first, 'p' | 's')
        && ('0'..='5').contains(&second)
        && third.is_none_or(|third| !third.is_alphanumeric());
    short.then(|| (second.to_string(), text.len() - trimmed.len() + 2))
}
