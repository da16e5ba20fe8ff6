//! What a lawyer asks of every agreement: typed where it carries a date, a number or an effect.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, CalendarRef, Cycle, Duration, Money, Name, Origin, Percent, Prose, Section, Volume, Who};

/// How the agreement and its fees change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Changes {
    /// Only in this form, signed by both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub form: Option<ChangeForm>,
    /// Parties that may not lower a level during the period.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_not_lower: Vec<Name>,
    /// What a party may change by notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub by_notice: Vec<ChangeByNotice>,
    /// How fees change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fees: Option<FeeChange>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// The form of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ChangeForm {
    /// In writing, signed by both.
    Writing,
    /// In text form, signed by both.
    TextForm,
}

/// What a party may change by notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ChangeByNotice {
    /// Who.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// The notice.
    pub notice: Duration,
    /// Who may leave because of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub may_leave: Option<Name>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// How fees change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FeeChange {
    /// By this index or rule.
    pub by: String,
    /// At most so much each year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at_most: Option<Percent>,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Where the statement stands.
    #[serde(skip)]
    pub origin: Origin,
}

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

/// How notices are given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Notices {
    /// The ways.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<NoticeWay>,
    /// When a notice is received.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub received: Vec<NoticeReceived>,
    /// What email alone is not enough for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_by_email: Vec<String>,
    /// Copies.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<String>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A way to give notice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum NoticeWay {
    /// Email.
    Email,
    /// Courier.
    Courier,
    /// Registered post.
    RegisteredPost,
    /// Post.
    Post,
    /// By hand.
    Hand,
    /// In words.
    Other(String),
}

/// When a notice is received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct NoticeReceived {
    /// By this way.
    pub way: NoticeWay,
    /// When.
    pub when: Receipt,
}

/// When a notice is received.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Receipt {
    /// On delivery.
    OnDelivery,
    /// On sending.
    OnSending,
    /// After a time.
    After(Duration),
    /// The next business day.
    NextBusinessDay,
}

/// The right to audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Audit {
    /// Who may audit.
    pub by: Name,
    /// Who may do so besides: authorities, auditors.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_by: Vec<String>,
    /// How often.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Volume>,
    /// When this limit does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit_unless: Option<Prose>,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// During which hours.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub during: Option<CalendarRef>,
    /// Who pays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paid_by: Option<AuditCost>,
    /// What.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Prose>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who pays for an audit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct AuditCost {
    /// The party.
    pub party: Name,
    /// Unless.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Prose>,
}

/// Subcontractors.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Subcontractors {
    /// Under which condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub allowed: Option<SubcontractorsAllowed>,
    /// Where they are listed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub listed_in: Option<String>,
    /// Who is liable for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liable: Option<Name>,
    /// Who may object, and how soon.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub objection: Option<Objection>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Under which condition subcontractors are allowed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SubcontractorsAllowed {
    /// Only with consent of this party.
    WithConsent(Name),
    /// With this notice.
    WithNotice(Duration),
    /// Freely.
    Freely,
}

/// A right to object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Objection {
    /// Whose.
    pub party: Name,
    /// How soon.
    pub within: Duration,
}

/// Personal data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DataProtection {
    /// The data processing agreement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// Notice of a breach.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub breach_notice: Option<BreachNotice>,
    /// Where data stays.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stays_in: Option<String>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Notice of a data breach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct BreachNotice {
    /// How soon.
    pub within: Duration,
    /// After this party learns of it.
    pub party: Name,
}

/// Recovery after a disaster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Continuity {
    /// Of these services.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Name>,
    /// Recovery time objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_time: Option<At<Duration>>,
    /// Recovery point objective.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recovery_point: Option<At<Duration>>,
    /// Backups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub backups: Option<Backups>,
    /// Tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tests: Option<ContinuityTests>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Backups {
    /// How often.
    pub every: Duration,
    /// How long they are kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kept: Option<Duration>,
}

/// Tests of recovery.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ContinuityTests {
    /// How often.
    pub every: Duration,
    /// Who sees the results.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub results_to: Option<Name>,
}

/// Confidentiality of reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Confidentiality {
    /// Reports are confidential.
    pub reports: bool,
    /// Who may share them with whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may_share: Vec<MayShare>,
    /// How long after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after_end: Option<Duration>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who may share reports with whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MayShare {
    /// The party.
    pub party: Name,
    /// With these.
    pub with: String,
}

/// Assignment to others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Assignment {
    /// Only with the other party's consent.
    pub consent: bool,
    /// Exceptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub may: Vec<MayAssign>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Who may assign to whom without consent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct MayAssign {
    /// Who.
    pub who: Who,
    /// To whom.
    pub to: String,
    /// The notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
}

/// Change of control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ChangeOfControl {
    /// How soon it is notified.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Duration>,
    /// Who may terminate, and how soon after the notice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub terminate: Option<ControlTermination>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// A right to terminate after a change of control.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ControlTermination {
    /// Whose.
    pub who: Who,
    /// How soon after the notice.
    pub within: Duration,
}

/// Form of signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Signature {
    /// The form.
    pub form: SignatureForm,
    /// How many originals.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub originals: Option<u32>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// Form of signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SignatureForm {
    /// By hand on paper.
    WetInk,
    /// Any electronic signature.
    Electronic,
    /// Advanced electronic signature (eIDAS Art. 26).
    AdvancedElectronic,
    /// Qualified electronic signature (eIDAS Art. 3 no. 12).
    QualifiedElectronic,
}

/// What happens at the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Exit {
    /// What is handed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hand_over: Vec<HandOver>,
    /// What is deleted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub deletions: Vec<Deletion>,
    /// Help with the move.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub assistance: Vec<Assistance>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}

/// What is handed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct HandOver {
    /// Who hands over.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// In which format.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    /// How soon after the end.
    pub within: Duration,
}

/// What is deleted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Deletion {
    /// Who deletes.
    pub party: Name,
    /// What.
    pub what: Prose,
    /// How soon after the end.
    pub within: Duration,
}

/// Help with the move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Assistance {
    /// Who helps.
    pub party: Name,
    /// For how long.
    pub time: Duration,
    /// At what price; none: not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<AssistancePrice>,
}

/// The price of assistance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum AssistancePrice {
    /// Free of charge.
    Free,
    /// At these rates.
    At(String),
}

/// What lives on after the end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Survival {
    /// The sections.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<At<Section>>,
    /// For how long; none: without end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<Duration>,
    /// Where the section stands.
    #[serde(skip)]
    pub origin: Origin,
}
