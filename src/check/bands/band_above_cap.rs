//! A band that the cap does not let pay.

use crate::check::prelude::*;
use crate::evaluate::tiers::{Cut, cut_by_caps};

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "band-above-cap",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the customer reads a credit that it never gets",
    page: include_str!("../../../docs/rules/band-above-cap.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for rule in credit_rules(agreement) {
        for Cut { band, cap } in cut_by_caps(agreement, rule) {
            let most = cap_words(cap);
            found.at(
                &band.origin,
                format!("this pays {}, and the cap is {most}", award_words(&band.award)),
                "raise the cap, or lower the band",
            );
            found.related(&cap.origin, "the cap");
        }
    }
}

fn award_words(award: &Award) -> String {
    match award {
        Award::Share(share) | Award::PoolShare(share) => share.to_string(),
        Award::Amount(money) => money.to_string(),
        Award::Service(time) | Award::Work { time, .. } => time.to_string(),
        Award::Points(points) => format!("{points} points"),
    }
}

fn cap_words(cap: &Cap) -> String {
    match &cap.amount {
        CapAmount::Share { share, .. } => share.to_string(),
        CapAmount::Amount(money) => money.to_string(),
        CapAmount::Service(time) => time.to_string(),
    }
}
