//! What an agreement contradicts.

mod acknowledgement_after_response;
mod backup_slower_than_recovery_point;
mod channel_longer_than_clock;
mod claim_before_report;
mod clock_without_channel;
mod credit_base_of_another_cycle;
mod credit_of_no_fee;
mod cut_off_outside_hours;
mod deadline_outside_term;
mod deleted_before_handover;
mod efforts_with_credit;
mod escalation_out_of_order;
mod escalation_too_late;
mod expected_below_target;
mod fixed_term_free_exit;
mod lower_severity_faster;
mod maintenance_breaks_target;
mod notice_longer_than_term;
mod other_currency;
mod percentiles_cross;
mod records_shorter_than_claim;
mod response_after_resolution;
mod review_after_end;
mod rounding_coarser_than_target;
mod severities_alike;
mod two_targets_for_one_service;
mod update_after_resolution;
mod version_after_start;
mod window_exceeds_allowance;
mod window_on_clock_change;
mod workaround_after_resolution;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    acknowledgement_after_response::RULE,
    backup_slower_than_recovery_point::RULE,
    channel_longer_than_clock::RULE,
    claim_before_report::RULE,
    clock_without_channel::RULE,
    credit_base_of_another_cycle::RULE,
    credit_of_no_fee::RULE,
    cut_off_outside_hours::RULE,
    deadline_outside_term::RULE,
    deleted_before_handover::RULE,
    efforts_with_credit::RULE,
    escalation_out_of_order::RULE,
    escalation_too_late::RULE,
    expected_below_target::RULE,
    fixed_term_free_exit::RULE,
    lower_severity_faster::RULE,
    maintenance_breaks_target::RULE,
    notice_longer_than_term::RULE,
    other_currency::RULE,
    percentiles_cross::RULE,
    records_shorter_than_claim::RULE,
    response_after_resolution::RULE,
    review_after_end::RULE,
    rounding_coarser_than_target::RULE,
    severities_alike::RULE,
    two_targets_for_one_service::RULE,
    update_after_resolution::RULE,
    version_after_start::RULE,
    window_exceeds_allowance::RULE,
    window_on_clock_change::RULE,
    workaround_after_resolution::RULE,
];
