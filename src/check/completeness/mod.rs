//! What an agreement forgets.

mod arbitration_without_seat;
mod calendar_without_holidays;
mod claim_without_answer;
mod credits_without_nature;
mod data_without_breach_notice;
mod data_without_protection;
mod disputes_without_end;
mod duty_without_consequence;
mod force_majeure_without_end;
mod force_majeure_without_notice;
mod level_without_remedy;
mod level_without_source;
mod maintenance_without_limit;
mod maintenance_without_notice;
mod maintenance_without_window;
mod no_change_rule;
mod no_claim_rule;
mod no_credit_cap;
mod no_customer_duties;
mod no_decision_on_entire_agreement;
mod no_disputes;
mod no_escalation;
mod no_exit;
mod no_governing_law;
mod no_liability;
mod no_notices;
mod no_payment_rule;
mod no_records;
mod no_report;
mod no_review;
mod no_rule_for_changed_circumstances;
mod no_severity_for_the_rest;
mod no_signature_form;
mod no_survival;
mod no_termination_for_breach;
mod no_termination_for_chronic_failure;
mod no_way_out;
mod notices_without_receipt;
mod party_without_address;
mod party_without_notice_address;
mod party_without_signatory;
mod pause_without_limit;
mod pause_without_reminder;
mod payment_without_deadline;
mod recovery_never_tested;
mod renewal_without_stop;
mod reopened_tickets_unsaid;
mod service_without_level;
mod severities_without_decider;
mod severity_without_resolution;
mod severity_without_times;
mod termination_by_email;
mod top_severity_without_updates;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    arbitration_without_seat::RULE,
    calendar_without_holidays::RULE,
    claim_without_answer::RULE,
    credits_without_nature::RULE,
    data_without_breach_notice::RULE,
    data_without_protection::RULE,
    disputes_without_end::RULE,
    duty_without_consequence::RULE,
    force_majeure_without_end::RULE,
    force_majeure_without_notice::RULE,
    level_without_remedy::RULE,
    level_without_source::RULE,
    maintenance_without_limit::RULE,
    maintenance_without_notice::RULE,
    maintenance_without_window::RULE,
    no_change_rule::RULE,
    no_claim_rule::RULE,
    no_credit_cap::RULE,
    no_customer_duties::RULE,
    no_decision_on_entire_agreement::RULE,
    no_disputes::RULE,
    no_escalation::RULE,
    no_exit::RULE,
    no_governing_law::RULE,
    no_liability::RULE,
    no_notices::RULE,
    no_payment_rule::RULE,
    no_records::RULE,
    no_report::RULE,
    no_review::RULE,
    no_rule_for_changed_circumstances::RULE,
    no_severity_for_the_rest::RULE,
    no_signature_form::RULE,
    no_survival::RULE,
    no_termination_for_breach::RULE,
    no_termination_for_chronic_failure::RULE,
    no_way_out::RULE,
    notices_without_receipt::RULE,
    party_without_address::RULE,
    party_without_notice_address::RULE,
    party_without_signatory::RULE,
    pause_without_limit::RULE,
    pause_without_reminder::RULE,
    payment_without_deadline::RULE,
    recovery_never_tested::RULE,
    renewal_without_stop::RULE,
    reopened_tickets_unsaid::RULE,
    service_without_level::RULE,
    severities_without_decider::RULE,
    severity_without_resolution::RULE,
    severity_without_times::RULE,
    termination_by_email::RULE,
    top_severity_without_updates::RULE,
];
