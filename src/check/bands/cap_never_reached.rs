//! A cap that all credits together cannot reach.

use crate::check::prelude::*;
use crate::evaluate::tiers::bound_by_no_figure;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "cap-never-reached",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "it looks like a limit, and limits nothing",
    page: include_str!("../../../docs/rules/cap-never-reached.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(penalties) = &agreement.penalties else { return };
    for rule in &penalties.credits {
        for cap in rule.caps.iter().filter(|cap| bound_by_no_figure(agreement, rule, cap)) {
            found.at(&cap.origin, "no result reaches this cap", "lower the cap, or take it out");
        }
    }
    let ends = |rule: &CreditRule| {
        rule.events.is_empty()
            && rule.steps.is_empty()
            && rule.late.is_empty()
            && rule.beyond.is_empty()
            && rule.lost_time_multiple.is_none()
            && rule.repeat_multiplier.is_none()
    };
    if penalties.at_risk.is_some()
        || !penalties.points_table.is_empty()
        || penalties.points_pay.is_some()
        || !penalties.several_missed.is_empty()
        || !penalties.credits.iter().all(ends)
    {
        return;
    }
    for cap in &penalties.caps {
        let CapAmount::Share { share: limit, of } = &cap.amount else { continue };
        if matches!(
            cap.each,
            Some(
                Cycle::Each(CycleUnit::Year | CycleUnit::ContractYear | CycleUnit::Quarter)
                    | Cycle::Period
                    | Cycle::Rolling(_)
            )
        ) {
            continue;
        }
        let mut total = fraction(Percent::new(Number::whole(0)));
        let mut known = true;
        for rule in &penalties.credits {
            let shares: Vec<Percent> = rule.bands.iter().filter_map(|band| award_share(&band.award)).collect();
            known &= shares.len() == rule.bands.len() && rule.base.as_ref().is_some_and(|base| base.value == *of);
            let most = shares.into_iter().map(fraction).max().unwrap_or(total);
            for _ in &rule.levels {
                total += most;
            }
        }
        if known && total < fraction(*limit) {
            found.at(&cap.origin, format!("all credits together stay below {limit}"), "lower the cap, or take it out");
        }
    }
}
