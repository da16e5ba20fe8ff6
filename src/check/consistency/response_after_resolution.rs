//! A first response that is due after the resolution.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "response-after-resolution",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "one of the two times can never be missed, so it promises nothing",
    page: include_str!("../../../docs/rules/response-after-resolution.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for row in times_rows(agreement) {
        if let (Some(response), Some(resolution)) = (&row.response, &row.resolution)
            && surely_longer(agreement, (response.value, &row.clock), (resolution.value, &row.clock))
        {
            found.at(
                response,
                format!("a response within {} comes after a resolution within {}", response.value, resolution.value),
                "exchange the two times, or shorten the response",
            );
            found.related(resolution, "the resolution");
        }
    }
}
