//! Credits that are neither a price adjustment nor damages.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credits-without-nature",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a court decides what they are: a penalty that does not hold, or damages that end all others",
    page: include_str!("../../../docs/rules/credits-without-nature.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(penalties) = &agreement.penalties
        && !penalties.credits.is_empty()
        && penalties.nature.is_none()
    {
        found.at(&penalties.origin, "nothing says what credits are", "write `credits are a price adjustment`");
    }
}
