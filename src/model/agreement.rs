//! The whole agreement and its heading.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Assignment, At, Audit, Calendar, ChangeOfControl, Changes, Channel, Confidentiality, Continuity, Currency,
    DataProtection, Definition, Disputes, Escalation, Exit, ForceMajeure, FreeClause, Language, Level, Liability,
    Maintenance, Metric, Name, Notices, Obligation, Omission, Origin, Parties, Party, Penalties, Period, ReadyClause,
    Reports, RequestType, Service, Severities, Severity, Signature, Subcontractors, Survival, Zone,
};

/// A service level agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Agreement {
    /// Title, reference, version and what holds throughout.
    pub heading: Heading,
    /// Who agrees.
    pub parties: Parties,
    /// Defined terms, in the order of the spec.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub definitions: Vec<Definition>,
    /// How long it lasts and how it ends.
    pub period: Period,
    /// What is provided.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Service>,
    /// When hours count.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub calendars: Vec<Calendar>,
    /// How the provider is reached.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// How urgent a ticket is.
    pub severities: Severities,
    /// Kinds of request beside the severities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<RequestType>,
    /// What is promised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<Level>,
    /// Metrics of the agreement's own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub metrics: Vec<Metric>,
    /// Planned interruptions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub maintenance: Vec<Maintenance>,
    /// What either party must do besides.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub obligations: Vec<Obligation>,
    /// Who is told when, as a ticket ages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub escalations: Vec<Escalation>,
    /// Service credits and other remedies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub penalties: Option<Penalties>,
    /// Reports and records.
    pub reports: Reports,
    /// How disputes end, and the law.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disputes: Option<Disputes>,
    /// How the agreement and its fees change.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<Changes>,
    /// The cap of liability.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub liability: Option<Liability>,
    /// Events that nobody controls.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub force_majeure: Option<ForceMajeure>,
    /// How notices are given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notices: Option<Notices>,
    /// The right to audit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub audit: Option<Audit>,
    /// Subcontractors.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subcontractors: Option<Subcontractors>,
    /// Personal data.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data_protection: Option<DataProtection>,
    /// Recovery after a disaster.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub continuity: Vec<Continuity>,
    /// Confidentiality of reports.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidentiality: Option<Confidentiality>,
    /// Assignment to others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// Change of control.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_of_control: Option<ChangeOfControl>,
    /// Form of signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<Signature>,
    /// What happens at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exit: Option<Exit>,
    /// What lives on after the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survival: Option<Survival>,
    /// Clauses in the author's own words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<FreeClause>,
    /// Ready clauses of the library that are included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ready_clauses: Vec<ReadyClause>,
    /// Ready clauses and sections left out on purpose.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub omissions: Vec<Omission>,
    /// Values of the parameters, as resolved.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<ParameterValue>,
    /// The plan whose terms these are, where the spec has plans.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<Name>,
    /// Who says which plan applies.
    #[serde(default, skip_serializing_if = "PlanChoice::is_made")]
    pub plan_choice: PlanChoice,
}

/// Title, reference, version and what holds throughout.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Heading {
    /// The title.
    pub title: At<String>,
    /// The parties' reference.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reference: Option<At<String>>,
    /// The version, a number or a date.
    pub version: At<String>,
    /// The contract's language.
    pub language: Language,
    /// The currency of amounts.
    pub currency: Currency,
    /// The zone in which months and days begin.
    pub zone: Zone,
    /// The calendar by which business days count where a statement names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub business_days: Option<Name>,
    /// The main agreement that this one is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<PartOf>,
    /// Which document prevails, first to last.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub precedence: Vec<Document>,
    /// How reported figures are rounded.
    pub rounding: Rounding,
}

/// The main agreement that this one is part of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct PartOf {
    /// Its name.
    pub document: At<String>,
    /// Whether words defined there have the same meaning here.
    pub its_words_apply: bool,
}

/// A document in an order of precedence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Document {
    /// This agreement.
    ThisAgreement,
    /// Another one, by name.
    Other(String),
}

/// How figures are rounded for reports; they are compared unrounded unless a level says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Rounding {
    /// The direction.
    pub way: RoundingWay,
    /// Decimals that remain.
    pub decimals: u8,
}

impl Default for Rounding {
    fn default() -> Self {
        Self { way: RoundingWay::Down, decimals: 2 }
    }
}

/// The direction of rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum RoundingWay {
    /// Towards zero.
    Down,
    /// Away from zero.
    Up,
    /// To the nearest, a half upwards.
    HalfUp,
}

/// Who says which of several plans applies.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PlanChoice {
    /// This agreement: it is made for one plan, or has none.
    #[default]
    Made,
    /// The named document; this agreement has the terms of all plans.
    StatedIn(String),
    /// Nobody yet.
    Open,
}

impl PlanChoice {
    /// Whether the agreement is made for one plan.
    pub fn is_made(&self) -> bool {
        *self == Self::Made
    }
}

/// The value of a parameter, in the language's spelling.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ParameterValue {
    /// The parameter.
    pub name: Name,
    /// Its value as a spec writes it: `99.95%`, `EUR 9000`, `yes`; none where optional and unset.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Whether plans give it values.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_plan: bool,
    /// Where the value was written.
    #[serde(skip)]
    pub origin: Origin,
}

impl Agreement {
    /// The party with this short name.
    pub fn party(&self, name: &Name) -> Option<&Party> {
        [&self.parties.provider, &self.parties.customer].into_iter().find(|party| party.name.value == *name)
    }

    /// The other party.
    pub fn other_party(&self, name: &Name) -> &Party {
        if self.parties.provider.name.value == *name { &self.parties.customer } else { &self.parties.provider }
    }

    /// The service with this name.
    pub fn service(&self, name: &Name) -> Option<&Service> {
        self.services.iter().find(|service| service.name.value == *name)
    }

    /// The calendar with this name.
    pub fn calendar(&self, name: &Name) -> Option<&Calendar> {
        self.calendars.iter().find(|calendar| calendar.name.value == *name)
    }

    /// The severity with this name.
    pub fn severity(&self, name: &Name) -> Option<&Severity> {
        self.severities.entries.iter().find(|severity| severity.name.value == *name)
    }

    /// The level with this name.
    pub fn level(&self, name: &Name) -> Option<&Level> {
        self.levels.iter().find(|level| level.name.value == *name)
    }

    /// The metric with this name.
    pub fn metric(&self, name: &Name) -> Option<&Metric> {
        self.metrics.iter().find(|metric| metric.name.value == *name)
    }
}
