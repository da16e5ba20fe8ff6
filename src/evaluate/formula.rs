//! Formulas of metrics, computed exactly: fractions of whole numbers, never floats.

use std::collections::{BTreeMap, BTreeSet};

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};

use crate::model::{Aggregate, Expression, Group, Number, Operator, Percent, Quantity};

/// An exact value.
pub type Exact = Ratio<i128>;

/// How high a power may be.
const MOST_POWER: i128 = 64;

/// One thing that an input counts or measures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Observation {
    /// The input's name.
    pub input: String,
    /// How many, or how much.
    pub value: Exact,
    /// What it belongs to, by the group's name: `hour` is `2027-03-01T10`, `Order` is `A`.
    pub groups: BTreeMap<String, String>,
}

/// What a metric is computed from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Observations {
    /// All that was counted and measured in the cycle.
    pub all: Vec<Observation>,
    /// Groups that exist though nothing may have happened in them, such as the hours of the cycle.
    pub known: BTreeMap<String, BTreeSet<String>>,
    /// What a group is worth in which nothing that the formula divides by happened.
    pub empty_group: Option<Exact>,
}

impl Observations {
    /// One value for each input.
    pub fn of(values: impl IntoIterator<Item = (String, Exact)>) -> Self {
        let all = values.into_iter().map(|(input, value)| Observation { input, value, groups: BTreeMap::new() });
        Self { all: all.collect(), ..Self::default() }
    }

    fn group(&self, by: &str, key: &str) -> Self {
        let inside = |seen: &&Observation| seen.groups.get(by).is_some_and(|at| at == key);
        Self { all: self.all.iter().filter(inside).cloned().collect(), ..self.clone() }
    }
}

/// The value of a formula; none where it divides by nothing, or its figures go past 128 bits.
pub fn value(formula: &Expression, from: &Observations) -> Option<Exact> {
    match formula {
        Expression::Number(number) => Some(exact(*number)),
        Expression::Percent(percent) => Some(fraction(*percent)),
        Expression::Input(name) => {
            let seen = from.all.iter().filter(|seen| seen.input == name.as_str());
            seen.map(|seen| seen.value).try_fold(Exact::zero(), |sum, value| sum.checked_add(&value))
        }
        Expression::Binary { operator, left, right } => {
            let (left, right) = (value(left, from)?, value(right, from)?);
            match operator {
                Operator::Add => left.checked_add(&right),
                Operator::Subtract => left.checked_sub(&right),
                Operator::Multiply => left.checked_mul(&right),
                Operator::Divide if right.is_zero() => None,
                Operator::Divide => left.checked_div(&right),
                Operator::Power => power(left, right),
            }
        }
        Expression::Aggregate { function, by, of } => aggregate(function, &members(by.as_ref(), of, from)?),
        Expression::Rounded { decimals, of } => rounded(value(of, from)?, u32::from(*decimals)),
    }
}

/// The values that an aggregate makes one: one a group, or one an observation.
fn members(by: Option<&Group>, of: &Expression, from: &Observations) -> Option<Vec<Exact>> {
    let Some(by) = by else {
        let each = from.all.iter().filter(|seen| names(of, &seen.input));
        let alone = |seen: &Observation| Observations { all: vec![seen.clone()], ..from.clone() };
        return each.map(|seen| value(of, &alone(seen))).collect();
    };
    let by = match by {
        Group::Time(interval) => interval.words(),
        Group::Of(name) => name.to_string(),
    };
    let mut keys: BTreeSet<&String> = from.all.iter().filter_map(|seen| seen.groups.get(&by)).collect();
    keys.extend(from.known.get(&by).into_iter().flatten());
    keys.into_iter().map(|key| value(of, &from.group(&by, key)).or(from.empty_group)).collect()
}

/// Whether a formula names an input.
fn names(formula: &Expression, input: &str) -> bool {
    match formula {
        Expression::Number(_) | Expression::Percent(_) => false,
        Expression::Input(name) => name.as_str() == input,
        Expression::Binary { left, right, .. } => names(left, input) || names(right, input),
        Expression::Aggregate { of, .. } | Expression::Rounded { of, .. } => names(of, input),
    }
}

