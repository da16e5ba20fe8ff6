//! Amounts in different currencies.

use crate::check::prelude::*;

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
    for service in &agreement.services {
        for fee in &service.fees {
            if let Some(amount) = fee.amount()
                && amount.currency != own
            {
                found.at(
                    amount,
                    format!("this fee is in {}, the agreement in {own}", amount.currency),
                    format!("give it in {own}"),
                );
            }
        }
    }
    let Some(penalties) = &agreement.penalties else { return };
    for rule in &penalties.credits {
        let bands = rule.bands.iter().map(|band| (&band.award, &band.origin));
        let events = rule.events.iter().map(|event| (&event.award, &event.origin));
        let steps = rule.steps.iter().map(|step| (&step.award, &step.origin));
        let late = rule.late.iter().map(|late| (&late.award, &late.origin));
        for (award, origin) in bands.chain(events).chain(steps).chain(late) {
            if let Award::Amount(money) = award
                && money.currency != own
            {
                found.at(
                    origin,
                    format!("this credit is in {}, the agreement in {own}", money.currency),
                    format!("give it in {own}"),
                );
            }
        }
    }
    for cap in penalties.caps.iter().chain(penalties.credits.iter().flat_map(|rule| &rule.caps)) {
        if let CapAmount::Amount(money) = &cap.amount
            && money.currency != own
        {
            found.at(
                &cap.origin,
                format!("this cap is in {}, the agreement in {own}", money.currency),
                format!("give it in {own}"),
            );
        }
    }
}
