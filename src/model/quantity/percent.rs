//! Percentages, exact.

use std::fmt;
use std::str::FromStr;

use super::{Number, spelled};

/// A percentage: `99.95%`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Percent(Number);

impl Percent {
    /// So many hundredths of the whole.
    pub fn new(number: Number) -> Self {
        Self(number)
    }

    /// The number before the sign: 99.95.
    pub fn number(self) -> Number {
        self.0
    }

    /// The share as an exact fraction, numerator over denominator: 99.95% is `(9995, 10000)`.
    pub fn fraction(self) -> (i128, i128) {
        let (digits, decimals) = self.0.parts();
        (digits, 100 * 10_i128.pow(decimals))
    }
}

impl FromStr for Percent {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text.strip_suffix('%').ok_or_else(|| format!("`{text}` is not a percentage such as 99.95%"))?;
        number.trim_end().parse().map(Self)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0)
    }
}

impl fmt::Debug for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

spelled!(Percent, "Percent", "A percentage, exact: 99.95%.", r"^[0-9]+(\.[0-9]+)?%$");
