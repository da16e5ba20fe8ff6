//! Nothing about liability.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-liability",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the provider's liability has no limit, and nobody knows what the credits do to it",
    page: include_str!("../../../docs/rules/no-liability.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if agreement.liability.is_none() && !is_part(agreement) {
        found.at(
            head(agreement),
            "nothing limits liability, nor says that it is unlimited",
            "add a section `liability` with `capped at 100% of the fees paid in 12 months each contract year`",
        );
    }
}
