//! A higher percentile with a shorter limit.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "percentiles-cross",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the shorter limit alone counts, and the other promises nothing",
    page: include_str!("../../../docs/rules/percentiles-cross.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let Indicator::Latency(latency) = &level.indicator else { continue };
        let known = |one: &Percentile| one.percentile.zip(one.limit.milliseconds());
        for one in &latency.percentiles {
            for other in &latency.percentiles {
                if let (Some((low, low_limit)), Some((high, high_limit))) = (known(one), known(other))
                    && measure(&Quantity::Number(low)) < measure(&Quantity::Number(high))
                    && low_limit > high_limit
                {
                    found.at(
                        &one.limit,
                        format!(
                            "percentile {low} may take {}, percentile {high} only {}",
                            one.limit.value, other.limit.value
                        ),
                        "give the higher percentile the longer limit",
                    );
                    found.related(&other.limit, "the higher percentile");
                }
            }
        }
    }
}
