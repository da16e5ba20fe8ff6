//! Prometheus: recording rules for what a level has used up, and alerts that fire before it is missed.
//!
//! Downtime is counted minute by minute in the cycle in which the contract judges it: the calendar month in the
//! agreement's zone, not the last 30 days. Burn rates follow the multiwindow alerts of Google's *Site Reliability
//! Workbook*, chapter 5, scaled to the length of the cycle.

mod alerts;
mod cycles;
mod down;
mod events;
mod hours;

use serde_json::{Value, json};

use super::text::{Slugs, yaml};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::evaluate::{AgreementHours, Term};
use crate::model::{Agreement, Indicator, Level, Quantity};

/// The exporter.
pub(super) struct Prometheus;

impl Exporter for Prometheus {
    fn name(&self) -> &'static str {
        "prometheus"
    }

    fn title(&self) -> &'static str {
        "Prometheus 2.42"
    }

    fn page(&self) -> &'static str {
        include_str!("../../../docs/exports/prometheus.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Uptime | Topic::Ratio | Topic::Latency | Topic::Down | Topic::Measurement => Carries::Exact,
            Topic::Exclusions | Topic::Maintenance => Carries::Approximated,
            Topic::Hours | Topic::Holidays => Carries::Exact,
            Topic::Metrics => Carries::Never("a metric of one's own is a query of one's own"),
            Topic::Survey => Carries::Never("answers of people are not series"),
            Topic::Credits | Topic::Remedies => {
                Carries::Never("Prometheus tells when a level is missed, not what that costs")
            }
            Topic::Escalation => Carries::Never("Prometheus fires alerts; Alertmanager and PagerDuty tell people"),
            _ => Carries::Never("Prometheus has series of services, not tickets or parties"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let Some(term) = Term::of(&agreement.period) else {
            return Err(Refused::new(
                "the agreement begins with the last signature, so that its months are not known yet",
                "export it again when the first day stands in the spec: `effective 2027-01-01`",
            ));
        };
        // The policy was built with the same holidays.
        let hours = AgreementHours::new(agreement, term).map_err(|unknown| {
            Refused::new(unknown.to_string(), "build the agreement for a term whose holidays are known")
        })?;
        let mut book = Book {
            agreement,
            id: Slugs::default().of(input.stem),
            term,
            hours: &hours,
            setup: Vec::new(),
            rules: Vec::new(),
        };
        let mut slugs = Slugs::default();
        for level in &agreement.levels {
            let slug = slugs.of(level.name.value.as_str());
            book.level(level, &slug, fit, names);
        }
        book.calendars(fit);
        fit.rest(&[], &Verdict::Dropped("no level that Prometheus counts uses it".into()));
        if book.rules.is_empty() {
            return Ok(Vec::new());
        }
        // One group: its rules run one after another, so that a level never reads the cycle of a minute ago.
        let rules: Vec<Value> = book.setup.into_iter().chain(book.rules).collect();
        let groups = json!([{ "name": format!("servanda-{}", book.id), "interval": "1m", "rules": rules }]);
        Ok(vec![File::text("rules.yaml", yaml(&json!({ "groups": groups })))])
    }
}

/// The rules of an agreement as they are written.
struct Book<'a> {
    agreement: &'a Agreement,
    /// What the agreement is called in labels.
    id: String,
    term: Term,
    hours: &'a AgreementHours,
    /// What all levels need: cycles, wall clocks.
    setup: Vec<Value>,
    /// The rules of the levels, in the order in which they read one another.
    rules: Vec<Value>,
}

/// A level as the rules know it.
struct Subject<'l> {
    level: &'l Level,
    /// Its name in labels.
    slug: &'l str,
    /// `agreement="…",level="…"`.
    labels: String,
}

impl Book<'_> {
    fn level(&mut self, level: &Level, slug: &str, fit: &mut Fit, names: &mut Names) {
        let name = level.name.value.as_str();
        let labels = format!("agreement=\"{}\",level=\"{slug}\"", self.id);
        let subject = Subject { level, slug, labels };
        let counted = match &level.indicator {
            Indicator::Uptime(uptime) => self.uptime(&subject, uptime, fit, names),
            Indicator::Ratio(ratio) if ratio.mean_by.is_some() => {
                fit.dropped(&["levels", name, "target"], "a mean of ratios is no budget of events");
                false
            }
            Indicator::Ratio(_) | Indicator::ShareWithin(_) => match &level.target {
                Some(target) => match target.threshold.value {
                    Quantity::Percent(share) => {
                        let at = ["levels", name, "target"];
                        self.events(&subject, target.comparator, share, name, &at, fit, names)
                    }
                    _ => false,
                },
                None => false,
            },
            Indicator::Latency(latency) => self.latency(&subject, latency, fit, names),
            Indicator::SupportTimes(_) | Indicator::Survey(_) | Indicator::Custom { .. } => false,
        };
        let rest = if counted {
            Verdict::Approximated("the series that you name decide it".into())
        } else {
            Verdict::Dropped("Prometheus does not count this level".into())
        };
        fit.rest(&["levels", name], &rest);
    }

    fn record(&mut self, name: &str, expr: String, labels: Value) {
        self.rules.push(json!({ "record": name, "expr": expr, "labels": labels }));
    }

    fn labels_of(&self, slug: &str) -> Value {
        json!({ "agreement": self.id, "level": slug })
    }
}
