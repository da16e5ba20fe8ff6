//! Force majeure that covers the provider's own suppliers.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "force-majeure-covers-subcontractors",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "every failure of the cloud below the service is nobody's fault",
    page: include_str!("../../../docs/rules/force-majeure-covers-subcontractors.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(event) = &agreement.force_majeure else { return };
    let Some(term) = &event.term else { return };
    let Some(definition) = agreement.definitions.iter().find(|definition| definition.term.value == *term) else {
        return;
    };
    let meaning = definition.meaning.as_str();
    let suppliers =
        ["subcontractor", "supplier", "third-party provider", "third party provider", "hosting provider", "upstream"];
    let taken_out = says(meaning, &[" not ", "except", "exclud"])
        || event.not_covered.iter().any(|words| says(words.as_str(), &suppliers));
    if says(meaning, &suppliers) && !taken_out {
        found.at(
            &definition.meaning,
            format!("`{term}` covers failures of subcontractors"),
            "write that failures of the provider's own subcontractors are not covered",
        );
    }
}
