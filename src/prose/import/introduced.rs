//! How contracts introduce their parties: in brackets, in a list, behind a label, in a sentence.

use std::ops::Range;

use super::parties::{CUSTOMER, PROVIDER, Role};
use super::reading::{Place, Reading, without_number};
use super::statement::Statement;
use super::words::{clean, string};
use crate::prose::document::{Block, BlockKind};

/// How far into a contract its parties are named, in blocks.
const FRONT: usize = 80;
/// No name of a company is longer, in words.
const LONGEST: usize = 10;

/// A party as it is introduced: `Acme Ltd, 4 Quay Street, Bristol ("Acme")`.
#[derive(Debug)]
pub(super) struct Introduced {
    pub(super) name: String,
    /// `anyone who …`, in place of a name.
    anyone: bool,
    /// What stands between the name and the brackets, where it can be nothing but an address.
    address: Option<String>,
    zone: Option<String>,
    named_in: Option<String>,
    consumer: bool,
    /// The terms in the brackets.
    pub(super) terms: Vec<String>,
    pub(super) role: Option<Role>,
    pub(super) from: Place,
    /// What of it is understood.
    pub(super) understood: Vec<Range<usize>>,
}

impl Introduced {
    pub(super) fn statement(&self, word: &str, name: &str) -> Statement {
        let anyone = if self.anyone { "anyone who " } else { "" };
        let statement = Statement::new(format!("{word} {anyone}{} as {name}", string(&self.name)));
        let mut below = Vec::new();
        below.extend(self.address.as_ref().map(|address| Statement::new(format!("address {}", string(address)))));
        below.extend(self.zone.as_ref().map(|zone| Statement::new(format!("zone {zone}"))));
        below.extend(self.named_in.as_ref().map(|named| Statement::new(format!("named in {}", string(named)))));
        below.extend(self.consumer.then(|| Statement::new("as a consumer")));
        statement.from(self.from.clone()).below(below)
    }
}

/// The parties that a contract introduces, in the first of these ways that it uses.
pub(super) fn introduced(reading: &Reading<'_, '_>) -> Vec<Introduced> {
    let mut found = bracketed(reading);
    if found.is_empty() {
        found = labelled(reading);
    }
    if found.is_empty() {
        found = in_sentences(reading);
    }
    // A word for a role is no name.
    found.retain(|party| party.anyone || !is_role(&party.name));
    found
}

/// Whether words are a role that any contract has, and no name.
fn is_role(words: &str) -> bool {
    let lower = words.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    PROVIDER.contains(&lower) || CUSTOMER.contains(&lower) || ["company", "parties", "party"].contains(&lower)
}

/// Parties with their terms in brackets: `between Acme Ltd ("Acme") and Globex Inc. ("Customer")`, or a list after it.
fn bracketed(reading: &Reading<'_, '_>) -> Vec<Introduced> {
    let blocks = &reading.contract.document.blocks;
    let mut found = Vec::new();
    let mut list_from = None;
    for (at, block) in blocks.iter().enumerate().take(FRONT) {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Item) {
            continue;
        }
        let lower = reading.contract.lower(at);
        let between = ["between", "zwischen", "parties are", "the parties"]
            .iter()
            .filter_map(|word| lower.find(word).map(|at| at + word.len()))
            .min();
        let ends = block.text.trim_end().ends_with(':') && between.is_some();
        if let Some(from) = between.filter(|from| lower[*from..].contains('(')) {
            groups(block, at, from, &mut found);
            if found.len() >= 2 {
                break;
            }
        } else if ends || between.is_some_and(|from| block.text[from..].trim().is_empty()) {
            list_from = Some(at);
        } else if list_from.is_some_and(|from| at - from <= 6) {
            groups(block, at, 0, &mut found);
        }
    }
    found
}

