//! A window of maintenance that is longer than its limit.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "window-exceeds-allowance",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "one side plans with the windows, the other with the limit",
    page: include_str!("../../../docs/rules/window-exceeds-allowance.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for maintenance in &agreement.maintenance {
        // Many windows with a limit for all of them are a choice of times; one that is longer than the limit is not.
        let Some(window) = maintenance.windows.iter().max_by_key(|window| minutes(window.hours)) else { continue };
        let windows = minutes(window.hours);
        for allowance in
            maintenance.allowances.iter().filter(|allowance| allowance.each == Cycle::Each(CycleUnit::Month))
        {
            let allowed =
                allowance.at_most.milliseconds().and_then(|milliseconds| usize::try_from(milliseconds / 60_000).ok());
            if let Some(allowed) = allowed.filter(|allowed| *allowed < windows) {
                found.at(
                    &allowance.origin,
                    format!(
                        "a window is {} hours {} minutes long, and the limit {} hours {} minutes",
                        windows / 60,
                        windows % 60,
                        allowed / 60,
                        allowed % 60
                    ),
                    "raise the limit, or shorten the window",
                );
                found.related(&window.origin, "the window");
            }
        }
    }
}
