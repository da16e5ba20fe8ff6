//! Remedies: service credits, caps, claims, payment, termination for chronic failure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, Award, Cap, CapAmount, CreditRule, Cycle, CycleUnit, Duration, FeeBase, Money, Name, Origin, Percent, Prose,
};

/// The remedies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Penalties {
    /// What credits are in law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<At<CreditNature>>,
    /// Whether there are expressly no credits at all.
    pub no_credits: bool,
    /// Credits for levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<CreditRule>,
    /// Caps over all credits.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub caps: Vec<Cap>,
    /// How credits are claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claim>,
    /// How credits are paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payment: Option<Payment>,
    /// Credits only while no invoice is overdue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub good_standing: Option<GoodStanding>,
    /// Rights to terminate for chronic failure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chronic: Vec<ChronicTermination>,
    /// Whether credits are the only remedy, and what remains besides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sole_remedy: Option<SoleRemedy>,
    /// A share of the fees at risk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_risk: Option<AtRisk>,
    /// What follows when several levels are missed together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub several_missed: Vec<SeveralMissed>,
    /// Remedies without money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rectifications: Vec<Rectification>,
    /// What each so many points pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_pay: Option<PointsPay>,
    /// What a sum of points pays: the row with the most points that the sum reaches.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points_table: Vec<PointsPay>,
    /// What a sum of points requires besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points_require: Vec<PointsRequire>,
    /// One incident gives one credit, the largest, also where it misses several levels.
    #[serde(default, skip_serializing_if = "is_false")]
    pub one_credit_for_one_incident: bool,
    /// Of several credits in one cycle, only the largest counts.
    #[serde(default, skip_serializing_if = "is_false")]
    pub largest_only: bool,
    /// Whether percentages apply to fees with tax.
    pub fees_with_tax: bool,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What credits are in law.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CreditNature {
    /// A price adjustment.
    PriceAdjustment,
    /// Liquidated damages.
    LiquidatedDamages,
    /// A penalty.
    Penalty,
}

fn is_false(flag: &bool) -> bool {
    !flag
}

/// How credits are claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Claim {
    /// Given without a claim.
    pub automatic: bool,
    /// The time to claim; none: no limit, or automatic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<At<Duration>>,
    /// What the time runs from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<ClaimStart>,
    /// What a claim states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Prose>,
    /// How the claim is answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<ClaimAnswer>,
    /// Where the first statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What the time to claim runs from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ClaimStart {
    /// The report.
    Report,
    /// The end of a cycle.
    EndOf(CycleUnit),
    /// The incident.
    Incident,
    /// In words.
    Words(String),
}

/// How a claim is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ClaimAnswer {
    /// Who answers.
    pub party: Name,
    /// The time.
    pub within: Duration,
    /// What silence means.
    pub silence: Silence,
}

/// What silence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Silence {
    /// The claim is accepted.
    #[default]
    Acceptance,
    /// The claim is refused.
    Refusal,
}

/// How credits are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Payment {
    /// The way.
    pub way: PaymentWay,
    /// In money within this time, if no invoice follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Duration>,
    /// What the time runs from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<PaymentStart>,
    /// Never in cash.
    pub never_in_cash: bool,
    /// When unused credits expire.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expires: Option<Expiry>,
    /// Unused credits are paid at the end.
    pub unused_paid_at_end: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A way of payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PaymentWay {
    /// Deducted from the next invoice.
    #[default]
    NextInvoice,
    /// Bank transfer.
    BankTransfer,
    /// A credit note.
    CreditNote,
}

/// What the time to pay runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PaymentStart {
    /// The claim.
    Claim,
    /// The report.
    Report,
    /// The end of a cycle.
    EndOf(CycleUnit),
}

/// When unused credits expire.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expiry {
    /// When the order or agreement ends.
    AtEnd,
    /// After a time.
    After(Duration),
}

