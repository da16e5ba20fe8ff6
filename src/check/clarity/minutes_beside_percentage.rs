//! Minutes that are not what the percentage beside them allows.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "minutes-beside-percentage",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "whoever reads the minutes has another target than whoever reads the share",
    page: include_str!("../../../docs/rules/minutes-beside-percentage.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for text in texts(agreement) {
        if let Some((percent, minutes, allowed)) = contradiction(&text.words) {
            found.at(
                text.origin,
                format!("{percent} of a month does not allow {minutes} minutes, but {allowed}"),
                "take the minutes out: the contract prints what a target allows",
            );
        }
    }
}
