//! The worked examples that a contract prints, computed from its own figures.

use super::agreement_hours::AgreementHours;
use super::allowance::{self, Allowance};
use super::allowed_downtime::counted;
use super::clock::Deadline;
use super::credits::{cycle_fee, reached, share_of};
use super::cycles::{Span, cycle, next_cycle};
use super::holidays::YearsUnknown;
use super::open_hours::OpenHours;
use super::term::Term;
use super::zone::{LocalTime, ZoneRules};
use crate::model::{
    Agreement, Award, BandEdge, CalendarRef, Cap, CapAmount, Comparator, CreditRule, Cycle, CycleUnit, Date, Duration,
    Indicator, Level, Money, Name, Number, Percent, Quantity, SupportTimes, TimeMeasure, TimeOfDay, TimesRow, Weekday,
    Zone,
};

/// All worked examples of an agreement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Examples {
    /// The downtime that each uptime level allows in a cycle.
    pub downtime: Vec<DowntimeExample>,
    /// When a ticket's times end, one ticket for each level of support times.
    pub tickets: Vec<TicketExample>,
    /// What a figure in each band gives.
    pub credits: Vec<CreditExample>,
}

/// “99.95% of March 2027 allows 22 minutes 17 seconds of downtime.”
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DowntimeExample {
    /// The level.
    pub level: Name,
    /// Its target.
    pub target: Percent,
    /// The cycle: the first of the term in which clocks change, else the first whole one.
    pub span: Span,
    /// The unit of the cycle.
    pub unit: CycleUnit,
    /// The zone that says when it begins and ends.
    pub zone: Zone,
    /// The seconds that count, before anything is excluded.
    pub counted: i64,
    /// The downtime allowed.
    pub allowed: Allowance,
}

/// “A P2 Ticket received on Friday 16:30 is answered by Monday 10:30.”
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketExample {
    /// The level.
    pub level: Name,
    /// The ticket's severity.
    pub severity: Name,
    /// The clock of its times.
    pub clock: CalendarRef,
    /// The zone of the wall times.
    pub zone: Zone,
    /// When it is received: shortly before a weekend or another closure, if there is one.
    pub received: LocalTime,
    /// When its times end, in the order of a table.
    pub ends: Vec<TicketEnd>,
}

/// The end of one of a ticket's times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TicketEnd {
    /// What is timed.
    pub measure: TimeMeasure,
    /// The time.
    pub within: Duration,
    /// The last moment at which it is in time.
    pub by: LocalTime,
}

/// “An availability of 99.4% in March gives EUR 1200.”
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CreditExample {
    /// The level.
    pub level: Name,
    /// A figure in the band.
    pub figure: Percent,
    /// The band's limit.
    pub limit: Percent,
    /// The unit of the cycle it is reached in.
    pub unit: CycleUnit,
    /// The share, where the band gives one, and the fee that it is taken from.
    pub share: Option<(Percent, Money)>,
    /// The credit, after the cap.
    pub credit: Money,
    /// Whether a cap made it smaller.
    pub capped: bool,
}

/// The worked examples of an agreement; those that need a date are missing where its first day is not
/// known yet.
///
/// # Errors
/// Where the term reaches past the years whose holidays are known.
pub fn examples(agreement: &Agreement) -> Result<Examples, YearsUnknown> {
    let mut made = Examples { credits: credits(agreement), ..Examples::default() };
    let Some(term) = Term::of(&agreement.period) else { return Ok(made) };
    let hours = AgreementHours::new(agreement, term)?;
    for level in &agreement.levels {
        match &level.indicator {
            Indicator::Uptime(uptime) => made.downtime.extend(downtime(agreement, level, &uptime.during, term, &hours)),
            Indicator::SupportTimes(times) => made.tickets.extend(ticket(agreement, level, times, term, &hours)),
            Indicator::Ratio(_)
            | Indicator::ShareWithin(_)
            | Indicator::Latency(_)
            | Indicator::Survey(_)
            | Indicator::Custom { .. } => {}
        }
    }
    Ok(made)
}

