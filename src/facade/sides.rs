//! Rights and remedies of the two parties side by side: who may do what, and where it is said.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;

use super::Spec;
use super::clauses::Clauses;
use crate::document::template::Override;
use crate::model::{Agreement, Measurer, Name, Origin, TerminationGround, Who};
use crate::source::Span;

/// Rights and remedies side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sides {
    /// The provider's short name.
    pub provider: String,
    /// The customer's short name.
    pub customer: String,
    /// One for each kind of right, remedy, protection or duty.
    pub rows: Vec<SideRow>,
}

/// What each party has of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SideRow {
    /// The kind: `terminate for breach`.
    pub what: &'static str,
    /// What the provider has; empty: nothing.
    pub provider: Vec<SideEntry>,
    /// What the customer has; empty: nothing.
    pub customer: Vec<SideEntry>,
}

/// A right, remedy, protection or duty, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SideEntry {
    /// In the words of the spec.
    pub says: String,
    /// The number of its clause in the contract.
    pub clause: Option<String>,
    /// File and line of the statement.
    pub statement: String,
}

impl Spec {
    /// Rights and remedies side by side, with the user's own templates by their path in the templates folder.
    ///
    /// Where they cannot be told, the report says why.
    pub fn sides(&mut self, templates: &BTreeMap<String, Override>) -> Option<Sides> {
        self.told(templates, |spec, agreement, document| {
            let mut table = Table { spec, agreement, clauses: Clauses::of(document), rows: Vec::new() };
            table.fill();
            let parties = &agreement.parties;
            Sides {
                provider: parties.provider.name.to_string(),
                customer: parties.customer.name.to_string(),
                rows: table.rows,
            }
        })
    }
}

/// Whether a ground of termination is of one kind.
type IsGround = fn(&TerminationGround) -> bool;

struct Table<'s> {
    spec: &'s Spec,
    agreement: &'s Agreement,
    clauses: Clauses,
    rows: Vec<SideRow>,
}

/// Whose something is.
#[derive(Clone, Copy)]
enum Whose<'n> {
    Both,
    Of(&'n Name),
}

impl<'n> From<&'n Who> for Whose<'n> {
    fn from(who: &'n Who) -> Self {
        match who {
            Who::Either => Self::Both,
            Who::Party(name) => Self::Of(name),
        }
    }
}

