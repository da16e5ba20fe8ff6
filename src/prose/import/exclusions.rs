//! What does not count against availability: in a list, behind the target, in the definition of a term.

use super::maintenance::Maintenance;
use super::reading::{Place, Reading, place};
use super::statement::Statement;
use super::words::{clean, string};
use crate::prose::document::BlockKind;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::outline::label;

/// The longest line of exclusions, in bytes.
const LONGEST: usize = 8000;

/// What does not count, as a spec says it, with the places that say so.
#[derive(Default)]
struct Excluded {
    parts: Vec<String>,
    from: Vec<Place>,
    taken: Vec<Place>,
}

/// The exclusions of the only level of a contract; `target` is the sentence that promises it.
pub(super) fn exclusions(
    reading: &mut Reading<'_, '_>,
    target: &Sentence<'_>,
    maintenance: &[Maintenance],
) -> Option<Statement> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let mut all = of_list(reading, &sentences, target.at).unwrap_or_default();
    let behind = behind_target(&sentences, target);
    let counted = counted_out(reading, &sentences);
    for found in [behind, counted].into_iter().flatten() {
        let new = found.parts.iter().any(|part| !all.parts.iter().any(|known| says_already(known, part)));
        if new || all.parts.is_empty() {
            let parts: Vec<String> = found
                .parts
                .into_iter()
                .filter(|part| !all.parts.iter().any(|known| says_already(known, part)))
                .collect();
            all.parts.extend(parts);
        }
        all.from.extend(found.from);
        all.taken.extend(found.taken);
    }
    if all.parts.is_empty() {
        return None;
    }
    let named = |part: &String| {
        maintenance
            .iter()
            .find(|planned| is_maintenance(part, planned))
            .map_or_else(|| string(part), |planned| planned.name.clone())
    };
    let mut parts: Vec<String> = Vec::new();
    for part in all.parts.iter().map(named) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let mut statement = Statement::new(format!("excluding {}", parts.join(", ")));
    if statement.words.len() > LONGEST {
        return None;
    }
    statement.from = all.from;
    reading.take_all(all.taken);
    Some(statement)
}

/// Whether a part that is known says what another says: a list names `Force Majeure: events that …`.
fn says_already(known: &str, part: &str) -> bool {
    let (known, part) = (known.to_lowercase(), part.to_lowercase());
    known == part || known.starts_with(part.trim_end_matches('s')) || part.starts_with(known.trim_end_matches('s'))
}

/// Whether an exclusion is the maintenance that the draft declares.
fn is_maintenance(part: &str, planned: &Maintenance) -> bool {
    let lower = part.to_lowercase();
    let name = planned.name.to_lowercase();
    let usual = [
        "maintenance",
        "scheduled maintenance",
        "planned maintenance",
        "scheduled downtime",
        "planned downtime",
        "maintenance windows",
        "scheduled maintenance windows",
    ];
    lower == name || lower == format!("{name} takes place") || usual.contains(&lower.as_str())
}

