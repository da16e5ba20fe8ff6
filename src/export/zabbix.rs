//! Zabbix 6.0: an SLA for each level of availability, as one request to its API.
//!
//! Source of the format: Zabbix 6.0 manual, `sla.create` and the SLA object,
//! <https://www.zabbix.com/documentation/6.0/en/manual/api/reference/sla/object>.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::hours::{clocks_change, differing, span, week};
use super::text::number;
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::evaluate::{Instant, Term, ZoneRules};
use crate::model::{
    Calendar, CalendarRef, Comparator, Cycle, CycleUnit, Date, Excluded, ExcludedTime, Exclusion, Indicator, Level,
    Maintenance, Name, Percent, Quantity, Uptime, WindowDays,
};

/// The last second that Zabbix has a number for: 2038-01-19T03:14:07Z.
const LAST: i64 = 2_147_483_647;
/// The most characters of a name.
const LONGEST_NAME: usize = 255;

/// The exporter.
pub(super) struct Zabbix;

impl Exporter for Zabbix {
    fn name(&self) -> &'static str {
        "zabbix"
    }

    fn title(&self) -> &'static str {
        "Zabbix 6.0"
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/exports/zabbix.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Uptime | Topic::Hours | Topic::Holidays | Topic::Exclusions => Carries::Exact,
            Topic::Down => Carries::Approximated,
            Topic::Maintenance => Carries::Never(
                "excluded downtimes have no conditions: windows that hold without any are among those of the level, \
                 announced maintenance is entered one by one",
            ),
            Topic::Ratio | Topic::Latency | Topic::Survey | Topic::Metrics => {
                Carries::Never("Zabbix's SLAs count time that a service is up, nothing else")
            }
            Topic::Measurement => Carries::Never("Zabbix's SLAs count what its triggers tell"),
            Topic::Credits | Topic::Remedies => Carries::Never("Zabbix reports, it does not say what a miss costs"),
            Topic::Response
            | Topic::Update
            | Topic::Resolution
            | Topic::Share
            | Topic::Clock
            | Topic::ClockRules
            | Topic::Pauses
            | Topic::Requests
            | Topic::Severities
            | Topic::Grading => Carries::Never("Zabbix has no tickets"),
            _ => Carries::Never("Zabbix's SLAs have no place for it"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let own = agreement.heading.reference.as_ref().map_or(input.stem, |reference| reference.value.as_str());
        let prefix = names.text_or("agreement", "prefix", "what the names of SLAs begin with", own);
        let mut slas = Vec::new();
        for level in &agreement.levels {
            let Indicator::Uptime(uptime) = &level.indicator else { continue };
            if let Some(sla) = (Made { input, level, uptime, prefix: &prefix }).sla(fit, names) {
                refuse_what_does_not_fit(&sla)?;
                slas.push(sla);
            }
        }
        fit.rest(&[], &Verdict::Dropped("Zabbix's SLAs have no place for it".into()));
        if slas.is_empty() {
            return Ok(Vec::new());
        }
        let request = json!({ "jsonrpc": "2.0", "method": "sla.create", "params": slas, "id": 1 });
        Ok(vec![File::text("sla.create.json", format!("{request:#}\n"))])
    }
}

/// The API would not take it, or the number would mean another time.
fn refuse_what_does_not_fit(sla: &Value) -> Result<(), Refused> {
    let name = sla["name"].as_str().unwrap_or_default();
    if name.chars().count() > LONGEST_NAME {
        let help = "give a shorter prefix in names.toml: [zabbix.agreement] \"prefix\" = \"…\"";
        return Err(Refused::new(format!("`{name}` is longer than the {LONGEST_NAME} characters of a name"), help));
    }
    let downtimes = sla["excluded_downtimes"].as_array().into_iter().flatten();
    let last = downtimes.filter_map(|downtime| downtime["period_to"].as_i64()).max();
    if last.max(sla["effective_date"].as_i64()).is_some_and(|last| last > LAST) {
        let help = "shorten the first term: each renewal is exported anew";
        return Err(Refused::new("Zabbix has no times after 19 January 2038", help));
    }
    Ok(())
}

/// An SLA in the making.
struct Made<'a> {
    input: &'a Input<'a>,
    level: &'a Level,
    uptime: &'a Uptime,
    prefix: &'a str,
}

/// When an excluded downtime begins and ends, with its name.
type Downtimes = BTreeMap<(i64, i64), String>;

