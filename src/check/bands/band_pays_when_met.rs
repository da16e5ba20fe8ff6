//! A band that pays where the target is met.

use crate::check::prelude::*;
use crate::evaluate::tiers::{Tiers, strictest};

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "band-pays-when-met",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "the provider keeps its promise and pays all the same",
    page: include_str!("../../../docs/rules/band-pays-when-met.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for (rule, level) in banded(agreement) {
        let Some(tiers) = Tiers::of(agreement, rule, level) else { continue };
        let (Some(figure), Some(target)) = (tiers.pays_when_met(), strictest(level)) else {
            continue;
        };
        let origin = tiers.band(&figure).map(|band| band.origin);
        found.at(
            &origin.or(rule.steps.first().map(|step| step.origin)).unwrap_or(rule.origin),
            format!("this pays a credit at {figure}, where `{}` is met", level.name),
            "start the first band where the target is missed",
        );
        found.related(&target.threshold, "the target");
    }
}