/// The points of one list that says what does not count.
fn of_list(reading: &Reading<'_, '_>, sentences: &[Sentence<'_>], target: usize) -> Option<Excluded> {
    let leads: Vec<usize> = (0..sentences.len()).filter(|at| is_lead(reading, sentences, *at)).collect();
    let [lead] = leads.as_slice() else { return None };
    let lead_sentence = &sentences[*lead];
    // The list of another level's section is about that level.
    let own = reading.heading(lead_sentence.at) == reading.heading(target);
    if !own && !reading.section(lead_sentence.at).to_lowercase().contains("exclu") {
        return None;
    }
    let mut excluded = Excluded { from: vec![place(lead_sentence)], ..Excluded::default() };
    excluded.taken.push((lead_sentence.at, lead_sentence.whole()));
    // Points below a heading of their own are another list.
    let below = |item: &Sentence<'_>| reading.heading(item.at) == reading.heading(lead_sentence.at);
    let items: Vec<&Sentence<'_>> =
        sentences[lead + 1..].iter().take_while(|item| item.block.kind == BlockKind::Item && below(item)).collect();
    let top = items.first()?.block.level;
    let mut at = 0;
    while at < items.len() {
        let item = items[at];
        let of_block = items[at..].iter().take_while(|other| other.at == item.at).count();
        // A point that leads to points of its own says them all.
        let within = items[at + of_block..].iter().take_while(|other| other.block.level > top).count();
        let (first, rest) = (&items[at..at + of_block], &items[at + of_block..at + of_block + within]);
        let (words, places) = point(first, rest)?;
        if !words.is_empty() {
            excluded.parts.push(words);
            excluded.from.extend(places.iter().cloned());
            excluded.taken.extend(places);
        }
        at += of_block + within;
    }
    (!excluded.parts.is_empty()).then_some(excluded)
}

/// What a point of a list excludes, and where; none where it says more than one thing.
fn point(sentences: &[&Sentence<'_>], within: &[&Sentence<'_>]) -> Option<(String, Vec<Place>)> {
    let first = sentences.first()?;
    let number = label(first.block).map_or(0, |label| label.range.end);
    let whole = first.whole();
    let trimmed = |words: &str| {
        let words = words.trim_start_matches([')', '.', ' ', '-', '*']).trim_end_matches(['.', ';', ',', ' ']);
        let words = ["; or", "; and", " or", " and", ";", ","]
            .iter()
            .fold(words, |words, end| words.strip_suffix(end).unwrap_or(words));
        clean(words)
    };
    let mut words = trimmed(&first.block.text[number.max(whole.start)..whole.end]);
    let mut places = vec![(first.at, whole.clone())];
    // `Force Majeure. Events that …`: a title in bold, and what it is.
    let titled = first
        .block
        .strong()
        .first()
        .is_some_and(|strong| strong.start <= whole.start + 4 && strong.end >= whole.end.saturating_sub(1));
    let told = usize::from(titled && sentences.len() > 1);
    if told == 1 {
        let second = sentences[1];
        words = format!("{words}: {}", trimmed(second.text));
        places.push((second.at, second.whole()));
    }
    // What comes after that may not take any of it back.
    let limits = ["only", "unless", "not apply", "except", "however", "provided", "does not", "up to"];
    for other in sentences.iter().skip(1 + told) {
        if limits.iter().any(|word| other.lower.contains(word)) {
            return None;
        }
        if other.block.kind == BlockKind::Item && told == 0 {
            return None;
        }
    }
    if !within.is_empty() {
        if !words.ends_with(':') {
            return None;
        }
        let inner: Vec<String> = within.iter().map(|inner| trimmed(inner.text)).collect();
        words = format!("{words} {}", inner.join(", "));
        places.extend(within.iter().map(|inner| place(inner)));
    }
    Some((words.trim_end_matches(':').to_owned(), places))
}

/// Whether a sentence leads to a list of what does not count against availability.
fn is_lead(reading: &Reading<'_, '_>, sentences: &[Sentence<'_>], at: usize) -> bool {
    let sentence = &sentences[at];
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let listed = sentences.get(at + 1).is_some_and(|next| next.block.kind == BlockKind::Item && next.at != sentence.at);
    if !listed || !lower.trim_end().ends_with(':') || has(&["liabil", "warrant", "only if", "unless", "including"]) {
        return false;
    }
    let about = has(&["downtime", "unavailab", "availab", "uptime", "minutes", "outage"]);
    let out = has(&["exclud", "does not include", "do not include", "not count", "not be count", "exclusion"]);
    let whole = (has(&["this sla does not apply to", "the sla does not apply to", "this agreement does not apply to"]))
        && reading.section(sentence.at).to_lowercase().contains("exclu");
    // What only bars a credit still counts against the target.
    let counts = about && out && (!has(&["credit"]) || has(&["excluded from", "not counted"]));
    counts || whole
}

/// `99.9% of each month, excluding scheduled maintenance and Force Majeure Events`, or the sentence after it.
fn behind_target(sentences: &[Sentence<'_>], target: &Sentence<'_>) -> Option<Excluded> {
    let at = sentences.iter().position(|sentence| sentence.at == target.at && sentence.start == target.start)?;
    let next = sentences
        .get(at + 1)
        .filter(|next| next.at == target.at && next.lower.trim_start().starts_with("this excludes "));
    let (sentence, from) = match ["excluding ", "exclusive of ", "except for ", "other than ", "not including "]
        .iter()
        .find_map(|word| target.lower.find(word).map(|at| at + word.len()))
    {
        Some(from) => (*target, from),
        None => (*next?, next?.lower.find("this excludes ")? + "this excludes ".len()),
    };
    let rest = &sentence.lower[from..];
    let end = [
        ". ",
        ";",
        " (",
        ", measured",
        ", as ",
        ", calculated",
        ", and the ",
        ", which",
        ", during",
        ", per ",
        ", in each",
    ]
    .iter()
    .filter_map(|word| rest.find(word))
    .min()
    .unwrap_or(rest.len());
    let words = sentence.text[from..from + end].trim_end_matches(['.', ' ', ',']);
    let parts = parts(words)?;
    let taken = vec![(sentence.at, sentence.placed(&(from..from + end)))];
    Some(Excluded { parts, from: vec![place(&sentence)], taken })
}

/// The parts of a short list in a sentence; none where a part has a verb or a condition of its own.
fn parts(words: &str) -> Option<Vec<String>> {
    let words = words.strip_prefix("any ").or_else(|| words.strip_prefix("all ")).unwrap_or(words);
    let parts: Vec<String> = words
        .split(", ")
        .flat_map(|part| part.split(" and "))
        .flat_map(|part| part.split(" or "))
        .map(|part| part.trim().trim_start_matches("and ").trim_start_matches("or ").trim_start_matches("any "))
        .filter(|part| !part.is_empty())
        .map(clean)
        .collect();
    let plain = parts.iter().all(|part| {
        let lower = part.to_lowercase();
        part.split(' ').count() <= 6
            && part.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\'' | '/'))
            && ![
                "which", "that", "is", "are", "by", "for", "if", "section", "not", "as", "defined", "below", "above",
                "such",
            ]
            .iter()
            .any(|word| lower.split(' ').any(|part| part == *word))
    });
    (plain && (1..=8).contains(&parts.len())).then_some(parts)
}

/// A term that gathers what is left out: `"Excluded Minutes" means when it is not available because of (a) …; (b) …`.
fn counted_out(reading: &Reading<'_, '_>, sentences: &[Sentence<'_>]) -> Option<Excluded> {
    let mut found: Option<Excluded> = None;
    for sentence in sentences {
        let lower = reading.contract.lower(sentence.at);
        let defines =
            ["excluded minutes\" means", "exclusions\" means", "excluded events\" means", "excluded downtime\" means"];
        let Some(term) = defines.iter().find_map(|words| lower.find(words)) else { continue };
        if sentence.start > 0 && !sentence.lower.contains("means") {
            continue;
        }
        let text = &sentence.block.text;
        let Some(first) = lower[term..].find("(a) ").map(|at| term + at) else { continue };
        if !["because of", "due to", "caused by", "resulting from", "result of", ":"]
            .iter()
            .any(|word| lower[term..first].trim_end().ends_with(word))
        {
            continue;
        }
        if found.is_some() {
            return None;
        }
        let mut parts = Vec::new();
        let mut at = first;
        for letter in 'a'..='z' {
            let mark = format!("({letter}) ");
            if !lower[at..].starts_with(&mark) {
                break;
            }
            let start = at + mark.len();
            let next = char::from_u32(u32::from(letter) + 1).map(|next| format!("({next}) "));
            let end = next.and_then(|next| lower[start..].find(&next)).map_or(text.len(), |end| start + end);
            let words = text[start..end]
                .trim()
                .trim_end_matches(" or")
                .trim_end_matches(" and")
                .trim_end_matches([';', ',', '.', ' ']);
            parts.push(clean(words));
            at = end;
        }
        let whole = 0..text.len();
        found = (parts.len() > 1 && parts.iter().all(|part| !part.is_empty() && !part.contains(". ")))
            .then(|| Excluded { parts, from: vec![(sentence.at, whole.clone())], taken: vec![(sentence.at, whole)] });
    }
    found
}
