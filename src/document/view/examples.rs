//! Worked examples that the machine computed.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use crate::evaluate::{CreditExample, DowntimeExample, LocalTime, Span, TicketExample};
use crate::model::{CycleUnit, Duration, DurationUnit, Name, TimeMeasure};

/// The downtime that a level allows in one cycle.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Downtime {
    /// `March 2027`.
    cycle: String,
    /// `44 580 minutes`.
    counted: String,
    /// `Berlin time`.
    zone: String,
    /// The hours that count; none: all.
    calendar: Option<String>,
    target: String,
    /// `22 minutes 17 seconds`.
    allowed: String,
    /// Whether a part of a second was dropped.
    rounded: bool,
}

/// When the times of one ticket end.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Ticket {
    severity: String,
    /// `Friday 8 January 2027 at 16:30`.
    received: String,
    zone: String,
    ends: Vec<End>,
}

/// The end of one time.
#[derive(Debug, Serialize, JsonSchema)]
struct End {
    measure: TimeMeasure,
    within: String,
    by: String,
}

/// What a figure in a band gives.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Credit {
    level: String,
    figure: String,
    limit: String,
    /// `Calendar Month`.
    cycle: String,
    /// The share and the fee that it is taken from, where the band gives a share.
    share: Option<String>,
    fee: Option<String>,
    credit: String,
    capped: bool,
}

/// The example of an uptime level, if there is one.
pub(super) fn downtime(level: &Name, calendar: Option<String>, context: &Context<'_>) -> Option<Downtime> {
    let example = context.facts.examples.downtime.iter().find(|example| example.level == *level)?;
    let DowntimeExample { span, unit, zone, counted, allowed, target, .. } = example;
    let forms = context.forms;
    let minutes = u32::try_from(counted / 60).ok()?;
    Some(Downtime {
        cycle: cycle(span, *unit, context),
        counted: if counted % 60 == 0 {
            forms.duration(Duration::new(minutes, DurationUnit::Minute))
        } else {
            forms.length(*counted)
        },
        zone: forms.zone(zone),
        calendar,
        target: forms.percent(*target),
        allowed: forms.length(allowed.seconds),
        rounded: allowed.rounded,
    })
}

/// The example of a level of support times, if there is one.
pub(super) fn ticket(level: &Name, context: &Context<'_>) -> Option<Ticket> {
    let example = context.facts.examples.tickets.iter().find(|example| example.level == *level)?;
    let TicketExample { severity, zone, received, ends, .. } = example;
    let forms = context.forms;
    // The time of an update runs from the response, which an example does not know.
    let ends = ends.iter().filter(|end| end.measure != TimeMeasure::Update);
    Some(Ticket {
        severity: severity.to_string(),
        received: moment(*received, context),
        zone: forms.zone(zone),
        ends: ends
            .map(|end| End { measure: end.measure, within: forms.duration(end.within), by: moment(end.by, context) })
            .collect(),
    })
}

/// The examples of all levels with bands.
pub(super) fn credits(context: &Context<'_>) -> Vec<Credit> {
    let forms = context.forms;
    let view = |example: &CreditExample| Credit {
        level: example.level.to_string(),
        figure: forms.percent(example.figure),
        limit: forms.percent(example.limit),
        cycle: forms.cycle_unit(example.unit, 1).to_owned(),
        share: example.share.map(|(share, _)| forms.percent(share)),
        fee: example.share.map(|(_, fee)| forms.money(fee)),
        credit: forms.money(example.credit),
        capped: example.capped,
    };
    context.facts.examples.credits.iter().map(view).collect()
}

/// `March 2027`, or its first and last day.
fn cycle(span: &Span, unit: CycleUnit, context: &Context<'_>) -> String {
    match unit {
        CycleUnit::Month => context.forms.month(span.first),
        _ => context.forms.range(&context.forms.date(span.first), &context.forms.date(span.last)),
    }
}

/// `Friday 8 January 2027 at 16:30`.
fn moment(time: LocalTime, context: &Context<'_>) -> String {
    let clock = match time.second % 60 {
        0 => format!("{:02}:{:02}", time.hour(), time.minute()),
        second => format!("{:02}:{:02}:{second:02}", time.hour(), time.minute()),
    };
    context.forms.moment(time.date, &clock)
}
