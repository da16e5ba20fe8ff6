//! Availability targets, with the window in which each is judged and what does not count.

use std::fmt::Write as _;
use std::ops::Range;

use super::downtime::Downtime;
use super::exclusions::exclusions;
use super::hours::Calendars;
use super::maintenance::Maintenance;
use super::parties::Parties;
use super::reading::{MOST, Place, Reading, place};
use super::services::Services;
use super::statement::Statement;
use super::times::promised;
use super::words::name;
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
    /// The cell beside the figure that names it, where a table has both.
    beside: Option<Place>,
    share: Share,
    service: Option<String>,
    cycle: Option<&'static str>,
    during: Option<String>,
    efforts: bool,
}

const SPEAKS_OF: [&str; 6] = ["uptime", "up-time", "available", "availability", "verfügbar", "up time"];
/// Words before a figure that promise it.
const PROMISES: [&str; 16] = [
    "at least",
    "minimum of",
    "minimum monthly",
    "no less than",
    "not less than",
    "guarantee",
    "shall be",
    "will be",
    "mindestens",
    "garantiert",
    "commits to",
    "commit to",
    "promise",
    "we offer",
    "will maintain",
    "shall maintain",
];
/// Words behind a figure that promise it.
const PROMISES_BEHIND: [&str; 4] = ["or better", "or higher", "or greater", "or more"];
/// What makes a promise less than one, or is about a miss, an example or another figure.
const DOUBTS: [&str; 31] = [
    "credit",
    "refund",
    "fails",
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
    "prorated",
    "entitled",
    "designed to",
    "a target ",
];
/// Right before a figure, these speak of a miss.
const MISSES: [&str; 9] =
    ["below", "less than", "under", "falls to", "drops to", "beyond the", "beyond", "lower than", "unter"];

pub(super) fn read(
    reading: &mut Reading<'_, '_>,
    parties: &Parties,
    calendars: &Calendars,
    services: &mut Services,
    maintenance: &[Maintenance],
) -> Vec<Level> {
    let mut targets: Vec<Target<'_>> =
        reading.prose().filter_map(|sentence| target(reading, sentence, parties, calendars, services)).collect();
    targets.extend(of_tables(reading));
    // `Monthly` is the billing month where the contract counts uptime by it.
    for target in &mut targets {
        if target.cycle == Some("each month") && !names_month(target.sentence.lower) {
            target.cycle = counted_by(reading).unwrap_or(target.cycle);
        }
    }
    targets.truncate(if targets.len() > MOST { 0 } else { MOST });
    keep_certain(&mut targets);
    let mut groups: Vec<Vec<Target<'_>>> = Vec::new();
    for target in targets {
        match groups.iter_mut().find(|group| same(&group[0], &target)) {
            Some(group) => group.push(target),
            None => groups.push(vec![target]),
        }
    }
    let mut only = (groups.len() == 1).then(|| Downtime::read(reading));
    groups.into_iter().map(|group| level(reading, &group, services, maintenance, only.as_mut())).collect()
}

/// Whether words in small letters name the month itself, and not only by `monthly`.
fn names_month(lower: &str) -> bool {
    lower.replace("monthly", "").contains("month")
}

/// The cycle that the contract counts uptime by, where it says so of the billing month or of a cycle without a length.
fn counted_by(reading: &Reading<'_, '_>) -> Option<Option<&'static str>> {
    let mut found = None;
    for sentence in reading.told() {
        let lower = sentence.lower;
        let counts = ["uptime", "availability"].iter().any(|word| lower.contains(word))
            && ["means", "calculated", "divided", "percentage", "during each", "during any"]
                .iter()
                .any(|word| lower.contains(word));
        if counts && lower.contains("calendar month") {
            return None;
        }
        if counts && lower.contains("billing month") {
            found = Some(Some("each billing month"));
        } else if counts && ["billing cycle", "billing period"].iter().any(|word| lower.contains(word)) {
            found = found.or(Some(None));
        }
    }
    found
}

