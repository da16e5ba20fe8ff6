//! Obligations of either party.

use schemars::JsonSchema;
use serde::Serialize;

use super::context::names;
use super::{Context, Text};
use crate::model::{self, After, CalendarRef, Deadline, MissedDuty};

/// Obligations of either party.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Obligations {
    duties: Vec<Duty>,
}

/// A duty.
#[derive(Debug, Serialize, JsonSchema)]
struct Duty {
    /// Tells its anchor from those of other duties.
    id: usize,
    source: String,
    name: Option<String>,
    party: String,
    duty: Text,
    within: Option<String>,
    /// The time runs after each such event,
    after_each: Option<String>,
    /// or after something in words.
    after: Option<Text>,
    /// At most so long after the effective date, and between two times.
    every: Option<String>,
    by: Option<String>,
    before_start: bool,
    /// Whether the time runs by a clock of its own,
    clock: bool,
    /// of these hours; none: all hours.
    hours: Option<String>,
    /// Terms for the tickets whose clock pauses.
    pauses: Vec<String>,
    no_credit: Vec<String>,
    excuses: Vec<String>,
    no_consequence: bool,
}

impl Obligations {
    /// The section, if the agreement has it.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let duties = &context.agreement.obligations;
        let duties: Vec<_> = duties.iter().enumerate().map(|(at, duty)| Duty::new(context, at + 1, duty)).collect();
        (!duties.is_empty()).then_some(Self { duties })
    }
}

impl Duty {
    fn new(context: &Context<'_>, id: usize, duty: &model::Obligation) -> Self {
        let (mut within, mut after_each, mut after, mut by, mut every) = (None, None, None, None, None);
        match &duty.deadline {
            Some(Deadline::Within { time, after: start }) => {
                within = Some(context.forms.duration(*time));
                match start {
                    After::Each(event) => after_each = Some(event.clone()),
                    After::Words(words) => after = Some(Text::part(words)),
                }
            }
            Some(Deadline::Every(time)) => every = Some(context.forms.duration(*time)),
            Some(Deadline::By(date)) => by = Some(context.forms.date(*date)),
            Some(Deadline::BeforeStart) | None => {}
        }
        let (mut pauses, mut no_credit, mut excuses) = (Vec::new(), Vec::new(), Vec::new());
        for consequence in &duty.consequences {
            match consequence {
                MissedDuty::ClockPauses { ticket } => pauses.push(ticket.to_string()),
                MissedDuty::NoCredit(level) => no_credit.push(level.to_string()),
                MissedDuty::Excuses(levels) => excuses.extend(names(levels)),
                MissedDuty::Nothing => {}
            }
        }
        Self {
            id,
            source: context.source(duty.origin),
            name: duty.name.as_ref().map(|name| name.value.to_string()),
            party: duty.party.to_string(),
            duty: Text::part(&duty.duty),
            within,
            after_each,
            after,
            every,
            by,
            before_start: duty.deadline == Some(Deadline::BeforeStart),
            clock: duty.during.is_some(),
            hours: duty.during.as_ref().and_then(CalendarRef::name).map(ToString::to_string),
            pauses,
            no_credit,
            excuses,
            no_consequence: duty.consequences.contains(&MissedDuty::Nothing),
        }
    }
}
