//! What an agreement can cost in credits: the worst case and single scenarios, for a month and for the whole term.
//!
//! The worst case takes every cycle of the term, finds the most that each rule for credits can give for it, and pays
//! this out in order of time within all caps. Nothing is estimated: a figure that the agreement does not settle is told
//! as a limit from above, as unknown, or as without a limit. `docs/exposure.md` states how each statement counts.

mod basis;
mod credits;
mod fees;
mod horizon;
mod ledger;
mod liability;
mod range;
mod scenarios;
mod worst;

use std::collections::BTreeSet;

pub use self::basis::Basis;
use self::credits::{Credits, credits};
use self::fees::Fees;
pub use self::horizon::Horizon;
use self::ledger::{Ledger, Paid};
pub use self::liability::{Damages, damages};
pub use self::scenarios::Scenario;
use super::agreement_hours::AgreementHours;
use super::holidays::YearsUnknown;
use super::term::Term;
use crate::model::{Agreement, Money};

/// An amount, as far as the agreement settles it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// This much.
    Exactly(Money),
    /// This much or less: something that it depends on is not in the agreement.
    AtMost(Money),
    /// It grows with the number of events, and nothing limits it.
    Unlimited,
    /// It depends on something that is not in the agreement.
    Unknown,
}

/// An amount for a month and for the whole term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figures {
    /// In the worst month of the term.
    pub month: Amount,
    /// In the term.
    pub term: Amount,
    /// The statements that it comes from: what is credited, then the limits that it reaches.
    pub because: BTreeSet<Basis>,
}

/// What an agreement can cost in credits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exposure {
    /// The time that is looked at.
    pub horizon: Horizon,
    /// All credits at their worst, in every cycle.
    pub worst: Figures,
    /// Each rule for credits by itself, within its own limits, by its place in the agreement.
    pub rules: Vec<Figures>,
    /// One thing that goes wrong, in one cycle and in every one.
    pub scenarios: Vec<Scenario>,
}

/// What an agreement can cost in credits; an agreement without remedies costs nothing.
///
/// # Errors
/// Where the term reaches past the years whose public holidays are known.
pub fn exposure(agreement: &Agreement) -> Result<Exposure, YearsUnknown> {
    let horizon = Horizon::of(&agreement.period);
    let hours = AgreementHours::new(agreement, Term { first: horizon.first, last: Some(horizon.last) })?;
    let fees = Fees { agreement, horizon: &horizon };
    let case = Case { agreement, horizon: &horizon, hours: &hours, fees, ledger: Ledger::new(agreement, fees) };
    let all = credits(&case, None);
    let count = agreement.penalties.as_ref().map_or(0, |penalties| penalties.credits.len());
    let rules = (0..count).map(|rule| case.figures(&credits(&case, Some(rule)), ledger::Limits::OwnOnly)).collect();
    Ok(Exposure {
        worst: case.figures(&all, ledger::Limits::All),
        rules,
        scenarios: scenarios::scenarios(&case),
        horizon,
    })
}

/// What exposure is computed from.
struct Case<'a> {
    agreement: &'a Agreement,
    horizon: &'a Horizon,
    hours: &'a AgreementHours,
    fees: Fees<'a>,
    ledger: Ledger<'a>,
}

impl Case<'_> {
    /// Credits paid out within the limits: those of the worst month alone, and all.
    fn figures(&self, credits: &Credits, limits: ledger::Limits) -> Figures {
        let mut because: BTreeSet<Basis> = BTreeSet::new();
        let months = self.horizon.months().into_iter().map(|month| {
            let inside = credits.only(|credit| month.first <= credit.date && credit.date <= month.last);
            (self.ledger.pay(&inside, limits, true), inside)
        });
        let worst = months.fold(None::<(Paid, Credits)>, |worst, month| match worst {
            Some(known) if !month.0.exceeds(&known.0) => Some(known),
            _ => Some(month),
        });
        let month = worst.map_or(Amount::Unknown, |(paid, inside)| {
            because.extend(inside.because());
            because.extend(paid.limits.iter().copied());
            self.amount(&paid)
        });
        let paid = self.ledger.pay(credits, limits, false);
        because.extend(credits.because());
        because.extend(paid.limits.iter().copied());
        Figures { month, term: self.amount(&paid), because }
    }

    fn amount(&self, paid: &Paid) -> Amount {
        let money = |minor: i128| i64::try_from(minor).ok().map(|minor| Money { minor, currency: self.currency() });
        match (paid.least, paid.most) {
            (None, _) => Amount::Unlimited,
            (Some(_), None) => Amount::Unknown,
            (Some(least), Some(most)) if least == most => money(most).map_or(Amount::Unknown, Amount::Exactly),
            (Some(_), Some(most)) => money(most).map_or(Amount::Unknown, Amount::AtMost),
        }
    }

    fn currency(&self) -> crate::model::Currency {
        self.agreement.heading.currency
    }
}
