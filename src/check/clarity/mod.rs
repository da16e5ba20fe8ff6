//! Words that two people read in two ways.

mod business_hours_read_as_days;
mod circular_definition;
mod document_that_changes;
mod minutes_beside_percentage;
mod open_list_in_exclusion;
mod target_in_definition;
mod term_without_definition;
mod two_terms_one_meaning;
mod unused_definition;

use super::Rule;

/// The rules of this family.
pub(super) const RULES: &[Rule] = &[
    business_hours_read_as_days::RULE,
    circular_definition::RULE,
    document_that_changes::RULE,
    minutes_beside_percentage::RULE,
    open_list_in_exclusion::RULE,
    target_in_definition::RULE,
    term_without_definition::RULE,
    two_terms_one_meaning::RULE,
    unused_definition::RULE,
];
