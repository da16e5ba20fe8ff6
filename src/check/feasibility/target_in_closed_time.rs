//! A time that can pass while nobody is there.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "target-in-closed-time",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "a ticket of the last minute before the holidays is late before anybody reads it",
    page: include_str!("../../../docs/rules/target-in-closed-time.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    // Time that counts while a calendar is open does not pass while it is closed, but days on it do.
    let passes = |time: Duration, clock: &CalendarRef| {
        clock.name().is_none() || !time.unit.is_business() && time.milliseconds().is_none()
    };
    let mut days = None;
    for (level, times) in support_times(agreement) {
        for row in &times.rows {
            let open = channels(agreement, level, times, row);
            let always = open.iter().any(|channel| channel.during.value == CalendarRef::Always);
            // Closed by its own calendar, or by those of its channels.
            let staffed = match row.clock.value {
                CalendarRef::Calendar(_) => vec![&row.clock.value],
                CalendarRef::Always if always => Vec::new(),
                CalendarRef::Always => open.iter().map(|channel| &channel.during.value).collect(),
            };
            let targets: Vec<_> = TimeMeasure::ALL
                .into_iter()
                .filter(|measure| *measure != TimeMeasure::Update)
                .filter_map(|measure| row.time(measure))
                .filter(|time| passes(time.value, &row.clock))
                .collect();
            if staffed.is_empty() || targets.is_empty() || weekly_gap(agreement, &row.clock, &open) {
                continue;
            }
            let Some(days) = days.get_or_insert_with(|| Days::of(agreement)) else { return };
            let closed = days.closed(staffed.iter().copied());
            for time in targets {
                if let Some(gap) = days.swallows(&closed, time.value, &row.clock) {
                    report(found, time, row.severity.as_str(), days, gap);
                }
            }
        }
    }
    for request in &agreement.requests {
        let Some(time) = request.within.filter(|time| request.clock.name().is_some() && passes(*time, &request.clock))
        else {
            continue;
        };
        let Some(days) = days.get_or_insert_with(|| Days::of(agreement)) else { return };
        let closed = days.closed(std::iter::once(&request.clock));
        if let Some(gap) = days.swallows(&closed, time, &request.clock) {
            report(found, &At::new(time, request.name.span()), request.name.as_str(), days, gap);
        }
    }
}

fn report(found: &mut Found, time: &At<Duration>, what: &str, days: &Days, gap: Closed) {
    found.at(
        time,
        format!(
            "`{what}` is due within {}, and nobody is there from {} to {}",
            time.value,
            days.shown(gap.from),
            days.shown(gap.to)
        ),
        "count business time, such as `1 business day`, or be there on those days",
    );
}

/// Whether the clock runs in hours of any week in which no channel is open: that is a finding of its own.
fn weekly_gap(agreement: &Agreement, clock: &CalendarRef, channels: &[&Channel]) -> bool {
    let runs = Week::of(agreement, clock).filter(|_| !channels.is_empty());
    runs.is_some_and(|runs| runs.without(&Week::of_channels(agreement, channels)) != Week::closed())
}
