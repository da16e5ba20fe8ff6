//! Due dates as Request Tracker computes them, against the agreement's own clock.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use servanda::evaluate::{AgreementHours, Clock, Deadline, Instant, Pause, Term, ZoneRules};
use servanda::model::{Agreement, CalendarRef, Date, Duration, DurationUnit, Indicator, Name, SupportTimes, TimesRow};

use super::servers::{SPEC, agreement, exported, names, names_file};
use super::{root, run};

const TICKETS: usize = 500;
const QUEUE: &str = "Queue 'of' \"Globex\"; $(true) @x \\ 😀";

/// A ticket as it is opened in RT.
struct Ticket {
    severity: Name,
    created: Instant,
    /// Staff have replied, so that only the resolution is due.
    answered: bool,
    pauses: Vec<Pause>,
}

/// 500 tickets, most of them on days on which clocks change or holidays lie, at midnight, at opening and closing time,
/// with pauses in, over and after open hours: RT's start and due dates are those of our clock to the second, or differ
/// by a rule that `docs/exports/request-tracker.md` lists.
#[test]
fn due_dates_agree_with_a_real_server() {
    let folder = folder("request-tracker");
    let agreement = agreement();
    let levels = levels(&agreement);
    let tickets = tickets(&levels);
    let prefix = names()["request-tracker"]["agreement"]["prefix"].as_str().expect("a prefix").to_owned();
    let level = |severity: &Name| format!("{prefix} {severity}");
    let events: Vec<Value> = tickets
        .iter()
        .map(|ticket| {
            let pause = |pause: &Pause| json!([pause.from.seconds(), pause.to.map(Instant::seconds)]);
            json!({
                "queue": QUEUE,
                "level": level(&ticket.severity),
                "created": ticket.created.seconds(),
                "answered": ticket.answered,
                "pauses": ticket.pauses.iter().map(pause).collect::<Vec<_>>(),
            })
        })
        .collect();
    let answer = request_tracker(&folder, &events);

    // The levels of another agreement live beside these; each name comes through RT's parser as it was written.
    let known: Vec<&str> = answer["levels"].as_array().expect("levels").iter().filter_map(Value::as_str).collect();
    assert!(known.contains(&"ACME-2027-014 P3"), "{known:?}");
    for severity in levels.rows.iter().map(|row| &row.severity.value) {
        assert!(known.contains(&&*level(severity)), "{known:?}");
    }

    let term = Term::of(&agreement.period).expect("a first day");
    let hours = AgreementHours::new(&agreement, term).expect("known holidays");
    let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (ticket, seen) in tickets.iter().zip(answer["tickets"].as_array().expect("tickets")) {
        let row = levels.rows.iter().find(|row| row.severity.value == ticket.severity).expect("a row");
        assert_eq!(seen["level"], json!(level(&ticket.severity)));
        let clock = hours.clock(&row.clock.value, DurationUnit::Minute).expect("a clock");
        let starts = clock.starts(ticket.created).expect("it opens").seconds();
        let starts_seen = seen["starts"].as_i64().expect("a start");
        let (ours, ruled) = due(ticket, row, clock);
        let kind = match seen["due"].as_i64() {
            _ if starts_seen != starts && !after_christmas(ticket, starts, starts_seen) => "start",
            None if ours == Deadline::Paused => "paused in both",
            // Rule 3, and while the pause lasts RT shows no date at all.
            None if ticket.pauses.last().is_some_and(|pause| pause.to.is_none()) => "by a rule: none while paused",
            None => "none",
            Some(due) if ours == Deadline::At(at(due)) => "to the second",
            Some(due) if ruled == Some(due) => "by a rule: pauses, shortest day",
            Some(due) if after_christmas(ticket, ruled.unwrap_or_default(), due) => {
                "by a rule: midnight after a closed date"
            }
            Some(_) => "other",
        };
        *kinds.entry(format!("{kind}, {}", ticket.severity)).or_default() += 1;
        if matches!(kind, "start" | "none" | "other") {
            wrong.push(format!(
                "{} {} answered {} pauses {:?}: {kind}: ours {ours:?} from {}, by the rules {:?}, RT {:?} from {}",
                ticket.severity,
                ticket.created,
                ticket.answered,
                ticket.pauses,
                at(starts),
                ruled.map(at),
                seen["due"].as_i64().map(at),
                at(starts_seen),
            ));
        }
    }
    println!("{kinds:#?}");
    assert!(wrong.is_empty(), "{} of {TICKETS}:\n{}\n{kinds:#?}", wrong.len(), wrong.join("\n"));
    let count =
        |kind: &str| kinds.iter().filter(|(key, _)| key.starts_with(kind)).map(|(_, count)| count).sum::<usize>();
    assert_eq!(tickets.len(), TICKETS);
    // Only pauses and one kind of day may need a rule: all else is the same to the second.
    let plain = tickets.iter().filter(|ticket| ticket.pauses.is_empty() && ticket.severity.as_str() != "P3").count();
    let christmas = count("by a rule: midnight");
    assert!(count("to the second") + christmas >= plain, "{plain}: {kinds:#?}");
}