impl Table<'_> {
    /// All rows, in the order in which parties negotiate them.
    fn fill(&mut self) {
        self.endings();
        self.changes();
        self.decisions();
        self.money();
        self.duties();
    }

    fn endings(&mut self) {
        let agreement = self.agreement;
        let grounds: [(&'static str, IsGround); 4] = [
            ("terminate for breach", |ground| matches!(ground, TerminationGround::MaterialBreach { .. })),
            ("terminate without a reason", |ground| matches!(ground, TerminationGround::Convenience { .. })),
            ("terminate on insolvency", |ground| matches!(ground, TerminationGround::Insolvency)),
            ("terminate for another reason", |ground| matches!(ground, TerminationGround::Reason { .. })),
        ];
        for (what, is) in grounds {
            let rights = agreement.period.terminations.iter().filter(|right| is(&right.ground));
            let rights = rights.map(|right| (Whose::from(&right.who), right.origin, None)).collect();
            self.row(what, rights);
        }
        let chronic = agreement.penalties.iter().flat_map(|penalties| &penalties.chronic);
        let chronic = chronic.map(|right| (Whose::Of(&right.party), right.origin, None)).collect();
        self.row("terminate for failures", chronic);
        let events = agreement.force_majeure.iter();
        let ends = events.flat_map(|event| {
            event.ends.iter().map(|end| (Whose::from(&end.who), event.origin, Some(format!("after {}", end.after))))
        });
        let ends = ends.collect();
        self.row("terminate after force majeure", ends);
        let stops = agreement.period.renewal.iter().filter_map(|renewal| {
            let stop = renewal.unless.as_ref()?;
            Some((Whose::from(&stop.who), renewal.origin, None))
        });
        let stops = stops.collect();
        self.row("stop the renewal", stops);
    }

    fn changes(&mut self) {
        let agreement = self.agreement;
        let changes = agreement.changes.iter().flat_map(|changes| &changes.by_notice);
        let may = changes.clone().map(|change| (Whose::Of(&change.party), change.origin, None)).collect();
        self.row("change something alone", may);
        let leave = changes.filter_map(|change| Some((Whose::Of(change.may_leave.as_ref()?), change.origin, None)));
        let leave = leave.collect();
        self.row("leave because of a change", leave);
        let provider = &agreement.parties.provider.name.value;
        let fees = agreement.changes.iter().filter_map(|changes| changes.fees.as_ref());
        let fees = fees.map(|fees| (Whose::Of(provider), fees.origin, None)).collect();
        self.row("raise fees", fees);
        let held = agreement.changes.iter().flat_map(|changes| {
            changes.may_not_lower.iter().map(|party| {
                (
                    Whose::Of(&agreement.other_party(party).name.value),
                    changes.origin,
                    Some(format!("{party} may not lower a level")),
                )
            })
        });
        let held = held.collect();
        self.row("protected against lower levels", held);
    }

    fn decisions(&mut self) {
        let agreement = self.agreement;
        let measured = agreement.levels.iter().filter_map(|level| match &level.measurement.as_ref()?.by {
            Measurer::Party(party) => Some((Whose::Of(party), level.origin, Some(format!("measures {}", level.name)))),
            Measurer::Other(_) => None,
        });
        let measured = measured.collect();
        self.row("measure", measured);
        let seen = agreement.levels.iter().filter_map(|level| {
            Some((
                Whose::Of(&level.data_open.as_ref()?.to),
                level.origin,
                Some(format!("sees the data of {}", level.name)),
            ))
        });
        let seen = seen.collect();
        self.row("see the data", seen);
        let severities = &agreement.severities;
        let set = severities.set_by.iter().map(|by| {
            let with =
                by.after_working_with.as_ref().map_or_else(String::new, |with| format!(" after working with {with}"));
            (Whose::Of(&by.party), severities.origin, Some(format!("sets severities{with}")))
        });
        let set = set.collect();
        self.row("decide the severity", set);
        let disputed = severities
            .disputed_under_disputes
            .then(|| (Whose::Both, severities.origin, Some("may dispute a severity".to_owned())));
        self.row("dispute the severity", disputed.into_iter().collect());
        let audits =
            agreement.audit.iter().map(|audit| (Whose::Of(&audit.by), audit.origin, Some("may audit".to_owned())));
        let audits = audits.collect();
        self.row("audit", audits);
        let objections = agreement.subcontractors.iter().filter_map(|of| {
            let objection = of.objection.as_ref()?;
            Some((Whose::Of(&objection.party), of.origin, Some(format!("may object within {}", objection.within))))
        });
        let objections = objections.collect();
        self.row("object to subcontractors", objections);
    }

    fn money(&mut self) {
        let agreement = self.agreement;
        let (provider, customer) = (&agreement.parties.provider.name.value, &agreement.parties.customer.name.value);
        let penalties = agreement.penalties.as_ref();
        let rules = penalties.into_iter().flat_map(|penalties| &penalties.credits);
        let credits = rules.clone().map(|rule| (Whose::Of(customer), rule.origin, None)).collect();
        self.row("receive credits", credits);
        let limits = penalties.into_iter().flat_map(|penalties| &penalties.caps);
        let limits = rules.flat_map(|rule| &rule.caps).chain(limits);
        let limits = limits.map(|cap| (Whose::Of(provider), cap.origin, None)).collect();
        self.row("protected by a cap on credits", limits);
        let sole = penalties.and_then(|penalties| penalties.sole_remedy.as_ref());
        let sole = sole.map(|sole| (Whose::Of(provider), sole.origin, None)).into_iter().collect();
        self.row("protected by a sole remedy", sole);
        let held = penalties.and_then(|penalties| penalties.good_standing.as_ref());
        let held = held.map(|held| (Whose::Of(provider), held.origin, None)).into_iter().collect();
        self.row("hold credits back", held);
        let cap = agreement.liability.as_ref().and_then(|liability| liability.cap.as_ref());
        let cap = cap.map(|cap| (Whose::Both, cap.origin, None)).into_iter().collect();
        self.row("protected by a cap of liability", cap);
    }

    fn duties(&mut self) {
        let agreement = self.agreement;
        let duties = agreement.obligations.iter().map(|duty| (Whose::Of(&duty.party), duty.origin, None)).collect();
        self.row("duties besides the levels", duties);
        let parties = [&agreement.parties.provider, &agreement.parties.customer];
        let notices = parties.into_iter().filter_map(|party| {
            let address = party.notices.first()?;
            Some((Whose::Of(&party.name.value), address.origin, Some(format!("at {}", address.value))))
        });
        let notices = notices.collect();
        self.row("receive notices", notices);
    }

    /// Adds a row: for each entry whose it is, where it stands, and its words where the statement's own do not tell.
    fn row(&mut self, what: &'static str, entries: Vec<(Whose<'_>, Origin, Option<String>)>) {
        let mut row = SideRow { what, provider: Vec::new(), customer: Vec::new() };
        let provider = &self.agreement.parties.provider.name.value;
        for (whose, origin, words) in entries {
            let entry = self.entry(origin.0, words);
            match whose {
                Whose::Both => {
                    row.provider.push(entry.clone());
                    row.customer.push(entry);
                }
                Whose::Of(name) if name == provider => row.provider.push(entry),
                Whose::Of(_) => row.customer.push(entry),
            }
        }
        self.rows.push(row);
    }

    fn entry(&self, statement: Span, words: Option<String>) -> SideEntry {
        SideEntry {
            says: words.unwrap_or_else(|| self.spec.statement(statement)),
            clause: self.clauses.made_from(statement).map(|clause| clause.number.clone()),
            statement: self.spec.place(statement.source, statement.start),
        }
    }
}

impl Sides {
    /// As a table for people: under each kind, a line for each party.
    pub fn to_text(&self) -> String {
        let mut out = format!("rights and remedies of {} and {}\n", self.provider, self.customer);
        let width = self.provider.chars().count().max(self.customer.chars().count());
        for row in &self.rows {
            let _ = writeln!(out, "\n{}", row.what);
            for (party, entries) in [(&self.provider, &row.provider), (&self.customer, &row.customer)] {
                if entries.is_empty() {
                    let _ = writeln!(out, "  {party:width$}  none");
                }
                for (at, entry) in entries.iter().enumerate() {
                    let party = if at == 0 { party.as_str() } else { "" };
                    let clause = entry.clause.as_ref().map_or_else(String::new, |clause| format!("clause {clause}, "));
                    let _ = writeln!(out, "  {party:width$}  {}  [{clause}{}]", entry.says, entry.statement);
                }
            }
        }
        out
    }

    /// As JSON for programs.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", serde_json::json!(self))
    }
}
