//! Services and their fees.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CycleUnit, Money, Name};

/// A service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Service {
    /// Its short name.
    pub name: At<Name>,
    /// Its full title.
    pub title: String,
    /// Its fees.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fees: Vec<Fee>,
    /// Where it is described.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub described_in: Option<String>,
    /// Services it cannot work without.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<At<Name>>,
    /// The plans it belongs to; empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Name>,
}

/// A fee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fee {
    /// An amount for a unit.
    Amount {
        /// The amount, without tax.
        amount: At<Money>,
        /// For what.
        per: FeeUnit,
    },
    /// An amount for each of some things that are counted.
    Counted {
        /// The amount, without tax.
        amount: At<Money>,
        /// What is counted: `device`, `call`.
        each: String,
        /// Whether it is owed again in each calendar month.
        monthly: bool,
    },
    /// Stated in another document.
    StatedIn {
        /// The document.
        document: String,
        /// The cycle it is charged in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        per: Option<CycleUnit>,
    },
}

impl Fee {
    /// The amount, where this agreement states it.
    pub fn amount(&self) -> Option<&At<Money>> {
        match self {
            Self::Amount { amount, .. } | Self::Counted { amount, .. } => Some(amount),
            Self::StatedIn { .. } => None,
        }
    }
}

/// What a fee is paid for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FeeUnit {
    /// A calendar month.
    Month,
    /// A calendar quarter.
    Quarter,
    /// A calendar year.
    Year,
    /// A year from the effective date.
    ContractYear,
    /// A billing month.
    BillingMonth,
    /// A user in a calendar month.
    UserMonth,
    /// The whole, once.
    Once,
}
