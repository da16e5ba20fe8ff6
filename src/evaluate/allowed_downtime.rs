//! What availability targets allow in the real months, quarters and contract years of the term.

use super::agreement_hours::AgreementHours;
use super::allowance::{self, Allowance};
use super::cycles::{Span, cycle, next_cycle};
use super::holidays::YearsUnknown;
use super::term::Term;
use crate::model::{Agreement, CalendarRef, Cycle, CycleUnit, Indicator, Name, Quantity, Target};

/// The downtime that the target of a level allows, if nothing is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllowedDowntime {
    /// The level.
    pub level: Name,
    /// Its target.
    pub target: Target,
    /// The unit it is judged by; none: a rolling window or the period.
    pub judged: Option<CycleUnit>,
    /// The calendar whose hours count; none: all hours.
    pub during: Option<Name>,
    /// In each unit of which the term has a whole one, from the shortest unit to the longest.
    pub cycles: Vec<AllowedIn>,
}

/// What is allowed in a unit of time, where it is least and where it is most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllowedIn {
    /// The unit.
    pub unit: CycleUnit,
    /// In the first of the cycles that allow least.
    pub least: AllowedInSpan,
    /// In the first of the cycles that allow most.
    pub most: AllowedInSpan,
}

/// What is allowed in one cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AllowedInSpan {
    /// Its dates.
    pub span: Span,
    /// The seconds of it that count.
    pub counted: i64,
    /// The downtime allowed.
    pub allowed: Allowance,
}

/// What each availability target allows; nothing where the first day is not known yet.
///
/// # Errors
/// Where the term reaches past the years whose holidays are known.
pub fn allowed_downtime(agreement: &Agreement) -> Result<Vec<AllowedDowntime>, YearsUnknown> {
    let Some(term) = Term::of(&agreement.period) else { return Ok(Vec::new()) };
    let hours = AgreementHours::new(agreement, term)?;
    let mut all = Vec::new();
    for level in &agreement.levels {
        let (Indicator::Uptime(uptime), Some(target)) = (&level.indicator, &level.target) else { continue };
        if !matches!(target.threshold.value, Quantity::Percent(_)) {
            continue;
        }
        let judged = if let Cycle::Each(unit) = level.judged { Some(unit) } else { None };
        let units = [CycleUnit::Month, CycleUnit::Quarter, CycleUnit::ContractYear];
        let cycles = units.into_iter().filter_map(|unit| in_unit(unit, target, &uptime.during, term, &hours));
        all.push(AllowedDowntime {
            level: level.name.value.clone(),
            target: target.clone(),
            judged,
            during: uptime.during.name().cloned(),
            cycles: cycles.collect(),
        });
    }
    Ok(all)
}

fn in_unit(
    unit: CycleUnit,
    target: &Target,
    during: &CalendarRef,
    term: Term,
    hours: &AgreementHours,
) -> Option<AllowedIn> {
    let Quantity::Percent(share) = target.threshold.value else { return None };
    let last = term.horizon();
    let within = |span: &Span| term.first <= span.first && span.last <= last;
    let spans = std::iter::successors(cycle(unit, term.first, term.first), |span| next_cycle(unit, *span, term.first));
    let cycles: Vec<AllowedInSpan> = spans
        .skip_while(|span| !within(span))
        .take_while(within)
        .filter_map(|span| {
            let counted = counted(span, during, hours)?;
            Some(AllowedInSpan { span, counted, allowed: allowance::downtime(counted, target.comparator, share)? })
        })
        .collect();
    let least = cycles.iter().min_by_key(|cycle| cycle.allowed.seconds).copied()?;
    // Of equal ones, the first.
    let most = cycles.iter().rev().max_by_key(|cycle| cycle.allowed.seconds).copied()?;
    Some(AllowedIn { unit, least, most })
}

/// The seconds of a cycle that count: all, or those in which a calendar is open.
pub(super) fn counted(span: Span, during: &CalendarRef, hours: &AgreementHours) -> Option<i64> {
    let zone = hours.zone();
    match during {
        CalendarRef::Always => span.seconds(zone),
        CalendarRef::Calendar(name) => {
            let (from, to) = (zone.start_of(span.first)?, zone.start_of(span.last.plus_days(1)?)?);
            hours.calendar(name)?.open_seconds(from, to).ok()
        }
    }
}
