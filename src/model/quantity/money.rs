//! Money: integer minor units with an ISO 4217 currency.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Number, spelled};

/// An ISO 4217 currency by its code: `EUR`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The code: `EUR`.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many decimals the minor unit has, by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD.
    pub fn decimals(self) -> u32 {
        iso_currency::Currency::from_code(self.code()).and_then(|currency| currency.exponent()).unwrap_or(2).into()
    }

    /// The English name: `Euro`.
    pub fn name(self) -> String {
        iso_currency::Currency::from_code(self.code()).map_or_else(String::new, |currency| currency.name().to_owned())
    }

    /// All codes, for suggestions.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        <iso_currency::Currency as iso_currency::IntoEnumIterator>::iter().map(|currency| currency.code())
    }
}

impl FromStr for Currency {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unknown = || format!("`{text}` is not the code of a currency such as EUR");
        iso_currency::Currency::from_code(text).ok_or_else(unknown)?;
        text.as_bytes().try_into().map(Self).map_err(|_| unknown())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

spelled!(Currency, "Currency", "An ISO 4217 currency code.", "^[A-Z]{3}$");

/// An amount of money in minor units: EUR 12.50 is 1250 of EUR.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Money {
    /// The amount in the currency's minor unit (cents).
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// From a number of major units; an error where it has more decimals than the currency.
    pub fn from_major(amount: Number, currency: Currency) -> Result<Self, String> {
        let (digits, decimals) = amount.parts();
        let wanted = currency.decimals();
        let too_fine = || format!("{currency} has {wanted} decimals; {amount} has more");
        let too_large = || format!("{currency} {amount} is too large");
        let minor = if decimals <= wanted {
            digits.checked_mul(10_i128.pow(wanted - decimals)).ok_or_else(too_large)?
        } else {
            let divisor = 10_i128.pow(decimals - wanted);
            if digits % divisor != 0 {
                return Err(too_fine());
            }
            digits / divisor
        };
        let minor = i64::try_from(minor).map_err(|_| too_large())?;
        Ok(Self { minor, currency })
    }

    /// The amount in major units, with all decimals of the currency: `12000.00`.
    pub fn major(self) -> String {
        let decimals = self.currency.decimals();
        let (sign, units) = (if self.minor < 0 { "-" } else { "" }, self.minor.unsigned_abs());
        let scale = 10_u64.pow(decimals);
        if decimals == 0 {
            return format!("{sign}{units}");
        }
        format!("{sign}{}.{:0width$}", units / scale, units % scale, width = decimals as usize)
    }
}

impl fmt::Display for Money {
    /// As a spec writes it: whole amounts without decimals, `EUR 12000`, `GBP 9.76`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let major = self.major();
        let whole = major.split_once('.').filter(|(_, cents)| cents.bytes().all(|digit| digit == b'0'));
        write!(f, "{} {}", self.currency, whole.map_or(major.as_str(), |(units, _)| units))
    }
}
