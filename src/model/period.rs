//! How long the agreement lasts, and how it ends early.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CycleUnit, Date, Duration, Name, Origin, Prose};

/// The period of the agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Period {
    /// When it begins.
    pub effective: At<Effective>,
    /// How long it lasts.
    pub length: At<Length>,
    /// How it renews; none: it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renewal: Option<Renewal>,
    /// How often the parties review it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<At<Duration>>,
    /// Rights to end it early.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terminations: Vec<TerminationRight>,
    /// Whether termination without a reason is expressly excluded.
    pub no_termination_for_convenience: bool,
    /// The first day a notice without a reason may take effect.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_before: Option<Date>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// When the agreement begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Effective {
    /// On a date.
    On(Date),
    /// When the last party signs.
    OnSignature,
}

/// How long the agreement lasts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Length {
    /// A length, from date to date.
    For(Duration),
    /// To the end of a date.
    Until(Date),
    /// Until a party ends it.
    UntilTerminated,
    /// While something lasts.
    While(String),
}

/// How the agreement renews.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Renewal {
    /// By how long each time.
    pub length: Duration,
    /// Who may stop it, and with what notice; none: nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<RenewalStop>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How a renewal is stopped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct RenewalStop {
    /// Who.
    pub who: Who,
    /// How long before the end.
    pub notice: Duration,
}

/// One party or either.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Who {
    /// Either party.
    Either,
    /// This party.
    Party(Name),
}

/// A right to end the agreement early.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct TerminationRight {
    /// Whose right.
    pub who: Who,
    /// On what ground.
    pub ground: TerminationGround,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The ground of a termination.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TerminationGround {
    /// Material breach.
    MaterialBreach {
        /// Time to cure after notice; none: at once.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cure: Option<Duration>,
    },
    /// Without a reason.
    Convenience {
        /// The notice.
        notice: Duration,
        /// It ends with this unit: `month`, `quarter`, `year`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to_end_of: Option<CycleUnit>,
    },
    /// Insolvency of the other party.
    Insolvency,
    /// Something else.
    Reason {
        /// What must have happened.
        when: Prose,
        /// The notice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        notice: Option<Duration>,
    },
}
