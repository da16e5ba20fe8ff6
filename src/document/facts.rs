//! What is computed from an agreement before its contract is written.

use crate::diagnostic::Diagnostic;
use crate::evaluate::holidays::YearsUnknown;
use crate::evaluate::{Examples, FrozenHoliday, KeyDate, examples, frozen_holidays, key_dates};
use crate::model::Agreement;

/// Dates and examples that the contract prints.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    pub(super) holidays: Vec<FrozenHoliday>,
    pub(super) key_dates: Vec<KeyDate>,
    pub(super) examples: Examples,
}

impl Facts {
    /// The facts of an agreement.
    ///
    /// # Errors
    /// Where the first term reaches past the years whose holidays are known.
    pub(super) fn of(agreement: &Agreement) -> Result<Self, Diagnostic> {
        let unknown = |error: YearsUnknown| {
            let mut regions = agreement.calendars.iter().flat_map(|calendar| &calendar.holidays);
            let named = regions.find(|region| region.as_str() == error.region);
            let span = named.map_or(agreement.period.origin.0, crate::model::At::span);
            Diagnostic::error("unknown-holidays", span, error.to_string())
                .help("shorten the first term: each renewal gets its own list of holidays")
        };
        Ok(Self {
            holidays: frozen_holidays(agreement).map_err(unknown)?,
            key_dates: key_dates(agreement).map_err(unknown)?,
            examples: examples(agreement).map_err(unknown)?,
        })
    }
}
