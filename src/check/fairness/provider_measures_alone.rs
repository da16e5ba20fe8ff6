//! Figures that the provider measures and nobody else sees.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "provider-measures-alone",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "the party that pays for a miss decides alone whether there was one",
    page: include_str!("../../../docs/rules/provider-measures-alone.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let open = agreement.audit.is_some()
        || agreement.disputes.as_ref().is_some_and(|disputes| disputes.measurements.is_some());
    for level in &agreement.levels {
        let Some(measurement) = &level.measurement else { continue };
        let alone = matches!(&measurement.by, Measurer::Party(party) if party == provider(agreement));
        let reported = agreement.reports.entries.iter().any(|report| report.to == *customer(agreement));
        if alone && level.data_open.is_none() && !open && !reported {
            found.at(
                &level.name,
                format!("only `{}` sees the data of `{}`", provider(agreement), level.name),
                format!(
                    "write `data open to {}`, or a report, or `measurements decided by` in `disputes`",
                    customer(agreement)
                ),
            );
        }
    }
}
