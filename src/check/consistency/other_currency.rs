//! Amounts in different currencies.

use crate::check::prelude::*;
use crate::source::Span;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "other-currency",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a rate that nobody agreed on decides what is owed",
    page: include_str!("../../../docs/rules/other-currency.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let own = agreement.heading.currency;
    for (amount, what, place) in amounts(agreement) {
        if amount.currency != own {
            found.at(
                place,
                format!("this {what} is in {}, the agreement in {own}", amount.currency),
                format!("give it in {own}"),
            );
        }
    }
}

/// All amounts of money, what each is, and where it stands.
fn amounts(agreement: &Agreement) -> Vec<(Money, &'static str, Span)> {
    let mut amounts = Vec::new();
    for fee in agreement.services.iter().flat_map(|service| &service.fees) {
        amounts.extend(fee.amount().map(|amount| (amount.value, "fee", amount.span())));
    }
    if let Some(LiabilityCap { amount: LiabilityAmount::Amount(amount), origin, .. }) =
        agreement.liability.as_ref().and_then(|liability| liability.cap.as_ref())
    {
        amounts.push((*amount, "cap", origin.0));
    }
    let Some(penalties) = &agreement.penalties else { return amounts };
    for rule in &penalties.credits {
        let bands = rule.bands.iter().map(|band| (&band.award, &band.origin));
        let events = rule.events.iter().map(|event| (&event.award, &event.origin));
        let steps = rule.steps.iter().map(|step| (&step.award, &step.origin));
        let late = rule.late.iter().map(|late| (&late.award, &late.origin));
        let beyond = rule.beyond.iter().map(|beyond| (&beyond.award, &beyond.origin));
        for (award, origin) in bands.chain(events).chain(steps).chain(late).chain(beyond) {
            if let Award::Amount(money) = award {
                amounts.push((*money, "credit", origin.0));
            }
        }
        amounts.extend(rule.minimum.map(|money| (money, "least credit", rule.origin.0)));
        amounts.extend(rule.exempt.as_ref().map(|exempt| (exempt.up_to, "exempt sum", rule.origin.0)));
    }
    for cap in penalties.caps.iter().chain(penalties.credits.iter().flat_map(|rule| &rule.caps)) {
        if let CapAmount::Amount(money) = &cap.amount {
            amounts.push((*money, "cap", cap.origin.0));
        }
    }
    for several in &penalties.several_missed {
        if let SeveralMissedThen::Award(Award::Amount(money)) = &several.then {
            amounts.push((*money, "credit", several.origin.0));
        }
    }
    for pays in penalties.points_pay.iter().chain(&penalties.points_table) {
        if let PointsAmount::Amount(money) = &pays.pays {
            amounts.push((*money, "credit for points", penalties.origin.0));
        }
    }
    for right in &penalties.chronic {
        if let ChronicTrigger::Credits { amount: CapAmount::Amount(money), .. }
        | ChronicTrigger::CreditsInOf { amount: CapAmount::Amount(money), .. } = &right.trigger
        {
            amounts.push((*money, "limit", right.origin.0));
        }
    }
    amounts
}
