//! Service credits: the tiers of a level, the cap of all credits, and the claim.

use std::ops::Range;

use super::availability::{Level, contains_word};
use super::figures::{cycle, only_time};
use super::parties::Parties;
use super::reading::{Place, Reading, place};
use super::services::{Services, amount_of};
use super::statement::Statement;
use super::words::string;
use crate::model::Currency;
use crate::prose::structure::band::{Ladder, Tier};
use crate::prose::structure::contract::Sentence;
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
    for ladder in reading.contract.ladders() {
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
        taken.into_iter().for_each(|place| reading.take(place));
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
        Some(base) => words += &format!(" from {}", fee_base(&base, services)),
        None => {
            statement.open.push("of which fee the credits are a share, such as `from \"the monthly fee\"`".to_owned())
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
fn base_after(text: &str, share: &Share) -> Option<String> {
    let rest = text.get(share.range.end..)?.trim_start();
    let of = ["of ", "off "].iter().find_map(|of| rest.strip_prefix(of))?;
    base(of)
}

/// The words of a fee, up to where something else begins.
fn base(words: &str) -> Option<String> {
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
    let fee =
        ["fee", "charge", "price", "invoice", "bill", "subscription", "payment", "entgelt", "vergütung", "gebühr"]
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
fn fee_base(words: &str, services: &Services) -> String {
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

/// The most that credits come to.
struct Cap {
    /// The level that it is for; all where there is none.
    level: Option<String>,
    statement: Statement,
    taken: Place,
}

fn caps(reading: &Reading<'_, '_>, levels: &[Level], services: &Services) -> Vec<Cap> {
    let mut found: Vec<Cap> = reading.prose().filter_map(|sentence| cap(sentence, levels, services)).collect();
    // Two caps of one kind have two readings.
    let kinds: Vec<(Option<String>, usize)> = found
        .iter()
        .map(|cap| (cap.level.clone(), usize::from(cap.statement.words.contains("one incident"))))
        .collect();
    let mut at = 0;
    found.retain(|_| {
        let alone = kinds.iter().filter(|kind| **kind == kinds[at]).count() == 1;
        at += 1;
        alone
    });
    found
}

const AT_MOST: [&str; 14] = [
    "not exceed",
    "no more than",
    "not more than",
    "at most",
    "capped at",
    "limited to",
    "maximum of",
    "maximum is",
    "more than",
    "exceed",
    "maximal",
    "höchstens",
    "insgesamt auf",
    "up to a maximum of",
];

fn cap(sentence: &Sentence<'_>, levels: &[Level], services: &Services) -> Option<Cap> {
    let lower = sentence.lower;
    let credit = lower.find("credit").or_else(|| lower.find("gutschrift"))?;
    let (at, words) = AT_MOST.iter().filter_map(|words| lower.find(words).map(|at| (at, *words))).min()?;
    let negated = !["more than", "exceed"].contains(&words)
        || ["not ", "no ", "never "].iter().any(|word| lower[..at].contains(word));
    let doubts = [
        "if ",
        "for example",
        "availability",
        "uptime of",
        "downtime",
        "terminate",
        "carry",
        "unless",
        "days after",
        "liability",
    ];
    if credit > at
        || !negated
        || doubts.iter().any(|word| lower.contains(word)) && !lower.contains("service credits for ")
    {
        return None;
    }
    let from = at + words.len();
    let all = shares(sentence.text);
    let level = lower[..at]
        .find("service credits for ")
        .map(|at| &sentence.text[at + "service credits for ".len()..])
        .and_then(|rest| {
            levels
                .iter()
                .find(|level| rest.starts_with(&level.name) && contains_word(rest, &level.name))
                .map(|level| level.name.clone())
        });
    // `Service Credits for …` something that is no level of the draft.
    let named = lower[..at].contains("service credits for ")
        && !lower[..at].contains("service credits for each")
        && !lower[..at].contains("service credits for the whole")
        && !lower[..at].contains("service credits for any")
        && !lower[..at].contains("service credits for one");
    if named && level.is_none() {
        return None;
    }
    let (amount, end, told) = if let [share] = all.as_slice() {
        if share.range.start < from || share.range.start - from > 40 {
            return None;
        }
        let base = base_after(sentence.text, share)?;
        let end = sentence.text.find(&base)? + base.len();
        (format!("{}% of {}", share.value, fee_base(&base, services)), end, base)
    } else if all.is_empty() {
        let (money, end) = money(sentence.text, from)?;
        (money, end, String::new())
    } else {
        return None;
    };
    let around = lower.replace(&told.to_ascii_lowercase(), " ");
    let incident = ["for one incident", "per incident"].iter().any(|word| around.contains(word));
    let cycle = if around.contains("for the whole period") { Some("each period") } else { cycle(&around) };
    let mut statement = Statement::new(format!("at most {amount}")).from(place(sentence));
    match cycle {
        Some(cycle) => statement.words += &format!(" {cycle}"),
        None if !incident => {
            statement.open.push("in which time credits come to at most this, such as `each month`".to_owned())
        }
        None => {}
    }
    if incident {
        statement.words += " for one incident";
        // Only a level has a cap for one incident.
        level.as_ref()?;
    }
    let tail = &lower[end..];
    let end = [", and", ";", ". "]
        .iter()
        .filter_map(|word| tail.find(word))
        .min()
        .map_or(end + tail.find(['(', ',']).unwrap_or(tail.len()), |to| end + to);
    Some(Cap { level, statement, taken: (sentence.at, sentence.placed(&(0..end))) })
}

/// An amount of money with its code that begins near a byte: `EUR 2000`.
fn money(text: &str, from: usize) -> Option<(String, usize)> {
    let rest = text.get(from..)?;
    let code_at = from + rest.len() - rest.trim_start().len();
    let code = text.get(code_at..code_at + 3)?;
    code.parse::<Currency>().ok()?;
    let after = &text[code_at + 3..];
    let digits = after.trim_start();
    let amount: String = digits
        .chars()
        .take_while(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | ' ' | '\u{A0}'))
        .collect();
    let written = amount.trim_end_matches(['.', ',', ' ', '\u{A0}']);
    let plain = if written.contains(',')
        && written.split(',').skip(1).all(|part| part.split('.').next().is_some_and(|part| part.len() == 3))
    {
        written.replace(',', "")
    } else {
        written.to_owned()
    };
    let amount = amount_of(&plain)?;
    let end = code_at + 3 + (after.len() - digits.len()) + written.len();
    Some((format!("{code} {amount}"), end))
}

/// Within which time credits are claimed.
fn claim(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let mut found: Option<(Statement, Vec<Place>)> = None;
    for sentence in reading.prose() {
        let Some((words, range)) = claim_of(sentence) else { continue };
        let taken = (sentence.at, sentence.placed(&range));
        match &mut found {
            Some((known, _)) if known.words != words => return None,
            Some((known, all)) => {
                known.from.push(place(sentence));
                all.push(taken);
            }
            None => found = Some((Statement::new(words).from(place(sentence)), vec![taken])),
        }
    }
    let (statement, taken) = found?;
    taken.into_iter().for_each(|place| reading.take(place));
    Some(statement)
}

fn claim_of(sentence: &Sentence<'_>) -> Option<(String, Range<usize>)> {
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&["does not have to claim a service credit"]) {
        return Some(("given without a claim".to_owned(), 0..sentence.text.len()));
    }
    let own = has(&["the claim must reach"]);
    let asks = has(&["claim", "request", "notify", "submit", "apply for", "written notice"]);
    let subject = has(&["credit", "gutschrift"]);
    let doubts = [
        "must answer",
        "will answer",
        "respond",
        "pay ",
        "terminat",
        "dispute",
        "ticket",
        "if no invoice",
        "ends",
        "later claim",
    ];
    if !(own || asks && subject) || doubts.iter().any(|word| lower.contains(word)) && !own {
        return None;
    }
    let (range, said) = only_time(sentence.text)?;
    if !lower[..range.start].trim_end().ends_with("within")
        && !lower[..range.start].trim_end().ends_with("no later than")
    {
        return None;
    }
    let rest = &lower[range.end..];
    let after =
        ["after ", "of ", "from ", "following "].iter().find_map(|word| rest.trim_start().strip_prefix(word))?;
    let start = lower.len() - after.len();
    let (from, length) = if after.contains("has received the") && after.contains("report") {
        ("the report".to_owned(), after.len())
    } else if let Some(length) = [
        "the end of the calendar month",
        "the end of the affected month",
        "the end of the applicable month",
        "the end of the relevant month",
        "the end of the month",
        "the end of such month",
        "the end of that month",
    ]
    .iter()
    .find_map(|words| after.starts_with(words).then_some(words.len()))
    {
        ("the end of the month".to_owned(), length)
    } else if let Some(length) = ["the end of the calendar quarter", "the end of the quarter"]
        .iter()
        .find_map(|words| after.starts_with(words).then_some(words.len()))
    {
        ("the end of the quarter".to_owned(), length)
    } else if after.starts_with("the end of the incident") {
        ("the incident".to_owned(), "the end of the incident".len())
    } else {
        let end = [",", ";", ". "].iter().filter_map(|word| after.find(word)).min().unwrap_or(after.len());
        let words = sentence.text[start..start + end].trim_end_matches(['.', ' ']);
        if words.is_empty() || words.split_whitespace().count() > 14 {
            return None;
        }
        (string(words), end)
    };
    let tail = &lower[start + length..];
    let own_end = if own
        || ["in which", " of the miss", "."]
            .iter()
            .any(|word| tail.trim_start().starts_with(word) || tail.starts_with(word))
            && !tail.contains(|letter: char| letter.is_ascii_digit())
            && !tail.contains(',')
    {
        lower.len()
    } else {
        start + length
    };
    Some((format!("claim within {said} after {from}"), 0..own_end))
}

/// Within which time the provider answers a claim, and what its silence means.
fn answer(reading: &mut Reading<'_, '_>, parties: &Parties) -> Option<Statement> {
    let provider = parties.provider.as_ref()?;
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let at = sentences
        .iter()
        .position(|sentence| sentence.text.contains(&format!("{provider} must answer a claim within")))?;
    let sentence = &sentences[at];
    let (range, said) = only_time(sentence.text)?;
    let mut words = format!("{provider} answers within {said}");
    let mut statement = Statement::default().from(place(sentence));
    reading.take((sentence.at, sentence.placed(&(0..range.end))));
    let next = sentences.get(at + 1).filter(|next| next.at == sentence.at)?;
    if next.lower.contains("it has accepted the claim") {
        words += " silence is acceptance";
    } else if next.lower.contains("it has refused the claim") {
        words += " silence is refusal";
    } else {
        return None;
    }
    reading.take((next.at, next.whole()));
    statement = statement.from(place(next));
    statement.words = words;
    Some(statement)
}
