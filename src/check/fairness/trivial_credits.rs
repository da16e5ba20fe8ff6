//! Small credits as the only remedy.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "trivial-credits",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "for a few percent of a month's fee the provider may fail, and nothing else is owed",
    page: include_str!("../../../docs/rules/trivial-credits.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(penalties) = &agreement.penalties else { return };
    let Some(sole) = &penalties.sole_remedy else { return };
    let small = fraction(Percent::new(Number::whole(5)));
    let shares: Vec<Percent> =
        penalties.credits.iter().flat_map(|rule| &rule.bands).filter_map(|band| award_share(&band.award)).collect();
    let only_bands = penalties.credits.iter().all(|rule| {
        !rule.bands.is_empty()
            && rule.events.is_empty()
            && rule.steps.is_empty()
            && rule.late.is_empty()
            && rule.beyond.is_empty()
            && rule.bands.iter().all(|band| award_share(&band.award).is_some())
    });
    let kept = sole.except.contains(&RemedyKept::Termination) && !penalties.chronic.is_empty();
    if only_bands && !shares.is_empty() && !kept && shares.iter().all(|share| fraction(*share) <= small) {
        found.at(
            &sole.origin,
            "credits are the only remedy, and none is more than 5%",
            "raise the credits, or keep other remedies: `except termination and what law forbids to limit`",
        );
    }
}
