//! What the templates see of an agreement: words ready to print, flags and fixed words to choose by.
//!
//! One file a section. A field holds what a sentence needs, never the sentence: sentences stand in
//! `templates/`. Every field is there in every view; what an agreement does not have is null.

mod annexes;
mod assignment;
mod audit;
mod calendars;
mod cards;
mod change_of_control;
mod changes;
mod channels;
mod clauses;
mod confidentiality;
mod context;
mod continuity;
mod data_protection;
mod definitions;
mod disputes;
mod escalation;
mod examples;
mod exit;
mod force_majeure;
mod heading;
mod levels;
mod liability;
mod maintenance;
mod metrics;
mod notices;
mod obligations;
mod omissions;
mod parties;
mod penalties;
mod period;
mod plans;
mod ready_clauses;
mod reports;
mod requests;
mod services;
mod severities;
mod signature;
mod subcontractors;
mod survival;
mod text;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

pub(crate) use self::context::Context;
pub(crate) use self::text::Text;

/// Everything a template may name.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct View {
    pub(crate) heading: heading::Heading,
    pub(crate) parties: parties::Parties,
    pub(crate) definitions: definitions::Definitions,
    pub(crate) period: period::Period,
    pub(crate) plans: Option<plans::Plans>,
    pub(crate) services: Option<services::Services>,
    pub(crate) calendars: Option<calendars::Calendars>,
    pub(crate) channels: Option<channels::Channels>,
    pub(crate) severities: Option<severities::Severities>,
    pub(crate) requests: Option<requests::Requests>,
    pub(crate) levels: Option<levels::Levels>,
    pub(crate) metrics: Option<metrics::Metrics>,
    pub(crate) maintenance: Option<maintenance::Maintenance>,
    pub(crate) obligations: Option<obligations::Obligations>,
    pub(crate) escalation: Option<escalation::Escalation>,
    pub(crate) penalties: Option<penalties::Penalties>,
    pub(crate) reports: Option<reports::Reports>,
    pub(crate) disputes: Option<disputes::Disputes>,
    pub(crate) changes: Option<changes::Changes>,
    pub(crate) liability: Option<liability::Liability>,
    pub(crate) force_majeure: Option<force_majeure::ForceMajeure>,
    pub(crate) notices: Option<notices::Notices>,
    pub(crate) audit: Option<audit::Audit>,
    pub(crate) subcontractors: Option<subcontractors::Subcontractors>,
    pub(crate) data_protection: Option<data_protection::DataProtection>,
    pub(crate) continuity: Option<continuity::Continuity>,
    pub(crate) confidentiality: Option<confidentiality::Confidentiality>,
    pub(crate) assignment: Option<assignment::Assignment>,
    pub(crate) change_of_control: Option<change_of_control::ChangeOfControl>,
    pub(crate) signature: signature::Signature,
    pub(crate) exit: Option<exit::Exit>,
    pub(crate) survival: Option<survival::Survival>,
    pub(crate) ready_clauses: Option<ready_clauses::ReadyClauses>,
    pub(crate) omissions: Option<omissions::Omissions>,
    pub(crate) annexes: annexes::Annexes,
    /// One card a severity; empty where no times of tickets are kept.
    pub(crate) cards: Vec<cards::Card>,
    /// What figures in the bands of credits give.
    pub(crate) credit_examples: Vec<examples::Credit>,
    /// Free clauses that stand before a section, by the section's word with `_` for spaces.
    pub(crate) before: BTreeMap<String, Vec<clauses::FreeClause>>,
    /// Free clauses that stand after a section.
    pub(crate) after: BTreeMap<String, Vec<clauses::FreeClause>>,
    /// Free clauses without a place: before the signatures.
    pub(crate) clauses: Vec<clauses::FreeClause>,
}

impl View {
    /// The view of an agreement.
    pub(crate) fn new(context: &Context<'_>) -> Self {
        let placed = clauses::Placed::new(context);
        Self {
            heading: heading::Heading::new(context),
            parties: parties::Parties::new(context),
            definitions: definitions::Definitions::new(context),
            period: period::Period::new(context),
            plans: plans::Plans::new(context),
            services: services::Services::new(context),
            calendars: calendars::Calendars::new(context),
            channels: channels::Channels::new(context),
            severities: severities::Severities::new(context),
            requests: requests::Requests::new(context),
            levels: levels::Levels::new(context),
            metrics: metrics::Metrics::new(context),
            maintenance: maintenance::Maintenance::new(context),
            obligations: obligations::Obligations::new(context),
            escalation: escalation::Escalation::new(context),
            penalties: penalties::Penalties::new(context),
            reports: reports::Reports::new(context),
            disputes: disputes::Disputes::new(context),
            changes: changes::Changes::new(context),
            liability: liability::Liability::new(context),
            force_majeure: force_majeure::ForceMajeure::new(context),
            notices: notices::Notices::new(context),
            audit: audit::Audit::new(context),
            subcontractors: subcontractors::Subcontractors::new(context),
            data_protection: data_protection::DataProtection::new(context),
            continuity: continuity::Continuity::new(context),
            confidentiality: confidentiality::Confidentiality::new(context),
            assignment: assignment::Assignment::new(context),
            change_of_control: change_of_control::ChangeOfControl::new(context),
            signature: signature::Signature::new(context),
            exit: exit::Exit::new(context),
            survival: survival::Survival::new(context),
            ready_clauses: ready_clauses::ReadyClauses::new(context),
            omissions: omissions::Omissions::new(context),
            annexes: annexes::Annexes::new(context),
            cards: cards::cards(context),
            credit_examples: examples::credits(context),
            before: placed.before,
            after: placed.after,
            clauses: placed.last,
        }
    }
}
