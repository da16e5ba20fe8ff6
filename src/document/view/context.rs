//! What a section of the view is made from, and how its quantities are written.

use crate::document::facts::Facts;
use crate::document::words::Forms;
use crate::model::{Agreement, CalendarRef, ClockStart, Indicator, Name, Origin};

/// The agreement, what was computed from it, and the forms of the contract's language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) agreement: &'a Agreement,
    pub(crate) forms: &'a Forms,
    pub(in crate::document) facts: &'a Facts,
}

impl Context<'_> {
    /// The place of a statement, for `{{anchor "name" source=source}}`.
    pub(crate) fn source(&self, origin: Origin) -> String {
        let span = origin.0;
        format!("{}:{}:{}", span.source.0, span.start, span.end)
    }

    /// The short name of the provider.
    pub(crate) fn provider(&self) -> String {
        self.agreement.parties.provider.name.to_string()
    }

    /// The short name of the customer.
    pub(crate) fn customer(&self) -> String {
        self.agreement.parties.customer.name.to_string()
    }

    /// The short name of the other party.
    pub(crate) fn other(&self, party: &Name) -> String {
        self.agreement.other_party(party).name.to_string()
    }

    /// The word for what the customer sends: the term that the clock of a level names, else the contract's own.
    pub(crate) fn ticket(&self) -> String {
        let starts = self.agreement.levels.iter().find_map(|level| match &level.indicator {
            Indicator::SupportTimes(times) => Some(&times.clock_starts),
            _ => None,
        });
        match starts {
            Some(ClockStart::Reaches { ticket, .. } | ClockStart::Opened { ticket }) => ticket.to_string(),
            _ => self.forms.term("ticket"),
        }
    }

    /// Services within a sentence: `the API`, each.
    pub(crate) fn services<'n>(&self, names: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
        names.into_iter().map(|name| self.forms.service(name)).collect()
    }

    /// The calendar's name; none where all hours count.
    pub(crate) fn hours_of(&self, calendar: &CalendarRef) -> Option<String> {
        calendar.name().map(ToString::to_string)
    }
}

/// Names as the contract prints them.
pub(crate) fn names<'n>(names: impl IntoIterator<Item = &'n Name>) -> Vec<String> {
    names.into_iter().map(ToString::to_string).collect()
}
