//! When the agreement begins, how long it lasts, how it renews, and how it ends before that.

use std::fmt::Write as _;
use std::ops::Range;

use super::figures::{date_at, only_date, time_after, times};
use super::parties::Parties;
use super::reading::{Reading, place};
use super::statement::Statement;
use super::termination;
use super::words::string;
use crate::prose::structure::contract::Sentence;

/// What a sentence says: the statement, and the part of the sentence that says it.
type Told = (String, Range<usize>);

pub(super) fn read(reading: &mut Reading<'_, '_>, parties: &Parties) -> Option<Statement> {
    let mut below = Vec::new();
    below.push(
        one(reading, effective)
            .unwrap_or_else(|| open("when it begins, such as `effective 2027-01-01` or `effective on signature`")),
    );
    below.push(
        one(reading, lasts)
            .unwrap_or_else(|| open("how long it lasts, such as `lasts 12 months` or `lasts until terminated`")),
    );
    below.extend(renewal(reading));
    below.extend(termination::read(reading, parties));
    let any = below.iter().any(|statement| !statement.from.is_empty());
    any.then(|| Statement::new("period").below(below))
}

fn open(what: &str) -> Statement {
    Statement::default().open(what)
}

/// The statement that all sentences that tell one tell alike; none where two tell it differently.
fn one(reading: &mut Reading<'_, '_>, read: impl Fn(&Sentence<'_>) -> Option<Told>) -> Option<Statement> {
    let mut found: Option<Statement> = None;
    let mut taken = Vec::new();
    for sentence in reading.prose() {
        let Some((words, range)) = read(sentence) else { continue };
        match &mut found {
            Some(known) if known.words != words => return None,
            Some(known) => known.from.push(place(sentence)),
            None => found = Some(Statement::new(words).from(place(sentence))),
        }
        taken.push((sentence.at, sentence.placed(&range)));
    }
    reading.take_all(taken);
    found
}

/// What the agreement calls itself.
const ITSELF: [&str; 14] = [
    "this agreement",
    "the agreement",
    "this contract",
    "the contract",
    "these terms",
    "these service level terms",
    "this sla",
    "the sla",
    "this service level agreement",
    "the term",
    "initial term",
    "this order",
    "diese vereinbarung",
    "dieser vertrag",
];

/// Whether a sentence is about the agreement: `this Managed Services Agreement`.
pub(super) fn is_about_itself(lower: &str) -> bool {
    let longer = || {
        lower.match_indices("this ").any(|(at, _)| {
            let mut words = lower[at + "this ".len()..].split([' ', ',', '.']).take(5);
            words.any(|word| ["agreement", "contract", "addendum", "sla"].contains(&word))
        })
    };
    ITSELF.iter().any(|word| lower.contains(word)) || longer()
}

fn effective(sentence: &Sentence<'_>) -> Option<Told> {
    const BEGINS: [&str; 14] = [
        "begins on",
        "effective on",
        "effective as of",
        "effective from",
        "takes effect on",
        "take effect on",
        "comes into effect on",
        "comes into force on",
        "commences on",
        "commence on",
        "made as of",
        "entered into as of",
        "tritt am",
        "beginnt am",
    ];
    let lower = sentence.lower;
    if let Some(told) = labelled(sentence, &["effective date", "effective", "start date", "commencement date"]) {
        return Some((format!("effective {}", told.0), told.1));
    }
    if !is_about_itself(lower) && !lower.contains("effective date") {
        return None;
    }
    // A change, an amendment or a notice has an effective date of its own.
    if ["amend", "modif", "change", "notice", "renew", "price", "fee"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let signature = [
        "begins when the last party has signed",
        "effective on the date of last signature",
        "effective upon the last signature",
        "effective on signature",
        "effective upon signature",
    ];
    if let Some((at, words)) = signature.iter().find_map(|words| lower.find(words).map(|at| (at, words))) {
        return Some((
            "effective on signature".to_owned(),
            0..at + words.len() + " it".len().min(lower.len() - at - words.len()),
        ));
    }
    let (at, words) = BEGINS.iter().find_map(|words| lower.find(words).map(|at| (at, words)))?;
    // The day on which it was made is the first one only where the contract calls it so.
    if words.contains("as of") && !words.starts_with("effective") && !lower.contains("effective date") {
        return None;
    }
    let (date, said) = only_date(sentence.text)?;
    // Only what is nothing but a word may stand between: `on Monday,`.
    let between = lower.get(at + words.len()..date.start)?;
    (between.trim().len() <= 10).then(|| (format!("effective {said}"), own_clause(lower, at)..date.end))
}

/// The date behind a label near the top of the contract, and where both stand: `Effective Date: 1 May 2027`.
fn labelled(sentence: &Sentence<'_>, labels: &[&str]) -> Option<Told> {
    const FRONT: usize = 40;
    let lower = sentence.lower;
    if sentence.at >= FRONT {
        return None;
    }
    labels.iter().find_map(|label| {
        let at = lower.find(label)?;
        let end = at + label.len();
        // A label has a colon, or begins the sentence.
        let is_label = lower[end..].starts_with(':') || lower[..at].trim().is_empty();
        let whole_word = !lower[..at].ends_with(char::is_alphanumeric);
        let (date, said) = date_at(sentence.text, end).filter(|_| is_label && whole_word)?;
        Some((said, at..date.end))
    })
}

/// Where the clause of the sentence begins that a place is in.
fn own_clause(lower: &str, at: usize) -> usize {
    lower[..at].rfind(", and ").map_or(0, |comma| comma + 1)
}

fn lasts(sentence: &Sentence<'_>) -> Option<Told> {
    const LASTS: [&str; 15] = [
        "continue in full force and effect",
        "lasts",
        "shall last",
        "will last",
        "is for a term of",
        "for an initial term of",
        "initial term of",
        "for a term of",
        "runs for",
        "run for",
        "in effect for",
        "in force for",
        "initial term is",
        "has a term of",
        "hat eine laufzeit von",
    ];
    let lower = sentence.lower;
    if let Some((said, range)) = labelled(sentence, &["end date", "expiration date", "expiry date"]) {
        return Some((format!("lasts until {said}"), range));
    }
    if !is_about_itself(lower) {
        return None;
    }
    // What happens while it lasts, or if something lasts.
    if ["if ", "event", "confidential", "survive"].iter().any(|word| lower.contains(word)) {
        return None;
    }
    let for_ever = [
        "indefinite time period",
        "indefinite period",
        "indefinite term",
        "auf unbestimmte zeit",
        "until terminated by either party",
    ];
    if let Some((at, words)) = for_ever.iter().find_map(|words| lower.find(words).map(|at| (at, words))) {
        return Some(("lasts until terminated".to_owned(), 0..at + words.len()));
    }
    if let Some(told) = while_other(sentence) {
        return Some(told);
    }
    let (at, words) = LASTS.iter().find_map(|words| lower.find(words).map(|at| (at, words)))?;
    let from = at + words.len();
    let rest = &lower[from..];
    if rest.trim_start().starts_with("until a party ends it") || rest.trim_start().starts_with("until terminated") {
        let end = from + rest.find(['.', ',']).unwrap_or(rest.len());
        return Some(("lasts until terminated".to_owned(), 0..end));
    }
    if let Some(other) = rest.strip_prefix(" while ") {
        let end = other.find(" lasts").or_else(|| other.find('.'))?;
        let start = from + " while ".len();
        let document = &sentence.text[start..start + end];
        return Some((
            format!("lasts while {} lasts", string(document)),
            0..start + end + " lasts".len().min(other.len() - end),
        ));
    }
    if rest.trim_start().starts_with("until") {
        let (date, said) = only_date(sentence.text)?;
        let near = date.start >= from && date.start - from < 24;
        return near.then(|| (format!("lasts until {said}"), 0..date.end));
    }
    let (range, said) = time_after(sentence.text, from)?;
    let near = range.start - from <= 24 && !lower[from..range.start].contains(['.', ';']);
    // `12 months, until the end of 31 December 2027` says one thing twice.
    let tail = &lower[range.end..];
    let until =
        tail.strip_prefix(", until the end of ").and_then(|_| only_date(sentence.text)).map(|(date, _)| date.end);
    near.then(|| (format!("lasts {said}"), own_clause(lower, at)..until.unwrap_or(range.end)))
}

/// `This SLA remains in effect for the duration of the Order Form`.
fn while_other(sentence: &Sentence<'_>) -> Option<Told> {
    let lower = sentence.lower;
    let verbs = ["remain in effect for", "remains in effect for", "is in effect for", "remain in force for"];
    let from = verbs.iter().find_map(|verb| lower.find(verb).map(|at| at + verb.len()))?;
    let of = ["the duration of ", "the term of "].iter().find_map(|of| lower[from..].trim_start().strip_prefix(of))?;
    let start = lower.len() - of.len();
    let end = of.find([',', ';', '.', '(']).map_or(lower.len(), |end| start + end);
    let document = sentence.text[start..end].trim();
    let few = (1..=12).contains(&document.split(' ').count());
    few.then(|| (format!("lasts while {} lasts", string(document)), 0..end))
}

/// `Renews for 12 months unless either party gives 60 days' notice`, in one sentence or in two.
fn renewal(reading: &mut Reading<'_, '_>) -> Option<Statement> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let renewing: Vec<usize> = (0..sentences.len())
        .filter(|at| {
            let lower = sentences[*at].lower;
            (lower.contains("renews for")
                || lower.contains("renew for")
                || lower.contains("renews automatically for")
                || lower.contains("automatically renew")
                || lower.contains("renewed for"))
                && !lower.contains("fee")
        })
        .collect();
    let [at] = renewing.as_slice() else { return None };
    let sentence = sentences[*at];
    let verb = sentence.lower.find("renew")?;
    let (range, length) = time_after(sentence.text, verb)?;
    let all = times(sentence.text);
    let mut statement = Statement::new(String::new()).from(place(&sentence));
    let mut words = format!("renews for {length}");
    let next = sentences
        .get(at + 1)
        .filter(|next| next.at == sentence.at && next.lower.contains("notice") && next.lower.contains("not renew"));
    let notice = |text: &Sentence<'_>, from: usize| {
        let (range, said) = time_after(text.text, from)?;
        let lower = text.lower;
        let party = ["either party", "a party", "any party"].iter().any(|who| lower.contains(who));
        let near = lower.contains("notice") || lower.contains("notif");
        (party && near).then_some((range, said))
    };
    let mut taken = vec![(
        sentence.at,
        sentence.placed(&(verb.min(sentence.lower.find("at the end of").unwrap_or(verb))..range.end)),
    )];
    if let Some(next) = next {
        let (_, said) = notice(next, 0).filter(|_| times(next.text).len() == 1)?;
        let _ = write!(words, " unless either party gives {said} notice");
        taken.push((next.at, next.whole()));
        statement = statement.from(place(next));
    } else if sentence.lower.contains("unless") || sentence.lower.contains("notice") {
        let (found, said) = notice(&sentence, range.end).filter(|_| all.len() == 2)?;
        let _ = write!(words, " unless either party gives {said} notice");
        taken.push((sentence.at, sentence.placed(&(range.end..found.end))));
        let prior = ["prior to", "before"].iter().find_map(|word| sentence.lower[found.end..].find(word));
        if prior.is_some_and(|at| at < 40) {
            taken.push((sentence.at, sentence.placed(&(found.end..sentence.text.len()))));
        }
    } else if all.len() != 1 {
        return None;
    }
    statement.words = words;
    reading.take_all(taken);
    Some(statement)
}