impl Made<'_> {
    fn sla(&self, fit: &mut Fit, names: &mut Names) -> Option<Value> {
        let heading = &self.input.policy.agreement.heading;
        let own = self.level.name.value.as_str();
        let at = |field| ["levels", own, field];
        let Some(term) = Term::of(&self.input.policy.agreement.period) else {
            let why = "Zabbix needs the first day, which is known with the last signature: export it then";
            fit.rest(&["levels", own], &Verdict::Dropped(why.into()));
            return None;
        };
        let calendar = match &self.uptime.during {
            CalendarRef::Always => None,
            CalendarRef::Calendar(name) => Some(self.input.policy.agreement.calendar(name)?),
        };
        let zone = calendar.map_or(&heading.zone, |calendar| &calendar.zone);
        let slo = self.slo(fit)?;
        let period = self.period(term, fit)?;
        if *zone != heading.zone {
            fit.approximated(&at("judged"), format!("its periods begin by the clocks of the calendar, {zone}"));
        }
        let mut downtimes = Downtimes::new();
        let schedule = calendar.map_or_else(Vec::new, |calendar| self.hours(calendar, term, &mut downtimes, fit));
        if calendar.is_none() {
            self.during("all hours count, from the moment at which the service is created in Zabbix", fit);
        }
        self.exclusions(term, &mut downtimes, fit);
        let tags = self.tags(fit, names);
        let decide = "the triggers behind the tagged service decide when it is down";
        for (at, _) in self.uptime.down_when.iter().enumerate() {
            fit.approximated(&["levels", own, "down_when", &(at + 1).to_string()], decide);
        }
        if self.uptime.errors_are.is_some() {
            fit.approximated(&at("errors_are"), decide);
        }
        let rules = ZoneRules::of(zone);
        let local = rules.start_of(term.first)?.seconds();
        // The day is shown as that of UTC, and counts as that of the zone: a moment that lies on it in both.
        let effective = local.max(ZoneRules::of(&"UTC".parse().ok()?).start_of(term.first)?.seconds());
        let excluded: Vec<Value> = downtimes
            .into_iter()
            .map(|((from, to), name)| json!({ "name": name, "period_from": from, "period_to": to }))
            .collect();
        Some(json!({
            "name": format!("{} {own}", self.prefix),
            "period": period,
            "slo": slo,
            "effective_date": effective,
            "timezone": zone.as_str(),
            "status": 1,
            "description": format!("{}, version {}: {own}", heading.title.value, heading.version.value),
            "service_tags": tags,
            "schedule": schedule,
            "excluded_downtimes": excluded,
        }))
    }

    /// The target as Zabbix takes it: up to four decimals of a percentage.
    fn slo(&self, fit: &mut Fit) -> Option<Value> {
        let at = ["levels", self.level.name.value.as_str(), "target"];
        let target = self.level.target.as_ref()?;
        let Quantity::Percent(percent) = target.threshold.value else {
            fit.dropped(&at, "Zabbix's targets are percentages");
            return None;
        };
        let Some((slo, rounded)) = four_decimals(percent) else {
            fit.dropped(&at, "Zabbix's targets lie between 0% and 100%");
            return None;
        };
        match target.comparator {
            Comparator::AtLeast if rounded => fit.approximated(&at, "Zabbix has four decimals: rounded up"),
            Comparator::AtLeast => fit.exact(&at),
            Comparator::MoreThan => fit.approximated(&at, "Zabbix's SLA is met at the target itself as well"),
            Comparator::AtMost | Comparator::LessThan => {
                fit.dropped(&at, "Zabbix's targets are shares of time that a service is up");
                return None;
            }
        }
        Some(number(&slo))
    }

    /// Zabbix's number of the reporting period.
    fn period(&self, term: Term, fit: &mut Fit) -> Option<u8> {
        let at = ["levels", self.level.name.value.as_str(), "judged"];
        let Cycle::Each(unit) = self.level.judged else {
            fit.dropped(&at, "Zabbix judges days, weeks, months, quarters and years");
            return None;
        };
        let (period, near) = match unit {
            CycleUnit::Day => (0, None),
            CycleUnit::Week => (1, Some("Zabbix's weeks begin on Sunday")),
            CycleUnit::Month => (2, None),
            CycleUnit::ContractMonth => (2, (term.first.day() != 1).then_some("Zabbix judges calendar months")),
            CycleUnit::Quarter => (3, None),
            CycleUnit::Year => (4, None),
            CycleUnit::ContractYear => {
                let starts = (term.first.month(), term.first.day()) == (1, 1);
                (4, (!starts).then_some("Zabbix judges calendar years"))
            }
            CycleUnit::Hour | CycleUnit::BillingMonth => {
                fit.dropped(&at, "Zabbix judges days, weeks, months, quarters and years");
                return None;
            }
        };
        match near {
            Some(near) => fit.approximated(&at, near),
            None => fit.exact(&at),
        }
        Some(period)
    }

    /// The weekly hours in seconds from Sunday; dates with fewer hours become excluded downtimes.
    fn hours(&self, calendar: &Calendar, term: Term, downtimes: &mut Downtimes, fit: &mut Fit) -> Vec<Value> {
        let own = calendar.name.value.as_str();
        let shifted = clocks_change(&calendar.zone, term.first, term.horizon());
        // Zabbix adds seven times 24 hours at a time to the Sunday of the week in which the period begins.
        let near = "where the clocks change in a reporting period, or earlier in the week in which it begins, its hours are \
                    an hour off from then on";
        for at in 1..=calendar.opening.len() {
            let path = ["calendars", own, "opening", &at.to_string()];
            if shifted { fit.approximated(&path, near) } else { fit.exact(&path) }
        }
        fit.exact(&["calendars", own, "zone"]);
        self.during("these hours count, from the moment at which the service is created in Zabbix", fit);
        let differing = differing(self.input.policy, calendar).unwrap_or_default();
        if !calendar.holidays.is_empty() {
            fit.exact(&["calendars", own, "holidays"]);
        }
        for at in 1..=calendar.closed.len() {
            fit.exact(&["calendars", own, "closed", &at.to_string()]);
        }
        for (at, exception) in calendar.exceptions.iter().enumerate() {
            let path = ["calendars", own, "exceptions", &(at + 1).to_string()];
            let has = |date: Date| exception.holds_on(date, false);
            if differing.iter().any(|differs| has(differs.date) && !differs.more.is_empty()) {
                fit.dropped(&path, "Zabbix can leave hours out on a date, not add any");
            } else {
                fit.exact(&path);
            }
        }
        let rules = ZoneRules::of(&calendar.zone);
        for differs in differing {
            for (from, to) in differs.less {
                let moments = rules.instant(differs.date, from * 60).zip(rules.instant(differs.date, to * 60));
                let moments = moments.filter(|(from, to)| from < to);
                downtimes.extend(moments.map(|(from, to)| ((from.seconds(), to.seconds()), differs.name.clone())));
            }
        }
        let week = week(calendar);
        // Zabbix's week begins on Sunday.
        let days = (0_i64..).map(|day| day * 86_400).zip(week.iter().cycle().skip(6).take(7));
        let in_week = |(day, (from, to)): (i64, (u16, u16))| (day + i64::from(from) * 60, day + i64::from(to) * 60);
        let spans: Vec<_> =
            days.flat_map(|(day, hours)| hours.iter().map(move |&hours| in_week((day, hours)))).collect();
        // Zabbix joins what touches, and writes the whole week as no hours at all.
        let spans = crate::evaluate::outages::merged(&spans);
        if spans == [(0, 7 * 86_400)] {
            return Vec::new();
        }
        spans.into_iter().map(|(from, to)| json!({ "period_from": from, "period_to": to })).collect()
    }

    /// Says how the counted hours come out. Where nothing else is said of downtime they are the level's one statement.
    fn during(&self, near: &str, fit: &mut Fit) {
        let own = self.level.name.value.as_str();
        let path: &[&str] =
            if fit.has(&["levels", own, "during"]) { &["levels", own, "during"] } else { &["levels", own] };
        if fit.has(path) {
            fit.approximated(path, near);
        }
    }

    /// What is left out: maintenance in windows that hold without a condition.
    fn exclusions(&self, term: Term, downtimes: &mut Downtimes, fit: &mut Fit) {
        let own = self.level.name.value.as_str();
        for (at, exclusion) in self.level.exclusions.iter().enumerate() {
            let path = ["levels", own, "exclusions", &(at + 1).to_string()];
            let Excluded::Maintenance(name) = &exclusion.what else {
                fit.dropped(&path, "Zabbix leaves out times, not causes: enter such times one by one");
                continue;
            };
            let maintenance = &self.input.policy.agreement.maintenance;
            match maintenance.iter().find(|maintenance| maintenance.name.value == *name) {
                Some(maintenance) if holds_always(exclusion, maintenance, self.level) => {
                    windows(maintenance, term, downtimes);
                    fit.exact(&path);
                }
                _ => fit.dropped(
                    &path,
                    "it has conditions, which an excluded downtime has not: enter announced maintenance one by one",
                ),
            }
        }
        let at = ["levels", own, "excluded_time"];
        match self.level.excluded_time {
            ExcludedTime::Neither => fit.exact(&at),
            ExcludedTime::Up => fit.approximated(&at, "Zabbix leaves it out of both sides of the fraction"),
        }
    }

    /// The tags of the services that the SLA is for.
    fn tags(&self, fit: &mut Fit, names: &mut Names) -> Vec<Value> {
        let tag = names.text_or("agreement", "tag", "the tag of services in Zabbix that an SLA is for", "sla");
        let own = self.level.name.value.as_str();
        let all = self.input.policy.agreement.services.iter().map(|service| &service.name.value);
        let named: Vec<&Name> = self.level.services.iter().map(|service| &service.value).collect();
        let services = if named.is_empty() { all.collect() } else { named };
        let at = ["levels", own, "services"];
        if services.len() == 1 || self.level.each {
            fit.exact(&at);
        } else {
            fit.approximated(&at, "Zabbix judges each tagged service on its own: tag one that stands for all of them");
        }
        if self.level.each {
            fit.exact(&["levels", own, "each"]);
        }
        let value = |service: &Name, names: &mut Names| {
            let otherwise = format!("{} {service}", self.prefix);
            names.text_or("services", service.as_str(), "the value of that tag on this service", &otherwise)
        };
        let mut tags: Vec<Value> = Vec::new();
        for service in services {
            let tag = json!({ "tag": tag, "operator": 0, "value": value(service, names) });
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        tags
    }
}

