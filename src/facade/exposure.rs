//! What an agreement can cost, told for people and for programs, with the contract's words behind each figure.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;

use super::Spec;
use super::clauses::{Clause, Clauses};
use super::downtime::{self, Downtime};
use crate::document::template::Override;
use crate::evaluate::exposure::{self, Amount, Basis, Figures};
use crate::model::{Agreement, Award, Cycle, SeveralMissedThen};
use crate::source::Span;

/// What an agreement can cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exposure {
    /// The agreement's title.
    pub agreement: String,
    /// Who owes it.
    pub provider: String,
    /// To whom.
    pub customer: String,
    /// The currency of all amounts; they are without tax.
    pub currency: String,
    /// The time that is looked at.
    pub term: Term,
    /// All credits at their worst.
    pub worst: Row,
    /// Each rule for credits by itself.
    pub parts: Vec<Row>,
    /// One thing that goes wrong, once and in every cycle of the term.
    pub scenarios: Vec<Row>,
    /// The downtime that the availability targets allow.
    pub downtime: Vec<Downtime>,
    /// What may be owed besides credits, and what is not limited.
    pub besides: Vec<Besides>,
    /// What has no limit or is not known, and because of which statement.
    pub open: Vec<Besides>,
    /// The clauses of the contract that stand behind the figures, by number.
    pub clauses: BTreeMap<Number, Sentence>,
}

/// The time that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The first day; none: it begins when the last party signs.
    pub first: Option<String>,
    /// The last day.
    pub last: Option<String>,
    /// How many months it has, where these are whole.
    pub months: Option<u32>,
    /// Whether the agreement sets its end; else 12 months are looked at.
    pub ends: bool,
}

/// An amount for a month and for the term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What happens.
    pub what: String,
    /// In the worst month, or once.
    pub month: Sum,
    /// In the whole term, or every time.
    pub term: Sum,
    /// The clauses behind it.
    pub clauses: Vec<Number>,
}

/// An amount, as far as the agreement settles it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "is", content = "amount")]
pub enum Sum {
    /// This much, with the currency's decimals: `6000.00`.
    Exactly(String),
    /// This much or less.
    AtMost(String),
    /// Without a limit.
    Unlimited,
    /// It depends on something that is not in the agreement.
    Unknown,
}

/// Something that is told in words, with its clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Besides {
    /// The words.
    pub says: String,
    /// The clauses.
    pub clauses: Vec<Number>,
}

/// The number of a clause, `17.2`, in the order of numbers.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Number(Vec<u32>, String);

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.1)
    }
}

/// What a clause says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    /// Its first sentence.
    pub sentence: String,
    /// All of it.
    pub words: String,
    /// The rows of its table that matter here.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub rows: BTreeSet<String>,
    /// Where the statement of the spec stands.
    pub statement: String,
}

impl Spec {
    /// What the agreement can cost, with the user's own templates by their path in the templates folder.
    ///
    /// Where it cannot be told, the report says why.
    pub fn exposure(&mut self, templates: &BTreeMap<String, Override>) -> Option<Exposure> {
        self.told(templates, |spec, agreement, document| {
            let clauses = Clauses::of(document);
            // The years of the term are known: the policy has its holidays.
            let exposure = exposure::exposure(agreement).ok()?;
            Some(Teller { spec, agreement, clauses, told: BTreeMap::new() }.tell(&exposure))
        })
        .flatten()
    }
}

struct Teller<'s> {
    spec: &'s Spec,
    agreement: &'s Agreement,
    clauses: Clauses,
    told: BTreeMap<Number, Sentence>,
}

