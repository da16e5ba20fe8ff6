//! A window of maintenance in the hour that the clocks change.

use crate::check::prelude::*;

/// The rule.
pub(super) const RULE: Rule = Rule {
    name: "window-on-clock-change",
    severity: Severity::Warning,
    hurts: Hurts::Both,
    why: "once a year the window does not exist, or lasts an hour longer",
    page: include_str!("../../../docs/rules/window-on-clock-change.md"),
    find,
};

fn find(agreement: &Agreement, found: &mut Found) {
    let Some(term) = crate::evaluate::Term::of(&agreement.period) else { return };
    for window in agreement.maintenance.iter().flat_map(|maintenance| &maintenance.windows) {
        let zone = crate::evaluate::ZoneRules::of(&window.zone);
        let (from, length) =
            (i64::from(window.hours.from.minutes()), i64::try_from(minutes(window.hours)).unwrap_or(0));
        // A minute of the window that does not exist on that date, or exists twice.
        let changes = |date: Date| {
            (from..from + length).any(|minute| {
                let shown =
                    |moment: crate::evaluate::Instant| zone.local(moment).map(|local| (local.hour(), local.minute()));
                let wanted = Some((minute / 60 % 24, minute % 60));
                let day = if minute < 1440 { Some(date) } else { date.plus_days(1) };
                let moment = day.and_then(|day| zone.instant(day, minute % 1440 * 60));
                moment.is_some_and(|moment| shown(moment) != wanted || shown(moment.plus(3600)) == wanted)
            })
        };
        let mut date = term.first;
        while date <= term.horizon() {
            let on = match &window.days {
                WindowDays::Weekly(days) => days.contains(&date.weekday()),
                WindowDays::Monthly { ordinal, day } => {
                    nth_weekday(date.year(), date.month(), *day, *ordinal) == Some(date)
                }
            };
            let Some(next) = date.plus_days(1) else { break };
            let day = |date: Date| zone.start_of(date).map(crate::evaluate::Instant::seconds);
            let uneven =
                day(date).zip(next.plus_days(1).and_then(day)).is_some_and(|(start, end)| end - start != 2 * 86_400);
            if on && uneven && changes(date) {
                found.at(&window.origin, format!("on {date} the clocks of {} change within this window", window.zone), "move it away from the hour between 01:00 and 03:00 of a Sunday, or choose a zone without summer time");
                break;
            }
            date = next;
        }
    }
}
