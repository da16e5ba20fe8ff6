//! Force majeure without an end.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "force-majeure-without-end",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer stays bound to a service that may never come back",
    page: include_str!("../../../docs/rules/force-majeure-without-end.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(event) = agreement.force_majeure.as_ref().filter(|event| event.ends.is_empty()) {
        found.at(&event.origin, "force majeure may last for ever", "write `either party may terminate after 60 days`");
    }
}
