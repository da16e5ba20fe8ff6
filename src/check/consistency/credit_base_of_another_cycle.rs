//! A level that is judged by the year and credited from a fee by the month.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credit-base-of-another-cycle",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "nobody knows whether the share is of one month's fee or of twelve",
    page: include_str!("../../../docs/rules/credit-base-of-another-cycle.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let (services, levels) = (services_by_name(agreement), levels_by_name(agreement));
    for rule in credit_rules(agreement) {
        let Some(At { value: FeeBase::ServiceFee(name), .. }) = &rule.base else { continue };
        let shares = rule.bands.iter().any(|band| award_share(&band.award).is_some());
        let monthly = services.get(name).is_some_and(|service| {
            service
                .fees
                .iter()
                .any(|fee| matches!(fee, Fee::Amount { per: FeeUnit::Month | FeeUnit::BillingMonth, .. }))
        });
        for level in rule.levels.iter().filter_map(|named| levels.get(&named.value)) {
            let yearly =
                matches!(level.judged, Cycle::Each(CycleUnit::Year | CycleUnit::ContractYear | CycleUnit::Quarter));
            if shares && monthly && yearly {
                let origin = rule.base.as_ref().map_or(rule.origin, |base| base.origin);
                found.at(
                    &origin,
                    format!("`{}` is not judged by the month, and the fee of `{name}` is one by the month", level.name),
                    "judge the level each month, or write `from the fees for the period`",
                );
                found.related(&level.name, "the level");
            }
        }
    }
}
