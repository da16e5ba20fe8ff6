//! Force majeure without a notice.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "force-majeure-without-notice",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the other party learns weeks later that nothing was owed",
    page: include_str!("../../../docs/rules/force-majeure-without-notice.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(event) = agreement.force_majeure.as_ref().filter(|event| event.notice.is_none()) {
        found.at(
            &event.origin,
            "force majeure need not be notified",
            "write `notice within 2 business days after it begins`",
        );
    }
}
