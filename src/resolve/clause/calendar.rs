//! Calendars.

use crate::diagnostic::{Diagnostic, suggest};
use crate::evaluate::{Term, holidays};
use crate::model::{
    At, Calendar, ClosedDates, DateRange, Hours, Opening, OpeningException, Period, Region, TimeOfDay, Weekday, Zone,
};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::syntax::tree::{Kind, Line, Node};

use super::heading;

/// The calendars; one without a zone has the agreement's.
pub(in crate::resolve) fn calendars(sections: Sections, zone: Option<&Zone>, context: &mut Context) -> Vec<Calendar> {
    let lines = sections.lines(Kind::calendars).iter().filter(|line| line.kind() == Kind::calendar_entry);
    lines.filter_map(|line| calendar(line, zone, context)).collect()
}

fn calendar(line: &Line, zone: Option<&Zone>, context: &mut Context) -> Option<Calendar> {
    let name = Context::new_name(&line.node)?;
    let own_zone = line.child(Kind::zone).map(|line| heading::zone(&line.node, context));
    let mut opening = Vec::new();
    let mut exceptions = Vec::new();
    for open in line.children.iter().filter(|line| matches!(line.kind(), Kind::open | Kind::also_open)) {
        open_hours(open, &mut opening, &mut exceptions, context);
    }
    if opening.is_empty() {
        context.missing(
            Some(line.span()),
            format!("`{}` is never open", name.value),
            "add a line such as `open Mon-Fri 09:00-17:00`",
        );
    }
    let mut holidays = Vec::new();
    let mut closed = Vec::new();
    for line in &line.children {
        if !matches!(line.kind(), Kind::closed_dates | Kind::closed_holidays | Kind::also_closed) {
            continue;
        }
        if let Some(regions) = line.node.get(Kind::on_public_holidays) {
            holidays.extend(regions.all(Kind::region).map(|part| At::new(Region::new(&part.text), part.span)));
        }
        let each_year = line.node.has(Kind::each_year);
        for part in line.node.all(Kind::dates) {
            closed.extend(context.dates_of(part).map(|dates| ClosedDates {
                dates,
                each_year,
                origin: part.span.into(),
            }));
        }
    }
    for region in &holidays {
        known_region(region, context);
    }
    let zone = own_zone.unwrap_or_else(|| zone.cloned());
    Some(Calendar { name, zone: zone?, opening, exceptions, holidays, closed })
}

/// What people call a region that the standard and the data call otherwise.
const COMMON_NAMES: &[(&str, &str)] = &[
    ("UK", "GB"),
    ("EN", "GB-ENG"),
    ("USA", "US"),
    ("Holland", "NL"),
    ("Turkey", "TR"),
    ("Bavaria", "DE-BY"),
    ("Hesse", "DE-HE"),
    ("Saxony", "DE-SN"),
    ("Thuringia", "DE-TH"),
];

fn known_region(region: &At<Region>, context: &mut Context) {
    let code = region.as_str();
    if holidays::Region::parse(code).is_some() {
        return;
    }
    let known: Vec<String> = holidays::Region::all().map(|region| region.code()).collect();
    let mut diagnostic =
        Diagnostic::error("unknown-region", region.span(), format!("no public holidays are known for `{code}`"));
    // A name alone is what people type.
    let usual = COMMON_NAMES.iter().find(|(name, _)| *name == code).map(|(_, code)| (*code).to_owned());
    let named = holidays::Region::all().find(|region| region.name().eq_ignore_ascii_case(code));
    let named = usual.or_else(|| named.map(|region| region.code()));
    let named = named.map(|code| format!("did you mean `{code}`?"));
    if let Some(help) = named.or_else(|| suggest::did_you_mean(code, known.iter().map(String::as_str))) {
        diagnostic = diagnostic.help(help);
    }
    context.error(diagnostic.help("write a country or a part of one by its ISO 3166 code, such as DE-BE"));
}

/// Reports holidays of years that the data does not reach: unknown holidays are not the same as none.
pub(in crate::resolve) fn holidays_are_known(calendars: &[Calendar], period: &Period, context: &mut Context) {
    let Some(term) = Term::of(period) else { return };
    for region in calendars.iter().flat_map(|calendar| &calendar.holidays) {
        let Some(known) = holidays::Region::parse(region.as_str()) else { continue };
        if let Err(unknown) = known.holidays(term.first, term.horizon()) {
            let help = format!(
                "begin the period in {} or later and end it by {}-12-31, or list the dates with `closed`",
                unknown.first, unknown.last
            );
            context.error(Diagnostic::error("unknown-holidays", region.span(), unknown.to_string()).help(help));
        }
    }
}

fn open_hours(line: &Line, opening: &mut Vec<Opening>, exceptions: &mut Vec<OpeningException>, context: &mut Context) {
    let on_dates: Vec<DateRange> = line
        .node
        .get(Kind::on_dates)
        .map(|dates| dates.all(Kind::dates).filter_map(|part| context.dates_of(part)).collect())
        .unwrap_or_default();
    let origin = line.span().into();
    let (days, hours) = match line.node.get(Kind::opening) {
        Some(part) => {
            let days = part.get(Kind::opening_days);
            let hours: Vec<Hours> = part.all(Kind::hours).filter_map(|part| context.hours_of(part)).collect();
            (days.map(|days| days.all(Kind::days).flat_map(days_of).collect()), hours)
        }
        None => (None, whole_day()),
    };
    if on_dates.is_empty() {
        let days = days.unwrap_or_else(|| Weekday::ALL.to_vec());
        opening.push(Opening { days, hours, origin });
    } else {
        exceptions.push(OpeningException { dates: on_dates, days: days.unwrap_or_default(), hours, origin });
    }
}

fn whole_day() -> Vec<Hours> {
    TimeOfDay::new(0, 0).zip(TimeOfDay::new(24, 0)).map(|(from, to)| Hours { from, to }).into_iter().collect()
}

/// The days of `Mon-Fri`, `Sat`, `daily`; a range may run over Sunday.
pub(in crate::resolve) fn days_of(part: &Node) -> Vec<Weekday> {
    let mut named = part.all(Kind::day).filter_map(|day| day.text.parse::<Weekday>().ok());
    let Some(first) = named.next() else { return Weekday::ALL.to_vec() };
    let last = named.next().unwrap_or(first);
    let mut days = Vec::new();
    let mut at = first as usize;
    loop {
        days.push(Weekday::ALL[at]);
        if at == last as usize {
            break;
        }
        at = (at + 1) % 7;
    }
    days.sort();
    days
}