/// A percentage as a decimal number with four decimals at most, rounded up, and whether it was rounded.
fn four_decimals(percent: Percent) -> Option<(String, bool)> {
    let (numerator, denominator) = percent.fraction();
    // Ten-thousandths of a percent.
    let scaled = numerator.checked_mul(1_000_000)?;
    let units = scaled.div_euclid(denominator) + i128::from(scaled.rem_euclid(denominator) != 0);
    if !(0..=1_000_000).contains(&units) {
        return None;
    }
    let (whole, part) = (units / 10_000, units % 10_000);
    let part = format!("{part:04}");
    let part = part.trim_end_matches('0');
    let text = if part.is_empty() { whole.to_string() } else { format!("{whole}.{part}") };
    Some((text, scaled.rem_euclid(denominator) != 0))
}

/// Whether maintenance in its windows is left out whatever else happens.
fn holds_always(exclusion: &Exclusion, maintenance: &Maintenance, level: &Level) -> bool {
    let covers = |service: &Name| maintenance.services.is_empty() || maintenance.services.contains(service);
    exclusion.only_if.is_none()
        && maintenance.allowances.is_empty()
        && maintenance.announced.is_none()
        && maintenance.emergency.is_none()
        && !maintenance.windows.is_empty()
        && level.services.iter().all(|service| covers(&service.value))
        && (!level.services.is_empty() || maintenance.services.is_empty())
}