impl Teller<'_> {
    fn tell(&mut self, exposure: &exposure::Exposure) -> Exposure {
        let agreement = self.agreement;
        let horizon = &exposure.horizon;
        let date = |date: crate::model::Date| horizon.dated.then(|| date.to_string());
        let rules = agreement.penalties.iter().flat_map(|penalties| &penalties.credits);
        let levels: Vec<String> = rules
            .map(|rule| rule.levels.iter().map(|name| name.value.to_string()).collect::<Vec<_>>().join(", "))
            .collect();
        let worst = self.row("all service credits".to_owned(), &exposure.worst);
        let rows = levels.iter().zip(&exposure.rules);
        let parts: Vec<Row> = rows.clone().map(|(levels, figures)| self.row(levels.clone(), figures)).collect();
        let open = rows.flat_map(|(levels, figures)| self.open(levels, figures)).collect();
        let scenarios = exposure.scenarios.iter().map(|scenario| {
            let what = format!("{}: {}", scenario.level, self.happens(scenario));
            self.row(what, &scenario.figures)
        });
        let scenarios = scenarios.collect();
        let besides = self.besides(exposure.worst.term == Amount::Unlimited);
        Exposure {
            agreement: agreement.heading.title.value.clone(),
            provider: agreement.parties.provider.name.to_string(),
            customer: agreement.parties.customer.name.to_string(),
            currency: agreement.heading.currency.to_string(),
            term: Term {
                first: date(horizon.first),
                last: date(horizon.last),
                months: horizon.whole_months,
                ends: horizon.ends,
            },
            worst,
            parts,
            scenarios,
            downtime: downtime::downtime(agreement),
            besides,
            open,
            clauses: std::mem::take(&mut self.told),
        }
    }

    fn row(&mut self, what: String, figures: &Figures) -> Row {
        let mut clauses: Vec<Number> = figures.because.iter().filter_map(|basis| self.clause(*basis)).collect();
        clauses.sort();
        clauses.dedup();
        Row { what, month: sum(figures.month), term: sum(figures.term), clauses }
    }

    /// What happens in a scenario, in the words of the spec.
    fn happens(&self, scenario: &exposure::Scenario) -> String {
        let statement =
            scenario.basis.origin(self.agreement).map_or_else(String::new, |origin| self.spec.statement(origin.0));
        match (scenario.basis, scenario.count) {
            (Basis::LostTime(_), Some(count)) => format!("{count} {} of downtime", plural(count, "hour")),
            (Basis::Beyond(..), Some(day)) => format!("{statement}, on day {day}"),
            (_, Some(1)) => format!("{statement}, once"),
            (_, Some(count)) => format!("{statement}, {count} times"),
            (_, None) => statement,
        }
    }

    /// The number of the clause that a statement became; the clause is told.
    fn clause(&mut self, basis: Basis) -> Option<Number> {
        let origin = basis.origin(self.agreement)?.0;
        let (anchor, row) = anchor(basis);
        let clause = self.clauses.named(&anchor).or_else(|| self.clauses.made_from(origin))?.clone();
        let row = row.and_then(|row| clause.rows.get(row)).map(|cells| cells.join(" | "));
        Some(self.quote(&clause, origin, row))
    }

    fn quote(&mut self, clause: &Clause, origin: Span, row: Option<String>) -> Number {
        let parts = clause.number.split('.').map(|part| part.parse().unwrap_or(u32::MAX)).collect();
        let number = Number(parts, clause.number.clone());
        let place = self.spec.place(origin.source, origin.start);
        let told = self.told.entry(number.clone()).or_insert_with(|| Sentence {
            sentence: clause.first_sentence().to_owned(),
            words: clause.words.clone(),
            rows: BTreeSet::new(),
            statement: place,
        });
        told.rows.extend(row);
        number
    }

    /// Why a rule has no limit by itself, or cannot be told.
    fn open(&mut self, levels: &str, figures: &Figures) -> Vec<Besides> {
        let causes: Vec<Basis> = figures.because.iter().copied().filter(|basis| !basis.is_limit()).collect();
        let says = match figures.term {
            Amount::Unlimited => "has no limit of its own: it is owed as often as this happens",
            Amount::Unknown | Amount::AtMost(_) => "depends on a fee or an amount that the agreement does not state",
            Amount::Exactly(_) => return Vec::new(),
        };
        let told: Vec<String> = causes
            .iter()
            .filter_map(|basis| Some(format!("\"{}\"", self.spec.statement(basis.origin(self.agreement)?.0))))
            .collect();
        let clauses = causes.into_iter().filter_map(|basis| self.clause(basis)).collect::<BTreeSet<_>>();
        let statement = if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) };
        vec![Besides { says: format!("{levels} {says}{statement}"), clauses: clauses.into_iter().collect() }]
    }

    /// What may be owed besides credits.
    fn besides(&mut self, unlimited: bool) -> Vec<Besides> {
        let agreement = self.agreement;
        let customer = agreement.parties.customer.name.to_string();
        let mut all = Vec::new();
        let say = |all: &mut Vec<Besides>, says: String, clause: Option<(Clause, Span)>, teller: &mut Self| {
            let clauses = clause.map(|(clause, origin)| teller.quote(&clause, origin, None)).into_iter().collect();
            all.push(Besides { says, clauses });
        };
        let named = |teller: &Self, anchor: &str, origin: Span| {
            teller.clauses.named(anchor).or_else(|| teller.clauses.made_from(origin)).cloned().map(|of| (of, origin))
        };
        let penalties = agreement.penalties.as_ref();
        if penalties.is_none() {
            say(&mut all, "no service credits are owed: the agreement has no remedies".to_owned(), None, self);
        }
        if let Some(penalties) = penalties.filter(|of| of.no_credits || of.credits.is_empty()) {
            let clause = named(self, "penalties", penalties.origin.0);
            say(&mut all, "no service credits are owed".to_owned(), clause, self);
        }
        if let Some(penalties) = penalties.filter(|_| unlimited) {
            let clause = named(self, "no cap", penalties.origin.0);
            say(&mut all, "nothing limits the sum of service credits".to_owned(), clause, self);
        }
        for (at, rule) in penalties.into_iter().flat_map(|penalties| penalties.credits.iter().enumerate()) {
            let levels = rule.levels.iter().map(|name| name.value.to_string()).collect::<Vec<_>>().join(", ");
            let works = rule.bands.iter().enumerate().filter(|(_, band)| matches!(band.award, Award::Work { .. }));
            for (row, band) in works {
                let clause = self.clause(Basis::Band(at, row));
                all.push(Besides {
                    says: format!("work in place of money: {levels} {}", self.spec.statement(band.origin.0)),
                    clauses: clause.into_iter().collect(),
                });
            }
            if let Some(earn_back) = &rule.earn_back {
                let clause = named(self, &format!("earn back {}", at + 1), rule.origin.0);
                let (level, count) = (&earn_back.level, earn_back.count);
                let units = plural(count, earn_back.unit.word());
                let says = format!(
                    "charged again: a credit for {levels}, once {level} is met in the {count} {units} after the miss"
                );
                say(&mut all, says, clause, self);
            }
        }
        match exposure::damages(agreement) {
            Some(damages) => {
                let origin = agreement
                    .liability
                    .as_ref()
                    .and_then(|of| of.cap.as_ref())
                    .map_or(Span::default(), |cap| cap.origin.0);
                let each = damages.cycle.map_or_else(|| " in the whole term".to_owned(), in_each);
                let count = match damages.credits_count {
                    Some(true) => "; credits count towards this",
                    Some(false) => "; credits come on top",
                    None => "; whether credits count towards this is not said",
                };
                let most = shown(&sum(damages.each), agreement.heading.currency.code(), true);
                let says = format!("damages: {most}{each}{count}");
                let clause = named(self, "liability cap", origin);
                say(&mut all, says, clause, self);
            }
            None if agreement.heading.part_of.is_some() && agreement.liability.is_none() => {
                let of = agreement.heading.part_of.as_ref();
                let clause = of.and_then(|of| named(self, "part of", of.document.span()));
                let document = of.map_or("", |of| of.document.value.as_str());
                say(&mut all, format!("damages: not limited here; this is part of {document}"), clause, self);
            }
            None => {
                let origin = agreement.liability.as_ref().map(|liability| liability.origin.0);
                let clause = origin.and_then(|origin| named(self, "liability", origin));
                let why = if origin.is_some() {
                    "the section on liability sets no limit"
                } else {
                    "the agreement has no section on liability"
                };
                say(&mut all, format!("damages: no limit, since {why}"), clause, self);
            }
        }
        if let Some(liability) = agreement.liability.as_ref().filter(|of| !of.not_limited.is_empty()) {
            let grounds: Vec<&str> = liability.not_limited.iter().map(|of| of.as_str()).collect();
            let clause = named(self, "not limited", liability.origin.0);
            say(&mut all, format!("no limit at all: {}", grounds.join("; ")), clause, self);
        }
        if let Some(penalties) = penalties {
            if let Some(sole) = &penalties.sole_remedy {
                let clause = named(self, "sole remedy", sole.origin.0);
                say(&mut all, format!("credits are {customer}'s only compensation in money for a miss"), clause, self);
            }
            for (at, right) in penalties.chronic.iter().enumerate() {
                let clause = named(self, &format!("chronic {at}"), right.origin.0);
                let refund = if right.refund { ", with a refund of prepaid fees" } else { "" };
                say(
                    &mut all,
                    format!("lost fees for the rest of the term: {}{refund}", self.spec.statement(right.origin.0)),
                    clause,
                    self,
                );
            }
            for (at, several) in penalties.several_missed.iter().enumerate() {
                if matches!(several.then, SeveralMissedThen::Requires { .. }) {
                    let clause = named(self, &format!("several {at}"), several.origin.0);
                    say(&mut all, format!("work: {}", self.spec.statement(several.origin.0)), clause, self);
                }
            }
            for (at, plan) in penalties.points_require.iter().enumerate() {
                let clause = named(self, &format!("points plan {at}"), plan.origin.0);
                say(&mut all, format!("work: {}", self.spec.statement(plan.origin.0)), clause, self);
            }
            for (at, remedy) in penalties.rectifications.iter().enumerate() {
                let clause = named(self, &format!("required {at}"), remedy.level.span());
                say(&mut all, format!("work after a miss of {}: {}", remedy.level, remedy.what.as_str()), clause, self);
            }
        }
        all
    }
}

