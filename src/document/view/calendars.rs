//! Time: zones, calendars, business hours and days.

use schemars::JsonSchema;
use serde::Serialize;

use super::Context;
use super::annexes::region_name;
use crate::model::{Calendar, ClosedDates, Hours};

/// The calendars and how business time counts.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Calendars {
    entries: Vec<CalendarView>,
    /// The calendar of business days where a clause names none.
    business_days: Option<String>,
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
    /// Whether one line says all hours.
    one_line: bool,
    hours: Vec<HoursView>,
    /// Empty: never closed.
    closed: Vec<ClosedView>,
    source: String,
}

/// Hours of some days of every week, or of single dates.
#[derive(Debug, Serialize, JsonSchema)]
struct HoursView {
    /// `Monday to Friday`; empty where they are of single dates.
    days: Vec<String>,
    dates: Vec<String>,
    /// `09:00 to 17:00`.
    hours: Vec<String>,
}

/// What is closed.
#[derive(Debug, Serialize, JsonSchema)]
struct ClosedView {
    /// The region whose public holidays are: `Berlin`; none where dates are given.
    region: Option<String>,
    /// `DE-BE`.
    code: Option<String>,
    dates: Vec<String>,
    /// Whether the dates recur; they are then without their year.
    each_year: bool,
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
            overnight: all_hours().any(|hours| hours.to <= hours.from),
        })
    }
}

impl CalendarView {
    fn new(calendar: &Calendar, context: &Context<'_>) -> Self {
        let forms = context.forms;
        let times = |hours: &[Hours]| -> Vec<String> { hours.iter().map(|hours| forms.hours(*hours)).collect() };
        let weekly = calendar.opening.iter().map(|opening| HoursView {
            days: forms.weekdays(&opening.days),
            dates: Vec::new(),
            hours: times(&opening.hours),
        });
        let single = calendar.exceptions.iter().map(|exception| HoursView {
            days: forms.weekdays(&exception.days),
            dates: exception.dates.iter().map(|dates| forms.dates(*dates)).collect(),
            hours: times(&exception.hours),
        });
        let hours: Vec<HoursView> = weekly.chain(single).collect();
        Self {
            name: calendar.name.to_string(),
            zone: forms.zone(&calendar.zone),
            zone_name: calendar.zone.to_string(),
            one_line: hours.len() == 1,
            hours,
            closed: closed(calendar, context),
            source: context.source(calendar.name.origin),
        }
    }
}

/// What a calendar is closed on: regions, then dates of every year, then single dates.
fn closed(calendar: &Calendar, context: &Context<'_>) -> Vec<ClosedView> {
    let forms = context.forms;
    let regions = calendar.holidays.iter().map(|region| ClosedView {
        region: Some(forms.region(&region_name(region.as_str()))),
        code: Some(region.to_string()),
        dates: Vec::new(),
        each_year: false,
    });
    let dates = [true, false].map(|each_year| {
        let dates = calendar.closed.iter().filter(|closed| closed.each_year == each_year);
        let print = |closed: &ClosedDates| {
            if each_year { forms.days_of_year(closed.dates) } else { forms.dates(closed.dates) }
        };
        ClosedView { region: None, code: None, dates: dates.map(print).collect(), each_year }
    });
    regions.chain(dates.into_iter().filter(|closed| !closed.dates.is_empty())).collect()
}
