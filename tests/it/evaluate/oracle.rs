//! Properties against an oracle that looks at a wall clock every minute.

use jiff::Timestamp;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use proptest::prelude::*;
use servanda::evaluate::{Clock, ClockError, Deadline, Instant, OpenHours, Pause};
use servanda::model::{Calendar, Date, Duration, DurationUnit, Hours, Weekday};

use super::{calendar, closed, exception, hours, opening};
use crate::support::repeatable;

/// Zones with dates shortly before one of their changes of clocks.
const PLACES: [(&str, &str); 10] = [
    ("Europe/Berlin", "2027-03-24"),
    ("Europe/Berlin", "2027-10-27"),
    ("America/New_York", "2027-03-10"),
    ("America/New_York", "2027-11-03"),
    ("Africa/Cairo", "2027-04-26"),
    ("Africa/Cairo", "2027-10-25"),
    ("Australia/Lord_Howe", "2027-03-31"),
    ("Australia/Lord_Howe", "2027-09-29"),
    ("Asia/Kathmandu", "2027-12-28"),
    ("UTC", "2028-02-25"),
];

/// The wall clock, read through the library alone.
struct Oracle<'a> {
    calendar: &'a Calendar,
    zone: TimeZone,
}

impl<'a> Oracle<'a> {
    fn new(calendar: &'a Calendar) -> Self {
        let zone = TimeZoneDatabase::bundled().get(calendar.zone.as_str()).expect("a zone");
        Self { calendar, zone }
    }

    /// Whether the minute that begins here is open, as somebody with the calendar and a clock would say.
    fn open(&self, moment: Instant) -> bool {
        let wall = self.zone.to_datetime(Timestamp::from_second(moment.seconds()).expect("a moment"));
        let today = Date::new(wall.year(), wall.month(), wall.day()).expect("a date");
        let minute = u16::try_from(i32::from(wall.hour()) * 60 + i32::from(wall.minute())).expect("a minute");
        let overnight = |hours: &Hours| hours.to <= hours.from;
        let begun = |hours: &Hours| minute >= hours.from.minutes() && (overnight(hours) || minute < hours.to.minutes());
        let left_over = |hours: &Hours| overnight(hours) && minute < hours.to.minutes();
        self.hours(today).iter().any(begun) || self.hours(today.plus_days(-1).expect("a date")).iter().any(left_over)
    }

    fn hours(&self, date: Date) -> Vec<Hours> {
        let within = |range: &servanda::model::DateRange| range.from <= date && date <= range.to;
        if let Some(exception) = self.calendar.exceptions.iter().rev().find(|entry| entry.dates.iter().any(within)) {
            return exception.hours.clone();
        }
        if self.calendar.closed.iter().any(|entry| within(&entry.dates)) {
            return Vec::new();
        }
        let today = |opening: &&servanda::model::Opening| opening.days.contains(&date.weekday());
        self.calendar.opening.iter().filter(today).flat_map(|opening| opening.hours.clone()).collect()
    }

    /// The first moment at which so many minutes have been open and not paused, within 60 days.
    fn after(&self, from: Instant, minutes: i64, pauses: &[(i64, i64)]) -> Option<Instant> {
        let mut left = minutes;
        for minute in 0..60 * 24 * 60 {
            if left == 0 {
                return Some(from.plus(minute * 60));
            }
            let stands_still = pauses.iter().any(|(start, end)| (*start..*end).contains(&minute));
            left -= i64::from(!stands_still && self.open(from.plus(minute * 60)));
        }
        None
    }
}

/// Times of day that no zone above skips or repeats.
fn time() -> impl Strategy<Value = u16> {
    prop_oneof![(20_u16..=90).prop_map(|quarter| quarter * 15), Just(0)]
}

fn some_hours() -> impl Strategy<Value = Hours> {
    (time(), prop_oneof![time(), Just(1440)]).prop_map(|(from, to)| hours(from, to))
}

fn some_calendar() -> impl Strategy<Value = (Calendar, Date)> {
    let week = proptest::collection::vec(proptest::collection::vec(some_hours(), 0..3), 7);
    let special = proptest::collection::vec((0_i64..12, proptest::option::of(some_hours())), 0..4);
    (0..PLACES.len(), week, special).prop_map(|(place, week, special)| {
        let (zone, start) = PLACES[place];
        let start: Date = start.parse().expect("a date");
        let mut made = calendar(zone);
        made.opening = Weekday::ALL.into_iter().zip(week).map(|(day, hours)| opening(vec![day], hours)).collect();
        for (days, hours) in special {
            let date = start.plus_days(days).expect("a date");
            match hours {
                Some(hours) => made.exceptions.push(exception(date, vec![hours])),
                None => made.closed.push(closed(date, date, false)),
            }
        }
        (made, start)
    })
}

