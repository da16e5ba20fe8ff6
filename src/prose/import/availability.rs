//! Availability targets, with the window in which each is judged and what does not count.

use std::fmt::Write as _;
use std::ops::Range;

use super::figures::cycle;
use super::hours::Calendars;
use super::maintenance::Maintenance;
use super::parties::Parties;
use super::reading::{MOST, Reading, place};
use super::services::Services;
use super::statement::Statement;
use super::words::{clean, name, string};
use crate::prose::document::BlockKind;
use crate::prose::structure::contract::Sentence;
use crate::prose::structure::quantity::{Share, ratio, shares};

/// An availability level of the draft.
#[derive(Debug)]
pub(super) struct Level {
    pub(super) name: String,
    pub(super) statement: Statement,
}

/// What a sentence promises.
struct Target<'d> {
    sentence: Sentence<'d>,
    share: Share,
    service: Option<String>,
    cycle: Option<&'static str>,
    during: Option<String>,
    efforts: bool,
}

const SPEAKS_OF: [&str; 6] = ["uptime", "up-time", "available", "availability", "verfügbar", "up time"];
const PROMISES: [&str; 12] = [
    "at least",
    "minimum of",
    "no less than",
    "not less than",
    "guarantee",
    "shall be",
    "will be",
    "or better",
    "or higher",
    "mindestens",
    "garantiert",
    "commits to",
];
/// What makes a promise less than one, or is about a miss, an example or another figure.
const DOUBTS: [&str; 31] = [
    "credit",
    "below",
    "less than 9",
    "falls",
    "refund",
    "fails",
    "drops",
    "for example",
    "corresponds",
    " aim",
    "goal",
    "target is",
    "objective",
    "endeavo",
    "strive",
    "expected",
    "best effort",
    "reasonable effort",
    "bemüh",
    "average of",
    "historic",
    " not guarantee",
    "does not",
    "outage of",
    "exceed",
    "if ",
    "unless",
    "between",
    "any two",
    "whether",
    "should the",
];

pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    parties: &Parties,
    calendars: &Calendars,
    services: &mut Services,
    maintenance: &[Maintenance],
) -> Vec<Level> {
    let mut targets: Vec<Target<'_>> =
        reading.prose().filter_map(|sentence| target(reading, sentence, parties, calendars, services)).collect();
    targets.truncate(if targets.len() > MOST { 0 } else { MOST });
    keep_certain(&mut targets);
    let mut groups: Vec<Vec<Target<'_>>> = Vec::new();
    for target in targets {
        match groups.iter_mut().find(|group| same(&group[0], &target)) {
            Some(group) => group.push(target),
            None => groups.push(vec![target]),
        }
    }
    let one = groups.len() == 1;
    groups.into_iter().map(|group| level(reading, &group, services, maintenance, one)).collect()
}

fn same(one: &Target<'_>, other: &Target<'_>) -> bool {
    one.share.value == other.share.value && one.service == other.service && one.cycle == other.cycle
}

/// Two targets for one service in one cycle have two readings, and so has each whose service nobody can tell.
fn keep_certain(targets: &mut Vec<Target<'_>>) {
    let wrong: Vec<bool> = targets
        .iter()
        .map(|one| {
            targets.iter().any(|other| {
                let apart = one.service.is_some() && other.service.is_some() && one.service != other.service;
                let windows = one.service.is_some()
                    && one.service == other.service
                    && one.cycle.is_some()
                    && other.cycle.is_some()
                    && one.cycle != other.cycle;
                one.share.value != other.share.value && !apart && !windows
            })
        })
        .collect();
    let mut wrong = wrong.into_iter();
    targets.retain(|_| !wrong.next().unwrap_or(false));
}

fn target<'d>(
    reading: &Reading<'_, 'd>,
    sentence: &Sentence<'d>,
    parties: &Parties,
    calendars: &Calendars,
    services: &Services,
) -> Option<Target<'d>> {
    let lower = sentence.lower.replace("commercially reasonable efforts", "");
    let efforts = lower.len() < sentence.lower.len();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if !lower.contains('%') && !lower.contains("percent") || !has(&SPEAKS_OF) || !has(&PROMISES) || has(&DOUBTS) {
        return None;
    }
    let all = shares(sentence.text);
    let [share] = all.as_slice() else { return None };
    let value = ratio(share.value);
    let possible = value >= num_rational::Ratio::from_integer(80) && value <= num_rational::Ratio::from_integer(100);
    if !possible {
        return None;
    }
    // Hours that limit the promise must be hours that are known.
    let during = match lower.find(" during ").map(|at| &lower[at + " during ".len()..]) {
        Some(rest) if ["each ", "any ", "a ", "every ", "the term"].iter().any(|word| rest.starts_with(word)) => None,
        Some(rest) => {
            let hours = calendars.names.iter().find(|name| rest.starts_with(&name.to_lowercase()));
            Some(hours?.clone())
        }
        None => match counted_during(reading, sentence) {
            Some(counted) => Some(
                calendars.names.iter().find(|name| counted.contains(&format!("during which {name} are open")))?.clone(),
            ),
            None => None,
        },
    };
    let service = service(sentence, share, parties, services)?;
    Some(Target { sentence: *sentence, share: share.clone(), service, cycle: cycle(&lower), during, efforts })
}