/// The anchor that the templates give a statement, and the row of the table below it.
fn anchor(basis: Basis) -> (String, Option<usize>) {
    // The templates count rules from 1, and what stands in them from 0.
    match basis {
        Basis::Band(rule, row) => (format!("credits {}", rule + 1), Some(row)),
        Basis::Event(rule, row) => (format!("event credits {}", rule + 1), Some(row)),
        Basis::Step(rule, at) => (format!("step credits {} {at}", rule + 1), None),
        Basis::Late(rule, at) => (format!("late credits {} {at}", rule + 1), None),
        Basis::Beyond(rule, at) => (format!("beyond credits {} {at}", rule + 1), None),
        Basis::LostTime(rule) => (format!("downtime credits {}", rule + 1), None),
        Basis::PointsPay => ("points".to_owned(), None),
        Basis::PointsTable(row) => ("points table".to_owned(), Some(row)),
        Basis::Several(at) => (format!("several {at}"), None),
        Basis::RuleCap(rule, at) => (format!("cap {} {at}", rule + 1), None),
        Basis::Pool(row) => ("at risk".to_owned(), Some(row)),
        Basis::AtRisk => ("at risk".to_owned(), None),
        Basis::Cap(at) => (format!("cap {at}"), None),
        Basis::LiabilityCap => ("liability cap".to_owned(), None),
    }
}

