//! Decimal numbers, exact.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;

use super::spelled;

/// An exact decimal number, not negative as a spec writes it; at most 28 digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Number(Decimal);

impl Number {
    /// A whole number.
    pub fn whole(value: u32) -> Self {
        Self(value.into())
    }

    /// Digits and how many of them are decimals: 99.95 is `(9995, 2)`.
    pub fn parts(self) -> (i128, u32) {
        (self.0.mantissa(), self.0.scale())
    }

    /// From digits and how many of them are decimals; none where that needs more than 28 digits.
    pub fn from_parts(digits: i128, decimals: u32) -> Option<Self> {
        Decimal::try_from_i128_with_scale(digits, decimals).ok().map(Self)
    }

    /// How many decimals were written.
    pub fn decimals(self) -> u32 {
        self.0.scale()
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is a whole number.
    pub fn is_whole(self) -> bool {
        self.0.is_integer()
    }
}

impl FromStr for Number {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
            && digits.starts_with(|first: char| first.is_ascii_digit())
            && digits.ends_with(|last: char| last.is_ascii_digit());
        if !plain {
            return Err(format!("`{text}` is not a number such as 99.95"));
        }
        Decimal::from_str_exact(text).map(Self).map_err(|_| format!("`{text}` has more than 28 digits"))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

spelled!(Number, "Number", "A decimal number, exact.", r"^-?[0-9]+(\.[0-9]+)?$");