/// Each window of a term, in moments.
fn windows(maintenance: &Maintenance, term: Term, downtimes: &mut Downtimes) {
    let name = maintenance.name.value.to_string();
    let mut next = Some(term.first);
    while let Some(date) = next.filter(|date| *date <= term.horizon()) {
        let kept = !maintenance.not_on.iter().any(|range| (range.from..=range.to).contains(&date));
        for window in maintenance.windows.iter().filter(|window| kept && begins_on(&window.days, date)) {
            let rules = ZoneRules::of(&window.zone);
            let (from, to) = span(window.hours);
            let moment = |minutes: u16| rules.instant(date, i64::from(minutes) * 60).map(Instant::seconds);
            let moments = moment(from).zip(moment(to)).filter(|(from, to)| from < to);
            downtimes.extend(moments.map(|moments| (moments, name.clone())));
        }
        next = date.plus_days(1);
    }
}

fn begins_on(days: &WindowDays, date: Date) -> bool {
    match days {
        WindowDays::Weekly(days) => days.contains(&date.weekday()),
        WindowDays::Monthly { ordinal, day } => {
            *day == date.weekday() && (date.day() - 1) / 7 + 1 == i8::try_from(*ordinal).unwrap_or_default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_have_four_decimals_at_most() {
        let decimals = |text: &str| four_decimals(text.parse().expect("a percentage"));
        assert_eq!(decimals("99.95%"), Some(("99.95".into(), false)));
        assert_eq!(decimals("99.99999%"), Some(("100".into(), true)));
        assert_eq!(decimals("99.99991%"), Some(("100".into(), true)));
        assert_eq!(decimals("99.12341%"), Some(("99.1235".into(), true)));
        assert_eq!(decimals("100%"), Some(("100".into(), false)));
        assert_eq!(decimals("101%"), None);
    }
}
