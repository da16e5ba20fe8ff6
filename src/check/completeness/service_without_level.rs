//! A service that nothing is promised about.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "service-without-level",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer pays for it and has no measure to hold it to",
    page: include_str!("../../../docs/rules/service-without-level.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let mut promised: BTreeSet<&Name> = BTreeSet::new();
    promised.extend(agreement.levels.iter().flat_map(|level| &level.services).map(|of| &of.value));
    promised.extend(agreement.services.iter().flat_map(|service| &service.depends_on).map(|on| &on.value));
    promised.extend(agreement.continuity.iter().flat_map(|plan| &plan.services));
    promised.extend(agreement.requests.iter().filter_map(|request| request.service.as_ref()));
    let all_requested = agreement.requests.iter().any(|request| request.service.is_none());
    for service in &agreement.services {
        let name = &service.name.value;
        let paid = service.fees.iter().any(|fee| !matches!(fee, Fee::Amount { per: FeeUnit::Once, .. }));
        if !promised.contains(name) && !all_requested && paid {
            found.at(
                &service.name,
                format!("`{name}` has a fee and no level"),
                format!("promise something in `levels`: `uptime of {name} as …`"),
            );
        }
    }
}
