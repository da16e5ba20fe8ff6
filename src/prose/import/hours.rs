//! Opening hours that the contract names: its calendars.

use std::ops::Range;

use super::reading::{MOST, Place, Reading, place};
use super::statement::Statement;
use super::zones::{holidays, zone};
use crate::prose::document::BlockKind;
use crate::prose::sentence::words;
use crate::prose::structure::clock::{hours, open};
use crate::prose::structure::contract::Sentence;

/// The calendars of the draft.
#[derive(Debug, Default)]
pub(super) struct Calendars {
    pub(super) names: Vec<String>,
    /// The one by which business time counts.
    pub(super) business: Option<(String, Statement)>,
}

impl Calendars {
    /// How a spec names hours that a text names; none where it names none that are known.
    pub(super) fn of(&self, text: &str) -> Option<String> {
        let lower = text.trim().to_lowercase();
        if ["all hours", "24x7", "24/7", "24x7x365", "24/7/365", "24 x 7", "always"].contains(&lower.as_str()) {
            return Some("24x7".to_owned());
        }
        self.names.iter().find(|name| name.to_lowercase() == lower).cloned()
    }
}

pub(super) fn read(reading: &mut Reading<'_, '_>) -> (Option<Statement>, Calendars) {
    let mut calendars = Calendars::default();
    let mut below: Vec<Statement> = Vec::new();
    let sentences: Vec<Sentence<'_>> = reading.told().copied().collect();
    let named: Vec<(usize, String, Range<usize>)> = sentences
        .iter()
        .enumerate()
        .filter_map(|(at, sentence)| {
            let own = subject(sentence).map(|(name, end)| (at, name.to_owned(), end));
            own.or_else(|| beside(reading, &sentences, at).map(|name| (at, name, 0..0)))
        })
        .collect();
    let named = if named.len() > MOST { Vec::new() } else { named };
    for (at, words, subject) in &named {
        let sentence = &sentences[*at];
        let (lines, places) = lines(&sentences, *at);
        // `Upgrades are installed on Sundays` names no hours: they stand right behind the verb.
        let behind = places.first().is_some_and(|(_, range)| range.start <= sentence.start + subject.end + 2);
        let named_hours = is_hours(words)
            || behind
            || ["are these hours", "means these hours"].iter().any(|says| sentence.lower.contains(says));
        // Two sentences with hours of one name have two readings.
        let twice = named
            .iter()
            .filter(|(_, other, _)| other.eq_ignore_ascii_case(words))
            .any(|(other, ..)| other != at && !self::lines(&sentences, *other).0.is_empty());
        if lines.is_empty() || twice || !named_hours {
            continue;
        }
        let Some(name) = reading.declare(words) else { continue };
        reading.take((sentence.at, sentence.placed(subject)));
        reading.take_all(places);
        reading.take_all(reading.term_beside(sentence.at));
        let mut calendar = Statement::new(&name).from(place(sentence));
        calendar.from.splice(0..0, reading.term_beside(sentence.at));
        calendar.below.extend(zone(reading, sentence));
        calendar.below.extend(lines);
        let mut closed = closings(reading, &sentences, &name);
        if closed.is_empty() {
            closed = holidays(reading, sentence);
        }
        if closed.is_empty() {
            let holidays = sentence.lower.contains("holiday");
            let says = if holidays { "the source leaves out holidays: of which region" } else { "when it is closed" };
            calendar
                .below
                .push(Statement::default().open(format!("{says}, such as `closed on public holidays of GB`")));
        }
        calendar.below.extend(closed);
        below.push(calendar);
        calendars.names.push(name);
    }
    for name in &calendars.names {
        let says =
            ["are", "is"].map(|verb| format!("business time counts only while {} {verb} open", name.to_lowercase()));
        let says_so = |sentence: &&Sentence<'_>| says.iter().any(|says| sentence.lower.contains(says));
        if let Some(sentence) = sentences.iter().find(says_so) {
            let statement = Statement::new(format!("business days by {name}")).from(place(sentence));
            calendars.business = Some((name.clone(), statement));
        }
    }
    ((!below.is_empty()).then(|| Statement::new("calendars").below(below)), calendars)
}

