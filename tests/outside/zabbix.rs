//! Zabbix takes the export, gives it back as it was sent, and counts the same seconds of downtime as the agreement.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use serde_json::{Value, json};
use servanda::evaluate::outages::{Seconds, length, overlap, without};
use servanda::evaluate::{OpenHours, Term, ZoneRules};
use servanda::model::{Agreement, Date};

use super::servers::{SPEC, agreement, exported, names_file};
use super::{python, run, specs};

/// 1 April 2024 in Berlin.
const APRIL: i64 = 1_711_922_400;

/// The SLAs of the agreement for the servers and of every example come back equal. After outages in, over and beside
/// maintenance, holidays, nights and changes of clocks, `sla.getsli` has the uptime and the downtime of each month to
/// the second.
#[test]
fn slas_come_back_equal_and_count_alike() {
    let mut requests = vec![exported("zabbix", SPEC, &names_file()).join("sla.create.json")];
    // A spec with several plans is exported a plan at a time.
    let has_plans =
        |spec: &PathBuf| fs::read_to_string(spec).expect("a spec").lines().any(|line| line.starts_with("plans"));
    for spec in specs().into_iter().filter(|spec| !has_plans(spec)) {
        let request = exported("zabbix", &spec.to_string_lossy(), &names_file()).join("sla.create.json");
        requests.extend(Some(request).filter(|path| path.is_file()));
    }
    let agreement = agreement();
    let outages = outages();
    let answer = zabbix(&requests, &outages);
    let created = answer["created"].as_array().expect("what was created");
    assert_eq!(created.len(), requests.len());
    for (request, created) in requests.iter().zip(created) {
        let sent: Value = serde_json::from_slice(&fs::read(request).expect("a request")).expect("JSON");
        assert_eq!(sorted(sent["params"].clone()), sorted(created.clone()), "{}", request.display());
    }
    assert!(!created[0][0]["excluded_downtimes"].as_array().expect("downtimes").is_empty());

    let levels = answer["sli"].as_array().expect("indicators").iter().zip(counted(&agreement)).zip([0, 3600]);
    for ((sli, counted), off) in levels {
        let months = sli.as_array().expect("months");
        assert_eq!(months.len(), 12);
        for month in months {
            let number = |field: &str| month[field].as_i64().expect("a number");
            let month = [(number("period_from"), number("period_to"))];
            // The clocks changed on the Sunday of the week in which April begins: Zabbix has all hours of April an hour
            // late, and the last one of Easter Monday lies after the excluded downtime.
            let off = if number("period_from") == APRIL { off } else { 0 };
            let counted = overlap(&counted, &month);
            let down = length(&overlap(&counted, &outages));
            assert_eq!(number("downtime"), down, "{month:?}");
            assert_eq!(number("uptime"), length(&counted) - down + off, "{month:?}");
        }
    }
}

/// Numbers with a decimal point and without are the same; the order of excluded downtimes says nothing.
fn sorted(mut slas: Value) -> Value {
    for sla in slas.as_array_mut().into_iter().flatten() {
        sla["slo"] = json!(sla["slo"].as_f64());
        for list in ["excluded_downtimes", "service_tags", "schedule"] {
            if let Some(list) = sla[list].as_array_mut() {
                list.sort_by_key(Value::to_string);
            }
        }
    }
    slas
}

/// The seconds that count, of the two levels in their order: all but maintenance, and office hours.
fn counted(agreement: &Agreement) -> [Vec<Seconds>; 2] {
    let term = Term::of(&agreement.period).expect("a first day");
    let berlin = ZoneRules::of(&agreement.heading.zone);
    let moment = |date: Date, second| berlin.instant(date, second).expect("a moment").seconds();
    let whole = [(moment(term.first, 0), moment(term.horizon(), 86_400))];
    let mut maintenance = Vec::new();
    let mut next = Some(term.first);
    while let Some(date) = next.filter(|date| *date <= term.horizon()) {
        let left_out = date == Date::new(2024, 3, 31).expect("a date");
        match date.weekday().word() {
            "Sun" if !left_out => maintenance.push((moment(date, 4 * 3600), moment(date, 5 * 3600))),
            "Sat" if date.day() <= 7 => maintenance.push((moment(date, 22 * 3600), moment(date, 26 * 3600))),
            _ => {}
        }
        next = date.plus_days(1);
    }
    let office = agreement.calendars.iter().find(|calendar| calendar.name.value.as_str() == "Office");
    let office = OpenHours::new(office.expect("the office"), term.first, term.horizon()).expect("known holidays");
    let office = office.term().intervals().map(|(from, to)| (from.seconds(), to.seconds())).collect();
    [without(&whole, &maintenance), office]
}

/// Outages of 2024, none in the last days of October: after a change of clocks Zabbix's week is an hour off.
fn outages() -> Vec<Seconds> {
    let berlin = ZoneRules::of(&"Europe/Berlin".parse().expect("a zone"));
    let at = |month: i8, day: i8, second: i64| {
        berlin.instant(Date::new(2024, month, day).expect("a date"), second).expect("a moment").seconds()
    };
    vec![
        // A holiday, and a working day from before opening on.
        (at(1, 1, 36_000), at(1, 1, 40_000)),
        (at(1, 2, 32_000), at(1, 2, 33_001)),
        // Over a window of maintenance past midnight.
        (at(2, 3, 75_600), at(2, 4, 10_800)),
        // The month's end, over a night.
        (at(2, 29, 61_000), at(3, 1, 33_000)),
        // Over the change of clocks, on the one Sunday without maintenance.
        (at(3, 31, 3_600), at(3, 31, 21_600)),
        // A weekend and the Monday after it.
        (at(6, 8, 50_000), at(6, 10, 40_000)),
        (at(10, 3, 30_000), at(10, 4, 50_000)),
        // Christmas Eve to the day after Boxing Day.
        (at(12, 23, 60_000), at(12, 27, 33_333)),
    ]
}

fn zabbix(requests: &[PathBuf], outages: &[Seconds]) -> Value {
    let asked = Path::new(env!("CARGO_TARGET_TMPDIR")).join("outages.json");
    fs::write(&asked, json!(outages).to_string()).expect("a file");
    let mut script = python("servers/zabbix.py");
    script.args(requests).stdin(Stdio::from(File::open(asked).expect("a file")));
    serde_json::from_str(&run(&mut script)).expect("an answer as JSON")
}
