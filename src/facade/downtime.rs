//! What availability targets allow, told for people and for programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::evaluate::{self, AllowedDowntime, AllowedIn, AllowedInSpan, InWords};
use crate::model::{Agreement, Comparator, CycleUnit};

/// The downtime that the target of a level allows in the months, quarters and years of the term, if nothing is left
/// out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Downtime {
    /// The level.
    pub level: String,
    /// Its target, in the words of the spec: `at least 99.95%`.
    pub target: String,
    /// The unit that the level is judged by: `month`; none: a rolling window or the period.
    pub judged: Option<&'static str>,
    /// The calendar whose hours count; none: all hours.
    pub during: Option<String>,
    /// In a month, a quarter and a contract year.
    pub cycles: Vec<Allowed>,
}

/// What is allowed in a unit of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// The unit: `month`, `quarter`, `contract year`.
    pub unit: &'static str,
    /// Where it is least.
    pub least: InCycle,
    /// Where it is most.
    pub most: InCycle,
}

/// What is allowed in one cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InCycle {
    /// Its first day.
    pub first: String,
    /// Its last day.
    pub last: String,
    /// The seconds of it that count.
    pub counted_seconds: i64,
    /// The downtime allowed, in seconds, rounded down.
    pub allowed_seconds: i64,
    #[serde(skip)]
    name: String,
}

/// What the targets of an agreement allow.
pub(super) fn downtime(agreement: &Agreement) -> Vec<Downtime> {
    // The years of the term are known: the policy has its holidays.
    let allowed = evaluate::allowed_downtime(agreement).unwrap_or_default();
    let some = |level: &AllowedDowntime| level.cycles.iter().any(|cycle| cycle.most.allowed.seconds > 0);
    allowed.into_iter().filter(some).map(told).collect()
}

fn told(level: AllowedDowntime) -> Downtime {
    Downtime {
        level: level.level.to_string(),
        target: format!("{} {}", word(level.target.comparator), level.target.threshold.value),
        judged: level.judged.map(CycleUnit::word),
        during: level.during.map(|name| name.to_string()),
        cycles: level.cycles.iter().map(in_unit).collect(),
    }
}

fn word(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::AtLeast => "at least",
        Comparator::AtMost => "at most",
        Comparator::MoreThan => "more than",
        Comparator::LessThan => "less than",
    }
}

fn in_unit(allowed: &AllowedIn) -> Allowed {
    let unit = allowed.unit;
    Allowed { unit: unit.word(), least: in_cycle(unit, &allowed.least), most: in_cycle(unit, &allowed.most) }
}

fn in_cycle(unit: CycleUnit, cycle: &AllowedInSpan) -> InCycle {
    let (first, last) = (cycle.span.first, cycle.span.last);
    let name = match unit {
        CycleUnit::Month => format!("{}-{:02}", first.year(), first.month()),
        CycleUnit::Quarter => format!("quarter {} of {}", (first.month() - 1) / 3 + 1, first.year()),
        _ => format!("{first} to {last}"),
    };
    InCycle {
        first: first.to_string(),
        last: last.to_string(),
        counted_seconds: cycle.counted,
        allowed_seconds: cycle.allowed.seconds,
        name,
    }
}

/// As text for people; nothing where there is no such target.
pub(super) fn text(levels: &[Downtime]) -> String {
    let mut out = String::new();
    if !levels.is_empty() {
        out.push_str("\nthe downtime that a target allows, in whole seconds, if nothing is left out\n");
    }
    for level in levels {
        let during = level.during.as_ref().map_or_else(String::new, |name| format!(" during {name}"));
        let judged = level.judged.map_or_else(String::new, |unit| format!(", judged by the {unit}"));
        let _ = writeln!(out, "  {}: {}{during}{judged}", level.level, level.target);
        for allowed in &level.cycles {
            let shown = |cycle: &InCycle| format!("{} ({})", InWords(cycle.allowed_seconds), cycle.name);
            let range = if allowed.least.allowed_seconds == allowed.most.allowed_seconds {
                shown(&allowed.least)
            } else {
                format!("{} to {}", shown(&allowed.least), shown(&allowed.most))
            };
            let _ = writeln!(out, "    {:<13}  {range}", allowed.unit);
        }
    }
    out
}
