//! All clocks of an agreement for its first term, with the public holidays frozen into it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::clock::Clock;
use super::holidays::{Region, YearsUnknown};
use super::open_hours::{ClockError, OpenHours};
use super::term::Term;
use super::zone::ZoneRules;
use crate::model::{self, Agreement, CalendarRef, Date, DurationUnit, Name};

/// A public holiday on which a calendar is closed, as frozen into the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FrozenHoliday {
    /// The calendar that it closes.
    pub calendar: Name,
    /// The region that keeps it, by its ISO 3166 code.
    pub region: model::Region,
    /// The date.
    pub date: Date,
    /// The name in English.
    pub name: String,
    /// The name in the country's first language.
    pub local_name: String,
}

/// The public holidays of all calendars, from the first day of the first term to its last, or for
/// [`OPEN_TERM_MONTHS`](super::OPEN_TERM_MONTHS) months where it has none; in order of calendar, region
/// and date. Empty where the first day is not known yet.
///
/// # Errors
/// Where the term reaches past the years that are known.
pub fn frozen_holidays(agreement: &Agreement) -> Result<Vec<FrozenHoliday>, YearsUnknown> {
    let Some(term) = Term::of(&agreement.period) else { return Ok(Vec::new()) };
    let mut frozen = Vec::new();
    for calendar in &agreement.calendars {
        for region in &calendar.holidays {
            let Some(known) = Region::parse(region.as_str()) else { continue };
            frozen.extend(known.holidays(term.first, term.horizon())?.into_iter().map(|holiday| FrozenHoliday {
                calendar: calendar.name.value.clone(),
                region: region.value.clone(),
                date: holiday.date,
                name: holiday.name.to_owned(),
                local_name: holiday.local_name.to_owned(),
            }));
        }
    }
    Ok(frozen)
}

/// The clocks of an agreement.
#[derive(Debug, Clone)]
pub struct AgreementHours {
    zone: ZoneRules,
    calendars: BTreeMap<Name, OpenHours>,
    business_days: Option<Name>,
}

impl AgreementHours {
    /// The clocks of an agreement for a term and, as far as holidays are known, the year around it.
    ///
    /// # Errors
    /// Where the term reaches past the years whose holidays are known.
    pub fn new(agreement: &Agreement, term: Term) -> Result<Self, YearsUnknown> {
        let mut calendars = BTreeMap::new();
        for calendar in &agreement.calendars {
            let regions = calendar.holidays.iter().filter_map(|region| Region::parse(region.as_str()));
            // Deadlines run past the end, and business days are counted back from the beginning.
            let (mut from, mut to) = (term.first.plus_months(-12), term.horizon().plus_months(12));
            for years in regions.map(|region| region.years()) {
                from = from.max(Date::new(*years.start(), 1, 1));
                to = to.min(Date::new(*years.end(), 12, 31));
            }
            let from = from.map_or(term.first, |from| from.min(term.first));
            let to = to.map_or(term.horizon(), |to| to.max(term.horizon()));
            calendars.insert(calendar.name.value.clone(), OpenHours::new(calendar, from, to)?);
        }
        let heading = &agreement.heading;
        Ok(Self { zone: ZoneRules::of(&heading.zone), calendars, business_days: heading.business_days.clone() })
    }

    /// The zone in which the agreement's days and months begin.
    pub fn zone(&self) -> &ZoneRules {
        &self.zone
    }

    /// The hours of a calendar by its name.
    pub fn calendar(&self, name: &Name) -> Option<&OpenHours> {
        self.calendars.get(name)
    }

    /// The hours by which business days count where a statement names no calendar.
    pub fn business_days(&self) -> Option<&OpenHours> {
        self.business_days.as_ref().and_then(|name| self.calendar(name))
    }

    /// The clock that counts a unit of time where a statement names this calendar. Business units
    /// on a clock that always runs count by the agreement's business days.
    ///
    /// # Errors
    /// [`ClockError::NoCalendar`] where there is no such calendar.
    pub fn clock(&self, named: &CalendarRef, unit: DurationUnit) -> Result<Clock<'_>, ClockError> {
        let hours = match named {
            CalendarRef::Calendar(name) => self.calendar(name),
            CalendarRef::Always if unit.is_business() => self.business_days(),
            CalendarRef::Always => return Ok(Clock::Elapsed(&self.zone)),
        };
        hours.map(Clock::Open).ok_or(ClockError::NoCalendar)
    }
}