fn sum(amount: Amount) -> Sum {
    match amount {
        Amount::Exactly(money) => Sum::Exactly(money.major()),
        Amount::AtMost(money) => Sum::AtMost(money.major()),
        Amount::Unlimited => Sum::Unlimited,
        Amount::Unknown => Sum::Unknown,
    }
}

fn in_each(cycle: Cycle) -> String {
    match cycle {
        Cycle::Each(unit) => format!(" each {}", unit.word()),
        Cycle::Period => " in the whole term".to_owned(),
        Cycle::Rolling(length) => format!(" in any {length}"),
    }
}

fn plural(count: u32, word: &str) -> String {
    if count == 1 { word.to_owned() } else { format!("{word}s") }
}

/// An amount for people; as a limit where it is one.
fn shown(sum: &Sum, currency: &str, limit: bool) -> String {
    let grouped = |amount: &str| {
        let whole = amount.split_once('.').filter(|(_, cents)| cents.bytes().all(|cent| cent == b'0'));
        format!("{currency} {}", whole.map_or(amount, |(units, _)| units))
    };
    match sum {
        Sum::Exactly(amount) if !limit => grouped(amount),
        Sum::Exactly(amount) | Sum::AtMost(amount) => format!("at most {}", grouped(amount)),
        Sum::Unlimited => "no limit".to_owned(),
        Sum::Unknown if limit => "a limit that depends on fees that the agreement does not state".to_owned(),
        Sum::Unknown => "unknown".to_owned(),
    }
}

