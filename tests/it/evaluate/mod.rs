//! Clocks and calendars: cases with their answers, and properties against a slow oracle.

mod agreement;
mod cases;
mod exposure;
mod meanings;
mod oracle;
mod tiers;

use servanda::model::{
    At, Calendar, ClosedDates, Date, DateRange, Hours, Name, Opening, OpeningException, Origin, Region, TimeOfDay,
    Weekday,
};
use servanda::source::Span;

/// A calendar without any hours.
fn calendar(zone: &str) -> Calendar {
    Calendar {
        name: At::new(Name::new("Hours"), Span::default()),
        zone: zone.parse().expect("a zone"),
        opening: Vec::new(),
        exceptions: Vec::new(),
        holidays: Vec::new(),
        closed: Vec::new(),
    }
}

fn opening(days: Vec<Weekday>, hours: Vec<Hours>) -> Opening {
    Opening { days, hours, origin: Origin::default() }
}

fn exception(date: Date, hours: Vec<Hours>) -> OpeningException {
    OpeningException {
        dates: vec![DateRange { from: date, to: date }],
        days: Vec::new(),
        hours,
        origin: Origin::default(),
    }
}

fn closed(from: Date, to: Date, each_year: bool) -> ClosedDates {
    ClosedDates { dates: DateRange { from, to }, each_year, origin: Origin::default() }
}

fn holidays(region: &str) -> At<Region> {
    At::new(Region::new(region), Span::default())
}

fn hours(from: u16, to: u16) -> Hours {
    let time = |minutes: u16| TimeOfDay::new(minutes / 60, minutes % 60).expect("a time of day");
    Hours { from: time(from), to: time(to) }
}
