//! A way to give notice, and nothing about when it is received.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "notices-without-receipt",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "every deadline that runs from a notice has an open start",
    page: include_str!("../../../docs/rules/notices-without-receipt.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(notices) = &agreement.notices else { return };
    let open: Vec<&NoticeWay> =
        notices.ways.iter().filter(|way| !notices.received.iter().any(|known| known.way == **way)).collect();
    if !open.is_empty() {
        found.at(
            &notices.origin,
            format!("{} way{} of notice without a time of receipt", open.len(), plural(open.len())),
            "write `email is received the next business day`, `courier is received on delivery`",
        );
    }
}