/// The clause beside the target that counts some hours only: `the minutes of the month during which Office Hours are
/// open`.
fn counted_during<'d>(reading: &Reading<'_, 'd>, target: &Sentence<'_>) -> Option<&'d str> {
    let section = reading.heading(target.at);
    let says = |sentence: &&Sentence<'_>| {
        reading.heading(sentence.at) == section && sentence.lower.contains("counted minutes are the minutes of")
    };
    reading.prose().find(says).map(|sentence| sentence.text)
}

/// The service that a sentence promises, in the words of the contract: `keep the API available`; `Some(None)` where it
/// names none, `None` where it names several that are not each promised.
fn service(sentence: &Sentence<'_>, share: &Share, parties: &Parties, services: &Services) -> Option<Option<String>> {
    let before = &sentence.text[..share.range.start];
    let known: Vec<String> =
        services.names().into_iter().filter(|name| contains_word(before, name)).map(str::to_owned).collect();
    match known.as_slice() {
        [] => {}
        [one] => return Some(Some(one.clone())),
        // One level over several services; `each of` judges every one by itself.
        several => {
            let from = before.find("each of ")? + "each of ".len();
            let list = before[from..].split(" available").next()?.split(" Available").next()?;
            let named: Vec<&str> = list
                .split(", ")
                .flat_map(|part| part.split(" and "))
                .map(|part| part.trim().trim_start_matches("the "))
                .collect();
            let all =
                named.len() == several.len() && named.iter().all(|name| several.iter().any(|known| known == name));
            return all.then(|| Some(format!("each of {}", named.join(", "))));
        }
    }
    let lower = before.to_ascii_lowercase();
    // `keep the Hosted Service available`, `the availability of the Platform`.
    let candidate = [" available", " will be available", " shall be available", " is available"]
        .iter()
        .find_map(|word| {
            let end = lower.find(word)?;
            let start = ["keep ", "make ", "that ", "maintain ", "ensure "]
                .iter()
                .filter_map(|verb| lower[..end].rfind(verb).map(|at| at + verb.len()))
                .max()
                .unwrap_or(0);
            Some(before[start..end].trim())
        })
        .or_else(|| {
            let start = lower.find("availability of ")? + "availability of ".len();
            let end = [" of ", " will ", " shall ", " is ", " at ", ","]
                .iter()
                .filter_map(|word| lower[start..].find(word).map(|at| start + at))
                .min()?;
            Some(before[start..end].trim())
        });
    let Some(candidate) = candidate else { return Some(None) };
    let candidate = super::reading::without_number(candidate);
    let words = candidate.strip_prefix("the ").or_else(|| candidate.strip_prefix("The ")).unwrap_or(candidate);
    let large = words.split(' ').count() <= 4 && words.split(' ').all(|word| word.starts_with(char::is_uppercase));
    let party = [&parties.provider, &parties.customer].into_iter().flatten().any(|party| party == words);
    Some((large && !party && name(words).is_some()).then(|| words.to_owned()))
}

/// Whether a name stands in a text as a word of its own.
pub(super) fn contains_word(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        !text[..at].ends_with(|before: char| before.is_alphanumeric() || before == '-')
            && !text[at + name.len()..].starts_with(|after: char| after.is_alphanumeric() || after == '-')
    })
}

