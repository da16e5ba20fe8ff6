//! One card a severity: what the clauses say about it, together on one page for those who work by it.

use schemars::JsonSchema;
use serde::Serialize;

use super::channels::ChannelView;
use super::escalation::Step;
use super::{Context, Text};
use crate::model::{self, Indicator, Severity, SupportTimes, TimeMeasure};

/// What holds for tickets of a severity.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Card {
    severity: String,
    title: String,
    criteria: Option<Text>,
    times: Vec<CardTime>,
    /// Channels that take this severity.
    channels: Vec<ChannelView>,
    /// Who is told when: roles and parties.
    steps: Vec<Step>,
}

/// A time of a severity.
#[derive(Debug, Serialize, JsonSchema)]
struct CardTime {
    level: String,
    measure: TimeMeasure,
    time: String,
    /// None: all hours.
    calendar: Option<String>,
    /// None: every ticket.
    met_by: Option<String>,
}

/// The cards of all severities that have times; none where there are no times of tickets.
pub(super) fn cards(context: &Context<'_>) -> Vec<Card> {
    let entries = &context.agreement.severities.entries;
    entries.iter().map(|severity| Card::new(severity, context)).filter(|card| !card.times.is_empty()).collect()
}

impl Card {
    fn new(severity: &Severity, context: &Context<'_>) -> Self {
        let agreement = context.agreement;
        let name = &severity.name.value;
        let takes = |channel: &&model::Channel| {
            channel.severities.is_empty() || channel.severities.iter().any(|taken| taken.value == *name)
        };
        let about = |escalation: &&model::Escalation| escalation.severities.iter().any(|of| of.value == *name);
        let steps = agreement.escalations.iter().filter(about).flat_map(|escalation| &escalation.steps);
        Self {
            severity: name.to_string(),
            title: severity.title.clone(),
            criteria: severity.criteria.as_ref().map(|criteria| Text::part(criteria)),
            times: agreement
                .levels
                .iter()
                .filter_map(|level| match &level.indicator {
                    Indicator::SupportTimes(times) => Some(CardTime::of(level, times, severity, context)),
                    _ => None,
                })
                .flatten()
                .collect(),
            channels: agreement
                .channels
                .iter()
                .filter(takes)
                .map(|channel| ChannelView::new(channel, context))
                .collect(),
            steps: steps.map(|step| Step::for_all(context, &[name.to_string()], step)).collect(),
        }
    }
}

impl CardTime {
    fn of(level: &model::Level, times: &SupportTimes, severity: &Severity, context: &Context<'_>) -> Vec<Self> {
        let rows = times.rows.iter().filter(|row| row.severity.value == severity.name.value);
        let of_row = |row: &model::TimesRow| {
            let times = TimeMeasure::ALL.into_iter().filter_map(|measure| Some((measure, row.time(measure)?.value)));
            let times = times.map(|(measure, time)| Self {
                level: level.name.to_string(),
                measure,
                time: context.forms.duration(time),
                calendar: context.hours_of(&row.clock),
                met_by: row.share(measure).map(|share| context.forms.percent(share.value)),
            });
            times.collect::<Vec<_>>()
        };
        rows.flat_map(of_row).collect()
    }
}