/// Credits only while no invoice is overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct GoodStanding {
    /// Disputed invoices do not count.
    pub undisputed_only: bool,
    /// By more than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue_by: Option<Duration>,
    /// After a reminder.
    pub after_reminder: bool,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A right to terminate for chronic failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ChronicTermination {
    /// Whose right.
    pub party: Name,
    /// This level was missed; none: the sum of credits decides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<At<Name>>,
    /// How often or how badly.
    pub trigger: ChronicTrigger,
    /// The last day of the right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<TerminationWindow>,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Prepaid fees for the time after come back.
    pub refund: bool,
    /// What ends.
    pub scope: TerminationScope,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What makes a failure chronic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChronicTrigger {
    /// Missed in `misses` of `of` consecutive units.
    InOf {
        /// How many misses.
        misses: u32,
        /// In so many units in a row.
        of: u32,
        /// The unit.
        unit: CycleUnit,
    },
    /// Below a limit in one unit.
    Below {
        /// The limit.
        limit: Percent,
        /// The unit.
        unit: CycleUnit,
    },
    /// Missed so often in a rolling window.
    Times {
        /// How many misses.
        misses: u32,
        /// The window.
        window: Cycle,
    },
    /// More downtime than this.
    Downtime {
        /// This long.
        more_than: Duration,
        /// In one of these.
        window: Cycle,
    },
    /// Credits reach an amount, in so many of some units in a row.
    CreditsInOf {
        /// The amount in one unit.
        amount: CapAmount,
        /// In so many units.
        count: u32,
        /// Of so many in a row.
        of: u32,
        /// The unit.
        unit: CycleUnit,
    },
    /// Points reach a sum in a window.
    Points {
        /// The sum.
        points: u32,
        /// In one of these.
        window: Cycle,
    },
    /// Credits reach an amount in a window.
    Credits {
        /// The amount.
        amount: CapAmount,
        /// The window.
        window: Cycle,
    },
}

/// Until when a right may be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct TerminationWindow {
    /// The time.
    pub time: Duration,
    /// After this.
    pub after: TerminationStart,
}

/// What a termination window runs from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TerminationStart {
    /// The nth report.
    Report(u32),
    /// The last report.
    LastReport,
    /// The last miss.
    LastMiss,
}

/// What a termination ends.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum TerminationScope {
    /// The service of the level.
    #[default]
    AffectedService,
    /// This service.
    Service(Name),
    /// The whole agreement.
    Agreement,
}

/// Credits as the only remedy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct SoleRemedy {
    /// What remains besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<RemedyKept>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A remedy that remains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RemedyKept {
    /// Termination.
    Termination,
    /// What law forbids to limit.
    WhatLawForbidsToLimit,
    /// In words.
    Words(Prose),
}

/// A share of the fees at risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct AtRisk {
    /// The share.
    pub share: Percent,
    /// Of these fees.
    pub of: FeeBase,
    /// In each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<Cycle>,
    /// Pools.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pools: Vec<Pool>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A pool of the amount at risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Pool {
    /// Its name.
    pub name: String,
    /// Its share of the amount at risk.
    pub share: Percent,
    /// Its levels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Name>,
}

/// What follows when several levels are missed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct SeveralMissed {
    /// At least so many.
    pub count: u32,
    /// Single targets of this level; none: whole levels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub targets_of: Option<At<Name>>,
    /// What a share is of; none: all fees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<FeeBase>,
    /// In one of these.
    pub within: CycleUnit,
    /// What follows.
    pub then: SeveralMissedThen,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What follows when several levels are missed together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SeveralMissedThen {
    /// A credit.
    Award(Award),
    /// A plan.
    Requires {
        /// What.
        what: Prose,
        /// By when.
        within: Duration,
    },
}

/// A remedy without money.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Rectification {
    /// After a miss of this level.
    pub level: At<Name>,
    /// What is required.
    pub what: Prose,
    /// By when.
    pub within: Duration,
}

/// What a sum of points requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct PointsRequire {
    /// This many or more in a calendar month.
    pub points: u32,
    /// What is required.
    pub what: Prose,
    /// By when, after the end of that month.
    pub within: Duration,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What points pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct PointsPay {
    /// For each full number of points
    pub points: u32,
    /// this much.
    pub pays: PointsAmount,
}

/// What points pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum PointsAmount {
    /// A share of fees.
    Share {
        /// The share.
        share: Percent,
        /// Of these fees.
        of: FeeBase,
    },
    /// An amount.
    Amount(Money),
}
