//! The cases of `tests/cases/evaluate/`: a calendar, questions about it, and the answers.

use servanda::evaluate::{
    Clock, Deadline, InWords, Instant, OpenHours, Pause, Span, ZoneRules, cycle, downtime, last_day, last_day_after,
    last_day_before_end, share_of,
};
use servanda::model::{
    Calendar, Comparator, CycleUnit, Date, DateRange, Duration, Hours, Money, OpeningException, Weekday,
};

use super::meanings;
use super::{calendar, closed, exception, holidays, opening};
use crate::support::{check_expected, repository};

#[test]
fn cases() {
    for name in ["clocks", "business-days", "changes-of-clocks", "known-bugs"] {
        let path = format!("tests/cases/evaluate/{name}.txt");
        let text = std::fs::read_to_string(repository(&path)).expect("the case");
        check_expected(&path, &answered(&text));
    }
}

/// The examples of the page on meanings are cases, too: what it says is what is computed.
#[test]
fn semantics() {
    let path = "docs/semantics.md";
    let text = std::fs::read_to_string(repository(path)).expect("the page");
    let mut page = String::new();
    for (at, part) in text.split_inclusive("```").enumerate() {
        let within = part.strip_suffix("```").filter(|_| at % 2 == 1).and_then(|within| within.split_once('\n'));
        let again = within.and_then(|(kind, text)| match kind {
            "case" => Some((kind, answered(text))),
            _ => Some((kind, meanings::answered(kind, text)?)),
        });
        match again {
            Some((kind, text)) => page.extend([kind, "\n", &text, "```"]),
            None => page.push_str(part),
        }
    }
    assert!(page.matches(" => ").count() > 60, "the page has lost its examples");
    check_expected(path, &page);
}

/// The text with the answer after each question.
fn answered(text: &str) -> String {
    let mut hours = calendar("UTC");
    let mut answered = String::new();
    for line in text.lines() {
        let question = line.split(" => ").next().unwrap_or(line);
        let (word, rest) = question.trim().split_once(' ').unwrap_or((question, ""));
        let answer = match word {
            "zone" => {
                hours = calendar(rest);
                None
            }
            "open" => {
                state_hours(&mut hours, rest);
                None
            }
            "closed" => {
                let (dates, each_year) = rest.strip_suffix(" each year").map_or((rest, false), |dates| (dates, true));
                let (from, to) = dates.split_once(" to ").unwrap_or((dates, dates));
                hours.closed.push(closed(date(from), date(to), each_year));
                None
            }
            "holidays" => {
                hours.holidays.push(holidays(rest));
                None
            }
            "end" | "elapsed" | "count" | "day" | "received" => Some(answer(&hours, word, rest)),
            "cycle" | "allows" | "lasts" | "notice" | "within" | "share" => Some(computed(&hours, word, rest)),
            _ => None,
        };
        answered.push_str(question.trim_end());
        if let Some(answer) = answer {
            answered.push_str(" => ");
            answered.push_str(&answer);
        }
        answered.push('\n');
    }
    answered
}

fn state_hours(hours: &mut Calendar, rest: &str) {
    let (rest, season) = rest.split_once(" on ").map_or((rest, None), |(rest, season)| (rest, Some(season)));
    let (days, times) = rest.split_once(' ').expect("days and times");
    let times: Vec<Hours> = times
        .split(", ")
        .map(|interval| {
            let (from, to) = interval.split_once('-').expect("an interval");
            Hours { from: from.parse().expect("a time"), to: to.parse().expect("a time") }
        })
        .collect();
    if let Ok(date) = days.parse() {
        hours.exceptions.push(exception(date, times));
        return;
    }
    let (first, last) = days.split_once('-').unwrap_or((days, days));
    let range = first.parse::<Weekday>().expect("a day")..=last.parse().expect("a day");
    let days: Vec<Weekday> = Weekday::ALL.into_iter().filter(|day| range.contains(day)).collect();
    let Some(season) = season else {
        hours.opening.push(opening(days, times));
        return;
    };
    let (from, to) = season.split_once(" to ").expect("the first and the last date");
    let dates = vec![DateRange { from: date(from), to: date(to) }];
    hours.exceptions.push(OpeningException { dates, days, ..exception(date(from), times) });
}

