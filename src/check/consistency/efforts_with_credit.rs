//! A promise of efforts that pays like a promise of result.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "efforts-with-credit",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "whether trying hard excuses the credit is what the dispute will be about",
    page: include_str!("../../../docs/rules/efforts-with-credit.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let credits = credits_by_level(agreement);
    for level in agreement.levels.iter().filter(|level| level.promise == Promise::ReasonableEfforts) {
        if let Some(rule) = credits.get(&level.name.value).and_then(|rules| rules.first()) {
            found.at(
                &level.name,
                format!("`{}` promises efforts, and missing it costs a credit", level.name),
                "take `promised as commercially reasonable efforts` out, or the credits",
            );
            found.related(&rule.origin, "the credits");
        }
    }
}
