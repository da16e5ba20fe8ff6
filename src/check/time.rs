//! Comparing lengths of time that are given in different units, without claiming more than is sure.

use crate::model::{Agreement, CalendarRef, Date, Duration, DurationUnit, Effective, Hours, Length, Opening, Weekday};

/// The least and the most seconds that a length is on a clock: a business day is as long as the days of its
/// calendar are open. None where it is counted in dates on a clock that is not always running.
fn on_clock(agreement: &Agreement, length: Duration, clock: &CalendarRef) -> Option<(i64, i64)> {
    let count = i64::from(length.count);
    if let Some(milliseconds) = length.milliseconds() {
        let seconds = i64::try_from(milliseconds / 1000).ok()?;
        return Some((seconds, seconds));
    }
    if length.unit == DurationUnit::BusinessDay {
        let days = open_days(agreement, clock)?;
        let (least, most) = (*days.iter().min()?, *days.iter().max()?);
        return Some((count * least * 60, count * most * 60));
    }
    let (least, most) = days(length)?;
    (*clock == CalendarRef::Always).then_some((least * 86_400, most * 86_400))
}

/// Whether one length on its clock is surely longer than another on its own: wall time is never less than open time.
pub(super) fn surely_longer(
    agreement: &Agreement,
    (one, one_clock): (Duration, &CalendarRef),
    (other, other_clock): (Duration, &CalendarRef),
) -> bool {
    if one.unit == other.unit && one_clock == other_clock {
        return one.count > other.count;
    }
    if one_clock != other_clock && *other_clock != CalendarRef::Always {
        return false;
    }
    match (on_clock(agreement, one, one_clock), on_clock(agreement, other, other_clock)) {
        (Some((least, _)), Some((_, most))) => least > most,
        _ => false,
    }
}

/// The least and the most days that a length is, rounded outwards; business days reach over weekends and holidays.
pub(super) fn days(length: Duration) -> Option<(i64, i64)> {
    let count = i64::from(length.count);
    Some(match length.unit {
        DurationUnit::Day => (count, count),
        DurationUnit::Week => (count * 7, count * 7),
        DurationUnit::Month => (count * 28 + count / 3, count * 31),
        DurationUnit::Year => (count * 365, count * 366),
        DurationUnit::BusinessDay => (count, count * 7 / 5 + 7),
        DurationUnit::Hour => (count / 24, count / 24 + 1),
        _ => return None,
    })
}

/// The least and the most days of the first term; none where it has no end.
pub(super) fn term_days(agreement: &Agreement) -> Option<(i64, i64)> {
    let period = &agreement.period;
    match &period.length.value {
        Length::For(length) => days(*length),
        Length::Until(last) => match period.effective.value {
            Effective::On(first) => Some((first.days_until(*last) + 1, first.days_until(*last) + 1)),
            Effective::OnSignature => None,
        },
        Length::UntilTerminated | Length::While(_) => None,
    }
}

/// The minutes of an interval of a day, which may end on the next.
pub(super) fn minutes(hours: Hours) -> usize {
    let (from, to) = (usize::from(hours.from.minutes()), usize::from(hours.to.minutes()));
    if to > from { to - from } else { to + 24 * 60 - from }
}

/// The minutes that a calendar is open on each of its days.
fn open_days(agreement: &Agreement, clock: &CalendarRef) -> Option<Vec<i64>> {
    let Some(name) = clock.name() else { return Some(vec![24 * 60]) };
    let opening = &agreement.calendar(name)?.opening;
    let on = |day: Weekday| opening.iter().filter(move |opening| opening.days.contains(&day));
    let length = |opening: &Opening| opening.hours.iter().map(|hours| minutes(*hours)).sum::<usize>();
    let days = Weekday::ALL.into_iter().map(|day| on(day).map(length).sum::<usize>()).filter(|minutes| *minutes > 0);
    days.map(|minutes| i64::try_from(minutes).ok()).collect()
}

/// The dates of a calendar year on which a weekday falls for the nth time in its month.
pub(super) fn nth_weekday(year: i16, month: i8, day: Weekday, nth: u8) -> Option<Date> {
    let first = Date::new(year, month, 1)?;
    let ahead = (7 + day as i64 - first.weekday() as i64) % 7;
    first.plus_days(ahead + 7 * (i64::from(nth) - 1)).filter(|date| date.month() == month)
}
