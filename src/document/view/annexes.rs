//! The annexes of computed dates: public holidays as frozen, and key dates.

use schemars::JsonSchema;
use serde::Serialize;

use super::cards::cards;
use super::{Context, Text};
use crate::evaluate::{KeyDate, KeyEvent, holidays};
use crate::model::Who;

/// The annexes of computed dates.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Annexes {
    holidays: Option<Holidays>,
    /// Whether there is any annex at all.
    any: bool,
    /// Empty: no annex.
    key_dates: Vec<KeyDateView>,
}

/// Public holidays of the first term.
#[derive(Debug, Serialize, JsonSchema)]
struct Holidays {
    /// The source with its version.
    source: String,
    /// The first and the last day that the list covers.
    from: String,
    until: String,
    /// Whether the list covers the whole first term; else the first two years of it.
    whole: bool,
    calendars: Vec<HolidaysOf>,
}

/// The holidays of a region that close a calendar.
#[derive(Debug, Serialize, JsonSchema)]
struct HolidaysOf {
    calendar: String,
    /// `Berlin`.
    region: String,
    /// `DE-BE`.
    code: String,
    days: Vec<HolidayView>,
}

/// A holiday.
#[derive(Debug, Serialize, JsonSchema)]
struct HolidayView {
    date: String,
    weekday: String,
    name: String,
    /// Where it differs from the name in English.
    local_name: Option<String>,
}

/// A date on which something begins, ends or is due.
#[derive(Debug, Serialize, JsonSchema)]
struct KeyDateView {
    date: String,
    weekday: String,
    event: Event,
    /// Who may or must act; none: either party.
    party: Option<String>,
    /// What, where the event has a name of its own.
    what: Option<Text>,
    until: Option<String>,
}

/// What happens on a key date.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Event {
    Effective,
    Review,
    FirstReport,
    FreeToEnd,
    LastNoticeAgainstRenewal,
    End,
    Renewal,
    HandOver,
    Deletion,
}

impl Annexes {
    /// The annexes of an agreement.
    pub(super) fn new(context: &Context<'_>) -> Self {
        let agreement = context.agreement;
        let parties = [&agreement.parties.provider, &agreement.parties.customer];
        let holidays = Holidays::new(context);
        Self {
            any: holidays.is_some()
                || !context.facts.key_dates.is_empty()
                || !agreement.escalations.is_empty()
                || !cards(context).is_empty()
                || parties.iter().any(|party| !party.contacts.is_empty()),
            holidays,
            key_dates: context.facts.key_dates.iter().map(|date| KeyDateView::new(date, context)).collect(),
        }
    }
}

impl Holidays {
    fn new(context: &Context<'_>) -> Option<Self> {
        let term = crate::evaluate::Term::of(&context.agreement.period)?;
        let mut calendars: Vec<HolidaysOf> = Vec::new();
        for holiday in &context.facts.holidays {
            let (calendar, code) = (holiday.calendar.to_string(), holiday.region.to_string());
            let day = HolidayView {
                date: context.forms.date(holiday.date),
                weekday: context.forms.weekday(holiday.date.weekday()).to_owned(),
                name: holiday.name.clone(),
                local_name: Some(holiday.local_name.clone()).filter(|local| *local != holiday.name),
            };
            match calendars.last_mut().filter(|last| last.calendar == calendar && last.code == code) {
                Some(last) => last.days.push(day),
                None => calendars.push(HolidaysOf {
                    calendar,
                    region: context.forms.region(&region_name(&code)),
                    code,
                    days: vec![day],
                }),
            }
        }
        (!calendars.is_empty()).then(|| Self {
            source: holidays::SOURCE.to_owned(),
            from: context.forms.date(term.first),
            until: context.forms.date(term.horizon()),
            whole: term.last.is_some(),
            calendars,
        })
    }
}

/// The name of a region with public holidays, or its code where it is unknown.
pub(super) fn region_name(code: &str) -> String {
    holidays::Region::parse(code).map_or_else(|| code.to_owned(), |known| known.name().to_owned())
}

impl KeyDateView {
    fn new(key: &KeyDate, context: &Context<'_>) -> Self {
        let empty = |event| Self {
            date: context.forms.date(key.date),
            weekday: context.forms.weekday(key.date.weekday()).to_owned(),
            event,
            party: None,
            what: None,
            until: None,
        };
        match &key.event {
            KeyEvent::Effective => empty(Event::Effective),
            KeyEvent::Review => empty(Event::Review),
            KeyEvent::FirstReport { report, to } => {
                Self { party: Some(to.to_string()), what: Some(Text::sentences(report)), ..empty(Event::FirstReport) }
            }
            KeyEvent::FreeToEnd => empty(Event::FreeToEnd),
            KeyEvent::LastNoticeAgainstRenewal { who } => Self {
                party: match who {
                    Who::Either => None,
                    Who::Party(name) => Some(name.to_string()),
                },
                ..empty(Event::LastNoticeAgainstRenewal)
            },
            KeyEvent::End => empty(Event::End),
            KeyEvent::Renewal { until } => Self { until: Some(context.forms.date(*until)), ..empty(Event::Renewal) },
            KeyEvent::HandOver { party, what } => {
                Self { party: Some(party.to_string()), what: Some(Text::part(what)), ..empty(Event::HandOver) }
            }
            KeyEvent::Deletion { party, what } => {
                Self { party: Some(party.to_string()), what: Some(Text::part(what)), ..empty(Event::Deletion) }
            }
        }
    }
}
