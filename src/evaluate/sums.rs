//! From single credits to what is owed: lost time, nested caps, credits that are earned back.

use super::formula::{Exact, exact};
use crate::model::{Money, Number};
use num_traits::CheckedMul;

/// The fee for the time that was lost, so many times: times × fee × downtime ÷ counted time, rounded to the nearest
/// minor unit, a half upwards. None where no time counts, or past the range of money.
pub fn lost_time(times: Number, fee: Money, downtime: i64, counted: i64) -> Option<Money> {
    let share = (counted > 0).then(|| Exact::new(i128::from(downtime), i128::from(counted)))?;
    let amount = Exact::from_integer(i128::from(fee.minor)).checked_mul(&share)?.checked_mul(&exact(times))?;
    let minor = i64::try_from((amount + Exact::new(1, 2)).floor().to_integer()).ok()?;
    Some(Money { minor, ..fee })
}

/// The sum of some credits of one currency, at most so much. None without credits, or past the range of money.
///
/// Caps nest: that for one incident is applied to the credits of the incident, that of `credits for …` to the sum of
/// its incidents, that of the section to the sum of all.
pub fn capped(credits: &[Money], most: Option<Money>) -> Option<Money> {
    let (first, rest) = credits.split_first()?;
    let sum = rest.iter().try_fold(*first, |sum, credit| {
        let minor = sum.minor.checked_add(credit.minor).filter(|_| sum.currency == credit.currency)?;
        Some(Money { minor, ..sum })
    })?;
    Some(most.filter(|most| most.currency == sum.currency && most.minor < sum.minor).unwrap_or(sum))
}

/// The cycles whose credit is charged again: misses right after which the level was met in so many
/// cycles in a row.
/// Cycles are in order; `true` is a miss.
pub fn earned_back(missed: &[bool], in_a_row: usize) -> Vec<usize> {
    let met_after = |at: usize| missed[at + 1..].iter().take(in_a_row).filter(|missed| !**missed).count() == in_a_row;
    (0..missed.len()).filter(|at| missed[*at] && met_after(*at)).collect()
}
