//! Credits that do not fit the target, the cap, or one another.

mod band_above_cap;
mod band_never_reached;
mod band_pays_when_met;
mod bands_out_of_order;
mod cap_below_band;
mod cap_never_reached;
mod credit_above_fee;
mod miss_without_credit;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    band_above_cap::RULE,
    band_never_reached::RULE,
    band_pays_when_met::RULE,
    bands_out_of_order::RULE,
    cap_below_band::RULE,
    cap_never_reached::RULE,
    credit_above_fee::RULE,
    miss_without_credit::RULE,
];
