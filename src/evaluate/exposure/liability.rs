//! What may be owed besides credits: damages, as far as they are limited.

use super::Amount;
use super::fees::Fees;
use super::horizon::Horizon;
use crate::evaluate::formula::{fraction, rounded};
use crate::model::{Agreement, Cycle, LiabilityAmount, Money, PartialMonths};

/// What may be owed in damages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damages {
    /// What one cycle of the limit allows.
    pub each: Amount,
    /// The cycle; none: the whole term.
    pub cycle: Option<Cycle>,
    /// For the whole term.
    pub term: Amount,
    /// Whether credits count towards the limit; none: the agreement does not say.
    pub credits_count: Option<bool>,
}

/// What may be owed in damages, where the agreement limits them.
pub fn damages(agreement: &Agreement) -> Option<Damages> {
    let liability = agreement.liability.as_ref()?;
    let cap = liability.cap.as_ref()?;
    let horizon = Horizon::of(&agreement.period);
    let fees = Fees { agreement, horizon: &horizon };
    let (value, surely) = match &cap.amount {
        LiabilityAmount::Amount(amount) => (fees.money(*amount), true),
        LiabilityAmount::ShareOfFees { share, paid, within } => {
            let value = fees.all_for(*within).and_then(|all| rounded(all * fraction(*share), 0));
            (value, !paid)
        }
    };
    let minor = value.and_then(|value| i64::try_from(value.to_integer()).ok());
    let cycles = match cap.each {
        Some(cycle) => horizon.judged(cycle, PartialMonths::DaysInPeriod).map(|cycles| cycles.len()),
        None => Some(1),
    };
    let amount = |minor: Option<i64>| match minor {
        None => Amount::Unknown,
        Some(minor) => {
            let money = Money { minor, currency: agreement.heading.currency };
            if surely { Amount::Exactly(money) } else { Amount::AtMost(money) }
        }
    };
    let term = minor.zip(cycles).and_then(|(minor, cycles)| minor.checked_mul(i64::try_from(cycles).ok()?));
    Some(Damages { each: amount(minor), cycle: cap.each, term: amount(term), credits_count: liability.credits_count })
}