/// The hours made for these dates, and for other dates, which must not matter.
fn both(calendar: &Calendar, start: Date) -> [OpenHours; 2] {
    let far = Date::new(2020, 1, 1).expect("a date");
    let made = |from: Date, days| OpenHours::new(calendar, from, from.plus_days(days).expect("a date"));
    [made(start, 14).expect("no holidays"), made(far, 3).expect("no holidays")]
}

fn first_moment(hours: &OpenHours, start: Date) -> Instant {
    hours.zone().start_of(start).expect("a moment")
}

proptest! {
    #![proptest_config(repeatable(150))]

    #[test]
    fn open_time_is_counted((calendar, start) in some_calendar(), from in 0_i64..9000, length in 0_i64..9000) {
        let oracle = Oracle::new(&calendar);
        for hours in both(&calendar, start) {
            let from = first_moment(&hours, start).plus(from * 60);
            let counted = (0..length).filter(|minute| oracle.open(from.plus(minute * 60))).count();
            let told = hours.open_seconds(from, from.plus(length * 60)).expect("a time");
            prop_assert_eq!(told, i64::try_from(counted).expect("a number") * 60);
        }
    }

    #[test]
    fn ends_are_found((calendar, start) in some_calendar(), from in 0_i64..9000, minutes in 0_i64..2000) {
        let oracle = Oracle::new(&calendar);
        for hours in both(&calendar, start) {
            let from = first_moment(&hours, start).plus(from * 60);
            match (hours.after(from, minutes * 60), oracle.after(from, minutes, &[])) {
                (Ok(told), Some(counted)) => prop_assert_eq!(told, counted),
                (Ok(told), None) => prop_assert!(told > from.plus(60 * 86_400)),
                (Err(error), counted) => prop_assert_eq!((error, counted), (ClockError::NeverOpen, None)),
            }
        }
    }

    /// Adding open time and taking it away again.
    #[test]
    fn the_end_has_the_time_before_it((calendar, start) in some_calendar(), from in 0_i64..900_000, seconds in 1_i64..400_000) {
        let [hours, _] = both(&calendar, start);
        let from = first_moment(&hours, start).plus(from);
        if let Ok(end) = hours.after(from, seconds) {
            prop_assert_eq!(hours.open_seconds(from, end), Ok(seconds));
            prop_assert_eq!(hours.open_seconds(from, end.plus(-1)), Ok(seconds - 1));
        }
    }

    #[test]
    fn pauses_move_the_end(
        (calendar, start) in some_calendar(),
        from in 0_i64..5000,
        minutes in 1_u32..1000,
        pauses in proptest::collection::vec((0_i64..6000, 0_i64..2000), 0..4),
    ) {
        let oracle = Oracle::new(&calendar);
        let [hours, _] = both(&calendar, start);
        let from = first_moment(&hours, start).plus(from * 60);
        let spans: Vec<(i64, i64)> = pauses.iter().map(|(start, length)| (*start, start + length)).collect();
        let moments: Vec<Pause> = spans
            .iter()
            .map(|(start, end)| Pause { from: from.plus(start * 60), to: Some(from.plus(end * 60)) })
            .collect();
        let clock = Clock::Open(&hours);
        let told = clock.deadline(from, Duration::new(minutes, DurationUnit::BusinessMinute), &moments);
        match (told, oracle.after(from, minutes.into(), &spans)) {
            (Ok(Deadline::At(told)), Some(counted)) => {
                prop_assert_eq!(told, counted);
                prop_assert_eq!(clock.elapsed(from, told, &moments), Ok(i64::from(minutes) * 60));
            }
            (Ok(told), None) => prop_assert!(matches!(told, Deadline::At(end) if end > from.plus(60 * 86_400))),
            (told, counted) => prop_assert_eq!((told, counted), (Err(ClockError::NeverOpen), None)),
        }
    }

    /// Business days by going from date to date.
    #[test]
    fn business_days_are_dates_that_open((calendar, start) in some_calendar(), days in 0_i64..10, count in -8_i32..8) {
        let oracle = Oracle::new(&calendar);
        let [hours, _] = both(&calendar, start);
        let date = start.plus_days(days).expect("a date");
        let step = i64::from(count.signum());
        let mut open = (1..60).filter_map(|far| date.plus_days(far * step)).filter(|day| !oracle.hours(*day).is_empty());
        let counted = if count == 0 { Some(date) } else { open.nth(count.unsigned_abs() as usize - 1) };
        match hours.business_day(date, count) {
            Ok(told) => prop_assert!(counted == Some(told) || counted.is_none()),
            Err(error) => prop_assert_eq!((error, counted), (ClockError::NeverOpen, None)),
        }
    }
}
