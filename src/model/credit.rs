//! Credits for levels: bands, events, steps, lateness, and their caps.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, Cycle, CycleUnit, Duration, Money, Name, Number, Origin, Percent, Quantity, TimeMeasure, WorkedExample,
};

/// Credits for levels.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct CreditRule {
    /// For these levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<At<Name>>,
    /// The fee that percentages refer to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<At<FeeBase>>,
    /// Bands; the row furthest from the target that is reached applies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Credits for each event.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<EventCredit>,
    /// Credits in steps.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<StepCredit>,
    /// Credits for lateness.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<LateCredit>,
    /// Credits from a day of lateness on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub beyond: Vec<BeyondCredit>,
    /// The fee for the downtime, times this (1: pro rata).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lost_time_multiple: Option<Number>,
    /// One incident gives one credit, the largest.
    pub one_credit_for_one_incident: bool,
    /// Of several credits of these levels only the largest counts.
    pub largest_only: bool,
    /// Caps of this rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caps: Vec<Cap>,
    /// The least credit, if any is owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<Money>,
    /// No credit while the sum is no larger than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exempt: Option<Exempt>,
    /// A miss right after a miss counts this often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeat_multiplier: Option<Number>,
    /// The rate reached applies from the first unit on.
    pub retroactive: bool,
    /// How a credit is earned back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earn_back: Option<EarnBack>,
    /// Worked examples, recomputed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub examples: Vec<WorkedExample>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

impl CreditRule {
    /// All that its bands, events, steps and lateness give.
    pub fn awards(&self) -> impl Iterator<Item = &Award> {
        let bands = self.bands.iter().map(|band| &band.award);
        let events = self.events.iter().map(|event| &event.award);
        let steps = self.steps.iter().map(|step| &step.award);
        let late = self.late.iter().map(|late| &late.award);
        bands.chain(events).chain(steps).chain(late).chain(self.beyond.iter().map(|beyond| &beyond.award))
    }
}

/// A fee that percentages refer to; without tax and before credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FeeBase {
    /// The fee of a service, in the cycle of the failure.
    ServiceFee(Name),
    /// The fee of the service that missed the level, in the cycle of the failure.
    AffectedService,
    /// The fees of these services; empty: all fees.
    Fees {
        /// The services.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        services: Vec<Name>,
        /// For the whole period.
        for_period: bool,
    },
    /// The monthly invoice.
    MonthlyInvoice,
    /// In words.
    Words(String),
}

/// A sum up to which nothing is owed; a larger sum is owed whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Exempt {
    /// The sum.
    pub up_to: Money,
    /// In each; none: for the whole period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Cycle>,
}

/// A band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Band {
    /// What is compared with the limit.
    #[serde(default, skip_serializing_if = "BandFigure::is_level")]
    pub figure: BandFigure,
    /// Where it begins.
    pub edge: BandEdge,
    /// Its limit.
    pub limit: At<Quantity>,
    /// What it gives.
    pub award: Award,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What is compared with the limit of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BandFigure {
    /// The figure reached for the level.
    #[default]
    Level,
    /// The sum of downtime in the cycle.
    Downtime,
    /// The length of each outage: downtime without a break.
    Outage,
}

impl BandFigure {
    fn is_level(&self) -> bool {
        *self == Self::Level
    }
}

/// Where a band begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum BandEdge {
    /// Below the limit.
    Below,
    /// At the limit or below.
    AtOrBelow,
    /// Above the limit.
    Above,
    /// At the limit or above.
    AtOrAbove,
}

/// What a miss gives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Award {
    /// A share of the base.
    Share(Percent),
    /// Work in place of money.
    Work {
        /// So much.
        time: Duration,
        /// Of this.
        of: String,
    },
    /// A share of what the level's pool holds at risk.
    PoolShare(Percent),
    /// An amount.
    Amount(Money),
    /// The fee of this much service.
    Service(Duration),
    /// Points.
    Points(Number),
}

/// A credit for each event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct EventCredit {
    /// Of this severity; none: any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub severity: Option<At<Name>>,
    /// What was missed.
    pub missed: Missed,
    /// What it gives.
    pub award: Award,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What was missed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Missed {
    /// A time of a ticket.
    Time(TimeMeasure),
    /// Something else, in a word: `appointment`.
    Thing(String),
}

/// A credit for each step away from the target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct StepCredit {
    /// The step.
    pub step: Quantity,
    /// Whether only full steps count; else each started one.
    pub full: bool,
    /// From where steps are counted.
    pub from: StepFrom,
    /// Downtime before the first step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond: Option<StepBeyond>,
    /// What each gives.
    pub award: Award,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// From where steps are counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum StepFrom {
    /// Downwards from a value.
    Below(Quantity),
    /// Upwards from a value.
    Above(Quantity),
    /// Along the sum of downtime.
    Downtime,
    /// Along each outage.
    Outage,
}

/// Downtime that gives no step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct StepBeyond {
    /// What the target allows in the cycle.
    pub allowance: bool,
    /// And this long.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Duration>,
}

/// A credit for each unit of lateness.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct LateCredit {
    /// The unit.
    pub unit: LateUnit,
    /// Whether only full units count; else each started one.
    pub full: bool,
    /// What each gives.
    pub award: Award,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A unit of lateness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum LateUnit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A business hour.
    BusinessHour,
    /// A calendar day.
    CalendarDay,
    /// A business day.
    BusinessDay,
    /// A week.
    Week,
}

impl LateUnit {
    /// Its length in milliseconds on a clock that always runs; none for business time.
    pub fn milliseconds(self) -> Option<u64> {
        let minute = 60_000;
        match self {
            Self::Minute => Some(minute),
            Self::Hour => Some(60 * minute),
            Self::CalendarDay => Some(24 * 60 * minute),
            Self::Week => Some(7 * 24 * 60 * minute),
            Self::BusinessHour | Self::BusinessDay => None,
        }
    }
}

/// A credit from a day of lateness on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct BeyondCredit {
    /// Beyond this day.
    pub beyond_day: u32,
    /// What each unit gives.
    pub award: Award,
    /// The unit.
    pub each: LateUnit,
    /// Counted from this day; none: from the day after.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_day: Option<u32>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How a credit is earned back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct EarnBack {
    /// When this level
    pub level: Name,
    /// is met in so many
    pub count: u32,
    /// of these in a row.
    pub unit: CycleUnit,
}

/// A cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Cap {
    /// How much.
    pub amount: CapAmount,
    /// In each; none: for the whole period.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Cycle>,
    /// For one incident.
    pub per_incident: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How much a cap allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CapAmount {
    /// A share of fees.
    Share {
        /// The share.
        share: Percent,
        /// Of these fees.
        of: FeeBase,
    },
    /// An amount.
    Amount(Money),
    /// The fee of this much service.
    Service(Duration),
}
