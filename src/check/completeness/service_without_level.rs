//! A service that nothing is promised about.

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
    for service in &agreement.services {
        let name = &service.name.value;
        let levels = agreement.levels.iter().any(|level| level.services.iter().any(|covered| covered.value == *name));
        let depends = agreement.services.iter().any(|other| other.depends_on.iter().any(|on| on.value == *name));
        let requested = agreement.requests.iter().any(|request| request.service.as_ref().is_none_or(|of| of == name));
        let paid = service.fees.iter().any(|fee| !matches!(fee, Fee::Amount { per: FeeUnit::Once, .. }));
        let recovered = agreement.continuity.iter().any(|of| of.services.contains(name));
        if !levels && !depends && !requested && !recovered && paid {
            found.at(
                &service.name,
                format!("`{name}` has a fee and no level"),
                format!("promise something in `levels`: `uptime of {name} as …`"),
            );
        }
    }
}