/// What hours are called that a sentence gives without a name before them: by the words in quotation marks, by the
/// section or the cell beside them, or by the sentence before.
fn beside(reading: &Reading<'_, '_>, sentences: &[Sentence<'_>], at: usize) -> Option<String> {
    // What is longer says more than hours.
    const LONGEST: usize = 24;
    let sentence = &sentences[at];
    opening(sentence)?;
    if ["maintenance", "backup", "peak"].iter().any(|word| sentence.lower.contains(word)) {
        return None;
    }
    let quoted = sentence.text.split('"').skip(1).step_by(2).find(|words| is_hours(words));
    let short = sentence.text.trim().split(' ').count() <= LONGEST;
    let title = super::reading::without_number(reading.section(sentence.at));
    let title = Some(title).filter(|title| is_hours(title) && title.split(' ').count() <= 4 && short);
    let before = sentences.get(at.wrapping_sub(1)).filter(|before| before.at == sentence.at).and_then(|before| {
        ["office hours", "business hours", "support hours", "service hours", "working hours"]
            .into_iter()
            .find(|words| before.lower.contains(words))
    });
    quoted.or(title).or(before).map(str::to_owned)
}

/// The opening hours of a sentence, or of the points of the list that it leads to, with their places.
fn lines(sentences: &[Sentence<'_>], at: usize) -> (Vec<Statement>, Vec<Place>) {
    let sentence = &sentences[at];
    if let Some((said, range)) = opening(sentence) {
        return (vec![Statement::new(said)], vec![(sentence.at, sentence.placed(&range))]);
    }
    let (mut lines, mut places) = (Vec::new(), Vec::new());
    if sentence.lower.trim_end().ends_with(':') {
        for point in sentences[at + 1..].iter().take_while(|next| next.block.kind == BlockKind::Item) {
            let Some((said, range)) = opening(point) else { return (Vec::new(), Vec::new()) };
            places.push((point.at, point.placed(&range)));
            lines.push(Statement::new(said).from(place(point)));
        }
    }
    (lines, places)
}

/// What hours are called, and where the words that say so end: `Business Hours means`, `Our support hours are`.
fn subject<'d>(sentence: &Sentence<'d>) -> Option<(&'d str, Range<usize>)> {
    let verb =
        [" are ", " means ", " mean ", " is ", ": ", " shall be ", " shall mean ", " sind ", "\" are ", "\" means "]
            .iter()
            .filter_map(|verb| sentence.lower.find(verb).map(|at| (at, at + verb.len())))
            .min()?;
    let written = sentence.text[..verb.0].trim();
    let words = super::reading::without_number(written).trim_matches(['"', '\'', ' ', '*']);
    let words =
        ["Our ", "The ", "our ", "the "].iter().fold(words, |words, lead| words.strip_prefix(lead).unwrap_or(words));
    // A name of its own, such as `Night Shift means`, is written large in each of its words.
    let of_name = matches!(sentence.lower[verb.0..verb.1].trim_matches(['"', ' ']), "are" | "means");
    let large =
        of_name && words.split(' ').all(|word| word.starts_with(char::is_uppercase)) && words.split(' ').count() <= 3;
    let known = (is_hours(words) || large) && words.split(' ').count() <= 4;
    known.then_some((words, 0..verb.1))
}

/// Whether words name hours: `Business Hours`.
fn is_hours(words: &str) -> bool {
    let lower = words.to_lowercase();
    ["hours", "business hour", "working hour", "servicezeit", "servicezeiten", "geschäftszeiten"]
        .iter()
        .any(|word| lower.ends_with(word))
}

/// The days and hours of a text, as a spec says them, and where they stand: `Monday to Friday, 09:00 to 17:00`.
pub(super) fn opening(sentence: &Sentence<'_>) -> Option<(String, Range<usize>)> {
    let coverage = hours(sentence);
    let local = |range: &Range<usize>| range.start - sentence.start..range.end - sentence.start;
    if let [all] = coverage.as_slice()
        && (all.hours, all.days) == (24, 7)
        && open(sentence).is_empty()
    {
        return Some(("open 24x7".to_owned(), local(&all.range)));
    }
    let all_day = [
        "all hours of all days",
        "24 hours a day, 7 days a week",
        "24 hours a day, seven days a week",
        "24 hours per day, 7 days per week",
    ];
    if let Some((at, words)) = all_day.iter().find_map(|words| sentence.lower.find(words).map(|at| (at, words))) {
        return Some(("open 24x7".to_owned(), at..at + words.len()));
    }
    let (days, days_range) = days(sentence.text)?;
    let times = open(sentence);
    if times.is_empty() || !coverage.is_empty() {
        return None;
    }
    let clock = |minutes: u32| format!("{:02}:{:02}", minutes / 60, minutes % 60);
    let mut spans = Vec::new();
    for time in &times {
        let end = time.start + time.minutes;
        let end = if end > 1440 { end - 1440 } else { end };
        if time.start >= 1440 {
            return None;
        }
        spans.push(format!("{}-{}", clock(time.start), clock(end)));
    }
    let first = local(&times[0].range).start.min(days_range.start);
    let last = local(&times[times.len() - 1].range).end.max(days_range.end);
    Some((format!("open {days} {}", spans.join(", ")), first..last))
}

/// The days of the week of a text, as a spec says them; none where it names none, or excepts one.
pub(super) fn days(text: &str) -> Option<(String, Range<usize>)> {
    let found: Vec<(&'static str, usize, usize)> = words(text, &(0..text.len()))
        .iter()
        .filter_map(|word| {
            // `Monday-Friday` is one word.
            let (first, rest) = word.text.split_once('-').unwrap_or((word.text, ""));
            let day = weekday(first)?;
            Some((day, word.start, word.start + first.len())).filter(|_| rest.is_empty() || weekday(rest).is_some())
        })
        .collect();
    let joined: Vec<(&'static str, usize, usize)> = words(text, &(0..text.len()))
        .iter()
        .filter_map(|word| {
            let (first, rest) = word.text.split_once('-')?;
            weekday(first)?;
            weekday(rest).map(|day| (day, word.start + first.len() + 1, word.end()))
        })
        .collect();
    let mut all = found;
    all.extend(joined);
    all.sort_by_key(|(_, start, _)| *start);
    let lower = text.to_lowercase();
    if lower.contains("except") && lower.find("except").is_some_and(|at| all.iter().any(|(_, start, _)| *start > at)) {
        return None;
    }
    match all.as_slice() {
        [] => {
            let at = ["every day", "daily", "each day"]
                .iter()
                .find_map(|word| lower.find(word).map(|at| at..at + word.len()))?;
            Some(("daily".to_owned(), at))
        }
        [(day, start, end)] => Some(((*day).to_owned(), *start..*end)),
        [(first, start, from), (last, to, end)] => {
            let between = text[*from..*to].trim().to_lowercase();
            let range = ["to", "-", "\u{2013}", "\u{2014}", "through", "until", "bis"].contains(&between.as_str());
            let list = ["and", "&", ",", "und"].contains(&between.as_str());
            let sign = if range { "-" } else { ", " };
            (range || list).then(|| (format!("{first}{sign}{last}"), *start..*end))
        }
        many => {
            // A list: `Monday, Tuesday and Friday`.
            let gaps = many.windows(2).map(|pair| text[pair[0].2..pair[1].1].trim().to_lowercase());
            let list = gaps.clone().all(|gap| [",", "and", ", and", "&"].contains(&gap.as_str()));
            list.then(|| {
                let names: Vec<&str> = many.iter().map(|(day, ..)| *day).collect();
                (names.join(", "), many[0].1..many[many.len() - 1].2)
            })
        }
    }
}

fn weekday(word: &str) -> Option<&'static str> {
    const DAYS: [(&str, &str); 21] = [
        ("monday", "Mon"),
        ("tuesday", "Tue"),
        ("wednesday", "Wed"),
        ("thursday", "Thu"),
        ("friday", "Fri"),
        ("saturday", "Sat"),
        ("sunday", "Sun"),
        ("mon", "Mon"),
        ("tue", "Tue"),
        ("wed", "Wed"),
        ("thu", "Thu"),
        ("fri", "Fri"),
        ("sat", "Sat"),
        ("sun", "Sun"),
        ("montag", "Mon"),
        ("dienstag", "Tue"),
        ("mittwoch", "Wed"),
        ("donnerstag", "Thu"),
        ("freitag", "Fri"),
        ("samstag", "Sat"),
        ("sonntag", "Sun"),
    ];
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix('s').filter(|word| word.ends_with("day")).unwrap_or(&lower);
    let large = word.starts_with(char::is_uppercase);
    DAYS.iter().find(|(name, _)| large && *name == singular).map(|(_, day)| *day)
}

/// The days on which a calendar is closed: `Office Hours are closed on:` and the points below.
fn closings(reading: &mut Reading<'_, '_>, sentences: &[Sentence<'_>], name: &str) -> Vec<Statement> {
    let leads = ["are", "is"].map(|verb| format!("{} {verb} closed on", name.to_lowercase()));
    let leads_to = |sentence: &Sentence<'_>| leads.iter().any(|lead| sentence.lower.contains(lead));
    let Some(at) = sentences.iter().position(leads_to) else { return Vec::new() };
    let sentence = &sentences[at];
    let mut closed = Vec::new();
    for point in sentences[at + 1..].iter().take_while(|next| next.block.kind == BlockKind::Item) {
        // `the public holidays of Berlin (DE-BE), as listed in Annex A`.
        let region =
            point.lower.find("public holidays of").and_then(|at| region(&point.text[at..]).map(|region| (at, region)));
        let Some((_, region)) = region else { break };
        reading.take((point.at, point.whole()));
        closed.push(Statement::new(format!("closed on public holidays of {region}")).from(place(point)));
    }
    if let Some(first) = closed.first_mut() {
        first.from.insert(0, place(sentence));
        reading.take((sentence.at, sentence.whole()));
    }
    closed
}

/// A region in brackets: `(DE-BE)`.
fn region(text: &str) -> Option<&str> {
    let open = text.find('(')?;
    let inside = &text[open + 1..open + 1 + text[open + 1..].find(')')?];
    let is_region = (2..=6).contains(&inside.len())
        && inside.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'-')
        && inside.starts_with(|first: char| first.is_ascii_uppercase());
    (is_region && text.matches('(').count() == 1).then_some(inside)
}
