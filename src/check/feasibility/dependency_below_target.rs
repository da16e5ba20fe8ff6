//! A service that promises more than what it depends on.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "dependency-below-target",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "three services of 99.9% in a row are available 99.7% of the time",
    page: include_str!("../../../docs/rules/dependency-below-target.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let mut promises: BTreeMap<&Name, (&Level, Percent)> = BTreeMap::new();
    for level in &agreement.levels {
        if let (Indicator::Uptime(_), Some(Target { threshold, .. })) = (&level.indicator, &level.target)
            && let Quantity::Percent(percent) = threshold.value
        {
            for service in &level.services {
                promises.entry(&service.value).or_insert((level, percent));
            }
        }
    }
    let promised = |name: &Name| promises.get(name).copied();
    for service in &agreement.services {
        let Some((level, own)) = promised(&service.name) else { continue };
        let mut together = fraction(Percent::new(Number::whole(100)));
        let mut named = Vec::new();
        for on in &service.depends_on {
            if let Some((_, percent)) = promised(on) {
                together *= fraction(percent);
                named.push(format!("`{}` {percent}", on.value));
            }
        }
        if !named.is_empty() && together < fraction(own) {
            let origin = level.target.as_ref().map_or(&level.origin, |target| &target.threshold.origin);
            found.at(
                origin,
                format!(
                    "`{}` promises {own} and depends on {}, which together are available {}",
                    service.name,
                    named.join(" and "),
                    percent(together)
                ),
                "promise no more than the product of what it depends on, or exclude their outages",
            );
        }
    }
}

/// A share of one with four decimals, rounded down.
fn percent(share: crate::evaluate::formula::Exact) -> String {
    let parts = (share * 1_000_000).floor().to_integer();
    format!("{}.{:04}%", parts / 10_000, parts % 10_000)
}
