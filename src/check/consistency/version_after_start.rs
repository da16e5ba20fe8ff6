//! A text that is younger than the agreement it states.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "version-after-start",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "levels are owed for days on which nobody had signed, or could have measured, them",
    page: include_str!("../../../docs/rules/version-after-start.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let version = &agreement.heading.version;
    if let (Effective::On(first), Ok(written)) = (&agreement.period.effective.value, version.parse::<Date>())
        && written > *first
    {
        found.at(
            &agreement.period.effective,
            format!("the agreement begins on {first}, and its text is of {written}: it is signed later"),
            "begin later, or write `effective on signature`",
        );
        found.related(version, "the date of this text");
    }
}
