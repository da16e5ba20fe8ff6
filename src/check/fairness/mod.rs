//! What one side bears alone.

mod audit_without_notice;
mod automatic_response;
mod chronic_without_last_day;
mod chronic_without_refund;
mod consumer_sole_remedy;
mod credit_per_ticket_without_incident_rule;
mod credits_called_penalty;
mod credits_expire_at_end;
mod excluded_time_as_up;
mod fee_rise_without_limit;
mod fee_rise_without_notice;
mod force_majeure_covers_subcontractors;
mod liability_silent_on_credits;
mod liability_without_cap;
mod liability_without_exceptions;
mod missing_data_counts_as_up;
mod no_severity_dispute;
mod one_sided_change;
mod one_sided_termination;
mod open_duty_stops_clock;
mod price_notice_after_deadline;
mod provider_measures_alone;
mod report_names_staff;
mod sole_remedy_without_remedy;
mod standing_catches_disputed;
mod subcontractors_without_liability;
mod trivial_credits;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    audit_without_notice::RULE,
    automatic_response::RULE,
    chronic_without_last_day::RULE,
    chronic_without_refund::RULE,
    consumer_sole_remedy::RULE,
    credit_per_ticket_without_incident_rule::RULE,
    credits_called_penalty::RULE,
    credits_expire_at_end::RULE,
    excluded_time_as_up::RULE,
    fee_rise_without_limit::RULE,
    fee_rise_without_notice::RULE,
    force_majeure_covers_subcontractors::RULE,
    liability_silent_on_credits::RULE,
    liability_without_cap::RULE,
    liability_without_exceptions::RULE,
    missing_data_counts_as_up::RULE,
    no_severity_dispute::RULE,
    one_sided_change::RULE,
    one_sided_termination::RULE,
    open_duty_stops_clock::RULE,
    price_notice_after_deadline::RULE,
    provider_measures_alone::RULE,
    report_names_staff::RULE,
    sole_remedy_without_remedy::RULE,
    standing_catches_disputed::RULE,
    subcontractors_without_liability::RULE,
    trivial_credits::RULE,
];
