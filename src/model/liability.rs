//! Liability and force majeure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Cycle, Duration, Money, Name, Origin, Percent, Prose, Who};

/// The cap of liability.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Liability {
    /// How much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<LiabilityCap>,
    /// Whether credits count towards the cap.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub credits_count: Option<bool>,
    /// What is not limited.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_limited: Vec<Prose>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How much liability is capped at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct LiabilityCap {
    /// The amount.
    pub amount: LiabilityAmount,
    /// In each; none: for the whole period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Cycle>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The amount of a liability cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LiabilityAmount {
    /// A share of fees.
    ShareOfFees {
        /// The share.
        share: Percent,
        /// Fees paid, else payable.
        paid: bool,
        /// In this time before the claim.
        within: Duration,
    },
    /// An amount.
    Amount(Money),
}

/// Events that nobody controls.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ForceMajeure {
    /// The defined term; none: the agreement's library definition applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Name>,
    /// How soon it is notified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Who may terminate after how long.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ends: Vec<ForceMajeureEnd>,
    /// What it does not cover.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_covered: Vec<Prose>,
    /// The party affected must limit the effects.
    pub mitigate: bool,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The end of a force majeure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ForceMajeureEnd {
    /// Who may terminate.
    pub who: Who,
    /// After how long.
    pub after: Duration,
}