fn at(seconds: i64) -> Instant {
    Instant::from_seconds(seconds)
}

/// When a ticket is due by our clock, and by the rules of RT.
fn due(ticket: &Ticket, row: &TimesRow, clock: Clock<'_>) -> (Deadline, Option<i64>) {
    let times = [row.response.as_ref().filter(|_| !ticket.answered), row.resolution.as_ref()];
    let each = times.into_iter().flatten().map(|time| {
        let ours = clock.deadline(ticket.created, time.value, &ticket.pauses).expect("an end");
        (ours, by_the_rules(ticket, row, time.value, clock))
    });
    let each: Vec<(Deadline, Option<i64>)> = each.collect();
    let ours = each.iter().map(|(ours, _)| *ours).min_by_key(|ours| match ours {
        Deadline::At(end) => end.seconds(),
        Deadline::Paused => i64::MAX,
    });
    (ours.expect("a time"), each.iter().filter_map(|(_, ruled)| *ruled).min())
}

/// The rules 2, 3 and 6 of `docs/exports/request-tracker.md`.
fn by_the_rules(ticket: &Ticket, row: &TimesRow, time: Duration, clock: Clock<'_>) -> Option<i64> {
    let mut lost = 0;
    for pause in &ticket.pauses {
        let end = pause.to?;
        lost += clock.elapsed(pause.from, end, &[]).expect("a length");
        if let Clock::Open(hours) = clock {
            lost += i64::from(hours.is_open(end));
        }
    }
    let seconds = match (time.unit, row.severity.value.as_str()) {
        (DurationUnit::BusinessDay, "P3") => i64::from(time.count) * 6 * 3600,
        (DurationUnit::BusinessDay, _) => i64::from(time.count) * 8 * 3600,
        _ => i64::try_from(time.milliseconds()? / 1000).ok()?,
    };
    Some(
        match clock {
            Clock::Elapsed(_) => ticket.created.plus(lost + seconds),
            Clock::Open(hours) => {
                let end = hours.after(ticket.created, lost + seconds).ok()?;
                // Whole days end with the second after them.
                let whole_days = time.unit == DurationUnit::BusinessDay && row.severity.value.as_str() != "P3";
                if whole_days { hours.first_open(end).ok()? } else { end }
            }
        }
        .seconds(),
    )
}

/// Rule 4: the first second of the day after a closed date, on the calendar that is open day and night.
fn after_christmas(ticket: &Ticket, ours: i64, seen: i64) -> bool {
    let berlin = ZoneRules::of(&"Europe/Berlin".parse().expect("a zone"));
    let next_day = |year| berlin.start_of(Date::new(year, 12, 26).expect("a date")).expect("a moment").seconds();
    ticket.severity.as_str() == "P7"
        && seen == ours + 1
        && [2024, 2025].into_iter().map(next_day).any(|open| (ticket.created.seconds()..=ours).contains(&open))
}

fn levels(agreement: &Agreement) -> SupportTimes {
    let mut levels = agreement.levels.iter().filter_map(|level| match &level.indicator {
        Indicator::SupportTimes(times) => Some(times.clone()),
        _ => None,
    });
    levels.next().expect("times")
}

