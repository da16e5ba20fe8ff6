//! Remedies: service credits, caps, claims, payment, termination for chronic failure.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    At, Cycle, CycleUnit, Duration, Money, Name, Number, Origin, Percent, Prose, Quantity, TimeMeasure, WorkedExample,
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
    /// What points pay.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_pay: Option<PointsPay>,
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

/// A fee that percentages refer to; without tax and before credits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum FeeBase {
    /// The fee of a service, in the cycle of the failure.
    ServiceFee(Name),
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

/// A band.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Band {
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
    /// Along the downtime.
    Downtime,
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
    /// This level was missed.
    pub level: At<Name>,
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
