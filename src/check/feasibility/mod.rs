//! What cannot be kept, or cannot be measured.

mod dependency_below_target;
mod down_after_the_target;
mod down_never;
mod one_miss_breaks_target;
mod probe_too_coarse;
mod share_without_sample;
mod target_of_100;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    dependency_below_target::RULE,
    down_after_the_target::RULE,
    down_never::RULE,
    one_miss_breaks_target::RULE,
    probe_too_coarse::RULE,
    share_without_sample::RULE,
    target_of_100::RULE,
];
