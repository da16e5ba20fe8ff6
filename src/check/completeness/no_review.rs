//! A term that renews, or lasts longer than two years, without a review.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-review",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "levels, contacts and fees that nobody looks at stop fitting",
    page: include_str!("../../../docs/rules/no-review.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let period = &agreement.period;
    let long = term_days(agreement).is_none_or(|(least, _)| least > 2 * 366);
    if period.review.is_none() && (period.renewal.is_some() || long) && !is_part(agreement) {
        found.at(&period.origin, "nobody reviews this agreement", "write `review every 6 months`");
    }
}
