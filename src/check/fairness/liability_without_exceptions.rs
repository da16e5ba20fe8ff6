//! A cap of liability for intent and injury, too.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "liability-without-exceptions",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "many laws strike down a cap without exceptions as a whole, and else the customer bears fraud",
    page: include_str!("../../../docs/rules/liability-without-exceptions.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(liability) =
        agreement.liability.as_ref().filter(|liability| liability.cap.is_some() && liability.not_limited.is_empty())
    {
        found.at(
            &liability.origin,
            "the cap has no exceptions",
            "write `not limited for \"intent, gross negligence, fraud, death or injury\"`",
        );
    }
}
