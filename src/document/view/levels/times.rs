//! Times of tickets by severity.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::{Context, Text};
use crate::model::{
    CalendarRef, ClockStart, MissedDuty, MonthOf, Name, Pause, PauseReason, Regrade, SupportTimes, TimeMeasure,
    TimesRow,
};

/// Times of tickets by severity.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Times {
    /// The measures that any row has, in the order of a table.
    columns: Vec<TimeMeasure>,
    rows: Vec<Row>,
    /// The severities with a time between updates.
    updates: Vec<UpdateView>,
    /// Whether any severity has a response, an acknowledgement, a resolution.
    has_response: bool,
    has_resolution: bool,
    /// Whether a share of the tickets is enough for any severity.
    shares: bool,
    /// Whether any time counts business hours or days.
    business: bool,
    /// The calendar by which business time counts where the clock runs at all hours.
    default_calendar: Option<String>,
    /// What is sent and timed: `Ticket`.
    ticket: String,
    /// What it reaches; none: the start is in words.
    channel: Option<String>,
    starts_when: Option<Text>,
    pauses: Vec<PauseView>,
    /// Whether a duty of a party stops time while it is missed.
    paused_by_duties: bool,
    stops_when: Option<Text>,
    cut_off: Option<String>,
    restored_by: Option<RestoredView>,
    /// Whether somebody or something has to be brought to a place.
    in_place: bool,
    month_of: MonthOf,
    reopened: Option<ReopenedView>,
    one_outage_counts_once: bool,
    merged_count_once: bool,
    customer: String,
}

/// The times of a severity.
#[derive(Debug, Serialize, JsonSchema)]
struct Row {
    severity: String,
    /// One for each column; none: no time.
    times: Vec<Option<String>>,
    /// None: all hours.
    calendar: Option<String>,
    /// For all of its times; none: every ticket, or the shares of single times.
    met_by: Option<String>,
    /// For each of its times, where they differ.
    shares: Vec<ShareView>,
    source: String,
}

/// The share of tickets that must keep a time.
#[derive(Debug, Serialize, JsonSchema)]
struct ShareView {
    measure: TimeMeasure,
    /// None: every ticket.
    share: Option<String>,
}

/// The time between updates.
#[derive(Debug, Serialize, JsonSchema)]
struct UpdateView {
    severity: String,
    every: String,
}

/// When time stops.
#[derive(Debug, Serialize, JsonSchema)]
struct PauseView {
    /// Who has been asked; none: a state of the ticket stops time.
    waiting_for: Option<String>,
    /// Who asks.
    asking: Option<String>,
    /// What stops time as long as it lasts.
    lasting: Option<Text>,
    statuses: Vec<String>,
    at_most: Option<String>,
    reminder: bool,
    /// How long before time stops the reminder comes.
    reminder_before: Option<String>,
    source: String,
}

/// By when service is restored.
#[derive(Debug, Serialize, JsonSchema)]
struct RestoredView {
    time: String,
    /// `second`.
    day: String,
    business: bool,
    /// Whether only days that begin after the report count.
    full: bool,
}

/// What a reopened ticket does.
#[derive(Debug, Serialize, JsonSchema)]
struct ReopenedView {
    clock: Regrade,
    within: Option<String>,
}

impl Times {
    pub(super) fn new(times: &SupportTimes, context: &Context<'_>) -> Self {
        let (agreement, forms) = (context.agreement, context.forms);
        let has = |measure: TimeMeasure| times.rows.iter().any(|row| row.time(measure).is_some());
        let columns: Vec<_> = TimeMeasure::ALL.into_iter().filter(|measure| has(*measure)).collect();
        let mut durations = times.rows.iter().flat_map(|row| TimeMeasure::ALL.map(|measure| row.time(measure)));
        let always = times.rows.iter().any(|row| row.clock.value == CalendarRef::Always);
        let (channel, starts_when) = match &times.clock_starts {
            ClockStart::Reaches { channel, .. } => (Some(channel.to_string()), None),
            ClockStart::Opened { .. } => (None, None),
            ClockStart::When(words) => (None, Some(Text::part(words))),
        };
        Self {
            rows: times.rows.iter().map(|row| Row::new(row, &columns, context)).collect(),
            updates: times
                .rows
                .iter()
                .filter_map(|row| {
                    let every = forms.duration(row.update.as_ref()?.value);
                    Some(UpdateView { severity: row.severity.to_string(), every })
                })
                .collect(),
            has_response: has(TimeMeasure::Response) || has(TimeMeasure::Acknowledgement),
            has_resolution: has(TimeMeasure::Resolution),
            columns,
            shares: times.rows.iter().any(|row| row.met_by.is_some() || !row.shares.is_empty()),
            business: durations.any(|time| time.is_some_and(|time| time.unit.is_business())),
            default_calendar: agreement.heading.business_days.as_ref().filter(|_| always).map(ToString::to_string),
            ticket: context.ticket(),
            channel,
            starts_when,
            pauses: times.pauses.iter().map(|pause| PauseView::new(pause, context)).collect(),
            paused_by_duties: agreement
                .obligations
                .iter()
                .flat_map(|duty| &duty.consequences)
                .any(|consequence| matches!(consequence, MissedDuty::ClockPauses { .. })),
            stops_when: times.clock_stops.as_ref().map(Text::part),
            in_place: has(TimeMeasure::Onsite) || has(TimeMeasure::Parts),
            restored_by: times.restored_by.map(|by| RestoredView {
                time: by.time.to_string(),
                day: forms.ordinal(by.day),
                business: by.business,
                full: by.full_days,
            }),
            cut_off: times.cut_off.map(|time| time.to_string()),
            month_of: times.month_of,
            reopened: times.reopened.as_ref().map(|reopened| ReopenedView {
                clock: reopened.clock,
                within: reopened.within.map(|within| forms.duration(within)),
            }),
            one_outage_counts_once: times.one_outage_counts_once,
            merged_count_once: times.merged_count_once,
            customer: context.customer(),
        }
    }
}

impl Row {
    fn new(row: &TimesRow, columns: &[TimeMeasure], context: &Context<'_>) -> Self {
        let forms = context.forms;
        let share = |measure: TimeMeasure| ShareView {
            measure,
            share: row.share(measure).map(|share| forms.percent(share.value)),
        };
        let timed = columns.iter().copied().filter(|measure| row.time(*measure).is_some());
        Self {
            shares: if row.shares.is_empty() { Vec::new() } else { timed.map(share).collect() },
            severity: row.severity.to_string(),
            times: columns.iter().map(|measure| row.time(*measure).map(|time| forms.duration(time.value))).collect(),
            calendar: context.hours_of(&row.clock),
            met_by: row.met_by.as_ref().map(|share| forms.percent(share.value)),
            source: context.source(row.severity.origin),
        }
    }
}

impl PauseView {
    fn new(pause: &Pause, context: &Context<'_>) -> Self {
        let party: Option<&Name> = match &pause.reason {
            PauseReason::WaitingFor(party) => Some(party),
            PauseReason::InStatus | PauseReason::While(_) => None,
        };
        let lasting = if let PauseReason::While(words) = &pause.reason { Some(Text::part(words)) } else { None };
        Self {
            waiting_for: party.map(ToString::to_string),
            asking: party.map(|party| context.other(party)),
            lasting,
            statuses: pause.statuses.clone(),
            at_most: pause.at_most.map(|time| context.forms.duration(time)),
            reminder: pause.reminder.is_some(),
            reminder_before: pause.reminder.flatten().map(|time| context.forms.duration(time)),
            source: context.source(pause.origin),
        }
    }
}
