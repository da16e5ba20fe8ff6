//! ServiceNow's SDK builds the export, and the records that it makes say what the agreement says.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use servanda::evaluate::outages::{merged, without};
use servanda::evaluate::{Instant, OpenHours, Term, ZoneRules};
use servanda::model::{Agreement, Calendar, Date, Indicator, Weekday};

use super::servers::{SPEC, agreement, exported, names, names_file};
use super::{python, root, run};

/// Where `tests/run` installs the SDK, with Node.js beside Python.
fn build(project: &Path) -> Vec<Value> {
    let modules = root().join("target/servicenow/node_modules");
    let _ = fs::remove_file(project.join("node_modules"));
    std::os::unix::fs::symlink(&modules, project.join("node_modules")).expect("a link to the SDK");
    let python_path = PathBuf::from(python("records.py").get_program());
    let node = python_path.parent().expect("a folder").join("node");
    let _ = fs::remove_dir_all(project.join("dist"));
    run(Command::new(node).arg(modules.join("@servicenow/sdk/bin/index.js")).arg("build").current_dir(project));
    let records = run(python("servers/records.py").arg(project.join("dist/app/update")));
    serde_json::from_str(&records).expect("records as JSON")
}

#[test]
fn the_sdk_builds_what_the_agreement_says() {
    let records = build(&exported("servicenow", SPEC, &names_file()));
    let agreement = agreement();
    let own = |table: &str| records.iter().filter(|record| record["table"] == table).collect::<Vec<_>>();
    let schedules = own("cmn_schedule");
    assert_eq!(schedules.len(), agreement.calendars.len());
    for calendar in &agreement.calendars {
        let name =
            format!("{} {}", agreement.heading.reference.as_ref().expect("a reference").value, calendar.name.value);
        let schedule =
            schedules.iter().find(|schedule| schedule["name"] == *name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(schedule["time_zone"], calendar.zone.as_str());
        let spans: Vec<&Value> =
            own("cmn_schedule_span").into_iter().filter(|span| span["schedule"] == schedule["sys_id"]).collect();
        open_alike(&agreement, calendar, &spans);
    }

    let customer = names()["servicenow"]["customers"]["Globex Corporation"].as_str().expect("a query").to_owned();
    let definitions = own("contract_sla");
    let times = agreement.levels.iter().find_map(|level| match &level.indicator {
        Indicator::SupportTimes(times) => Some(times),
        _ => None,
    });
    let rows = &times.expect("times").rows;
    assert_eq!(definitions.len(), rows.len() * 2);
    for (number, row) in rows.iter().enumerate() {
        for (measure, time) in [("response", &row.response), ("resolution", &row.resolution)] {
            let wanted = |definition: &&&Value| {
                let name = definition["name"].as_str().unwrap_or_default();
                name.ends_with(&format!(" {} {measure}", row.severity.value))
            };
            let definition = definitions.iter().find(wanted).expect("a definition");
            assert_eq!(definition["target"], measure);
            assert_eq!(definition["start_condition"], format!("{customer}^priority={}", number + 1));
            assert_eq!(definition["pause_condition"], "state=3^hold_reason=1");
            let seconds = seconds(definition["duration"].as_str().expect("a duration"));
            let days = |shortest: i64| i64::from(time.as_ref().expect("a time").value.count) * shortest * 3600;
            let promised = time.as_ref().expect("a time").value.milliseconds();
            let promised = promised
                .map_or_else(|| days(if number == 1 { 8 } else { 6 }), |ms| i64::try_from(ms / 1000).expect("short"));
            assert_eq!(seconds, promised, "{} {measure}", row.severity.value);
            match row.clock.value.name() {
                None => assert_eq!(definition["schedule_source"], "no_schedule"),
                Some(name) => {
                    let schedule = schedules.iter().find(|schedule| schedule["sys_id"] == definition["schedule"]);
                    let schedule = schedule.expect("the schedule").get("name").and_then(Value::as_str).expect("a name");
                    assert!(schedule.ends_with(&format!(" {name}")), "{schedule}, {name}");
                    assert_eq!(definition["schedule_source"], "sla_definition");
                }
            }
        }
    }
}

/// The seconds of a duration, which ServiceNow writes as a moment of 1970.
fn seconds(duration: &str) -> i64 {
    format!("{}Z", duration.replace(' ', "T")).parse::<Instant>().expect("a moment").seconds()
}

/// The entries of a schedule, taken by ServiceNow's rules, are open when the calendar is.
fn open_alike(agreement: &Agreement, calendar: &Calendar, spans: &[&Value]) {
    let term = Term::of(&agreement.period).expect("a first day");
    let rules = ZoneRules::of(&calendar.zone);
    let (mut open, mut excluded) = (Vec::new(), Vec::new());
    for span in spans {
        let field = |name: &str| span[name].as_str().unwrap_or_default();
        let (first, from) = local(field("start_date_time"));
        let (last, to) = local(field("end_date_time"));
        let to = to + first.days_until(last) * 86_400;
        let repeats = field("repeat_type") == "weekly";
        let days = field("days_of_week");
        let into = if field("type") == "exclude" { &mut excluded } else { &mut open };
        let mut date = Some(first);
        while let Some(day) = date.filter(|day| *day <= term.horizon()) {
            let number = Weekday::ALL.iter().position(|weekday| *weekday == day.weekday()).expect("a weekday") + 1;
            if !repeats || days.contains(&number.to_string()) {
                let moment = |second| rules.instant(day, second).expect("a moment").seconds();
                into.push((moment(from), moment(to)));
            }
            date = if repeats { day.plus_days(1) } else { None };
        }
    }
    let hours = OpenHours::new(calendar, term.first, term.horizon()).expect("known holidays");
    let whole = (
        rules.start_of(term.first).expect("a moment").seconds(),
        rules.instant(term.horizon(), 86_400).expect("a moment").seconds(),
    );
    let ours: Vec<(i64, i64)> = hours.term().intervals().map(|(from, to)| (from.seconds(), to.seconds())).collect();
    let clip = |spans: Vec<(i64, i64)>| {
        merged(&spans.into_iter().map(|(from, to)| (from.max(whole.0), to.min(whole.1))).collect::<Vec<_>>())
    };
    let (theirs, ours) = (clip(without(&open, &excluded)), clip(ours));
    let first = theirs.iter().zip(&ours).find(|(one, other)| one != other);
    assert!(theirs == ours, "{}: {first:?}, {} and {}", calendar.name.value, theirs.len(), ours.len());
}

/// A date and the seconds since its 00:00: `20240101T090000`.
fn local(text: &str) -> (Date, i64) {
    let part = |from: usize, to: usize| text[from..to].parse::<i64>().expect("digits");
    let small = |value: i64| i8::try_from(value).expect("small");
    let date = Date::new(i16::try_from(part(0, 4)).expect("a year"), small(part(4, 6)), small(part(6, 8)));
    (date.expect("a date"), part(9, 11) * 3600 + part(11, 13) * 60 + part(13, 15))
}
