//! A credit that is a share of no fee.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credit-of-no-fee",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "ten percent of nothing is nothing",
    page: include_str!("../../../docs/rules/credit-of-no-fee.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let services = services_by_name(agreement);
    for rule in credit_rules(agreement) {
        let Some(base) = &rule.base else { continue };
        let FeeBase::ServiceFee(name) = &base.value else { continue };
        let Some(service) = services.get(name) else { continue };
        let nothing = |fee: &Fee| fee.amount().is_some_and(|amount| amount.minor == 0);
        if service.fees.iter().all(nothing) {
            found.at(
                base,
                format!("`{name}` has no fee to take a share of"),
                format!("write `fee EUR 1000 per month` below `{name}`, or take the credit from another fee"),
            );
            found.related(&service.name, "the service");
        }
    }
}
