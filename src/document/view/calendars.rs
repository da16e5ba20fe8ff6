//! Time: zones, calendars, business hours and days.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::annexes::region_name;
use crate::model::{Calendar, ClosedDates, OpeningException};

/// The calendars and how business time counts.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Calendars {
    entries: Vec<CalendarView>,
    /// The calendar of business days where a clause names none.
    business_days: Option<String>,
    /// Whether any calendar closes on public holidays.
    holidays: bool,
    /// Whether any interval ends on the day after it begins.
    overnight: bool,
}

/// A calendar.
#[derive(Debug, Serialize, JsonSchema)]
struct CalendarView {
    name: String,
    /// `Berlin time`.
    zone: String,
    /// `Europe/Berlin`.
    zone_name: String,
    opening: Vec<OpeningView>,
    exceptions: Vec<ExceptionView>,
    holidays: Vec<RegionView>,
    /// Single dates and ranges.
    closed: Vec<String>,
    /// Dates of every year, without their year.
    closed_each_year: Vec<String>,
    /// Whether anything is closed.
    closes: bool,
    source: String,
}

/// Hours of every week.
#[derive(Debug, Serialize, JsonSchema)]
struct OpeningView {
    /// `Monday to Friday`.
    days: Vec<String>,
    /// `09:00 to 17:00`.
    hours: Vec<String>,
}

/// Hours of single dates.
#[derive(Debug, Serialize, JsonSchema)]
struct ExceptionView {
    dates: Vec<String>,
    hours: Vec<String>,
}

/// A region whose public holidays are closed.
#[derive(Debug, Serialize, JsonSchema)]
struct RegionView {
    /// `Berlin`.
    name: String,
    /// `DE-BE`.
    code: String,
}

impl Calendars {
    /// The calendars; none where every clock runs always.
    pub(super) fn new(context: &Context<'_>) -> Option<Self> {
        let calendars = &context.agreement.calendars;
        let all_hours = || {
            calendars.iter().flat_map(|calendar| {
                let weekly = calendar.opening.iter().flat_map(|opening| &opening.hours);
                weekly.chain(calendar.exceptions.iter().flat_map(|exception| &exception.hours))
            })
        };
        (!calendars.is_empty()).then(|| Self {
            entries: calendars.iter().map(|calendar| CalendarView::new(calendar, context)).collect(),
            business_days: context.agreement.heading.business_days.as_ref().map(ToString::to_string),
            holidays: calendars.iter().any(|calendar| !calendar.holidays.is_empty()),
            overnight: all_hours().any(|hours| hours.to <= hours.from),
        })
    }
}

impl CalendarView {
    fn new(calendar: &Calendar, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let (yearly, once): (Vec<&ClosedDates>, Vec<_>) = calendar.closed.iter().partition(|closed| closed.each_year);
        Self {
            name: calendar.name.to_string(),
            zone: forms.zone(&calendar.zone),
            zone_name: calendar.zone.to_string(),
            opening: calendar
                .opening
                .iter()
                .map(|opening| OpeningView {
                    days: forms.weekdays(&opening.days),
                    hours: opening.hours.iter().map(|hours| forms.hours(*hours)).collect(),
                })
                .collect(),
            exceptions: calendar.exceptions.iter().map(|exception| ExceptionView::new(exception, context)).collect(),
            holidays: calendar
                .holidays
                .iter()
                .map(|region| RegionView { name: region_name(region.as_str()), code: region.to_string() })
                .collect(),
            closed: once.iter().map(|closed| forms.dates(closed.dates)).collect(),
            closed_each_year: yearly.iter().map(|closed| forms.days_of_year(closed.dates)).collect(),
            closes: !calendar.holidays.is_empty() || !calendar.closed.is_empty(),
            source: context.source(calendar.name.origin),
        }
    }
}

impl ExceptionView {
    fn new(exception: &OpeningException, context: &Context<'_>) -> Self {
        Self {
            dates: exception.dates.iter().map(|dates| context.forms.dates(*dates)).collect(),
            hours: exception.hours.iter().map(|hours| context.forms.hours(*hours)).collect(),
        }
    }
}
