//! Clauses in the author's own words, and ready clauses of the library.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{At, Prose};

/// A clause in the author's own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct FreeClause {
    /// Its heading.
    pub title: At<String>,
    /// Its words; an empty line parts paragraphs.
    pub text: At<Prose>,
    /// Before or after which section; none: before the signatures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Where a free clause stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Place {
    /// Before the section, else after it.
    pub before: bool,
    /// The section.
    pub section: Section,
}

/// A ready clause that is included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct ReadyClause {
    /// Its name.
    pub clause: At<ReadyClauseName>,
}

/// The library of ready clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ReadyClauseName {
    /// Entire agreement.
    EntireAgreement,
    /// Severability.
    Severability,
    /// Counterparts.
    Counterparts,
    /// Waiver.
    Waiver,
    /// Third-party rights.
    ThirdPartyRights,
    /// Interpretation.
    Interpretation,
    /// Publicity.
    Publicity,
    /// Compliance with law.
    Compliance,
    /// Set-off.
    SetOff,
}

impl ReadyClauseName {
    /// All ready clauses, in the order they are printed in.
    pub const ALL: [Self; 9] = [
        Self::EntireAgreement,
        Self::Severability,
        Self::Counterparts,
        Self::Waiver,
        Self::ThirdPartyRights,
        Self::Interpretation,
        Self::Publicity,
        Self::Compliance,
        Self::SetOff,
    ];

    /// The name in a spec.
    pub fn word(self) -> &'static str {
        match self {
            Self::EntireAgreement => "entire agreement",
            Self::Severability => "severability",
            Self::Counterparts => "counterparts",
            Self::Waiver => "waiver",
            Self::ThirdPartyRights => "third-party rights",
            Self::Interpretation => "interpretation",
            Self::Publicity => "publicity",
            Self::Compliance => "compliance",
            Self::SetOff => "set-off",
        }
    }
}

/// A ready clause or a section left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Omission {
    /// What.
    pub what: At<Omitted>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// What is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Omitted {
    /// A ready clause.
    Clause(ReadyClauseName),
    /// A section.
    Section(Section),
}

/// The sections of an agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Section {
    /// Parties.
    Parties,
    /// Definitions.
    Definitions,
    /// Period.
    Period,
    /// Services.
    Services,
    /// Calendars.
    Calendars,
    /// Channels.
    Channels,
    /// Severities.
    Severities,
    /// Requests.
    Requests,
    /// Levels.
    Levels,
    /// Metrics.
    Metrics,
    /// Maintenance.
    Maintenance,
    /// Obligations.
    Obligations,
    /// Escalation.
    Escalation,
    /// Penalties.
    Penalties,
    /// Reports.
    Reports,
    /// Disputes.
    Disputes,
    /// Changes.
    Changes,
    /// Liability.
    Liability,
    /// Force majeure.
    ForceMajeure,
    /// Notices.
    Notices,
    /// Audit.
    Audit,
    /// Subcontractors.
    Subcontractors,
    /// Data protection.
    DataProtection,
    /// Continuity.
    Continuity,
    /// Confidentiality.
    Confidentiality,
    /// Assignment.
    Assignment,
    /// Change of control.
    ChangeOfControl,
    /// Signature.
    Signature,
    /// Exit.
    Exit,
    /// Survival.
    Survival,
}

impl Section {
    /// All sections, in the order of a spec.
    pub const ALL: [Self; 30] = [
        Self::Parties,
        Self::Definitions,
        Self::Period,
        Self::Services,
        Self::Calendars,
        Self::Channels,
        Self::Severities,
        Self::Requests,
        Self::Levels,
        Self::Metrics,
        Self::Maintenance,
        Self::Obligations,
        Self::Escalation,
        Self::Penalties,
        Self::Reports,
        Self::Disputes,
        Self::Changes,
        Self::Liability,
        Self::ForceMajeure,
        Self::Notices,
        Self::Audit,
        Self::Subcontractors,
        Self::DataProtection,
        Self::Continuity,
        Self::Confidentiality,
        Self::Assignment,
        Self::ChangeOfControl,
        Self::Signature,
        Self::Exit,
        Self::Survival,
    ];

    /// The word that begins the section in a spec; also the anchor `{word}` in prose.
    pub fn word(self) -> &'static str {
        match self {
            Self::Parties => "parties",
            Self::Definitions => "definitions",
            Self::Period => "period",
            Self::Services => "services",
            Self::Calendars => "calendars",
            Self::Channels => "channels",
            Self::Severities => "severities",
            Self::Requests => "requests",
            Self::Levels => "levels",
            Self::Metrics => "metrics",
            Self::Maintenance => "maintenance",
            Self::Obligations => "obligations",
            Self::Escalation => "escalation",
            Self::Penalties => "penalties",
            Self::Reports => "reports",
            Self::Disputes => "disputes",
            Self::Changes => "changes",
            Self::Liability => "liability",
            Self::ForceMajeure => "force majeure",
            Self::Notices => "notices",
            Self::Audit => "audit",
            Self::Subcontractors => "subcontractors",
            Self::DataProtection => "data protection",
            Self::Continuity => "continuity",
            Self::Confidentiality => "confidentiality",
            Self::Assignment => "assignment",
            Self::ChangeOfControl => "change of control",
            Self::Signature => "signature",
            Self::Exit => "exit",
            Self::Survival => "survival",
        }
    }

    /// The section that this word begins.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.word() == word)
    }
}
