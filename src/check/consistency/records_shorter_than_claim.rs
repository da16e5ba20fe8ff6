//! Records that are deleted before a claim must be made.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "records-shorter-than-claim",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "when the claim comes, its proof is gone",
    page: include_str!("../../../docs/rules/records-shorter-than-claim.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(claim) = agreement.penalties.as_ref().and_then(|penalties| penalties.claim.as_ref()) else { return };
    if let (Some(within), Some(kept)) = (&claim.within, &agreement.reports.records_kept)
        && let (Some((least, _)), Some((_, most))) = (days(within.value), days(kept.time))
        && !kept.after_end
        && most < least + 31
    {
        found.at(
            &kept.origin,
            format!(
                "records are kept for {}, and a claim may come {} after a month has ended",
                kept.time, within.value
            ),
            "keep records for at least 12 months",
        );
        found.related(within, "the claim");
    }
}
