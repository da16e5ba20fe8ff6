//! Fees that credits and caps refer to, in minor units; none where the agreement does not settle them.

use num_traits::{CheckedAdd, CheckedMul, Zero};

use super::horizon::Horizon;
use crate::evaluate::formula::{Exact, fraction, measure};
use crate::model::{
    Agreement, CapAmount, Cycle, CycleUnit, Date, Duration, DurationUnit, Fee, FeeBase, FeeUnit, Money, Quantity,
    Service,
};

/// The fees of an agreement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fees<'a> {
    pub(super) agreement: &'a Agreement,
    pub(super) horizon: &'a Horizon,
}

impl<'a> Fees<'a> {
    /// An amount in the agreement's currency.
    pub(super) fn money(&self, amount: Money) -> Option<Exact> {
        (amount.currency == self.agreement.heading.currency).then(|| Exact::from_integer(i128::from(amount.minor)))
    }

    /// The fees that a base names, for one cycle.
    pub(super) fn of(&self, base: &FeeBase, cycle: Cycle) -> Option<Exact> {
        if self.agreement.penalties.as_ref().is_some_and(|penalties| penalties.fees_with_tax) {
            return None;
        }
        let months = match cycle {
            Cycle::Each(unit) => months(unit)?,
            Cycle::Period => self.horizon.whole_months?,
            Cycle::Rolling(length) => match length.unit {
                DurationUnit::Month => length.count,
                DurationUnit::Year => length.count.checked_mul(12)?,
                _ => return None,
            },
        };
        match base {
            FeeBase::Words(_) | FeeBase::AffectedService => None,
            FeeBase::Fees { for_period: true, .. } => self.sum(base, self.horizon.whole_months?, true),
            FeeBase::MonthlyInvoice => self.sum(base, 1, false),
            FeeBase::ServiceFee(_) | FeeBase::Fees { .. } => self.sum(base, months, cycle == Cycle::Period),
        }
    }

    /// The fee for some time of service, in the month or year that a date lies in.
    pub(super) fn for_time(&self, base: &FeeBase, time: Duration, date: Date) -> Option<Exact> {
        if self.agreement.penalties.as_ref().is_some_and(|penalties| penalties.fees_with_tax) {
            return None;
        }
        let mut sum = Exact::zero();
        for fee in self.services(base)?.into_iter().flat_map(|service| &service.fees) {
            let Fee::Amount { amount, per } = fee else { return None };
            let (amount, unit) = (self.money(amount.value)?, cycle_of(*per)?);
            let part = match time.unit {
                DurationUnit::Month => Exact::new(i128::from(time.count), i128::from(months(unit)?)),
                DurationUnit::Year => Exact::new(i128::from(time.count) * 12, i128::from(months(unit)?)),
                unit_of_time if unit_of_time.is_business() => return None,
                _ => {
                    let days = i128::from(self.horizon.cycle(unit, date)?.days());
                    measure(&Quantity::Duration(time)) / Exact::from_integer(days * 86_400_000)
                }
            };
            sum = sum.checked_add(&amount.checked_mul(&part)?)?;
        }
        Some(sum)
    }

    /// What a cap allows in the cycle that a date lies in; a cap of a rule may speak of time of service.
    pub(super) fn cap(&self, cap: &CapAmount, each: Cycle, base: Option<&FeeBase>, date: Date) -> Option<Exact> {
        match cap {
            CapAmount::Share { share, of } => self.of(of, each)?.checked_mul(&fraction(*share)),
            CapAmount::Amount(amount) => self.money(*amount),
            CapAmount::Service(time) => self.for_time(base?, *time, date),
        }
    }

    /// All fees for so many months before an event.
    pub(super) fn all_for(&self, length: Duration) -> Option<Exact> {
        let all = FeeBase::Fees { services: Vec::new(), for_period: false };
        self.of(&all, Cycle::Rolling(length))
    }

    fn services(&self, base: &FeeBase) -> Option<Vec<&'a Service>> {
        let agreement: &'a Agreement = self.agreement;
        let named = match base {
            FeeBase::ServiceFee(name) => std::slice::from_ref(name),
            FeeBase::Fees { services, .. } => services.as_slice(),
            FeeBase::MonthlyInvoice => &[],
            FeeBase::Words(_) | FeeBase::AffectedService => return None,
        };
        if named.is_empty() {
            return Some(agreement.services.iter().collect());
        }
        named.iter().map(|name| agreement.service(name)).collect()
    }

    /// Fees for so many months; fees that are paid once belong to the whole period, or stand alone.
    fn sum(&self, base: &FeeBase, months_of_cycle: u32, whole: bool) -> Option<Exact> {
        let fees: Vec<&Fee> = self.services(base)?.into_iter().flat_map(|service| &service.fees).collect();
        if fees.is_empty() {
            return None;
        }
        let alone = fees.len() == 1;
        let mut sum = Exact::zero();
        for fee in fees {
            let Fee::Amount { amount, per } = fee else { return None };
            let times = match cycle_of(*per) {
                Some(unit) => {
                    let of_fee = months(unit)?;
                    months_of_cycle.is_multiple_of(of_fee).then_some(months_of_cycle / of_fee)?
                }
                None if *per == FeeUnit::Once && (whole || alone) => 1,
                None => return None,
            };
            let times = Exact::from_integer(i128::from(times));
            sum = sum.checked_add(&self.money(amount.value)?.checked_mul(&times)?)?;
        }
        Some(sum)
    }
}

/// The cycle that a fee is paid for; none for fees by user or paid once.
fn cycle_of(per: FeeUnit) -> Option<CycleUnit> {
    match per {
        FeeUnit::Month => Some(CycleUnit::Month),
        FeeUnit::Quarter => Some(CycleUnit::Quarter),
        FeeUnit::Year => Some(CycleUnit::Year),
        FeeUnit::ContractYear => Some(CycleUnit::ContractYear),
        FeeUnit::BillingMonth => Some(CycleUnit::BillingMonth),
        FeeUnit::UserMonth | FeeUnit::Once => None,
    }
}

/// How many months a cycle has, however they are counted.
fn months(unit: CycleUnit) -> Option<u32> {
    match unit {
        CycleUnit::Month | CycleUnit::ContractMonth | CycleUnit::BillingMonth => Some(1),
        CycleUnit::Quarter => Some(3),
        CycleUnit::Year | CycleUnit::ContractYear => Some(12),
        CycleUnit::Hour | CycleUnit::Day | CycleUnit::Week => None,
    }
}
