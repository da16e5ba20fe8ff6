//! An audit without a notice.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "audit-without-notice",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "auditors may stand at the door on the day of a release",
    page: include_str!("../../../docs/rules/audit-without-notice.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    if let Some(audit) = agreement.audit.as_ref().filter(|audit| audit.notice.is_none()) {
        found.at(&audit.origin, "this audit needs no notice", "write `with 30 days notice`");
    }
}
