//! How much time a share leaves: the downtime that a target allows.

use std::fmt;

use crate::model::{Comparator, Percent};

/// A share of a time, in whole seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowance {
    /// The seconds, rounded down.
    pub seconds: i64,
    /// Whether rounding dropped a part of a second.
    pub rounded: bool,
}

/// The longest downtime in so many seconds with which an availability target is still met.
///
/// It is the time × (1 − target), computed in integers and rounded down to whole seconds; where the
/// target must be exceeded, the last whole second before. None where the target is a limit from above.
pub fn downtime(counted: i64, comparator: Comparator, target: Percent) -> Option<Allowance> {
    let (share, whole) = target.fraction();
    let left = i128::from(counted.max(0)).checked_mul((whole - share).max(0))?;
    let seconds = match comparator {
        Comparator::AtLeast => left / whole,
        Comparator::MoreThan => (left - 1).max(0) / whole,
        Comparator::AtMost | Comparator::LessThan => return None,
    };
    Some(Allowance { seconds: i64::try_from(seconds).ok()?, rounded: left % whole != 0 })
}

/// A length of time in words: `22 minutes 17 seconds`. Hours are the largest unit, since days differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InWords(pub i64);

impl fmt::Display for InWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [(self.0 / 3600, "hour"), (self.0 / 60 % 60, "minute"), (self.0 % 60, "second")];
        let mut written = false;
        for (count, unit) in parts {
            let last = unit == "second" && !written;
            if count != 0 || last {
                let (space, plural) = (if written { " " } else { "" }, if count == 1 { "" } else { "s" });
                write!(f, "{space}{count} {unit}{plural}")?;
                written = true;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(minutes: i64, target: &str) -> String {
        InWords(downtime(minutes * 60, Comparator::AtLeast, target.parse().unwrap()).unwrap().seconds).to_string()
    }

    #[test]
    fn march_in_berlin_allows_22_minutes_17_seconds() {
        assert_eq!(allowed(44_580, "99.95%"), "22 minutes 17 seconds");
        assert_eq!(allowed(44_640, "99.9%"), "44 minutes 38 seconds");
        assert_eq!(allowed(525_600, "99.5%"), "43 hours 48 minutes");
        assert_eq!(allowed(44_640, "100%"), "0 seconds");
        assert_eq!(allowed(60, "0%"), "1 hour");
        assert_eq!(allowed(61, "0.00%"), "1 hour 1 minute");
        assert_eq!(allowed(44_640, "99.9999999999%"), "0 seconds");
    }

    #[test]
    fn a_target_to_exceed_leaves_less() {
        let seconds = |comparator| downtime(100_000, comparator, "99.9%".parse().unwrap());
        assert_eq!(seconds(Comparator::AtLeast), Some(Allowance { seconds: 100, rounded: false }));
        assert_eq!(seconds(Comparator::MoreThan), Some(Allowance { seconds: 99, rounded: false }));
        assert_eq!(seconds(Comparator::AtMost), None);
    }
}
