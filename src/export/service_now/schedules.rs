//! Calendars as schedules: entries that repeat each week, dates that are excluded, and dates with more hours.

use std::fmt::Write as _;

use super::super::hours::{differing, span};
use super::super::{Fit, Input, Refused};
use super::{quoted, sys_id};
use crate::evaluate::Term;
use crate::model::{Calendar, Date};

/// The most characters of a schedule's name.
const LONGEST_NAME: usize = 80;

/// The variable that holds a calendar's schedule, by its place in the agreement.
pub(super) fn variable(calendar: &Calendar) -> String {
    format!("schedule_{}", &sys_id(&[calendar.name.value.as_str()])[..8])
}

/// The schedule of a calendar with its entries.
pub(super) fn schedule(input: &Input<'_>, calendar: &Calendar, prefix: &str, fit: &mut Fit) -> Result<String, Refused> {
    let own = calendar.name.value.as_str();
    let name = format!("{prefix} {own}");
    if name.chars().count() > LONGEST_NAME {
        let help = "give a shorter prefix in names.toml: [servicenow.agreement] \"prefix\" = \"…\"";
        return Err(Refused::new(format!("`{name}` is longer than the {LONGEST_NAME} characters of a name"), help));
    }
    let id = |part: &str| quoted(&sys_id(&[prefix, own, part]));
    let (variable, name) = (variable(calendar), quoted(&name));
    let zone = quoted(calendar.zone.as_str());
    let mut out = format!(
        "\nconst {variable} = Record({{\n    $id: {},\n    table: \"cmn_schedule\",\n    data: {{ name: {name}, label: \
         {name}, plural_label: {name}, calendar_name: {name}, time_zone: {zone} }},\n}});\n",
        id("schedule")
    );
    let mut entry = |key: &str, name: &str, date: Date, minutes: (i64, i64), more: &str| {
        let (from, to) = (moment(date, minutes.0), moment(date, minutes.1));
        let _ = write!(
            out,
            "Record({{\n    $id: {},\n    table: \"cmn_schedule_span\",\n    data: {{\n        schedule: {variable},\n        \
             name: {},\n        show_as: \"busy\",\n        all_day: false,\n        start_date_time: {from},\n        \
             end_date_time: {to},\n{more}    }},\n}});\n",
            id(key),
            quoted(name),
        );
    };
    let first = Term::of(&input.policy.agreement.period).map(|term| term.first).or_else(|| Date::new(2024, 1, 1));
    let Some(first) = first else { return Ok(String::new()) };
    for (at, opening) in calendar.opening.iter().enumerate() {
        let days: String = opening.days.iter().map(|day| (*day as usize + 1).to_string()).collect();
        let begins =
            (0..7).filter_map(|later| first.plus_days(later)).find(|date| opening.days.contains(&date.weekday()));
        let Some(begins) = begins else { continue };
        for (part, &hours) in opening.hours.iter().enumerate() {
            let (from, to) = span(hours);
            let more = format!(
                "        repeat_type: \"weekly\",\n        repeat_count: 1,\n        days_of_week: {},\n",
                quoted(&days)
            );
            entry(&format!("opening {at} {part}"), own, begins, (from.into(), to.into()), &more);
        }
        fit.exact(&["calendars", own, "opening", &(at + 1).to_string()]);
    }
    fit.exact(&["calendars", own, "zone"]);
    let differing = differing(input.policy, calendar);
    let known = differing.is_some();
    for differs in differing.unwrap_or_default() {
        let date = differs.date;
        for (at, span) in differs.less.iter().enumerate() {
            entry(&format!("less {date} {at}"), &differs.name, date, *span, "        type: \"exclude\",\n");
        }
        for (at, span) in differs.more.iter().enumerate() {
            entry(&format!("more {date} {at}"), &differs.name, date, *span, "");
        }
    }
    let mut paths = Vec::new();
    if !calendar.holidays.is_empty() {
        paths.push(vec!["calendars".to_owned(), own.to_owned(), "holidays".to_owned()]);
    }
    for (field, count) in [("closed", calendar.closed.len()), ("exceptions", calendar.exceptions.len())] {
        paths.extend((1..=count).map(|at| vec!["calendars".into(), own.to_owned(), field.to_owned(), at.to_string()]));
    }
    for path in paths {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        if known {
            fit.exact(&path);
        } else {
            fit.dropped(&path, "the dates are known once the agreement has its first day: export it then");
        }
    }
    Ok(out)
}

/// A moment by the schedule's own clocks: `20270104T090000`.
fn moment(date: Date, minutes: i64) -> String {
    let day = date.plus_days(minutes.div_euclid(1440)).unwrap_or(date);
    let minutes = minutes.rem_euclid(1440);
    quoted(&format!("{:04}{:02}{:02}T{:02}{:02}00", day.year(), day.month(), day.day(), minutes / 60, minutes % 60))
}
