//! Backups that are rarer than the recovery point allows.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "backup-slower-than-recovery-point",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "more data is lost than the agreement permits, whenever a backup is needed",
    page: include_str!("../../../docs/rules/backup-slower-than-recovery-point.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for plan in &agreement.continuity {
        let (Some(point), Some(backups)) = (&plan.recovery_point, &plan.backups) else { continue };
        let seconds = |time: Duration| {
            time.milliseconds().or_else(|| days(time).and_then(|(least, _)| u64::try_from(least * 86_400_000).ok()))
        };
        // A recovery point can be met by copies that are not backups; a gap of a day or more cannot.
        if let (Some(allowed), Some(every)) = (seconds(point.value), seconds(backups.every))
            && every > allowed.max(1) * 24
        {
            found.at(
                &plan.origin,
                format!("a backup every {} loses more than {}", backups.every, point.value),
                "back up more often, or allow a longer recovery point",
            );
            found.related(point, "the recovery point");
        }
    }
}