/// Many values made one; none of none.
pub fn aggregate(function: &Aggregate, values: &[Exact]) -> Option<Exact> {
    let mut sorted = values.to_vec();
    sorted.sort();
    let count = i128::try_from(sorted.len()).ok()?;
    let sum = || sorted.iter().try_fold(Exact::zero(), |sum, value| sum.checked_add(value));
    match function {
        Aggregate::Sum => sum(),
        _ if sorted.is_empty() => None,
        Aggregate::Mean => sum()?.checked_div(&Exact::from_integer(count)),
        Aggregate::Median => {
            let (low, high) = (sorted[(sorted.len() - 1) / 2], sorted[sorted.len() / 2]);
            low.checked_add(&high)?.checked_div(&Exact::from_integer(2))
        }
        // Nearest rank: the smallest value that at least this share of all do not exceed.
        Aggregate::Percentile(percent) => {
            let rank = exact(*percent).checked_mul(&Exact::new(count, 100))?.ceil().to_integer().max(1);
            sorted.get(usize::try_from(rank - 1).ok()?).copied()
        }
    }
}

/// A whole power; a fraction of a power has no exact value.
fn power(base: Exact, exponent: Exact) -> Option<Exact> {
    if !exponent.is_integer() || exponent.abs() > Exact::from_integer(MOST_POWER) {
        return None;
    }
    let count = exponent.to_integer().abs().to_usize()?;
    let raised = (0..count).try_fold(Exact::from_integer(1), |product, _| product.checked_mul(&base))?;
    match exponent.is_negative() {
        true if raised.is_zero() => None,
        true => Some(raised.recip()),
        false => Some(raised),
    }
}

/// Rounded to decimals, a half upwards.
pub fn rounded(value: Exact, decimals: u32) -> Option<Exact> {
    let scale = Exact::from_integer(10_i128.checked_pow(decimals)?);
    let half = Exact::new(1, 2);
    value.checked_mul(&scale)?.checked_add(&half)?.floor().checked_div(&scale)
}

/// A number as a fraction.
pub fn exact(number: Number) -> Exact {
    let (digits, decimals) = number.parts();
    Exact::new(digits, 10_i128.pow(decimals))
}

/// A percentage as a fraction of one.
pub fn fraction(percent: Percent) -> Exact {
    let (part, whole) = percent.fraction();
    Exact::new(part, whole)
}

/// A quantity as a plain value: a share as a fraction, money in minor units, a length in milliseconds.
pub fn measure(quantity: &Quantity) -> Exact {
    match quantity {
        Quantity::Percent(percent) => fraction(*percent),
        Quantity::Money(money) => Exact::from_integer(i128::from(money.minor)),
        Quantity::Duration(time) => {
            let day = 24 * 60 * 60 * 1000;
            let unit =
                time.unit.milliseconds().map_or_else(|| time.unit.days().map_or(0, |days| days * day), i128::from);
            Exact::from_integer(unit * i128::from(time.count))
        }
        Quantity::Number(number) => exact(*number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(values: &[i128]) -> Vec<Exact> {
        values.iter().map(|value| Exact::from_integer(*value)).collect()
    }

    #[test]
    fn percentiles_are_by_nearest_rank_and_medians_lie_between() {
        let percentile =
            |share: u32, values: &[i128]| aggregate(&Aggregate::Percentile(Number::whole(share)), &whole(values));
        assert_eq!(percentile(90, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), Some(Exact::from_integer(9)));
        assert_eq!(percentile(90, &[5]), Some(Exact::from_integer(5)));
        assert_eq!(percentile(90, &[]), None);
        assert_eq!(aggregate(&Aggregate::Median, &whole(&[4, 1, 2, 3])), Some(Exact::new(5, 2)));
        assert_eq!(aggregate(&Aggregate::Sum, &[]), Some(Exact::zero()));
    }

    #[test]
    fn a_half_is_rounded_upwards() {
        assert_eq!(rounded(Exact::new(5, 1000), 2), Some(Exact::new(1, 100)));
        assert_eq!(rounded(Exact::new(-5, 1000), 2), Some(Exact::zero()));
    }

    #[test]
    fn powers_are_exact_or_none() {
        assert_eq!(power(Exact::from_integer(4), Exact::from_integer(3)), Some(Exact::from_integer(64)));
        assert_eq!(power(Exact::from_integer(4), Exact::from_integer(-1)), Some(Exact::new(1, 4)));
        assert_eq!(power(Exact::from_integer(4), Exact::new(1, 2)), None);
        assert_eq!(power(Exact::zero(), Exact::from_integer(-1)), None);
    }
}