fn downtime(
    agreement: &Agreement,
    level: &Level,
    during: &CalendarRef,
    term: Term,
    hours: &AgreementHours,
) -> Option<DowntimeExample> {
    let Cycle::Each(unit) = level.judged else { return None };
    let target = level.target.as_ref()?;
    let Quantity::Percent(share) = target.threshold.value else { return None };
    let zone = hours.zone();
    let span = telling_cycle(unit, term, zone)?;
    let counted = counted(span, during, hours)?;
    let allowed = allowance::downtime(counted, target.comparator, share)?;
    let zone = agreement.heading.zone.clone();
    Some(DowntimeExample { level: level.name.value.clone(), target: share, span, unit, zone, counted, allowed })
}

/// The first cycle within the term in which clocks change, which shows best what exact means; else
/// the first within the term.
fn telling_cycle(unit: CycleUnit, term: Term, zone: &ZoneRules) -> Option<Span> {
    let within = |span: &Span| term.contains(span.first) && term.contains(span.last);
    let spans = std::iter::successors(cycle(unit, term.first, term.first), |span| next_cycle(unit, *span, term.first));
    let spans: Vec<Span> = spans.skip_while(|span| !within(span)).take_while(within).take(24).collect();
    let changes = |span: &&Span| span.seconds(zone).is_some_and(|seconds| seconds != span.days() * 86_400);
    spans.iter().find(changes).or(spans.first()).copied()
}

fn ticket(
    agreement: &Agreement,
    level: &Level,
    times: &SupportTimes,
    term: Term,
    hours: &AgreementHours,
) -> Option<TicketExample> {
    let by_calendar = |row: &&TimesRow| row.clock.name().is_some();
    let row = times.rows.iter().find(by_calendar).or(times.rows.first())?;
    let zone =
        row.clock.name().and_then(|name| agreement.calendar(name)).map_or(&agreement.heading.zone, |it| &it.zone);
    let received = if let Some(name) = row.clock.name() {
        before_closure(hours.calendar(name)?, term, times.cut_off)?
    } else {
        let friday = (0..7).filter_map(|days| term.first.plus_days(days)).find(|day| day.weekday() == Weekday::Fri)?;
        LocalTime { date: friday, second: HALF_PAST_FOUR }
    };
    let rules = ZoneRules::of(zone);
    let moment = rules.instant(received.date, received.second)?;
    let ends = TimeMeasure::ALL.into_iter().filter_map(|measure| {
        let within = row.time(measure)?.value;
        let clock = hours.clock(&row.clock.value, within.unit).ok()?;
        let Ok(Deadline::At(end)) = clock.deadline(moment, within, &[]) else { return None };
        Some(TicketEnd { measure, within, by: rules.local(end)? })
    });
    let ends: Vec<TicketEnd> = ends.collect();
    (!ends.is_empty()).then(|| TicketExample {
        level: level.name.value.clone(),
        severity: row.severity.value.clone(),
        clock: row.clock.value.clone(),
        zone: zone.clone(),
        received,
        ends,
    })
}

const HALF_PAST_FOUR: i64 = 16 * 3600 + 1800;

/// Half an hour before closing, and not after the cut-off, on the first business day of the term that a
/// day without hours follows; else on the first business day.
fn before_closure(hours: &OpenHours, term: Term, cut_off: Option<TimeOfDay>) -> Option<LocalTime> {
    let days = (0..60).filter_map(|days| term.first.plus_days(days)).filter(|day| term.contains(*day));
    let business: Vec<Date> = days.filter(|day| hours.is_business_day(*day)).collect();
    let closes_after = |day: &&Date| day.plus_days(1).is_some_and(|next| !hours.is_business_day(next));
    let date = *business.iter().find(closes_after).or(business.first())?;
    let windows = hours.windows(date);
    let (opening, closing) = (windows.first()?.from, windows.last()?.to);
    let latest = cut_off.map_or(i64::MAX, |time| i64::from(time.minutes()) * 60);
    let second = (closing.min(86_400) - 1800).min(latest).max(opening);
    Some(LocalTime { date, second })
}

fn credits(agreement: &Agreement) -> Vec<CreditExample> {
    let Some(penalties) = &agreement.penalties else { return Vec::new() };
    let mut made = Vec::new();
    for rule in &penalties.credits {
        for level in rule.levels.iter().filter_map(|name| agreement.level(name)) {
            let Cycle::Each(unit) = level.judged else { continue };
            made.extend(
                band_figures(rule).filter_map(|figure| credit(agreement, rule, &penalties.caps, level, unit, figure)),
            );
        }
    }
    made
}

