//! A document that changes after it was agreed.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "document-that-changes",
    severity: Severity::Warning,
    hurts: Hurts::Customer,
    why: "what is promised is whatever the page says that day",
    page: include_str!("../../../docs/rules/document-that-changes.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    for text in texts(agreement) {
        if says(
            &text.words,
            &[
                "as updated",
                "as amended",
                "as modified",
                "from time to time",
                "then-current",
                "current version",
                "most recent version",
                "latest version",
            ],
        ) {
            found.at(
                text.origin,
                "this refers to words that may change later",
                "name the version or the date of the document, and agree on how it changes in `changes`",
            );
        }
    }
}
