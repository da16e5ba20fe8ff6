//! A termination that an email can carry.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "termination-by-email",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "a mail in the wrong folder ends the agreement, and nobody can prove that it arrived",
    page: include_str!("../../../docs/rules/termination-by-email.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(notices) = &agreement.notices else { return };
    let weighty = notices.not_by_email.iter().any(|what| says(what, &["terminat", "end", "cancel"]));
    if notices.ways.contains(&NoticeWay::Email) && !weighty {
        found.at(&notices.origin, "a termination may be given by email", "write `not by email for \"termination\"`");
    }
}
