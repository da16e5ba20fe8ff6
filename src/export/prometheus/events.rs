//! Levels on events: ratios, shares within a time, percentiles of a duration.

use super::super::{Fit, Names};
use super::alerts::{Budget, burn_rates};
use super::down::{complement, left_fraction};
use super::{Book, Subject};
use crate::model::{CalendarRef, Comparator, Latency, Number, Percent};

impl Book<'_> {
    /// The rules of a level whose target is a share of events; whether there are any. `what` is the level's name in
    /// `names.toml`, `at` the statement of the target.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn events(
        &mut self,
        subject: &Subject<'_>,
        comparator: Comparator,
        share: Percent,
        what: &str,
        at: &[&str],
        fit: &mut Fit,
        names: &mut Names,
    ) -> bool {
        let level = subject.level;
        let name = level.name.value.as_str();
        let (left, whole) = left_fraction(share);
        if !matches!(comparator, Comparator::AtLeast | Comparator::MoreThan) || left == 0 || left == whole {
            fit.dropped(at, "only a share of good events below 100% leaves a budget of failures");
            return false;
        }
        let Some(cycle) = self.cycle(level.judged, level.partial_months, &CalendarRef::Always) else {
            fit.dropped(&["levels", name, "judged"], "its cycle does not stand in the calendar");
            return false;
        };
        fit.exact(&["levels", name, "judged"]);
        let good = names.text("series", &format!("{what}, good"), "a PromQL selector of the counter of good events");
        let all = names.text("series", &format!("{what}, all"), "a PromQL selector of the counter of all events");
        let labels = self.labels_of(subject.slug);
        let (now, range) = (&cycle.now, &cycle.range);
        let events = format!("sum(increase({all}[1m]))");
        let in_cycle = |count: &str| format!("({now} * 0 + 1) * on () group_left () ({count} > 0)");
        self.record("servanda:events", in_cycle(&events), labels.clone());
        let failed = format!("({events} - (sum(increase({good}[1m])) or on () 0 * {events}))");
        self.record("servanda:failed_events", in_cycle(&failed), labels.clone());
        let sum = |series: &str| {
            let sum = format!("sum_over_time({series}{{{}}}[{range}])", subject.labels);
            format!("sum by (first_day) (({sum} and on (first_day) {now}) or on (first_day) {now} * 0)")
        };
        self.record("servanda:failures_spent", sum("servanda:failed_events"), labels.clone());
        let may_fail = complement(share);
        self.record("servanda:failures_allowed", format!("{} * {may_fail}", sum("servanda:events")), labels.clone());
        let pick = |series: &str| format!("{series}{{{}}}", subject.labels);
        let (spent, allowed) = (pick("servanda:failures_spent"), pick("servanda:failures_allowed"));
        self.record("servanda:error_budget_remaining", format!("1 - {spent} / on (first_day) {allowed}"), labels);
        fit.approximated(at, "Prometheus estimates counts between two scrapes of a counter");
        let window = |series: &str| format!("sum(sum_over_time({series}{{{}}}[WINDOW]))", subject.labels);
        let rate = format!("{} / {}", window("servanda:failed_events"), window("servanda:events"));
        let budget = Budget { spent, allowed, what: "failures", rate, left: may_fail };
        self.alerts(subject, &budget, &burn_rates(cycle.shortest, left_fraction(share)));
        true
    }

    /// The first percentile with an upper limit: that so many events stay within it is a share of events.
    pub(super) fn latency(
        &mut self,
        subject: &Subject<'_>,
        latency: &Latency,
        fit: &mut Fit,
        names: &mut Names,
    ) -> bool {
        let name = subject.level.name.value.as_str();
        let mut counted = false;
        for (at, percentile) in latency.percentiles.iter().enumerate() {
            let number = (at + 1).to_string();
            let path = ["levels", name, "percentiles", number.as_str()];
            let share = percentile.percentile.filter(|_| percentile.comparator == Comparator::AtMost).and_then(within);
            match share {
                None => fit.dropped(&path, "only a percentile with an upper limit is a share of events"),
                Some(share) => {
                    let what = format!("{name}, percentile {} within {}", share.number(), percentile.limit.value);
                    let slug = format!("{}-p{}", subject.slug, share.number()).replace('.', "-");
                    let labels = format!("agreement=\"{}\",level=\"{slug}\"", self.id);
                    let one = Subject { level: subject.level, slug: &slug, labels };
                    counted |= self.events(&one, Comparator::AtLeast, share, &what, &path, fit, names);
                }
            }
        }
        counted
    }
}

/// The share of events that lie at or below a percentile.
fn within(percentile: Number) -> Option<Percent> {
    format!("{percentile}%").parse().ok()
}
