//! A review that falls after the end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "review-after-end",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the agreement ends before anybody looks at it",
    page: include_str!("../../../docs/rules/review-after-end.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let (Some(review), Some((_, term))) = (&agreement.period.review, term_days(agreement))
        && agreement.period.renewal.is_none()
        && days(review.value).is_some_and(|(least, _)| least >= term)
    {
        found.at(
            review,
            format!("a review every {} never happens in this term", review.value),
            "review more often, or leave it out",
        );
        found.related(&agreement.period.length, "the term");
    }
}
