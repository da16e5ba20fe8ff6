//! Alerts: how fast a budget is used up, and how much of it is left.

use serde_json::json;

use super::{Book, Subject};
use crate::model::Level;

/// What a level may use up in a cycle, in PromQL.
pub(super) struct Budget {
    /// What is used up in the cycle.
    pub(super) spent: String,
    /// What may be used up.
    pub(super) allowed: String,
    /// What it is a budget of: `downtime`.
    pub(super) what: &'static str,
    /// The share that failed in a window: `WINDOW` and `MINUTES` stand for its length.
    pub(super) rate: String,
    /// The share that may fail, as a decimal number.
    pub(super) left: String,
}

/// An alert on how fast a budget is used up.
pub(super) struct BurnRate {
    /// The window, and the shorter one that ends the alert soon.
    windows: [(&'static str, i64); 2],
    /// How many times as fast as the cycle allows.
    factor: String,
    severity: &'static str,
    /// The share of the budget that has gone when it fires.
    share: &'static str,
}

/// The alerts of the *Site Reliability Workbook*, chapter 5, table 5-8: 2% of the budget in an hour, 5% in six hours,
/// 10% in three days. Its factors 14.4, 6 and 1 are those of 30 days; here they are those of a cycle of so many minutes.
/// A factor that no failure rate can reach, or below one, makes no alert.
pub(super) fn burn_rates(cycle: i64, left: (i128, i128)) -> Vec<BurnRate> {
    let table = [
        (2, [("1h", 60), ("5m", 5)], "page", "2%"),
        (5, [("6h", 360), ("30m", 30)], "page", "5%"),
        (10, [("3d", 4320), ("6h", 360)], "ticket", "10%"),
    ];
    table
        .into_iter()
        .filter(|(percent, windows, ..)| {
            let (numerator, denominator) = (i128::from(percent * cycle), i128::from(100 * windows[0].1));
            numerator >= denominator && numerator * left.0 < denominator * left.1
        })
        .map(|(percent, windows, severity, share)| {
            let hundredths = percent * cycle / windows[0].1;
            BurnRate { windows, factor: format!("{}.{:02}", hundredths / 100, hundredths % 100), severity, share }
        })
        .collect()
}

impl Book<'_> {
    /// The alerts of a level.
    pub(super) fn alerts(&mut self, subject: &Subject<'_>, budget: &Budget, rates: &[BurnRate]) {
        let name = subject.level.name.value.to_string();
        let target = target(subject.level);
        for rate in rates {
            let over = |(window, minutes): (&str, i64)| {
                let failed = budget.rate.replace("WINDOW", window).replace("MINUTES", &minutes.to_string());
                format!("({failed}) > {} * {}", rate.factor, budget.left)
            };
            let [long, short] = rate.windows;
            let share = rate.share;
            self.alert(
                subject,
                "ServandaBudgetBurnsFast",
                format!("{} and on () {}", over(long), over(short)),
                rate.severity,
                long.0,
                format!("{name}: {share} of what the agreement allows was used up within {}", long.0),
                format!("At this speed `{name}` ({target}) is missed before its cycle ends."),
            );
        }
        let spent = [
            ("0.5", "half", "ticket", "ServandaBudgetHalfSpent"),
            ("0.75", "three quarters", "page", "ServandaBudgetNearlySpent"),
        ];
        for (share, words, severity, alert) in spent {
            self.alert(
                subject,
                alert,
                format!("{} > on (first_day) ({share} * {})", budget.spent, budget.allowed),
                severity,
                share,
                format!("{name}: {words} of what the agreement allows in this cycle is used up"),
                format!("{{{{ $value | printf \"%.1f\" }}}} {} count against `{name}` ({target}).", unit(budget.what)),
            );
        }
        self.alert(
            subject,
            "ServandaLevelMissed",
            format!("{} > on (first_day) {}", budget.spent, budget.allowed),
            "page",
            "1",
            format!("{name}: missed in this cycle"),
            format!("`{name}` ({target}) is missed, as far as measured here; exclusions that people decide are not deducted."),
        );
    }

    #[allow(clippy::too_many_arguments)]
    fn alert(
        &mut self,
        subject: &Subject<'_>,
        alert: &str,
        expr: String,
        severity: &str,
        threshold: &str,
        summary: String,
        description: String,
    ) {
        self.rules.push(json!({
            "alert": alert,
            "expr": expr,
            "labels": { "agreement": self.id, "level": subject.slug, "severity": severity, "threshold": threshold },
            "annotations": { "summary": summary, "description": description },
        }));
    }
}

fn unit(what: &str) -> &str {
    if what == "downtime" { "minutes of downtime" } else { what }
}

fn target(level: &Level) -> String {
    level.target.as_ref().map_or_else(String::new, |target| format!("target {}", target.threshold.value))
}
