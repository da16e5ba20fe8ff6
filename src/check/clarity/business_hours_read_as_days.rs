//! A number of business hours that people read as days.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "business-hours-read-as-days",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "24 business hours are three days of an eight-hour office, and one day to the reader",
    page: include_str!("../../../docs/rules/business-hours-read-as-days.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for row in times_rows(agreement) {
        for measure in TimeMeasure::ALL {
            let Some(time) = row.time(measure) else { continue };
            let hours = matches!(time.unit, DurationUnit::BusinessHour)
                || time.unit == DurationUnit::Hour && row.clock.name().is_some();
            let all_day = || Week::of(agreement, &row.clock).is_some_and(|week| week.is_always());
            if hours && time.count % 24 == 0 && time.count > 0 && !all_day() {
                found.at(
                    time,
                    format!(
                        "{} on this calendar are more than {} day{}",
                        time.value,
                        time.count / 24,
                        plural(usize::try_from(time.count / 24).unwrap_or(0))
                    ),
                    "write it in business days",
                );
            }
        }
    }
}