/// Parties that sentences name with their role: `provided by Acme Ltd ("Provider")`, `"Provider" is Acme Ltd`, `your
/// agreement with Acme, LLC`, `between Acme and the Customer`.
fn in_sentences(reading: &Reading<'_, '_>) -> Vec<Introduced> {
    let mut found: Vec<Introduced> = Vec::new();
    for sentence in reading.prose().take_while(|sentence| sentence.at < FRONT) {
        let (text, lower) = (sentence.text, sentence.lower);
        let mut told = Vec::new();
        for (open, _) in text.match_indices('(') {
            let Some(close) = text[open..].find(')').map(|close| open + close) else { continue };
            let inside = &text[open + 1..close];
            let terms: Vec<String> = inside.split('"').skip(1).step_by(2).map(str::to_owned).collect();
            if let (Some(role), Some(name)) = (role_of(&terms), proper_before(text, open)) {
                told.push((name.clone(), role, terms, name.start..close + 1));
            }
        }
        for verb in [" is ", " means ", " refers to ", " shall mean ", " shall refer to "] {
            // Only what a sentence begins with is its subject.
            let Some(at) = lower.find(verb) else { continue };
            let terms: Vec<String> = text[..at].split('"').skip(1).step_by(2).map(str::to_owned).collect();
            let name = company(text, at + verb.len());
            if let (Some(role), Some(name)) = (role_of(&terms), name) {
                told.push((name.clone(), role, terms, 0..name.end));
            }
        }
        if let Some(name) = after(lower, "your agreement with ").and_then(|from| company(text, from)) {
            told.push((name.clone(), Role::Provider, Vec::new(), name));
        }
        if let Some(from) = after(lower, "agreement between ").or_else(|| after(lower, "contract between ")) {
            let end =
                from + [" and the ", " and its "].iter().filter_map(|and| lower[from..].find(and)).min().unwrap_or(0);
            let other = lower[end..].split(' ').nth(3).unwrap_or("").trim_end_matches(['.', ',', 's']);
            let large = text[from..end].split(' ').all(|word| word.starts_with(char::is_uppercase));
            if end > from && large && CUSTOMER.contains(&other) {
                told.push((from..end, Role::Provider, Vec::new(), from..end));
            }
        }
        for (name, role, terms, understood) in told {
            let words = clean(text[name].trim_end_matches([',', ' ']));
            // A name that stands there twice says nothing new.
            if found.iter().any(|known| known.role == Some(role) && known.name == words) {
                continue;
            }
            found.push(Introduced {
                name: words,
                anyone: false,
                address: None,
                zone: None,
                named_in: None,
                consumer: false,
                terms,
                role: Some(role),
                from: (sentence.at, sentence.whole()),
                understood: vec![sentence.placed(&understood)],
            });
        }
    }
    found
}

/// The byte after words, where a text has them.
fn after(lower: &str, words: &str) -> Option<usize> {
    lower.find(words).map(|at| at + words.len())
}

/// The only role among terms.
fn role_of(terms: &[String]) -> Option<Role> {
    let lower: Vec<String> = terms.iter().map(|term| term.trim_matches([' ', ',', '.']).to_lowercase()).collect();
    let is = |known: &[&str]| lower.iter().any(|term| known.contains(&term.strip_prefix("the ").unwrap_or(term)));
    match (is(&PROVIDER), is(&CUSTOMER)) {
        (true, false) => Some(Role::Provider),
        (false, true) => Some(Role::Customer),
        _ => None,
    }
}

/// The words written large that end at a byte: `Acme Cloud AS` before a bracket.
fn proper_before(text: &str, end: usize) -> Option<Range<usize>> {
    let told = text[..end].trim_end();
    let mut start = told.len();
    for _ in 0..LONGEST {
        let before = told[..start].trim_end();
        let from = before.rfind(' ').map_or(0, |at| at + 1);
        let word = &before[from..];
        let large = word.starts_with(char::is_uppercase) || word == "&";
        if !large || word.contains(['[', ']', '"', ':']) || word.ends_with('.') && !is_form(word) {
            break;
        }
        start = from;
    }
    let words = &told[start..];
    // `its office in Leeds (the "Provider")` names no party.
    let before = told[..start].trim_end().rsplit(' ').next().unwrap_or("").to_lowercase();
    let leads = ["by", "between", "and", "", "is"].contains(&before.as_str());
    (leads && !words.is_empty() && !is_role(words)).then_some(start..told.len())
}

/// A company's name from a byte on: few words, the last of which is the form of a company.
fn company(text: &str, from: usize) -> Option<Range<usize>> {
    let mut at = from;
    for word in text[from..].split(' ').take(7) {
        let end = at + word.len();
        if is_form(word) {
            // The full stop of a sentence is no part of `GmbH.`.
            let stop = word.ends_with('.') && text[end..].trim().is_empty() && !word[..word.len() - 1].contains('.');
            let cut = word.len() - word.trim_end_matches([',', ';']).len() + usize::from(stop);
            return Some(from..end - cut);
        }
        at = end + 1;
    }
    None
}

/// Whether a word is the form of a company: `GmbH`, `Ltd.`.
fn is_form(word: &str) -> bool {
    let bare = word.trim_matches([',', ';', '.', '(', ')']).to_lowercase();
    word.starts_with(char::is_uppercase) && FORMS.contains(&bare.as_str())
}

