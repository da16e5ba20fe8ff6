//! Reports that show what single people do.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "report-names-staff",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "times of a single person are personal data, and a works council may have a say in them",
    page: include_str!("../../../docs/rules/report-names-staff.md"),
    find,
};

/// Words for people by whom figures are split.
const STAFF: [&str; 6] = ["agent", "technician", "engineer", "employee", "member of staff", "staff member"];

fn find(agreement: &Agreement, found: &mut Found) {
    for report in &agreement.reports.entries {
        for words in &report.states {
            let text = words.as_str().to_lowercase();
            let by_person = STAFF.iter().find(|person| {
                ["each ", "every ", "per ", "by ", "names of the ", "name of the "]
                    .iter()
                    .any(|of| text.contains(&format!("{of}{person}")))
            });
            if let Some(person) = by_person {
                found.at(
                    &report.origin,
                    format!("the report shows figures by {person}"),
                    "report by ticket, team or severity",
                );
            }
        }
    }
}
