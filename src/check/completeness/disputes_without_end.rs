//! A ladder of talks that no court or tribunal ends.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "disputes-without-end",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a party that does not want to agree can talk for ever",
    page: include_str!("../../../docs/rules/disputes-without-end.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(disputes) = &agreement.disputes
        && !is_part(agreement)
        && !disputes
            .steps
            .iter()
            .any(|step| !matches!(step.kind, DisputeKind::Negotiate { .. } | DisputeKind::Mediate { .. }))
    {
        found.at(
            &disputes.origin,
            "no court, tribunal or expert ends a dispute",
            "add `courts of \"Berlin\"`, or `arbitrate under \"…\"`",
        );
    }
}