impl Exposure {
    /// As text for people.
    pub fn to_text(&self) -> String {
        let mut out = format!(
            "{}\nwhat {} can owe {}, in {}, without tax\n",
            self.agreement, self.provider, self.customer, self.currency
        );
        let months =
            self.term.months.map_or_else(String::new, |months| format!("{months} {}", plural(months, "month")));
        let from = match (&self.term.first, &self.term.last) {
            (Some(first), Some(last)) => format!(" from {first} to {last}"),
            _ => " from the day of the last signature".to_owned(),
        };
        let open = if self.term.ends { "" } else { ", a year of an agreement without a last day" };
        let _ = writeln!(out, "term: {}\n", format!("{months}{from}{open}").trim());
        let mut rows = vec![[String::new(), "worst month".into(), "whole term".into(), "clauses".into()]];
        rows.push(self.cells(&self.worst, ""));
        rows.extend(self.parts.iter().map(|row| self.cells(row, "  ")));
        out.push_str(&table(&rows));
        let mut rows = vec![["if this happens".into(), "once".into(), "every time".into(), "clauses".into()]];
        rows.extend(self.scenarios.iter().map(|row| self.cells(row, "  ")));
        if rows.len() > 1 {
            let _ = write!(out, "\n{}", table(&rows));
        }
        out.push_str(&downtime::text(&self.downtime));
        for (head, list) in [("by itself", &self.open), ("besides", &self.besides)] {
            if !list.is_empty() {
                let _ = writeln!(out, "\n{head}");
            }
            for entry in list {
                let numbers: Vec<&str> = entry.clauses.iter().map(|number| number.1.as_str()).collect();
                let clause = if numbers.is_empty() { String::new() } else { format!("  [{}]", numbers.join(", ")) };
                let _ = writeln!(out, "  {}{clause}", entry.says);
            }
        }
        if !self.clauses.is_empty() {
            let _ = writeln!(out, "\nthe words behind the figures");
        }
        for (number, sentence) in &self.clauses {
            let _ = writeln!(out, "  {}  {}", number.1, sentence.sentence);
            for row in &sentence.rows {
                let _ = writeln!(out, "  {}  | {row} |", " ".repeat(number.1.len()));
            }
        }
        out
    }

    /// As JSON for programs.
    pub fn to_json(&self) -> String {
        format!("{:#}\n", serde_json::json!(self))
    }

    fn cells(&self, row: &Row, indent: &str) -> [String; 4] {
        let numbers: Vec<&str> = row.clauses.iter().map(|number| number.1.as_str()).collect();
        let amount = |sum: &Sum| shown(sum, &self.currency, false);
        [format!("{indent}{}", row.what), amount(&row.month), amount(&row.term), numbers.join(", ")]
    }
}

/// Columns side by side; amounts to the right.
fn table(rows: &[[String; 4]]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default();
    let (what, month, term) = (width(0), width(1), width(2));
    rows.iter()
        .map(|row| {
            let line = format!("{:what$}  {:>month$}  {:>term$}  {}", row[0], row[1], row[2], row[3]);
            format!("{}\n", line.trim_end())
        })
        .collect()
}
