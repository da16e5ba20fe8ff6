//! Business hours that know no public holidays.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "calendar-without-holidays",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "whether 1 January is a business day is open",
    page: include_str!("../../../docs/rules/calendar-without-holidays.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for calendar in &agreement.calendars {
        let weekend = calendar.opening.iter().any(|opening| opening.days.contains(&Weekday::Sun));
        if !weekend && !calendar.opening.is_empty() && calendar.holidays.is_empty() && calendar.closed.is_empty() {
            found.at(
                &calendar.name,
                format!("`{}` is open on public holidays", calendar.name),
                "write `closed on public holidays of DE-BE` below it, with your country and state",
            );
        }
    }
}