/// The targets of tables with a measure and a figure in each row: `Monthly uptime | 99.9%`.
fn of_tables<'d>(reading: &Reading<'_, 'd>) -> Vec<Target<'d>> {
    let contract = reading.contract;
    let mut found = Vec::new();
    for table in contract.tables.iter().filter(|table| (2..=3).contains(&table.width())) {
        let head = table.over(contract.document, 1);
        let binds = ["target", "commitment", "guarantee", "service level", "sla", "minimum"];
        let Some(first) = table.body().next().and_then(|row| table.rows[row][0].first().copied()) else { continue };
        let lead = reading.prose().filter(|sentence| sentence.at < first).last();
        let led = lead.is_some_and(|lead| {
            reading.heading(lead.at) == reading.heading(first)
                && ["will", "shall", "commit", "guarantee", "agree", "promise"]
                    .iter()
                    .any(|word| lead.lower.contains(word))
        });
        let Some(efforts) = promised(reading, first).filter(|_| led && binds.iter().any(|word| head.contains(word)))
        else {
            continue;
        };
        for row in table.body() {
            let ([name], [figure]) = (table.rows[row][0].as_slice(), table.rows[row][1].as_slice()) else { continue };
            let says = contract.lower(*name);
            let Some(sentence) = contract.sentences.iter().find(|sentence| sentence.at == *figure) else { continue };
            let all = shares(sentence.text);
            let ([share], true) = (all.as_slice(), SPEAKS_OF.iter().any(|word| says.contains(word))) else { continue };
            // Only a sign may stand before the figure, and behind it what it comes to in brackets.
            let before = sentence.text[..share.range.start].trim();
            let behind = sentence.text[share.range.end..].trim();
            let plain = ["", "\u{2265}", ">=", "at least"].contains(&before.to_lowercase().as_str())
                && (behind.is_empty()
                    || behind.starts_with('(')
                    || ["monthly", "per month", "each month", "or higher"].contains(&behind));
            if !plain || !is_possible(share) {
                continue;
            }
            let cycle = reading.cycle(says).or_else(|| reading.cycle(&sentence.lower[share.range.end..]));
            found.push(Target {
                sentence: *sentence,
                beside: Some((*name, 0..contract.block(*name).text.len())),
                share: share.clone(),
                service: None,
                cycle,
                during: None,
                efforts,
            });
        }
    }
    found
}

/// Whether words after `during`, in small letters, are a stretch of time and no hours of a day.
fn is_stretch(rest: &str) -> bool {
    let mut words = rest.split([' ', ',', '.', '(']).filter(|word| !word.is_empty()).take(4);
    ["each ", "any ", "a ", "every ", "which "].iter().any(|word| rest.starts_with(word))
        || rest.starts_with("the ") && words.any(|word| ["term", "month", "period", "year", "quarter"].contains(&word))
}

/// Whether a share can be a target of availability.
fn is_possible(share: &Share) -> bool {
    let value = ratio(share.value);
    value >= num_rational::Ratio::from_integer(80) && value <= num_rational::Ratio::from_integer(100)
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
    if !lower.contains('%') && !lower.contains("percent") || !has(&SPEAKS_OF) || has(&DOUBTS) {
        return None;
    }
    let all = shares(sentence.text);
    let [share] = all.as_slice() else { return None };
    let (before, behind) = (sentence.lower[..share.range.start].trim_end(), &sentence.lower[share.range.end..]);
    let promises = PROMISES.iter().any(|word| before.contains(word))
        || PROMISES_BEHIND.iter().any(|word| behind.contains(word))
        || before.ends_with('\u{2265}');
    if !promises || MISSES.iter().any(|word| before.ends_with(word)) || !is_possible(share) {
        return None;
    }
    // Hours that limit the promise must be hours that are known.
    let during = match lower.find(" during ").map(|at| &lower[at + " during ".len()..]) {
        // `During the Subscription Term` is no hours of a day.
        Some(rest) if is_stretch(rest) => None,
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
    let cycle = reading.cycle(&lower);
    Some(Target { sentence: *sentence, beside: None, share: share.clone(), service, cycle, during, efforts })
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
    Some((large && !parties.is_one(words) && name(words).is_some()).then(|| words.to_owned()))
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
    only: Option<&mut Downtime>,
) -> Level {
    let target = &group[0];
    let sentence = &target.sentence;
    let section = reading.section(sentence.at);
    // A heading such as `Service Level Agreement` names no level.
    let whole = [
        "agreement",
        "sla",
        "credit",
        "terms",
        "services",
        "levels",
        "commitment",
        "commitments",
        "guarantee",
        "definitions",
    ];
    let names = |name: &String| {
        name.split(' ').count() <= 3
            && !whole.iter().any(|word| name.to_lowercase().split(' ').any(|part| part == *word))
    };
    let words = name(section).filter(names).unwrap_or_else(|| "Uptime".to_owned());
    let level = reading.declare_or(&words, "Uptime");
    let several = target.service.clone().filter(|words| words.starts_with("each of "));
    let stated = target.service.as_ref().and_then(|words| services.of(reading, words, place(sentence)));
    let service = several.or(stated).unwrap_or_else(|| services.unnamed(reading, "Service"));
    let mut statement = Statement::new(format!("uptime of {service} as {level}"));
    statement.from =
        group.iter().flat_map(|target| target.beside.clone().into_iter().chain([place(&target.sentence)])).collect();
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
    // One sentence that promises efforts only makes the others no stronger.
    if group.iter().any(|target| target.efforts) {
        statement.below.push(Statement::new("promised as commercially reasonable efforts"));
    }
    for target in group {
        reading.take((target.sentence.at, promise(&target.sentence, &target.share)));
        reading.take_all(target.beside.clone());
    }
    let (lines, excluded) = match only {
        Some(downtime) => (downtime.take(reading), exclusions(reading, sentence, maintenance)),
        None => (Vec::new(), None),
    };
    if !lines.iter().any(|line| line.words.starts_with("down when")) {
        let open = Statement::default().open("when the service is down, such as `down when \"it answers no request\"`");
        statement.below.push(open);
    }
    statement.below.extend(lines);
    statement.below.extend(excluded);
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
