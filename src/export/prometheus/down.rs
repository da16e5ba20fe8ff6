//! Levels of availability: minutes that are down, and the downtime that is left in the cycle.

use super::super::text::ratio;
use super::super::{Fit, Names};
use super::alerts::{Budget, burn_rates};
use super::cycles::minutes;
use super::{Book, Subject};
use crate::evaluate::downtime;
use crate::model::{
    Comparator, DownCondition, Excluded, ExcludedTime, Maintenance, MissingData, Percent, Quantity, Uptime,
};

/// What deducts from downtime, in a cycle.
struct Deducted {
    /// While it is there, maintenance is on.
    window: String,
    /// The most that is deducted.
    minutes: i64,
}

impl Book<'_> {
    /// The rules of a level of availability; whether there are any.
    pub(super) fn uptime(&mut self, subject: &Subject<'_>, uptime: &Uptime, fit: &mut Fit, names: &mut Names) -> bool {
        let name = subject.level.name.value.as_str();
        let at = ["levels", name, "target"];
        let Some(target) = &subject.level.target else { return false };
        let Quantity::Percent(share) = target.threshold.value else { return false };
        if !matches!(target.comparator, Comparator::AtLeast | Comparator::MoreThan) {
            fit.dropped(&at, "a target from above has no downtime that is left");
            return false;
        }
        if downtime(1, target.comparator, share) == Some(crate::evaluate::Allowance { seconds: 0, rounded: false }) {
            fit.dropped(&at, "a target of 100% leaves no downtime that an alert could come before");
            return false;
        }
        let Some(cycle) = self.cycle(subject.level.judged, subject.level.partial_months, &uptime.during) else {
            fit.dropped(&["levels", name, "judged"], "its cycle does not stand in the calendar");
            return false;
        };
        fit.exact(&["levels", name, "judged"]);
        let (down, lasting) = self.down(subject, uptime, fit, names);
        let down = match uptime.during.name().and_then(|name| self.agreement.calendar(name)) {
            Some(calendar) => {
                let calendar = calendar.clone();
                format!("({down}) and on () {}", self.open(&calendar))
            }
            None => down,
        };
        if fit.has(&["levels", name, "during"]) {
            fit.exact(&["levels", name, "during"]);
        }
        let deducted = self.exclusions(subject, fit);
        let labels = self.labels_of(subject.slug);
        let now = &cycle.now;
        let kept = match &deducted {
            Some(deducted) => format!("(({down}) unless on () ({}))", deducted.window),
            None => format!("({down})"),
        };
        // Only minutes that are down are recorded: a quiet month costs nothing to sum.
        let in_cycle = |down: &str| format!("({now} * 0 + 1) * on () group_left () ({down} > 0)");
        self.record("servanda:down_minutes", in_cycle(&kept), labels.clone());
        let sum = |series: &str| {
            format!(
                "((sum_over_time({series}{{{}}}[{}]) and on (first_day) {now}) or on (first_day) {now} * 0)",
                subject.labels, cycle.range
            )
        };
        let mut spent = sum("servanda:down_minutes");
        let mut counted = now.clone();
        if let Some(deducted) = deducted {
            let within = format!("(({down}) and on () ({}))", deducted.window);
            self.record("servanda:maintenance_down_minutes", in_cycle(&within), labels.clone());
            let beyond = format!("clamp_min({} - {}, 0)", sum("servanda:maintenance_down_minutes"), deducted.minutes);
            spent = format!("{spent} + on (first_day) {beyond}");
            if subject.level.excluded_time == ExcludedTime::Neither {
                counted = format!("({now} - {})", deducted.minutes);
            }
        }
        self.record("servanda:downtime_spent_minutes", format!("sum by (first_day) ({spent})"), labels.clone());
        let left = complement(share);
        self.record(
            "servanda:downtime_allowed_minutes",
            format!("sum by (first_day) ({counted} * {left})"),
            labels.clone(),
        );
        let (spent, allowed) = ("servanda:downtime_spent_minutes", "servanda:downtime_allowed_minutes");
        let pick = |series: &str| format!("{series}{{{}}}", subject.labels);
        self.record(
            "servanda:error_budget_remaining",
            format!("1 - {} / on (first_day) {}", pick(spent), pick(allowed)),
            labels,
        );
        let allowed_now =
            downtime(cycle.shortest * 60, target.comparator, share).map_or(0, |allowed| allowed.seconds / 60);
        if allowed_now < 2 * lasting {
            fit.approximated(
                &at,
                "one outage of the shortest length that counts uses up half of what is allowed: the alert comes with it, not before",
            );
        } else {
            fit.exact(&at);
        }
        let budget = Budget {
            spent: pick(spent),
            allowed: pick(allowed),
            what: "downtime",
            rate: format!("sum(sum_over_time(servanda:down_minutes{{{}}}[WINDOW])) / MINUTES", subject.labels),
            left,
        };
        self.alerts(subject, &budget, &burn_rates(cycle.shortest, left_fraction(share)));
        true
    }

    /// A vector with the minutes that are down in this minute, and the shortest outage that counts, in minutes.
    fn down(&mut self, subject: &Subject<'_>, uptime: &Uptime, fit: &mut Fit, names: &mut Names) -> (String, i64) {
        let name = subject.level.name.value.as_str();
        let missing = match subject.level.missing_data {
            MissingData::Down => " or on () vector(1)",
            MissingData::Up | MissingData::Excluded => "",
        };
        if subject.level.missing_data == MissingData::Excluded {
            fit.approximated(
                &["levels", name, "missing_data"],
                "minutes without data are not down, but they are counted",
            );
        } else {
            fit.exact(&["levels", name, "missing_data"]);
        }
        let one = match uptime.down_when.as_slice() {
            [one] if uptime.partly_down.is_empty() && uptime.down_only_if_all.is_empty() => Some(&one.value),
            _ => None,
        };
        let Some(DownCondition::ErrorRate { above, lasting, minimum_requests }) = one else {
            let query = names.text(
                "queries",
                &format!("{name}, down"),
                "a PromQL query that is 1 while the service is down, else 0",
            );
            return (format!("({query}{missing})"), 1);
        };
        let errors = names.text("series", &format!("{name}, errors"), "a PromQL selector of the counter of errors");
        let all =
            names.text("series", &format!("{name}, requests"), "a PromQL selector of the counter of all requests");
        let requests = format!("sum(increase({all}[1m]))");
        // A counter that has never counted has no series: no error, not no data.
        let errors = format!("(sum(increase({errors}[1m])) or on () 0 * {requests})");
        let mut bad = format!("({errors} / {requests} > bool {})", ratio(*above));
        if let Some(least) = minimum_requests {
            bad = format!("({bad} * ({requests} >= bool {least}))");
        }
        let bad = format!("{bad}{missing}");
        let at = ["levels", name, "down_when", "1"];
        let Some(length) = minutes(*lasting) else {
            fit.approximated(&at, "minutes are counted, where the agreement counts a shorter time");
            return (format!("({bad})"), 1);
        };
        if length <= 1 {
            fit.exact(&at);
            return (format!("({bad})"), 1);
        }
        fit.approximated(
            &at,
            "the first minutes of an outage are counted when it has lasted long enough: at the end of a cycle or a window in the next",
        );
        self.record("servanda:bad_minute", bad, self.labels_of(subject.slug));
        let series = format!("servanda:bad_minute{{{}}}", subject.labels);
        let range = format!("{}s", length * 60 - 30);
        // Down once the condition has held so long; then all of it counts, from its beginning.
        let held =
            format!("(min_over_time({series}[{range}]) > 0 and on () count_over_time({series}[{range}]) >= {length})");
        let held = format!("sum({held})");
        (format!("(({held} * {length} unless on () sum({series} offset {length}m) > 0) or on () {held})"), length)
    }

    /// What the windows of maintenance deduct; the rest of what is excluded counts as downtime here.
    fn exclusions(&mut self, subject: &Subject<'_>, fit: &mut Fit) -> Option<Deducted> {
        let level = subject.level;
        let name = level.name.value.as_str();
        let mut deducted = None;
        for (at, exclusion) in level.exclusions.iter().enumerate() {
            let number = (at + 1).to_string();
            let path = ["levels", name, "exclusions", number.as_str()];
            let maintenance = match &exclusion.what {
                Excluded::Maintenance(named) => {
                    self.agreement.maintenance.iter().find(|known| known.name.value == *named)
                }
                Excluded::Term(_) | Excluded::Words(_) => {
                    fit.dropped(
                        &path,
                        "people decide whether it holds: until then it counts as downtime, and alerts come early",
                    );
                    continue;
                }
            };
            let found = maintenance.filter(|_| exclusion.only_if.is_none() && deducted.is_none());
            match found.and_then(|maintenance| Some((maintenance, self.deducted(subject, maintenance)?))) {
                Some((maintenance, found)) => {
                    fit.approximated(&path, "downtime in the windows is deducted up to the allowance, announced or not");
                    self.judge_maintenance(maintenance, fit);
                    deducted = Some(found);
                }
                None => fit.dropped(
                    &path,
                    "without weekly windows and an allowance a cycle it cannot be told from downtime: alerts come early",
                ),
            }
        }
        deducted
    }

    fn deducted(&mut self, subject: &Subject<'_>, maintenance: &Maintenance) -> Option<Deducted> {
        let allowance = maintenance.allowances.iter().find(|allowance| allowance.each == subject.level.judged)?;
        let minutes = minutes(allowance.at_most)?;
        Some(Deducted { window: self.windows(maintenance)?, minutes })
    }

    fn judge_maintenance(&self, maintenance: &Maintenance, fit: &mut Fit) {
        let name = maintenance.name.value.as_str();
        let how = "downtime in the windows is deducted up to the allowance, announced or not";
        for (list, count) in [("windows", maintenance.windows.len()), ("allowances", maintenance.allowances.len())] {
            for number in 1..=count {
                fit.approximated(&["maintenance", name, list, &number.to_string()], how);
            }
        }
    }
}

/// The share that may be missed, as a decimal number: 99.95% is `0.0005`.
pub(super) fn complement(share: Percent) -> String {
    let (numerator, denominator) = left_fraction(share);
    let decimals = denominator.ilog10() as usize;
    let digits = format!("{numerator:0>width$}", width = decimals + 1);
    let (whole, part) = digits.split_at(digits.len() - decimals);
    format!("{whole}.{part}").trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// The share that may be missed, as a fraction.
pub(super) fn left_fraction(share: Percent) -> (i128, i128) {
    let (numerator, denominator) = share.fraction();
    ((denominator - numerator).max(0), denominator)
}