/// `end 2027-03-05T16:30 2 hours paused A..B`, `elapsed …` (the same on a clock that always runs),
/// `count A..B`, `day 2027-03-05 -2`, `received 2027-03-05T16:30 after 16:00`.
fn answer(calendar: &Calendar, word: &str, rest: &str) -> String {
    let hours = match OpenHours::new(calendar, date("2027-01-01"), date("2028-12-31")) {
        Ok(hours) => hours,
        Err(error) => return error.to_string(),
    };
    let zone = ZoneRules::of(&calendar.zone);
    let local = |text: &str| moment(&zone, text);
    match word {
        "count" => {
            let (from, to) = rest.split_once("..").expect("two moments");
            match hours.open_seconds(local(from), local(to)) {
                Ok(seconds) => format!("{} min {} s", seconds / 60, seconds % 60),
                Err(error) => error.to_string(),
            }
        }
        "received" => {
            let (from, cut_off) = rest.split_once(" after ").expect("a moment and a time of day");
            let begins = hours.begin(local(from), Some(cut_off.parse().expect("a time of day")));
            begins.map_or_else(|error| error.to_string(), |moment| shown(&zone, moment))
        }
        "day" => {
            let (from, count) = rest.split_once(' ').expect("a date and a number");
            match hours.business_day(date(from), count.parse().expect("a number")) {
                Ok(date) => format!("{} {date}", date.weekday().word()),
                Err(error) => error.to_string(),
            }
        }
        _ => {
            let (question, pauses) = rest.split_once(" paused ").unwrap_or((rest, ""));
            let (from, period) = question.split_once(' ').expect("a moment and a period");
            let pauses: Vec<Pause> = pauses
                .split(", ")
                .filter_map(|pause| pause.split_once(".."))
                .map(|(from, to)| Pause { from: local(from), to: (!to.is_empty()).then(|| local(to)) })
                .collect();
            let clock = if word == "end" { Clock::Open(&hours) } else { Clock::Elapsed(&zone) };
            match clock.deadline(local(from), period.parse::<Duration>().expect("a period"), &pauses) {
                Ok(Deadline::At(end)) => shown(&zone, end),
                Ok(Deadline::Paused) => "paused".to_owned(),
                Err(error) => error.to_string(),
            }
        }
    }
}

/// `cycle month 2027-03-01`, `allows month 2027-03-01 99.95%`, `lasts 2027-01-01 12 months`,
/// `notice 2027-12-31 60 days`, `within 2027-01-31 30 days`, `share 10% EUR 12000`.
fn computed(calendar: &Calendar, word: &str, rest: &str) -> String {
    let zone = ZoneRules::of(&calendar.zone);
    let (first, second) = rest.split_once(' ').expect("two words");
    match word {
        "cycle" => {
            let (rest, effective) = rest.split_once(" from ").unwrap_or((rest, "2000-01-01"));
            let span = span(rest, effective);
            format!("{} to {}, {} minutes", span.first, span.last, span.seconds(&zone).expect("a length") / 60)
        }
        "allows" => {
            let (cycle, target) = rest.rsplit_once(' ').expect("a cycle and a target");
            let counted = span(cycle, "2000-01-01").seconds(&zone).expect("a length");
            let allowed = downtime(counted, Comparator::AtLeast, target.parse().expect("a target")).expect("a time");
            format!("{} of {} minutes", InWords(allowed.seconds), counted / 60)
        }
        "lasts" => format!("to {}", last_day(date(first), second.parse().expect("a length")).expect("a date")),
        "notice" => {
            let last = last_day_before_end(date(first), second.parse().expect("a length"), None);
            format!("by {}", last.expect("a date"))
        }
        "within" => {
            let last = last_day_after(date(first), second.parse().expect("a length"), None);
            format!("by {}", last.expect("a date"))
        }
        _ => {
            let (currency, amount) = second.split_once(' ').expect("money");
            let currency = currency.parse().expect("a currency");
            let amount = Money::from_major(amount.parse().expect("a number"), currency).expect("an amount");
            share_of(first.parse().expect("a share"), amount).expect("an amount").to_string()
        }
    }
}

/// The cycle `month 2027-03-01` of an agreement that began on a date.
fn span(text: &str, effective: &str) -> Span {
    let (unit, of) = text.rsplit_once(' ').expect("a unit and a date");
    let unit = CycleUnit::ALL.into_iter().find(|known| known.word() == unit).expect("a unit");
    cycle(unit, date(of), date(effective)).expect("a cycle")
}

fn date(text: &str) -> Date {
    text.parse().expect("a date")
}

/// A wall time of the zone, or a moment with its offset from UTC.
fn moment(zone: &ZoneRules, text: &str) -> Instant {
    if let Ok(moment) = text.parse() {
        return moment;
    }
    let (day, time) = text.split_once('T').expect("a date and a time");
    let mut parts = time.split(':').map(|part| part.parse::<i64>().expect("a number"));
    let mut next = || parts.next().unwrap_or(0);
    zone.instant(date(day), next() * 3600 + next() * 60 + next()).expect("a moment")
}

fn shown(zone: &ZoneRules, moment: Instant) -> String {
    let local = zone.local(moment).expect("a local time");
    let (hour, minute, second) = (local.hour(), local.minute(), local.second % 60);
    let seconds = if second == 0 { String::new() } else { format!(":{second:02}") };
    format!("{} {} {hour:02}:{minute:02}{seconds} ({moment})", local.date.weekday().word(), local.date)
}
