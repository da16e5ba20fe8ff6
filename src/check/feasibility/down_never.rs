//! A service that is never down by its own definition.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "down-never",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "whatever fails, the availability is 100%",
    page: include_str!("../../../docs/rules/down-never.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let all = fraction(Percent::new(Number::whole(100)));
    for level in &agreement.levels {
        let Indicator::Uptime(uptime) = &level.indicator else { continue };
        for condition in &uptime.down_when {
            if let DownCondition::ErrorRate { above, .. } = &condition.value
                && fraction(*above) >= all
            {
                found.at(
                    condition,
                    "an error rate is never above 100%",
                    "write a rate that can be exceeded, such as 5%",
                );
            }
        }
    }
}