fn level(
    reading: &mut Reading<'_, '_>,
    group: &[Target<'_>],
    services: &mut Services,
    maintenance: &[Maintenance],
    one: bool,
) -> Level {
    let target = &group[0];
    let sentence = &target.sentence;
    let section = reading.section(sentence.at);
    let words = name(section).filter(|name| name.split(' ').count() <= 3).unwrap_or_else(|| "Uptime".to_owned());
    let level = reading.declare_or(&words, "Uptime");
    let several = target.service.clone().filter(|words| words.starts_with("each of "));
    let stated = target.service.as_ref().and_then(|words| services.of(reading, words, place(sentence)));
    let service = several.or(stated).unwrap_or_else(|| services.unnamed(reading, "Service"));
    let mut statement = Statement::new(format!("uptime of {service} as {level}"));
    statement.from = group.iter().map(|target| place(&target.sentence)).collect();
    let mut words = format!("at least {}%", target.share.value);
    if let Some(cycle) = target.cycle {
        let _ = write!(words, " {cycle}");
    }
    if let Some(hours) = &target.during {
        let _ = write!(words, " during {hours}");
    }
    let mut at_least = Statement::new(words);
    if target.cycle.is_none() {
        at_least.open.push("the window in which the figure is judged, such as `each month`".to_owned());
    }
    statement.below.push(at_least);
    if target.efforts {
        statement.below.push(Statement::new("promised as commercially reasonable efforts"));
    }
    statement
        .below
        .push(Statement::default().open("when the service is down, such as `down when \"it answers no request\"`"));
    for target in group {
        reading.take((target.sentence.at, promise(&target.sentence, &target.share)));
    }
    if one {
        statement.below.extend(exclusions(reading, sentence.at, maintenance));
    }
    Level { name: level, statement }
}

/// The part of a sentence that promises: up to where a further clause begins after the figure and its window.
fn promise(sentence: &Sentence<'_>, share: &Share) -> Range<usize> {
    let tail = &sentence.lower[share.range.end..];
    let end = [", which", ", excluding", ", except", ", other than", ", as ", ", and", ";", " ("]
        .iter()
        .filter_map(|word| tail.find(word))
        .min();
    let end = end.map_or(sentence.text.len(), |end| share.range.end + end);
    sentence.placed(&(0..end))
}

/// What does not count: the points of a list that says so.
fn exclusions(reading: &mut Reading<'_, '_>, target: usize, maintenance: &[Maintenance]) -> Option<Statement> {
    let sentences: Vec<Sentence<'_>> = reading.prose().copied().collect();
    let leads: Vec<usize> = (0..sentences.len()).filter(|at| is_lead(&sentences, *at)).collect();
    let [lead] = leads.as_slice() else { return None };
    let lead_sentence = &sentences[*lead];
    // The list of another level's section is about that level.
    let own = reading.heading(lead_sentence.at) == reading.heading(target);
    if !own && !reading.section(lead_sentence.at).to_lowercase().contains("exclu") {
        return None;
    }
    let mut parts = Vec::new();
    let mut statement = Statement::default().from(place(lead_sentence));
    let mut taken = vec![(lead_sentence.at, lead_sentence.whole())];
    for item in sentences[lead + 1..].iter().take_while(|item| item.block.kind == BlockKind::Item) {
        let whole = item.whole();
        // A point of several sentences says more than one thing.
        if item.block.text.trim().len() > whole.len() + 8 {
            return None;
        }
        let number = crate::prose::structure::outline::label(item.block).map_or(0, |label| label.range.end);
        let words = item.block.text[number.max(whole.start)..whole.end].trim_start_matches([')', '.', ' ', '-', '*']);
        let words = words.trim_end_matches(['.', ';', ',', ' ']);
        let words = ["; or", "; and", " or", " and", ";", ","]
            .iter()
            .fold(words, |words, end| words.strip_suffix(end).unwrap_or(words));
        let words = clean(words);
        if words.is_empty() {
            continue;
        }
        let planned = maintenance
            .iter()
            .find(|planned| words == planned.name || words == format!("{} takes place", planned.name));
        parts.push(planned.map_or_else(|| string(&words), |planned| planned.name.clone()));
        statement.from.push(place(item));
        taken.push((item.at, whole));
    }
    if parts.is_empty() {
        return None;
    }
    statement.words = format!("excluding {}", parts.join(", "));
    // One line of a spec is not that long.
    if statement.words.len() > 8000 {
        return None;
    }
    reading.take_all(taken);
    Some(statement)
}

/// Whether a sentence leads to a list of what does not count against availability.
fn is_lead(sentences: &[Sentence<'_>], at: usize) -> bool {
    let sentence = &sentences[at];
    let lower = sentence.lower;
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    let listed = sentences.get(at + 1).is_some_and(|next| next.block.kind == BlockKind::Item && next.at != sentence.at);
    listed
        && lower.trim_end().ends_with(':')
        && has(&["exclud", "does not include", "do not include", "not count", "exclusion"])
        && has(&["downtime", "unavailab", "availab", "uptime", "minutes", "outage"])
        && !has(&["credit", "liabil", "warrant", "only if", "unless"])
}
