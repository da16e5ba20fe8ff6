//! Whether a level is met: its figure, rounded as the level says, against its target, if the sample is large enough.

use num_traits::{CheckedDiv, CheckedMul};

use super::formula::{Exact, measure};
use crate::model::{Comparator, Level, Quantity, Rounding, RoundingWay};

/// What a cycle comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Too few events: neither met nor missed, and no credit.
    NotJudged,
    /// The target is reached.
    Met,
    /// It is not.
    Missed,
}

/// The verdict on a cycle with this figure over so many events. None where the level has no target of its own, as
/// support times, or past the range of numbers.
///
/// Figures are those of [`measure`]: a share is a fraction of one.
pub fn verdict(level: &Level, figure: Exact, events: u64) -> Option<Verdict> {
    if level.minimum_sample.as_ref().is_some_and(|sample| events < u64::from(sample.count)) {
        return Some(Verdict::NotJudged);
    }
    let target = level.target.as_ref()?;
    let figure = compared(level, figure)?;
    let threshold = measure(&target.threshold.value);
    let met = match target.comparator {
        Comparator::AtLeast => figure >= threshold,
        Comparator::AtMost => figure <= threshold,
        Comparator::MoreThan => figure > threshold,
        Comparator::LessThan => figure < threshold,
    };
    Some(if met { Verdict::Met } else { Verdict::Missed })
}

/// The figure that is compared with targets and limits: rounded where the level says so, else as it is.
pub fn compared(level: &Level, figure: Exact) -> Option<Exact> {
    let Some(rounding) = level.rounding else { return Some(figure) };
    let percent = level.target.as_ref().is_some_and(|target| matches!(target.threshold.value, Quantity::Percent(_)));
    let scale = Exact::from_integer(if percent { 100 } else { 1 });
    rounded(figure.checked_mul(&scale)?, rounding)?.checked_div(&scale)
}

/// Rounded to the decimals that remain; down is towards zero, the nearest is half upwards.
fn rounded(value: Exact, rounding: Rounding) -> Option<Exact> {
    let scale = Exact::from_integer(10_i128.checked_pow(u32::from(rounding.decimals))?);
    let scaled = value.checked_mul(&scale)?;
    let whole = match rounding.way {
        RoundingWay::Down => scaled.trunc(),
        RoundingWay::Up if scaled < Exact::from_integer(0) => scaled.floor(),
        RoundingWay::Up => scaled.ceil(),
        RoundingWay::HalfUp => (scaled + Exact::new(1, 2)).floor(),
    };
    whole.checked_div(&scale)
}

/// The share of events that end within a limit; an event that has not ended (`None`) is late. None without events.
pub fn share_within(lengths: &[Option<i64>], limit: i64) -> Option<Exact> {
    let all = i128::try_from(lengths.len()).ok().filter(|all| *all > 0)?;
    let within = lengths.iter().filter(|length| length.is_some_and(|length| length <= limit)).count();
    Some(Exact::new(i128::try_from(within).ok()?, all))
}
