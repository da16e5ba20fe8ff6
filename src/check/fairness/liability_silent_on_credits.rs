//! A cap of liability that is silent on credits.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "liability-silent-on-credits",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "each side counts the credits its own way when the damage is larger",
    page: include_str!("../../../docs/rules/liability-silent-on-credits.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let credits = !credit_rules(agreement).is_empty();
    if let Some(liability) =
        agreement.liability.as_ref().filter(|of| credits && of.cap.is_some() && of.credits_count.is_none())
    {
        found.at(
            &liability.origin,
            "nothing says whether credits count towards the cap",
            "write `credits count towards the cap`, or `credits do not count towards the cap`",
        );
    }
}
