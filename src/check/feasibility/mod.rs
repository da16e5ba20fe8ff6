//! What cannot be kept, or cannot be measured.

mod channel_on_covered_service;
mod dependency_below_target;
mod down_after_the_target;
mod down_never;
mod notice_address_on_covered_service;
mod one_miss_breaks_target;
mod probe_too_coarse;
mod resolution_reaches_last_band;
mod share_without_sample;
mod target_in_closed_time;
mod target_of_100;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    channel_on_covered_service::RULE,
    dependency_below_target::RULE,
    down_after_the_target::RULE,
    down_never::RULE,
    notice_address_on_covered_service::RULE,
    one_miss_breaks_target::RULE,
    probe_too_coarse::RULE,
    resolution_reaches_last_band::RULE,
    share_without_sample::RULE,
    target_in_closed_time::RULE,
    target_of_100::RULE,
];
