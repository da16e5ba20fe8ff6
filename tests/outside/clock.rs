//! Business time as another library counts it: deadlines and open time in random cases.

use std::fmt::Write as _;

use servanda::evaluate::{Instant, OpenHours};
use servanda::model::{At, Calendar, Date, Hours, Name, Opening, Origin, Region, TimeOfDay, Weekday, Zone};
use servanda::source::Span;

use super::{python, run};

/// So many cases, half of them deadlines and half lengths of open time.
const CASES: u64 = 600;

/// A place, its holidays, and the same holidays by the names that the library knows.
const PLACES: [(&str, &str); 7] = [
    ("Europe/Berlin", "DE-BE"),
    ("Europe/Vienna", "AT"),
    ("Europe/London", "GB-ENG"),
    ("America/New_York", "US-NY"),
    ("Asia/Kolkata", "IN-KA"),
    ("Australia/Sydney", "AU-NSW"),
    ("Pacific/Auckland", "NZ"),
];

/// The days of a week and their hours.
type Week = (&'static [Weekday], &'static [(u16, u16)]);

/// Weekly hours within a day, some over the hours at which clocks change. `clock.py` tells what is left out.
const WEEKS: [Week; 5] = [
    (&Weekday::ALL, &[(0, 6), (22, 23)]),
    (&[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri], &[(9, 17)]),
    (&[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri], &[(8, 12), (13, 18)]),
    (&[Weekday::Sat, Weekday::Sun], &[(0, 4)]),
    (&[Weekday::Mon, Weekday::Wed, Weekday::Sun], &[(0, 23)]),
];

/// The next number of a series that is the same in each run (Knuth's linear congruential generator), below `limit`.
fn next(state: &mut u64, limit: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % limit
}

/// One of some things, by the next number.
fn one_of<T: Copy>(state: &mut u64, things: &[T]) -> T {
    let place = next(state, things.len() as u64);
    things[usize::try_from(place).expect("a place in a list")]
}

fn calendar(zone: &str, region: &str, days: &[Weekday], hours: &[(u16, u16)]) -> Calendar {
    let time = |hour| TimeOfDay::new(hour, 0).expect("a time of day");
    let hours = hours.iter().map(|(from, to)| Hours { from: time(*from), to: time(*to) }).collect();
    Calendar {
        name: At::new(Name::new("Hours"), Span::default()),
        zone: zone.parse::<Zone>().expect("a zone"),
        opening: vec![Opening { days: days.to_vec(), hours, origin: Origin::default() }],
        exceptions: Vec::new(),
        holidays: vec![At::new(Region::new(region), Span::default())],
        closed: Vec::new(),
    }
}

/// Our deadlines and lengths of open time over three years, with public holidays and changes of clocks, are those of
/// the Python package businesstimedelta, which takes its holidays from the package holidays itself.
#[test]
fn business_time_is_what_another_library_counts() {
    let (from, to): (Date, Date) = ("2026-01-01".parse().expect("a date"), "2029-12-31".parse().expect("a date"));
    let first = 1_767_225_600 + 86_400; // 2026-01-02T00:00Z
    let mut state = 7;
    let mut cases = String::new();
    for case in 0..CASES {
        let (zone, region) = one_of(&mut state, &PLACES);
        let (days, hours) = one_of(&mut state, &WEEKS);
        let open = OpenHours::new(&calendar(zone, region, days, hours), from, to).expect("years with known holidays");
        // Every third case begins around a change of clocks, in March or October.
        let month = if case % 3 == 0 { one_of(&mut state, &[80, 300]) * 86_400 } else { 0 };
        let within = if month > 0 { 14 } else { 1000 };
        let start = first + month + i64::try_from(next(&mut state, within * 86_400)).expect("a few years");
        let seconds = 60 + i64::try_from(next(&mut state, 60 * 3600)).expect("a few days");
        let end = open.after(Instant::from_seconds(start), seconds).expect("within the years");
        let until = start + i64::try_from(next(&mut state, 30 * 86_400)).expect("a month");
        let length =
            open.open_seconds(Instant::from_seconds(start), Instant::from_seconds(until)).expect("within the years");
        let days: Vec<usize> = days.iter().map(|day| *day as usize).collect();
        let hours: Vec<[u16; 2]> = hours.iter().map(|(from, to)| [*from, *to]).collect();
        let _ = writeln!(
            cases,
            "{{\"zone\": \"{zone}\", \"region\": \"{region}\", \"days\": {days:?}, \"hours\": {hours:?}, \
             \"start\": {start}, \"seconds\": {seconds}, \"end\": {}, \"until\": {until}, \"length\": {length}}}",
            end.seconds(),
        );
    }
    let file = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("business-time.jsonl");
    std::fs::write(&file, cases).expect("a file in the target folder");
    let said = run(python("clock.py").arg(&file));
    assert!(said.starts_with(&format!("{CASES} cases agree")), "{said}");
}
