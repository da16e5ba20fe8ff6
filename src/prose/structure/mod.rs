//! Structural defects of contracts that others wrote: what a reader finds who checks every number, reference, table
//! and date against the others.
//!
//! A rule is one file, with a page in `docs/rules/` and a case in `tests/cases/structure/`. What rules share is
//! beside them: [`contract`] (sentences), [`outline`] (numbers), [`definition`], [`table`], [`quantity`], [`band`], [`ladder`].

pub(super) mod band;
pub(super) mod clock;
pub(super) mod contract;
pub(super) mod dates;
pub(super) mod definition;
mod form;
pub(super) mod ladder;
mod level;
pub(super) mod outline;
pub(super) mod quantity;
pub(super) mod table;
mod target;

use std::ops::Range;

use self::contract::{Contract, Lowered};
use super::document::{Block, Document};
use crate::diagnostic::{Diagnostic, Severity};

/// A rule about the structure of a contract.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The name in kebab case.
    pub name: &'static str,
    /// How much a finding weighs.
    pub severity: Severity,
    /// Why it matters: one line, lower case, no full stop.
    pub why: &'static str,
    /// The page in `docs/rules/`.
    pub page: &'static str,
    find: fn(&Contract<'_>, &mut Found<'_>),
}

/// Declares the rules: each has a file, and a page with its name.
macro_rules! rules {
    ($($file:ident $name:literal $severity:ident $why:literal,)+) => {
        $(mod $file;)+

        /// All rules about structure, in the order of their names.
        pub const STRUCTURE: &[Rule] = &[$(Rule {
            name: $name,
            severity: Severity::$severity,
            why: $why,
            page: include_str!(concat!("../../../docs/rules/", $name, ".md")),
            find: $file::find,
        }),+];
    };
}

rules! {
    allowances_exceed_target "allowances-exceed-target" Warning "the target is missed by what the same contract allows",
    changed_without_notice "changed-without-notice" Warning "whoever signed finds other terms than those that were signed",
    circular_term "circular-term" Warning "a definition that leads back to itself says nothing",
    dead_reference "dead-reference" Warning "a duty that a missing clause describes is no duty",
    hours_against_days "hours-against-days" Warning "each side counts by the figure that suits it",
    hours_do_not_add_up "hours-do-not-add-up" Warning "each side counts by the figure that suits it",
    impossible_date "impossible-date" Warning "nobody can keep a date that is no day",
    measured_by_one_side "measured-by-one-side" Warning "the customer must believe whoever has to pay",
    minutes_against_percentage "minutes-against-percentage" Warning "each side counts by the figure that suits it",
    number_skipped "number-skipped" Note "a reader cannot tell whether a clause was lost, and references lead astray",
    number_twice "number-twice" Warning "a reference to the number leads to two clauses",
    placeholder "placeholder" Warning "nothing is agreed where the gap is",
    range_as_target "range-as-target" Warning "nobody is late before the last moment of the range",
    remedy_without_deadline "remedy-without-deadline" Warning "what is owed without a date can be put off for ever",
    severities_match_both "severities-match-both" Warning "the faster and the slower time both hold for the same case",
    severities_without_rest "severities-without-rest" Note "a case that fits no severity has no time at all",
    severity_lacks_resolution "severity-lacks-resolution" Warning "a ticket that is answered in time may stay open for ever",
    severity_lacks_response "severity-lacks-response" Warning "nobody is late with a first answer",
    target_without_remedy "target-without-remedy" Warning "a promise whose breach costs nothing is a hope",
    target_without_source "target-without-source" Warning "each side has figures of its own",
    target_without_window "target-without-window" Warning "a bad month is hidden in a good year",
    term_defined_twice "term-defined-twice" Warning "nobody can tell which of the meanings holds",
    tier_above_cap "tier-above-cap" Warning "the customer counts on a credit that the cap takes away",
    tier_gap "tier-gap" Warning "for such a month nobody can tell what is owed",
    tier_overlap "tier-overlap" Warning "for such a month two credits are owed, or the wrong one",
    tier_pays_when_met "tier-pays-when-met" Warning "the provider keeps its promise and pays all the same",
    tiers_out_of_order "tiers-out-of-order" Warning "it pays to be worse",
    undefined_term "undefined-term" Note "a word written large that means nothing definite",
    unused_term "unused-term" Note "what was meant to be regulated by it is not, or the definition is left over",
    word_and_figure_differ "word-and-figure-differ" Warning "each side reads the figure that suits it",
    wrong_weekday "wrong-weekday" Warning "nobody can tell whether the date or the day is meant",
}

/// What is found, for one rule at a time.
struct Found<'d> {
    document: &'d Document,
    rule: &'static Rule,
    all: Vec<Diagnostic>,
}

impl Found<'_> {
    /// Adds a finding about a range of a block's text, with what to write instead.
    fn push(
        &mut self,
        block: &Block,
        range: &Range<usize>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> &mut Diagnostic {
        let span = block.span(self.document.source, range);
        let mut finding = Diagnostic::new(self.rule.name, self.rule.severity, Some(span), message).help(help);
        finding.why = Some(self.rule.why);
        let at = self.all.len();
        self.all.push(finding);
        &mut self.all[at]
    }
}

/// The structural defects of a contract, in the order of the text.
pub fn structure(document: &Document) -> Vec<Diagnostic> {
    let lowered = Lowered::new(document);
    let contract = Contract::new(document, &lowered);
    let mut all = Vec::new();
    for rule in STRUCTURE {
        let mut found = Found { document, rule, all };
        (rule.find)(&contract, &mut found);
        all = found.all;
    }
    all.sort_by_key(|finding| finding.span.map(|span| (span.start, span.end)));
    // Plans that share a band share its defect.
    all.dedup_by(|one, other| one.rule == other.rule && one.span == other.span && one.message == other.message);
    all
}
