//! Nobody decided whether earlier promises still count.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "no-decision-on-entire-agreement",
    severity: Severity::Note,
    hurts: Hurts::Both,
    why: "a mail of the sales team may be part of the agreement, or not",
    page: include_str!("../../../docs/rules/no-decision-on-entire-agreement.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let name = ReadyClauseName::EntireAgreement;
    let included = agreement.ready_clauses.iter().any(|clause| clause.clause.value == name);
    let left_out = agreement.omissions.iter().any(|omission| omission.what.value == Omitted::Clause(name));
    // The main agreement says it for its parts.
    if !included && !left_out && !is_part(agreement) {
        found.at(
            head(agreement),
            "nobody decided whether this is the entire agreement",
            "write `include clause entire agreement`, or `without entire agreement \"the main agreement has it\"`",
        );
    }
}