/// The same tickets in every run.
fn tickets(levels: &SupportTimes) -> Vec<Ticket> {
    // Changes of clocks in Berlin, London, New York and on Lord Howe, holidays of Berlin and New York, turns of years.
    const DAYS: [(i16, i8, i8); 18] = [
        (2024, 3, 30),
        (2024, 3, 31),
        (2024, 10, 26),
        (2024, 10, 27),
        (2025, 3, 30),
        (2025, 10, 26),
        (2024, 3, 10),
        (2024, 11, 3),
        (2025, 3, 9),
        (2024, 4, 6),
        (2024, 10, 5),
        (2025, 4, 5),
        (2024, 12, 24),
        (2024, 12, 31),
        (2024, 7, 3),
        (2025, 5, 29),
        (2024, 3, 28),
        (2024, 10, 2),
    ];
    let zone = |row: &TimesRow| match &row.clock.value {
        CalendarRef::Calendar(name) if name.as_str() == "Split" => "America/New_York",
        CalendarRef::Calendar(name) if name.as_str() == "Island" => "Australia/Lord_Howe",
        CalendarRef::Calendar(name) if name.as_str() == "Night" => "Europe/London",
        _ => "Europe/Berlin",
    };
    let mut random = Random(1);
    (0..TICKETS)
        .map(|number| {
            let row = &levels.rows[number % levels.rows.len()];
            let rules = ZoneRules::of(&zone(row).parse().expect("a zone"));
            let (year, month, day) = DAYS[random.below(DAYS.len())];
            let date = Date::new(year, month, day).expect("a date");
            // Half of them on these days or the next two, half on any day of the term but its last two months.
            let first = Date::new(2024, 1, 3).expect("a date");
            let later = |from: Date, days: usize| from.plus_days(i64::try_from(days).expect("few")).expect("a date");
            let date = if number % 2 == 0 { later(date, random.below(3)) } else { later(first, random.below(660)) };
            let second = match random.below(6) {
                0 => 0,
                1 => 86_399,
                2 => random.below(48) * 1800,
                3 => [9 * 3600, 17 * 3600, 17 * 3600 - 1, 12 * 3600, 14 * 3600, 20 * 3600][random.below(6)],
                _ => random.below(86_400),
            };
            let created = rules.instant(date, i64::try_from(second).expect("a day")).expect("a moment");
            let mut pauses = Vec::new();
            let mut moment = created;
            for _ in 0..[0, 0, 0, 1, 2][random.below(5)] {
                let from = moment.plus(1 + i64::try_from(random.below(4 * 3600)).expect("few"));
                let to = from.plus(60 + i64::try_from(random.below(2 * 86_400)).expect("few"));
                pauses.push(Pause { from, to: Some(to) });
                moment = to;
            }
            if let Some(last) = pauses.last_mut().filter(|_| random.below(10) == 0) {
                last.to = None;
            }
            Ticket { severity: row.severity.value.clone(), created, answered: random.below(2) == 0, pauses }
        })
        .collect()
}

/// Numbers that look random: a linear congruential generator (Knuth, MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(limit).expect("small")).expect("small")
    }
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    for part in ["conf.d", "initialdata"] {
        fs::create_dir_all(folder.join(part)).expect("a folder");
    }
    folder
}

/// Loads two agreements into a new RT and opens the tickets there.
fn request_tracker(folder: &Path, events: &[Value]) -> Value {
    let queues = json!({ "Queues": [{ "Name": QUEUE, "SLADisabled": 1 }] });
    fs::write(folder.join("initialdata/0-queues.json"), queues.to_string()).expect("a file");
    let other_names = folder.join("names.toml");
    let queue = toml::Value::String(QUEUE.to_owned());
    fs::write(&other_names, format!("[request-tracker.queues]\nHelpdesk = {queue}\n")).expect("a file");
    for (spec, names) in [(SPEC, &names_file()), ("examples/north-star.sla", &other_names)] {
        let from = exported("request-tracker", spec, names);
        for (folder_from, folder_to, ending) in [("RT_SiteConfig.d", "conf.d", ".pm"), ("", "initialdata", "")] {
            let entries =
                fs::read_dir(from.join(folder_from)).expect("an export").map(|entry| entry.expect("a file").path());
            for path in entries.filter(|path| path.is_file()) {
                let name = path.file_name().expect("a name").to_string_lossy().into_owned();
                let wanted = if ending.is_empty() { name.starts_with("initialdata-") } else { name.ends_with(ending) };
                if wanted {
                    fs::copy(&path, folder.join(folder_to).join(name)).expect("a copy");
                }
            }
        }
    }
    let asked = folder.join("tickets.json");
    fs::write(&asked, json!({ "tickets": events }).to_string()).expect("a file");
    let script = root().join("tests/outside/servers/request_tracker.pl");
    let mut perl = Command::new("perl");
    perl.arg(script).arg(folder).stdin(Stdio::from(File::open(asked).expect("a file")));
    serde_json::from_str(&run(&mut perl)).expect("an answer as JSON")
}
