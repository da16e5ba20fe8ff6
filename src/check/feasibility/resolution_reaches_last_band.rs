//! An outage that is solved in time, and costs the most all the same.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "resolution-reaches-last-band",
    severity: Severity::Warning,
    hurts: Hurts::Provider,
    why: "whoever keeps one promise to the minute breaks the other as badly as it can be broken",
    page: include_str!("../../../docs/rules/resolution-reaches-last-band.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    // Tickets of the top severity are about outages; its clock must run with the outage.
    let Some(top) = agreement.severities.entries.first().filter(|_| agreement.severities.entries.len() > 1) else {
        return;
    };
    let rows = times_rows(agreement).filter(|row| row.severity.value == top.name.value);
    let slowest = rows
        .filter(|row| row.clock.value == CalendarRef::Always)
        .filter_map(|row| row.resolution.as_ref())
        .filter_map(|time| Some((time, seconds(time.value)?)))
        .max_by_key(|(_, seconds)| *seconds);
    let Some((resolution, down)) = slowest else { return };
    let credits = credits_by_level(agreement);
    for level in agreement.levels.iter().filter(|level| !level.no_credits) {
        let (Indicator::Uptime(uptime), Some(target)) = (&level.indicator, &level.target) else { continue };
        // The longest cycle, in which an outage weighs the least.
        let days = match level.judged {
            Cycle::Each(CycleUnit::Month | CycleUnit::BillingMonth) => 31,
            Cycle::Each(CycleUnit::Quarter) => 92,
            Cycle::Each(CycleUnit::Year | CycleUnit::ContractYear) => 366,
            _ => continue,
        };
        let cycle = days * 86_400;
        if uptime.during != CalendarRef::Always || down > cycle {
            continue;
        }
        let up = fraction(Percent::new(Number::whole(100))) * (cycle - down) / cycle;
        let worst = credits.get(&level.name.value).into_iter().flatten().find_map(|rule| {
            let bands: Vec<_> = level_bands(rule, target).collect();
            let last = bands.iter().min_by_key(|band| measure(&band.limit)).filter(|_| bands.len() > 1)?;
            let Quantity::Percent(limit) = last.limit.value else { return None };
            let reached = up < fraction(limit) || last.edge == BandEdge::AtOrBelow && up == fraction(limit);
            reached.then(|| (last.origin, format!("the last band, {limit}")))
        });
        let ends = agreement
            .penalties
            .iter()
            .flat_map(|penalties| &penalties.chronic)
            .filter(|right| right.level.as_ref().is_some_and(|of| of.value == level.name.value))
            .find_map(|right| match &right.trigger {
                ChronicTrigger::Below { limit, .. } if up < fraction(*limit) => {
                    Some((right.origin, format!("the limit of a termination, {limit}")))
                }
                ChronicTrigger::Downtime { more_than, .. }
                    if more_than.milliseconds().is_some_and(|allowed| i128::from(allowed) < down * 1000) =>
                {
                    Some((right.origin, format!("the limit of a termination, {more_than}")))
                }
                _ => None,
            });
        if let Some((origin, what)) = worst.or(ends) {
            found.at(
                resolution,
                format!("one outage that is solved within {} takes `{}` to {what}", resolution.value, level.name),
                format!("shorten the resolution of `{}`, or lower that limit", top.name),
            );
            found.related(&origin, "reached by one such outage");
        }
    }
}

/// The least seconds of a length.
fn seconds(length: Duration) -> Option<i128> {
    let of_days = || days(length).map(|(least, _)| i128::from(least) * 86_400);
    length.milliseconds().map(|milliseconds| i128::from(milliseconds / 1000)).or_else(of_days)
}
