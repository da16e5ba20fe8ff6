//! A consumer whose only remedy is a credit.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "consumer-sole-remedy",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "most laws strike such a clause down, and with it often the whole limit",
    page: include_str!("../../../docs/rules/consumer-sole-remedy.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(sole) = agreement.penalties.as_ref().and_then(|penalties| penalties.sole_remedy.as_ref())
        && agreement.parties.customer.consumer
    {
        found.at(
            &sole.origin,
            "the customer is a consumer, and credits are its only remedy",
            "take this statement out",
        );
    }
}