/// The parties of a block: words before brackets with a term in quotation marks or in bold.
fn groups(block: &Block, at: usize, from: usize, found: &mut Vec<Introduced>) {
    let text = &block.text;
    let mut start = from;
    while let Some(open) = text[start..].find('(').map(|open| start + open) {
        let Some(close) = text[open..].find(')').map(|close| open + close) else { return };
        let terms = terms(block, open + 1..close);
        if terms.is_empty() {
            // A number before the words, `(a)`, or a remark.
            if text[start..open].trim().is_empty() {
                start = close + 1;
                continue;
            }
            let Some(next) = text[close..].find('(') else { return };
            if next == 0 {
                return;
            }
            // A remark inside the name leaves open where the name ends.
            start = close + 1;
            continue;
        }
        found.extend(party(text, at, start..open, close + 1, terms));
        start = close + 1;
    }
}

/// The terms within brackets.
fn terms(block: &Block, inside: Range<usize>) -> Vec<String> {
    let text = &block.text[inside.clone()];
    let mut terms: Vec<String> =
        text.split('"').skip(1).step_by(2).map(|term| term.trim().trim_end_matches(',').to_owned()).collect();
    if terms.is_empty() {
        let strong = block.strong().iter().filter(|strong| strong.start >= inside.start && strong.end <= inside.end);
        terms.extend(strong.map(|strong| block.text[strong.clone()].trim().to_owned()));
    }
    terms.retain(|term| !term.is_empty());
    terms
}