fn credit(
    agreement: &Agreement,
    rule: &CreditRule,
    caps: &[Cap],
    level: &Level,
    unit: CycleUnit,
    figure: Percent,
) -> Option<CreditExample> {
    // Where the target is met, a band would not be reached either.
    let met = level.target.as_ref().is_some_and(|target| match target.threshold.value {
        Quantity::Percent(threshold) => match target.comparator {
            Comparator::AtLeast => figure >= threshold,
            Comparator::MoreThan => figure > threshold,
            Comparator::AtMost | Comparator::LessThan => true,
        },
        _ => true,
    });
    let band = reached(&rule.bands, figure).filter(|_| !met)?;
    let Quantity::Percent(limit) = band.limit.value else { return None };
    let (share, full) = match band.award {
        Award::Share(share) => {
            let fee = cycle_fee(agreement, rule.base.as_deref()?, unit)?;
            (Some((share, fee)), share_of(share, fee)?)
        }
        Award::Amount(amount) => (None, amount),
        Award::Service(_) | Award::Work { .. } | Award::Points(_) | Award::PoolShare(_) => return None,
    };
    let mut credit = full;
    for cap in rule.caps.iter().chain(caps).filter(|cap| cap.each == Some(Cycle::Each(unit))) {
        let most = match &cap.amount {
            CapAmount::Share { share, of } => share_of(*share, cycle_fee(agreement, of, unit)?)?,
            CapAmount::Amount(amount) => *amount,
            CapAmount::Service(_) => return None,
        };
        if most.currency == credit.currency && most.minor < credit.minor {
            credit = most;
        }
    }
    let capped = credit != full;
    Some(CreditExample { level: level.name.value.clone(), figure, limit, unit, share, credit, capped })
}

/// A short figure inside each band that lies below a limit, from the highest to the lowest.
fn band_figures(rule: &CreditRule) -> impl Iterator<Item = Percent> {
    let below = rule.bands.iter().filter(|band| matches!(band.edge, BandEdge::Below | BandEdge::AtOrBelow));
    let mut limits: Vec<Number> = below
        .filter_map(|band| if let Quantity::Percent(limit) = band.limit.value { Some(limit.number()) } else { None })
        .collect();
    limits.sort();
    limits.dedup();
    let lower = std::iter::once(None).chain(limits.clone().into_iter().map(Some));
    let pairs: Vec<_> = lower.zip(limits).collect();
    pairs.into_iter().rev().filter_map(|(low, high)| between(low, high)).map(Percent::new)
}

/// The number with the fewest decimals nearest to the middle of two others, or a little below one.
fn between(low: Option<Number>, high: Number) -> Option<Number> {
    let Some(low) = low else {
        let (digits, decimals) = high.parts();
        let one_less = (digits - 1).div_euclid(10_i128.pow(decimals));
        return if one_less > 0 { Number::from_parts(one_less, 0) } else { between(Some(Number::default()), high) };
    };
    let ((low_digits, low_decimals), (high_digits, high_decimals)) = (low.parts(), high.parts());
    let decimals = low_decimals.max(high_decimals);
    let scaled = |digits: i128, has: u32| digits.checked_mul(10_i128.checked_pow(decimals + 1 - has)?);
    let middle = scaled(low_digits, low_decimals)?.checked_add(scaled(high_digits, high_decimals)?)? / 2;
    (0..=decimals + 1).find_map(|wanted| {
        let unit = 10_i128.checked_pow(decimals + 1 - wanted)?;
        let number = Number::from_parts(middle.div_euclid(unit), wanted)?;
        (low < number && number < high).then_some(number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_lie_strictly_inside_and_are_short() {
        let figure = |low: Option<&str>, high: &str| {
            between(low.map(|low| low.parse().unwrap()), high.parse().unwrap()).map(|number| number.to_string())
        };
        assert_eq!(figure(Some("99.0"), "99.95").as_deref(), Some("99.4"));
        assert_eq!(figure(Some("95.0"), "99.0").as_deref(), Some("97"));
        assert_eq!(figure(None, "95.0").as_deref(), Some("94"));
        assert_eq!(figure(None, "99.95").as_deref(), Some("99"));
        assert_eq!(figure(None, "0.5").as_deref(), Some("0.2"));
        assert_eq!(figure(None, "0"), None);
        assert_eq!(figure(Some("99.98"), "99.99").as_deref(), Some("99.985"));
    }
}
