//! Credits that are called a penalty.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credits-called-penalty",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "in England, the USA and Germany, a court may cut down or refuse what calls itself a penalty",
    page: include_str!("../../../docs/rules/credits-called-penalty.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(nature) = agreement.penalties.as_ref().and_then(|penalties| penalties.nature.as_ref())
        && nature.value == CreditNature::Penalty
    {
        found.at(
            nature,
            "these credits call themselves a penalty",
            "write `credits are a price adjustment`, or `credits are liquidated damages`",
        );
    }
}
