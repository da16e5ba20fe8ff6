//! The documents of one export: agreements, and the holiday lists that their calendars need.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::super::hours::{DAY, clocks_change, weekday};
use super::super::schedule::{closed, has_breaks, judge_calendars, one_interval_a_day};
use super::super::text::{Slugs, json, one_line};
use super::super::ticket::{Desk, Ticking, breaks, pause_limits, ticking};
use super::super::{File, Fit, Names, Refused, Verdict};
use super::Frappe;
use super::rows::Row;
use crate::evaluate::Term;
use crate::model::{Calendar, Date, Effective, Indicator, Level, Name, Pause, PauseReason, RequestType, Weekday, Zone};
use crate::policy::Policy;

/// Frappe keeps names in 140 characters.
const LONGEST_NAME: usize = 140;

/// The last time of a day.
const MIDNIGHT: &str = "23:59:59";

/// Writes an agreement's documents, and says what became of its statements.
pub(super) struct Writer<'a> {
    pub(super) app: &'a Frappe,
    pub(super) policy: &'a Policy,
    pub(super) customer: String,
    pub(super) site: Zone,
    pub(super) priority: Vec<(&'a Name, String)>,
    pub(super) resolved: String,
    /// The types of tickets that agreements before are for.
    pub(super) kinds: Vec<String>,
    /// What documents are called.
    pub(super) names: BTreeSet<String>,
    pub(super) slugs: Slugs,
    /// The names of the holiday lists of calendars; none: always open.
    pub(super) lists: Vec<(Option<&'a Calendar>, String)>,
    pub(super) agreements: u32,
    pub(super) files: &'a mut Vec<File>,
}

impl<'a> Writer<'a> {
    /// An agreement for each calendar that the severities of some services count by.
    pub(super) fn desk(
        &mut self,
        desk: &Desk<'a>,
        kinds: &[String],
        fit: &mut Fit,
        names: &mut Names,
    ) -> Result<(), Refused> {
        let kinds: BTreeSet<&String> = kinds.iter().collect();
        let mut groups: Vec<Vec<Row<'a>>> = Vec::new();
        for (severity, priority) in self.priority.clone() {
            let fits = |calendar: Option<&Calendar>| self.by_the_site(calendar);
            let agreement = &self.policy.agreement;
            let Some(row) = Row::of(agreement, desk, severity, priority, fits, fit) else { continue };
            let name = |row: &Row<'_>| row.calendar.map(|calendar| calendar.name.value.clone());
            let like = |group: &&mut Vec<Row<'a>>| {
                group.iter().all(|one| name(one) == name(&row) && one.resolution.is_some() == row.resolution.is_some())
            };
            match groups.iter_mut().find(like) {
                Some(group) => group.push(row),
                None => groups.push(vec![row]),
            }
        }
        let pauses: Vec<&Pause> = desk.levels.iter().filter_map(|level| support(level)).flatten().collect();
        let waiting = self.waiting(&pauses, names);
        let list = |kinds: Vec<&String>| kinds.into_iter().map(|kind| text(kind)).collect::<Vec<_>>().join(", ");
        // The order in which Frappe looks at agreements is not said: no ticket has two.
        let scope = match (kinds.is_empty(), self.kinds.is_empty()) {
            (true, true) => None,
            (true, false) => Some(format!("doc.{} not in [{}]", self.app.kind, list(self.kinds.iter().collect()))),
            (false, _) => Some(format!("doc.{} in [{}]", self.app.kind, list(kinds.iter().copied().collect()))),
        };
        for kind in kinds {
            self.take(kind.clone())?;
        }
        for group in groups {
            if self.app.one_a_customer && self.agreements > 0 {
                let why = "ERPNext keeps one agreement a customer, with one calendar, and another one is it";
                for row in &group {
                    row.judge_dropped(why, fit);
                }
                continue;
            }
            for row in &group {
                row.judge_written(PAUSED, fit);
            }
            let priorities: Vec<String> = group.iter().map(|row| text(&row.priority)).collect();
            let mut conditions: Vec<String> = scope.clone().into_iter().collect();
            conditions.push(format!("doc.priority in [{}]", priorities.join(", ")));
            let calendar = group[0].calendar;
            let of = calendar.map_or("always", |calendar| calendar.name.value.as_str());
            self.agreement(&format!("{}, {of}", desk.name()), calendar, &conditions, &group, &waiting);
        }
        for level in &desk.levels {
            self.judge_rules(level, fit);
        }
        Ok(())
    }

    /// Takes a type of tickets for one agreement.
    fn take(&mut self, kind: String) -> Result<(), Refused> {
        if !kind.is_empty() && self.kinds.contains(&kind) {
            let why = format!("names.toml gives two groups of tickets the same type `{kind}`");
            return Err(Refused::new(why, "give each a type of its own"));
        }
        self.kinds.push(kind);
        Ok(())
    }

    /// The agreement for one type of request.
    pub(super) fn request(
        &mut self,
        request: &'a RequestType,
        fit: &mut Fit,
        names: &mut Names,
    ) -> Result<(), Refused> {
        let Some(within) = request.within else { return Ok(()) };
        let name = request.name.value.as_str();
        let at = ["requests", name, "within"];
        let counted = ticking(&self.policy.agreement, within, &request.clock).and_then(|count: Ticking<'_>| {
            let near = [count.by_one_interval("Frappe")?, self.by_the_site(count.calendar)?].concat();
            Ok((count, near))
        });
        let (count, mut near) = match counted {
            Ok(counted) => counted,
            Err(why) => {
                fit.dropped(&at, why);
                return Ok(());
            }
        };
        near.push("the response is due with it".to_owned());
        near.push(PAUSED.to_owned());
        let kind = names.text_or("types", name, "the type of such tickets", &one_line(name));
        fit.approximated(&at, near.join("; "));
        fit.approximated(&["requests", name, "clock"], PAUSED);
        fit.approximated(&["requests", name, "title"], format!("such tickets have the type {kind}"));
        let condition = format!("doc.{} == {}", self.app.kind, text(&kind));
        self.take(kind)?;
        let priorities = self.all_priorities().into_iter();
        let rows: Vec<Row<'a>> = priorities.map(|own| Row::plain(own, count.seconds, count.calendar)).collect();
        let priorities: Vec<String> = rows.iter().map(|row| text(&row.priority)).collect();
        let conditions = [condition, format!("doc.priority in [{}]", priorities.join(", "))];
        self.agreement(name, count.calendar, &conditions, &rows, &[]);
        Ok(())
    }

    /// The priorities that the site has, as far as they are known: its own where names.toml knows others.
    fn all_priorities(&self) -> Vec<String> {
        let known = self.app.priorities;
        if self.priority.iter().all(|(_, own)| known.contains(&own.as_str())) {
            return known.iter().map(|own| (*own).to_owned()).collect();
        }
        self.priority.iter().map(|(_, own)| own.clone()).collect()
    }

    fn agreement(
        &mut self,
        name: &str,
        calendar: Option<&'a Calendar>,
        conditions: &[String],
        rows: &[Row<'a>],
        waiting: &[String],
    ) {
        self.agreements += 1;
        let name = self.title(name);
        let list = self.list(calendar);
        let first = rows.first().map(|row| row.priority.clone());
        let priorities: Vec<Value> = rows
            .iter()
            .map(|row| {
                let (response, resolution) = row.seconds();
                let mut priority = json!({
                    "priority": row.priority,
                    "default_priority": i32::from(first.as_ref() == Some(&row.priority)),
                    "response_time": response,
                });
                if let Some(resolution) = resolution {
                    priority["resolution_time"] = json!(resolution);
                }
                priority
            })
            .collect();
        let resolves = rows.iter().any(|row| row.resolution.is_some());
        let status = |status: &String| json!({ "status": status });
        let mut conditions = conditions.to_vec();
        let mut document = json!({
            "doctype": self.app.agreement,
            "service_level": name,
            "enabled": 1,
            "apply_sla_for_resolution": i32::from(resolves),
            "priorities": priorities,
            "sla_fulfilled_on": [status(&self.resolved), { "status": "Closed" }],
            "pause_sla_on": waiting.iter().map(status).collect::<Vec<_>>(),
            "holiday_list": list,
            "support_and_resolution": days(calendar),
        });
        if self.app.one_a_customer {
            document["document_type"] = json!("Issue");
            document["entity_type"] = json!("Customer");
            document["entity"] = json!(self.customer);
        } else {
            document["default_sla"] = json!(0);
            conditions.insert(0, format!("doc.customer == {}", text(&self.customer)));
        }
        document["condition"] = json!(conditions.join(" and "));
        if let Effective::On(date) = self.policy.agreement.period.effective.value {
            document["start_date"] = json!(date.to_string());
        }
        let path = format!("agreements/{:03}-{}.json", self.agreements * 10, self.slugs.of(&name));
        self.files.push(File::text(path, json(&document)));
    }

    /// What a document is called: Frappe takes no angle brackets in it, and no name twice.
    fn title(&mut self, name: &str) -> String {
        let heading = &self.policy.agreement.heading;
        let title = one_line(&format!("{}: {name}", heading.reference.as_ref().unwrap_or(&heading.title)));
        let title = title.replace(['<', '>'], "");
        let mut unique: String = title.chars().take(LONGEST_NAME).collect();
        let mut count = 1;
        while !self.names.insert(unique.clone()) {
            count += 1;
            let end = format!(" ({count})");
            unique = title.chars().take(LONGEST_NAME - end.len()).collect::<String>() + &end;
        }
        unique
    }

    /// The name of a calendar's holiday list, which is written in the end.
    fn list(&mut self, calendar: Option<&'a Calendar>) -> String {
        let name = |calendar: Option<&'a Calendar>| calendar.map(|calendar| &calendar.name.value);
        if let Some((_, list)) = self.lists.iter().find(|(known, _)| name(*known) == name(calendar)) {
            return list.clone();
        }
        let list = self.title(calendar.map_or("always", |calendar| calendar.name.value.as_str()));
        self.lists.push((calendar, list.clone()));
        list
    }

    /// The statuses in which the clock stands still.
    fn waiting(&self, pauses: &[&Pause], names: &mut Names) -> Vec<String> {
        let mut statuses: Vec<String> = Vec::new();
        for pause in pauses {
            let keys: Vec<String> = match &pause.reason {
                _ if !pause.statuses.is_empty() => pause.statuses.clone(),
                PauseReason::WaitingFor(party) => vec![format!("waiting for {party}")],
                PauseReason::InStatus | PauseReason::While(_) => vec!["on hold".to_owned()],
            };
            for key in keys {
                let status = names.text_or("statuses", &key, "the status of such tickets", self.app.waiting);
                if !statuses.contains(&status) {
                    statuses.push(status);
                }
            }
        }
        statuses
    }

    /// How hours of a calendar come near on the site, or why they are other hours there.
    fn by_the_site(&self, calendar: Option<&Calendar>) -> Result<Vec<String>, String> {
        let mut near = Vec::new();
        let Some(calendar) = calendar else {
            let changes = Term::of(&self.policy.agreement.period)
                .is_none_or(|term| clocks_change(&self.site, term.first, term.horizon()));
            if changes {
                near.push("Frappe counts local time: it ends an hour off where the clocks change in it".to_owned());
            }
            near.push(format!("a day ends at {MIDNIGHT}"));
            return Ok(near);
        };
        if calendar.zone != self.site {
            return Err(format!("hours of Frappe are in the zone of the site, which is {}", self.site.as_str()));
        }
        let hours = one_interval_a_day(calendar).unwrap_or_default();
        if hours.iter().flatten().any(|(_, to)| *to == DAY) {
            near.push(format!("a day ends at {MIDNIGHT}"));
        }
        Ok(near)
    }

    /// What a level says of the clock of its tickets.
    fn judge_rules(&self, level: &Level, fit: &mut Fit) {
        let Indicator::SupportTimes(support) = &level.indicator else { return };
        let name = level.name.value.as_str();
        fit.approximated(&["levels", name, "clock_starts"], "the clock starts when the ticket is created in Frappe");
        fit.exact(&["levels", name, "services"]);
        for (number, pause) in (1..).zip(&support.pauses) {
            let number: u32 = number;
            let at = ["levels", name, "pauses", &number.to_string()];
            if self.agreements == 0 {
                fit.dropped(&at, "no time of this level is timed in Frappe");
                continue;
            }
            let limits = pause_limits(pause, "Frappe").map_or(String::new(), |limits| format!("; {limits}"));
            fit.approximated(&at, format!("the clock of the resolution stops in the statuses of names.toml{limits}"));
        }
        for row in &support.rows {
            let why = "no time of this row is timed in Frappe".to_owned();
            fit.rest(&["levels", name, row.severity.value.as_str(), "clock"], &Verdict::Dropped(why));
        }
    }

    /// The holiday lists, and the script for all.
    pub(super) fn finish(&mut self, fit: &mut Fit) {
        let term = Term::of(&self.policy.agreement.period);
        let known = |date: Option<Date>, otherwise: &str| date.map_or(otherwise.to_owned(), |date| date.to_string());
        let from = known(term.as_ref().map(|term| term.first), "2000-01-01");
        let to = known(term.as_ref().map(Term::horizon), "2099-12-31");
        for (calendar, name) in std::mem::take(&mut self.lists) {
            let mut holidays = Vec::new();
            for run in calendar.map_or_else(Vec::new, |calendar| closed(self.policy, calendar)) {
                let mut next = Some(run.first);
                while let Some(date) = next.filter(|date| *date <= run.last) {
                    holidays
                        .push(json!({ "holiday_date": date.to_string(), "description": html(&one_line(&run.name)) }));
                    next = date.plus_days(1);
                }
            }
            let data = json!({
                "doctype": self.app.holiday_list,
                "holiday_list_name": name,
                "from_date": from,
                "to_date": to,
                "holidays": holidays,
            });
            self.files.push(File::text(format!("holiday-lists/{}.json", self.slugs.of(&name)), json(&data)));
            self.lists.push((calendar, name));
        }
        let used: Vec<&Calendar> = self.lists.iter().filter_map(|(calendar, _)| *calendar).collect();
        for calendar in used.iter().filter(|calendar| has_breaks(calendar)) {
            for number in 1..=calendar.opening.len() {
                let at = ["calendars", calendar.name.value.as_str(), "opening", &number.to_string()];
                fit.approximated(&at, breaks("Frappe"));
            }
        }
        let used = used.iter().map(|calendar| calendar.name.value.to_string()).collect();
        judge_calendars(self.policy, &used, "Frappe", fit);
        if self.agreements > 0 {
            if matches!(self.policy.agreement.period.effective.value, Effective::On(_)) {
                fit.exact(&["period", "effective"]);
            }
            self.files.push(File::text("apply.sh", include_str!("apply.sh")));
        }
    }
}

const PAUSED: &str = "Frappe Helpdesk of 2025 and later stops the clock in each status of the category Paused";

fn support(level: &Level) -> Option<&[Pause]> {
    match &level.indicator {
        Indicator::SupportTimes(support) => Some(&support.pauses),
        _ => None,
    }
}

/// The working hours of each weekday.
fn days(calendar: Option<&Calendar>) -> Vec<Value> {
    let always = [Some((0, DAY)); 7];
    let week = calendar.map_or(always, |calendar| one_interval_a_day(calendar).unwrap_or_default());
    Weekday::ALL
        .into_iter()
        .zip(week)
        .filter_map(|(day, hours)| {
            let (from, to) = hours?;
            let end = if to == DAY { MIDNIGHT.to_owned() } else { clock(to) };
            Some(json!({ "workday": weekday(day), "start_time": clock(from), "end_time": end }))
        })
        .collect()
}

/// Minutes of a day as a time: `09:00:00`.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}:00", minutes / 60, minutes % 60)
}

/// A text as Python writes it, whose escapes those of JSON are.
fn text(text: &str) -> String {
    Value::from(text).to_string()
}

/// A text as HTML shows it.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
