//! What an agreement's figures amount to: its examples, key dates and frozen holidays.

use std::fmt::Write;

use servanda::evaluate::{Examples, InWords, LocalTime, examples, frozen_holidays, key_dates};
use servanda::model::{Agreement, Date, Effective, Length};

use servanda::source::Source;
use servanda::{LoadError, Loader, Options, Spec, examine};

use crate::support::{check_expected, repository};

/// A spec that extends nothing.
struct Alone;

impl Loader for Alone {
    fn load(&mut self, _: &str) -> Result<String, LoadError> {
        Err(LoadError::Missing)
    }
}

fn examined(text: &str) -> Spec {
    examine(Source::new("agreement.sla", text), &mut Alone, &Options::default())
}

fn spec() -> String {
    std::fs::read_to_string(repository("tests/cases/evaluate/agreement.sla")).expect("the case")
}

fn agreement() -> Agreement {
    let spec = examined(&spec());
    spec.agreement().unwrap_or_else(|| panic!("{:#?}", spec.report.diagnostics)).clone()
}

fn shown(time: LocalTime) -> String {
    format!("{} {} {:02}:{:02}", time.date.weekday().word(), time.date, time.hour(), time.minute())
}

/// All that is computed, a line each.
fn computed(agreement: &Agreement) -> Result<String, std::fmt::Error> {
    let mut text = String::new();
    let Examples { downtime, tickets, credits } = match examples(agreement) {
        Ok(examples) => examples,
        Err(error) => return Ok(format!("{error}\n")),
    };
    for example in downtime {
        let (span, allowed) = (example.span, example.allowed);
        writeln!(
            text,
            "{}: {} of {} to {} in {}, {} minutes, allows {}{}",
            example.level,
            example.target,
            span.first,
            span.last,
            example.zone,
            example.counted / 60,
            InWords(allowed.seconds),
            if allowed.rounded { ", rounded down" } else { "" }
        )?;
    }
    for example in tickets {
        writeln!(text, "{}: {} received {}", example.level, example.severity, shown(example.received))?;
        for end in example.ends {
            writeln!(text, "  {:?} within {} by {}", end.measure, end.within, shown(end.by))?;
        }
    }
    for example in credits {
        let capped = if example.capped { ", capped" } else { "" };
        writeln!(text, "{}: {} is below {}: {}{capped}", example.level, example.figure, example.limit, example.credit)?;
    }
    for entry in key_dates(agreement).expect("known years") {
        writeln!(text, "{} {:?}", entry.date, entry.event)?;
    }
    for holiday in frozen_holidays(agreement).expect("known years") {
        writeln!(
            text,
            "{}: {} {} {} ({})",
            holiday.calendar, holiday.region, holiday.date, holiday.name, holiday.local_name
        )?;
    }
    Ok(text)
}

#[test]
fn one_year() {
    check_expected("tests/cases/evaluate/agreement.txt", &computed(&agreement()).expect("text"));
}

#[test]
fn other_terms() {
    let mut text = String::new();
    let mut with = |title: &str, change: &dyn Fn(&mut Agreement)| {
        let mut agreement = agreement();
        change(&mut agreement);
        writeln!(text, "# {title}\n{}", computed(&agreement).expect("text")).expect("text");
    };
    let date = |text: &str| text.parse::<Date>().expect("a date");
    with("until terminated, from 31 October", &|agreement| {
        agreement.period.effective.value = Effective::On(date("2026-10-31"));
        agreement.period.length.value = Length::UntilTerminated;
    });
    with("from signature", &|agreement| agreement.period.effective.value = Effective::OnSignature);
    with("until a date, in a zone without changes of clocks", &|agreement| {
        agreement.heading.zone = "Asia/Kathmandu".parse().expect("a zone");
        agreement.period.length.value = Length::Until(date("2027-03-31"));
    });
    with("past the known holidays", &|agreement| agreement.period.length.value = Length::Until(date("2041-01-01")));
    check_expected("tests/cases/evaluate/other-terms.txt", &text);
}

#[test]
fn holidays_of_unknown_years_are_an_error_at_the_region() {
    let spec = examined(&spec().replace("DE-BE", "DE-BE, IN").replace("12 months", "10 years"));
    let [finding] = spec.report.diagnostics.as_slice() else { panic!("{:#?}", spec.report.diagnostics) };
    assert_eq!(finding.message, "the public holidays of IN are known from 2024 to 2035 only");
    assert_eq!(finding.span.map(|span| spec.report.sources.text(span)), Some("IN"));
}
