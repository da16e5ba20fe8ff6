//! Minutes without data that count for the provider.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "missing-data-counts-as-up",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "when the monitoring is down with the service, the service was up",
    page: include_str!("../../../docs/rules/missing-data-counts-as-up.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in &agreement.levels {
        let own = level
            .measurement
            .as_ref()
            .is_some_and(|by| matches!(&by.by, Measurer::Party(party) if party == provider(agreement)));
        if own && level.missing_data == MissingData::Up {
            found.at(
                &level.name,
                format!(
                    "`{}` measures `{}`, and what it does not measure counts as up",
                    provider(agreement),
                    level.name
                ),
                "write `minutes without data count as down`",
            );
        }
    }
}
