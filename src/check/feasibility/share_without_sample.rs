//! A survey without a least number of answers.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "share-without-sample",
    severity: Severity::Note,
    hurts: Hurts::Provider,
    why: "one angry answer in a quiet month is a miss of a hundred percent",
    page: include_str!("../../../docs/rules/share-without-sample.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for level in agreement.levels.iter().filter(|level| matches!(level.indicator, Indicator::Survey(_))) {
        if level.minimum_sample.is_none() {
            found.at(
                &level.name,
                format!("`{}` may be judged by a single answer", level.name),
                "write `needs 20 answers` below it",
            );
        }
    }
}
