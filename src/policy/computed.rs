//! What follows from the agreement: its term, holidays, key dates, and the downtime each cycle allows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::evaluate::holidays::{self, YearsUnknown};
use crate::evaluate::{
    AgreementHours, FrozenHoliday, KeyDate, Span, Term, ZoneRules, cycle, downtime, frozen_holidays, key_dates,
    next_cycle,
};
use crate::model::{
    Agreement, CalendarRef, Comparator, Cycle, CycleUnit, Date, Indicator, Level, Name, PartialMonths, Percent,
    Quantity,
};

/// Facts computed from the agreement. They are never computed anew for a term that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Computed {
    /// What they were computed with.
    pub sources: Sources,
    /// The first day of the first term; none where it begins with the last signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_day: Option<Date>,
    /// The last day of the first term; none where it lasts until somebody ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_day: Option<Date>,
    /// The last day for which the rest is computed: the last of the term, or 24 months ahead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed_until: Option<Date>,
    /// The public holidays on which calendars are closed, in order of calendar, region and date.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<FrozenHoliday>,
    /// When the agreement begins, ends, renews, and what is due by when; in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub key_dates: Vec<KeyDate>,
    /// The downtime that availability targets allow.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downtime: Vec<DowntimeAllowance>,
}

/// What the facts were computed with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct Sources {
    /// The version of the IANA time zone database: `2026f`.
    pub time_zones: String,
    /// The source of public holidays with its version: `holidays 0.109`.
    pub holidays: String,
}

/// The downtime that the target of an availability level allows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct DowntimeAllowance {
    /// The level.
    pub level: Name,
    /// Its target.
    pub target: Percent,
    /// Each cycle of the term in which the level is judged.
    pub cycles: Vec<CycleAllowance>,
}

/// The downtime that a target allows in one cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub struct CycleAllowance {
    /// The first day that counts, in the agreement's zone.
    pub first_day: Date,
    /// The last day that counts.
    pub last_day: Date,
    /// The seconds that count, before anything is excluded; changes of clocks are in them.
    pub counted_seconds: i64,
    /// The longest downtime with which the target is met, in whole seconds, rounded down.
    pub allowed_seconds: i64,
}

impl Computed {
    /// What follows from an agreement.
    ///
    /// # Errors
    /// Where the term reaches past the years whose public holidays are known.
    pub fn of(agreement: &Agreement) -> Result<Self, YearsUnknown> {
        let term = Term::of(&agreement.period);
        Ok(Self {
            sources: Sources { time_zones: ZoneRules::version().to_owned(), holidays: holidays::SOURCE.to_owned() },
            first_day: term.map(|term| term.first),
            last_day: term.and_then(|term| term.last),
            computed_until: term.map(|term| term.horizon()),
            holidays: frozen_holidays(agreement)?,
            key_dates: key_dates(agreement)?,
            downtime: term.map_or(Ok(Vec::new()), |term| allowances(agreement, term))?,
        })
    }
}

fn allowances(agreement: &Agreement, term: Term) -> Result<Vec<DowntimeAllowance>, YearsUnknown> {
    let hours = AgreementHours::new(agreement, term)?;
    let allowances = agreement.levels.iter().filter_map(|level| {
        let Indicator::Uptime(uptime) = &level.indicator else { return None };
        let objective = level.target.as_ref()?;
        let Quantity::Percent(target) = objective.threshold.value else { return None };
        let cycles = spans(level, term)
            .into_iter()
            .filter_map(|span| allowance(span, &uptime.during, objective.comparator, target, &hours))
            .collect();
        Some(DowntimeAllowance { level: level.name.value.clone(), target, cycles })
    });
    Ok(allowances.collect())
}

fn allowance(
    span: Span,
    during: &CalendarRef,
    comparator: Comparator,
    target: Percent,
    hours: &AgreementHours,
) -> Option<CycleAllowance> {
    let counted = match during {
        CalendarRef::Always => span.seconds(hours.zone())?,
        CalendarRef::Calendar(name) => {
            let end = hours.zone().start_of(span.last.plus_days(1)?)?;
            hours.calendar(name)?.open_seconds(hours.zone().start_of(span.first)?, end).ok()?
        }
    };
    let allowed = downtime(counted, comparator, target)?;
    Some(CycleAllowance {
        first_day: span.first,
        last_day: span.last,
        counted_seconds: counted,
        allowed_seconds: allowed.seconds,
    })
}

/// The cycles of the term in which a level is judged, with cycles that lie in it in part as the level
/// says. None for windows that move with time, for hours, and for billing months.
fn spans(level: &Level, term: Term) -> Vec<Span> {
    match level.judged {
        Cycle::Each(unit) => each(unit, term).filter_map(|span| part(span, level.partial_months, term)).collect(),
        Cycle::Period => term.last.map(|last| Span { first: term.first, last }).into_iter().collect(),
        Cycle::Rolling(_) => Vec::new(),
    }
}

fn each(unit: CycleUnit, term: Term) -> impl Iterator<Item = Span> {
    let first = cycle(unit, term.first, term.first);
    std::iter::successors(first, move |span| next_cycle(unit, *span, term.first))
        .take_while(move |span| span.first <= term.horizon())
}

fn part(span: Span, partial: PartialMonths, term: Term) -> Option<Span> {
    let within =
        Span { first: span.first.max(term.first), last: term.last.map_or(span.last, |last| span.last.min(last)) };
    match partial {
        PartialMonths::DaysInPeriod => Some(within),
        PartialMonths::Whole => Some(span),
        PartialMonths::NotCounted => (within == span).then_some(span),
    }
}
