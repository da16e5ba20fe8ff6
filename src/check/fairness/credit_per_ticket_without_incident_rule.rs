//! A credit for each ticket, and no rule for one outage with many.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "credit-per-ticket-without-incident-rule",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "four hundred users report one outage, and each ticket is credited",
    page: include_str!("../../../docs/rules/credit-per-ticket-without-incident-rule.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let levels = levels_by_name(agreement);
    for rule in credit_rules(agreement) {
        let once = rule.one_credit_for_one_incident
            || agreement.penalties.as_ref().is_some_and(|penalties| penalties.one_credit_for_one_incident);
        let event = rule.events.iter().find(|event| matches!(event.missed, Missed::Time(_)));
        let grouped =
            rule.levels.iter().filter_map(|of| levels.get(&of.value)).all(
                |level| matches!(&level.indicator, Indicator::SupportTimes(times) if times.one_outage_counts_once),
            );
        if let Some(event) = event.filter(|_| !once && !grouped) {
            found.at(
                &event.origin,
                "one outage with many tickets gives many credits",
                "write `one credit for one incident` below the credits",
            );
        }
    }
}
