//! An acknowledgement that is due after the response.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "acknowledgement-after-response",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "the time for the acknowledgement promises nothing",
    page: include_str!("../../../docs/rules/acknowledgement-after-response.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for row in times_rows(agreement) {
        if let (Some(first), Some(response)) = (&row.acknowledgement, &row.response)
            && surely_longer(agreement, (first.value, &row.clock), (response.value, &row.clock))
        {
            found.at(
                first,
                format!("an acknowledgement within {} comes after a response within {}", first.value, response.value),
                "shorten the acknowledgement, or leave it out",
            );
            found.related(response, "the response");
        }
    }
}
