//! The schedule of key dates: when the agreement begins, ends, renews, and what is due by when.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::agreement_hours::AgreementHours;
use super::cycles::cycle;
use super::holidays::YearsUnknown;
use super::open_hours::OpenHours;
use super::term::{Term, last_day, last_day_after, last_day_before_end};
use crate::model::{Agreement, Date, Duration, Name, Prose, ReportStart, Who};

/// A date on which something begins, ends or is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct KeyDate {
    /// The date, in the agreement's zone.
    pub date: Date,
    /// What happens.
    pub event: KeyEvent,
}

/// What happens on a key date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum KeyEvent {
    /// The agreement begins, at the beginning of the day.
    Effective,
    /// The parties review it.
    Review,
    /// The last day for the first report of its kind.
    FirstReport {
        /// Its name.
        report: String,
        /// Who receives it.
        to: Name,
    },
    /// The first day on which a notice without a reason may take effect.
    FreeToEnd,
    /// The last day for a notice that stops the renewal.
    LastNoticeAgainstRenewal {
        /// Who may give it.
        who: Who,
    },
    /// The first term ends, at the end of the day.
    End,
    /// The first renewal begins, at the beginning of the day, unless it was stopped.
    Renewal {
        /// Its last day.
        until: Date,
    },
    /// The last day to hand something over, if the agreement ends with its first term.
    HandOver {
        /// Who hands over.
        party: Name,
        /// What.
        what: Prose,
    },
    /// The last day to delete something, if the agreement ends with its first term.
    Deletion {
        /// Who deletes.
        party: Name,
        /// What.
        what: Prose,
    },
}

/// The key dates of an agreement's first term, in order; empty where its first day is not known yet.
///
/// What needs business days that cannot be counted is left out.
///
/// # Errors
/// Where the term reaches past the years whose holidays are known.
pub fn key_dates(agreement: &Agreement) -> Result<Vec<KeyDate>, YearsUnknown> {
    let Some(term) = Term::of(&agreement.period) else { return Ok(Vec::new()) };
    let hours = AgreementHours::new(agreement, term)?;
    let business = hours.business_days();
    let mut dates = vec![KeyDate { date: term.first, event: KeyEvent::Effective }];
    dates.extend(reviews(agreement, term, business));
    dates.extend(first_reports(agreement, term, business));
    dates.extend(agreement.period.not_before.map(|date| KeyDate { date, event: KeyEvent::FreeToEnd }));
    if let Some(last) = term.last {
        dates.push(KeyDate { date: last, event: KeyEvent::End });
        dates.extend(renewal(agreement, last, business));
        dates.extend(after_the_end(agreement, last, business));
    }
    // Stable: what falls on one date keeps this order.
    dates.sort_by_key(|entry| entry.date);
    Ok(dates)
}

/// Reviews in the term, counted from its beginning.
fn reviews(agreement: &Agreement, term: Term, business: Option<&OpenHours>) -> Vec<KeyDate> {
    let Some(every) = agreement.period.review.as_deref() else { return Vec::new() };
    let nth = |count: u32| {
        let length = Duration::new(every.count.checked_mul(count)?, every.unit);
        last_day_after(term.first, length, business).ok()
    };
    (1..)
        .map_while(nth)
        .take_while(|date| *date > term.first && *date <= term.horizon())
        .map(|date| KeyDate { date, event: KeyEvent::Review })
        .collect()
}

/// The first of each report that follows a cycle.
fn first_reports(agreement: &Agreement, term: Term, business: Option<&OpenHours>) -> Vec<KeyDate> {
    let due = agreement.reports.entries.iter().filter_map(|report| {
        let ReportStart::Each(unit) = report.after else { return None };
        let ended = cycle(unit, term.first, term.first)?.last;
        let date = last_day_after(ended, report.within.value, business).ok()?;
        let event = KeyEvent::FirstReport { report: report.name.value.clone(), to: report.to.clone() };
        Some(KeyDate { date, event })
    });
    due.collect()
}

fn renewal(agreement: &Agreement, last: Date, business: Option<&OpenHours>) -> Vec<KeyDate> {
    let Some(renewal) = &agreement.period.renewal else { return Vec::new() };
    let notice = renewal.unless.as_ref().and_then(|stop| {
        let date = last_day_before_end(last, stop.notice, business).ok()?;
        Some(KeyDate { date, event: KeyEvent::LastNoticeAgainstRenewal { who: stop.who.clone() } })
    });
    let begins = last
        .plus_days(1)
        .and_then(|date| Some(KeyDate { date, event: KeyEvent::Renewal { until: last_day(date, renewal.length)? } }));
    notice.into_iter().chain(begins).collect()
}

fn after_the_end(agreement: &Agreement, last: Date, business: Option<&OpenHours>) -> Vec<KeyDate> {
    let Some(exit) = &agreement.exit else { return Vec::new() };
    let handed = exit
        .hand_over
        .iter()
        .map(|entry| (entry.within, KeyEvent::HandOver { party: entry.party.clone(), what: entry.what.clone() }));
    let deleted = exit
        .deletions
        .iter()
        .map(|entry| (entry.within, KeyEvent::Deletion { party: entry.party.clone(), what: entry.what.clone() }));
    handed
        .chain(deleted)
        .filter_map(|(within, event)| Some(KeyDate { date: last_day_after(last, within, business).ok()?, event }))
        .collect()
}