/// The party of the words before brackets.
fn party(text: &str, at: usize, words: Range<usize>, end: usize, terms: Vec<String>) -> Option<Introduced> {
    let words = words.start..words.start + text[words.clone()].trim_end().len();
    let mut start = words.start;
    loop {
        let rest = &text[start..words.end];
        let skipped = rest.trim_start_matches([',', ':', ' ', ';']);
        let skipped = ["and ", "by and between ", "between ", "und ", "among ", "der ", "die ", "dem ", "den "]
            .iter()
            .fold(skipped, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let next = words.end - without_number(skipped).len();
        if next == start {
            break;
        }
        start = next;
    }
    // `between Acme LLC, and users of Acme`: the brackets are about what stands last.
    let lower = text[start..words.end].to_lowercase();
    if let Some(and) = lower.rfind(", and ").or_else(|| lower.rfind(" and you ")) {
        let rest = lower[and..].trim_start_matches([',', ' ']).len() - "and ".len();
        start = words.end - rest;
    }
    let told = text[start..words.end].trim_end().trim_end_matches(',');
    let after = text[end..].trim_start_matches(',').trim_start();
    let says = |word: &str| after.starts_with(&format!("as the {word}"));
    let role_told = says("provider") || says("customer");
    let tail = if role_told { text.len() - after.len() + "as the provider".len() } else { end };
    let role = match (says("provider"), says("customer")) {
        (true, false) => Some(Role::Provider),
        (false, true) => Some(Role::Customer),
        _ => role_of(&terms),
    };
    let anyone = told.strip_prefix("anyone who ");
    let (mut name, mut beside) = match anyone {
        Some(who) => match who.split_once(", named in ") {
            Some((who, _)) => (who, &who[who.len()..]),
            None => (who, &who[who.len()..]),
        },
        None => split_name(told),
    };
    let consumer = after.starts_with("acting as a consumer") || text[end..].starts_with(", acting as a consumer");
    let named_in = told.split_once(", named in ").map(|(_, document)| document.trim().to_owned());
    if named_in.is_some() && anyone.is_none() {
        name = told.split_once(", named in ").map_or(name, |(name, _)| name);
        beside = "";
    }
    let (beside, zone) = match beside.split_once("working in the time zone ") {
        Some((address, zone)) => (address, Some(zone.trim().to_owned())),
        None => (beside, None),
    };
    let beside = beside.trim_matches([',', ' ']);
    let address = (!beside.is_empty() && is_address(beside)).then(|| beside.to_owned());
    let is_known = anyone.is_some() || name.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    let gap = name.contains(['[', ']', '_', '<', '>', '{', '}']) || name.contains("...");
    let long = anyone.is_none() && (name.split_whitespace().count() > LONGEST || name.contains(". "));
    // `Customer will apply to the service` is a sentence, and `you or the organization` is nobody's name.
    let says = [" will ", " shall ", " is ", " are ", " may "].iter().any(|verb| name.to_lowercase().contains(verb))
        || name.split(' ').next().is_some_and(|first| is_role(first) && name.contains(' ') && anyone.is_none());
    if says && anyone.is_none() {
        return None;
    }
    if !is_known || gap || long {
        return None;
    }
    let start_of_name = start + text[start..words.end].find(name)?;
    let tail = tail.min(text.len());
    let understood = if beside.is_empty() || address.is_some() {
        std::iter::once(start..tail).collect()
    } else {
        vec![start_of_name..start_of_name + name.len(), words.end..tail]
    };
    Some(Introduced {
        name: clean(name),
        anyone: anyone.is_some(),
        address,
        zone,
        named_in,
        consumer,
        terms,
        role,
        from: (at, 0..text.len()),
        understood,
    })
}

/// Forms of companies, without their last full stop.
const FORMS: [&str; 28] = [
    "inc",
    "llc",
    "ltd",
    "l.l.c",
    "corp",
    "gmbh",
    "limited",
    "llp",
    "plc",
    "s.a",
    "l.p",
    "co",
    "ag",
    "n.a",
    "incorporated",
    "corporation",
    "s.l",
    "b.v",
    "bv",
    "as",
    "ab",
    "aps",
    "oy",
    "se",
    "kg",
    "sarl",
    "s.r.l",
    "pty",
];

/// A company's name and what is said beside it: the comma of `Acme, Inc.` parts nothing.
fn split_name(told: &str) -> (&str, &str) {
    let form = |rest: &str| is_form(rest.trim_start().split([' ', ',']).next().unwrap_or(""));
    let comma = told.match_indices(',').map(|(at, _)| at).find(|at| !form(&told[at + 1..]));
    let verb =
        [" with ", " whose ", " located ", " a company", " a corporation", " having ", " incorporated", " registered"]
            .iter()
            .filter_map(|word| told.find(word))
            .min();
    let end = comma.into_iter().chain(verb).min().unwrap_or(told.len());
    (told[..end].trim(), &told[end..])
}

/// Without the full stop of a sentence; that of `Inc.` stays.
fn full_stop_off(value: &str) -> &str {
    match value.strip_suffix('.') {
        Some(rest) if split_name(&format!("X, {}", rest.rsplit([' ', ',']).next().unwrap_or(""))).1.is_empty() => value,
        Some(rest) => rest,
        None => value,
    }
}

/// Whether words beside a name can be nothing but an address: they have a number, and no word of a register.
fn is_address(beside: &str) -> bool {
    let lower = beside.to_lowercase();
    beside.contains(|letter: char| letter.is_ascii_digit())
        && ![
            "regist",
            "incorporat",
            "corporation",
            "company",
            "organi",
            "hrb",
            "laws",
            "number",
            "no.",
            "amtsgericht",
            "vat",
            "represented",
            "vertreten",
            "acting",
            "dated",
            "named in",
        ]
        .iter()
        .any(|word| lower.contains(word))
}

/// Parties behind a label, in a line or a row: `Provider: Acme Ltd`.
fn labelled(reading: &Reading<'_, '_>) -> Vec<Introduced> {
    let blocks = &reading.contract.document.blocks;
    let mut found = Vec::new();
    for (at, block) in blocks.iter().enumerate().take(FRONT) {
        let (label, value, place) = match block.kind {
            BlockKind::Paragraph | BlockKind::Item => match block.text.split_once(':') {
                Some((label, value)) => (label, value, (at, block.text.len() - value.len()..block.text.len())),
                None => continue,
            },
            BlockKind::Cell | BlockKind::Head => {
                let next = blocks.get(at + 1).filter(|next| {
                    next.cell.is_some_and(|next| {
                        block
                            .cell
                            .is_some_and(|cell| cell.table == next.table && cell.row == next.row && cell.column == 0)
                    })
                });
                let Some(next) = next else { continue };
                (block.text.as_str(), next.text.as_str(), (at + 1, 0..next.text.len()))
            }
            _ => continue,
        };
        let lower = label.trim().to_lowercase();
        let role = match (PROVIDER.contains(&lower.as_str()), CUSTOMER.contains(&lower.as_str())) {
            (true, false) => Role::Provider,
            (false, true) => Role::Customer,
            _ => continue,
        };
        let value = value.trim();
        let (name, beside) = split_name(full_stop_off(value));
        // A sentence about the party is no name.
        let sentence =
            value.split_whitespace().count() > 2 * LONGEST || value.contains(" shall ") || value.contains(" will ");
        let beside = beside.trim_matches([',', ' ']);
        if name.is_empty()
            || sentence
            || name.split_whitespace().count() > LONGEST
            || !name.starts_with(char::is_uppercase)
            || name.contains(['[', '_', '<', '{'])
        {
            continue;
        }
        let address = is_address(beside).then(|| beside.to_owned());
        let mut understood = vec![place.1.clone()];
        if !beside.is_empty() && address.is_none() {
            understood = Vec::new();
        }
        understood.extend((place.0 == at).then(|| 0..label.len() + 1));
        found.push(Introduced {
            name: clean(name),
            anyone: false,
            address,
            zone: None,
            named_in: None,
            consumer: false,
            terms: vec![label.trim().to_owned()],
            role: Some(role),
            from: (place.0, 0..blocks[place.0].text.len()),
            understood,
        });
    }
    found
}
