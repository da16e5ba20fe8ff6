//! `OpenSLO` v1: one service and one SLO a level, as YAML.
//!
//! Source of the format: the `OpenSLO` specification, version v1, <https://github.com/OpenSLO/OpenSLO>.

use serde_json::{Value, json};

use super::text::{Slugs, number, one_line, ratio, yaml};
use super::{Carries, Exporter, File, Fit, Input, Names, Refused, Topic, Verdict};
use crate::model::{
    Agreement, Comparator, Cycle, CycleUnit, Date, DownCondition, Duration, DurationUnit, Effective, Indicator, Level,
    Percent, Quantity, Target, Uptime,
};

/// The exporter.
pub(super) struct OpenSlo;

impl Exporter for OpenSlo {
    fn name(&self) -> &'static str {
        "openslo"
    }

    fn title(&self) -> &'static str {
        "OpenSLO v1"
    }

    fn page(&self) -> &'static str {
        include_str!("../../docs/exports/openslo.md")
    }

    fn carries(&self, topic: Topic) -> Carries {
        match topic {
            Topic::Uptime | Topic::Ratio | Topic::Latency | Topic::Down | Topic::Survey => Carries::Exact,
            Topic::Measurement => Carries::Approximated,
            Topic::Services => Carries::Never("OpenSLO services have a name, not fees"),
            Topic::Exclusions | Topic::Maintenance => {
                Carries::Never("OpenSLO has no exclusions: leave this time out of the queries")
            }
            Topic::Metrics => Carries::Never("OpenSLO has no formulas: compute the metric in a query of your own"),
            Topic::Credits | Topic::Remedies => Carries::Never("OpenSLO has objectives, not what a miss costs"),
            Topic::Escalation => Carries::Never("OpenSLO notifies on budgets, not on the age of a ticket"),
            _ => Carries::Never("OpenSLO has objectives for services, not for tickets or parties"),
        }
    }

    fn export(&self, input: &Input<'_>, fit: &mut Fit, names: &mut Names) -> Result<Vec<File>, Refused> {
        let agreement = &input.policy.agreement;
        let mut slugs = Slugs::default();
        let mut documents = Vec::new();
        let mut services = Vec::new();
        for service in &agreement.services {
            let name = slugs.of(service.name.value.as_str());
            documents.push(json!({
                "apiVersion": "openslo/v1",
                "kind": "Service",
                "metadata": { "name": name, "displayName": shown(&service.title) },
                "spec": { "description": service.title },
            }));
            services.push((service.name.value.clone(), name));
        }
        for level in &agreement.levels {
            let Some(objective) = Objective::of(level, fit) else { continue };
            let Some(window) = window(level, agreement, fit) else { continue };
            for (service, service_slug) in services.iter().filter(|(service, _)| covers(level, service)) {
                let place = if level.services.len() > 1 && level.each {
                    format!("{} {service}", level.name.value)
                } else {
                    level.name.value.to_string()
                };
                documents.push(json!({
                    "apiVersion": "openslo/v1",
                    "kind": "SLO",
                    "metadata": { "name": slugs.of(&place), "displayName": shown(&place) },
                    "spec": {
                        "description": format!("{}, {}", agreement.heading.title.value, place),
                        "service": service_slug,
                        "indicator": indicator(&place, &objective, names),
                        "timeWindow": [window],
                        "budgetingMethod": if objective.slice.is_some() { "Timeslices" } else { "Occurrences" },
                        "objectives": [objective.json()],
                    },
                }));
                if !level.each {
                    break;
                }
            }
            let how = "the query that you name decides it".to_owned();
            fit.rest(&["levels", level.name.value.as_str()], &Verdict::Approximated(how));
        }
        fit.rest(&[], &Verdict::Dropped("OpenSLO has no objective of this kind".into()));
        let text: Vec<String> = documents.iter().map(yaml).collect();
        Ok(vec![File::text("slo.yaml", text.join("---\n"))])
    }
}

/// A name for people, on one line and no longer than OpenSLO takes it.
fn shown(name: &str) -> String {
    const LONGEST: usize = 63;
    one_line(name).chars().take(LONGEST).collect()
}

fn covers(level: &Level, service: &crate::model::Name) -> bool {
    level.services.is_empty() || level.services.iter().any(|named| named.value == *service)
}

/// What an SLO promises.
struct Objective {
    /// The share that must be good.
    target: Percent,
    /// The share of good requests that makes a slice of time good, and the slice's length.
    slice: Option<(String, String)>,
}

impl Objective {
    fn of(level: &Level, fit: &mut Fit) -> Option<Self> {
        let name = level.name.value.as_str();
        let at = ["levels", name, "target"];
        match &level.indicator {
            Indicator::Uptime(uptime) => {
                let target = share(level.target.as_ref()?, &at, fit)?;
                Some(Self { target, slice: slice(uptime, name, fit) })
            }
            Indicator::Ratio(_) | Indicator::Survey(_) | Indicator::ShareWithin(_) => {
                Some(Self { target: share(level.target.as_ref()?, &at, fit)?, slice: None })
            }
            Indicator::Latency(_) | Indicator::SupportTimes(_) | Indicator::Custom { .. } => None,
        }
    }

    fn json(&self) -> Value {
        let mut objective = json!({ "displayName": "target", "target": number(&ratio(self.target)) });
        if let Some((target, window)) = &self.slice {
            objective["timeSliceTarget"] = number(target);
            objective["timeSliceWindow"] = json!(window);
        }
        objective
    }
}

/// A target that OpenSLO can say: a share in [0, 1) that is to be reached.
fn share(target: &Target, at: &[&str], fit: &mut Fit) -> Option<Percent> {
    let Quantity::Percent(percent) = target.threshold.value else {
        fit.dropped(at, "OpenSLO targets are shares");
        return None;
    };
    let (numerator, denominator) = percent.fraction();
    match target.comparator {
        _ if numerator >= denominator => {
            fit.dropped(at, "OpenSLO targets lie below 100%");
            None
        }
        Comparator::AtLeast => {
            fit.exact(at);
            Some(percent)
        }
        Comparator::MoreThan => {
            fit.approximated(at, "OpenSLO is met at the target itself as well");
            Some(percent)
        }
        Comparator::AtMost | Comparator::LessThan => {
            fit.dropped(at, "OpenSLO targets are shares of what is good");
            None
        }
    }
}

/// Slices of time are down by their own error rate: the one condition that OpenSLO has a field for.
fn slice(uptime: &Uptime, level: &str, fit: &mut Fit) -> Option<(String, String)> {
    let [condition] = uptime.down_when.as_slice() else { return None };
    let DownCondition::ErrorRate { above, lasting, minimum_requests } = &condition.value else { return None };
    let at = ["levels", level, "down_when", "1"];
    let window = span(*lasting)?;
    let good = complement(*above)?;
    if minimum_requests.is_some() {
        fit.approximated(&at, "slices with fewer requests than the minimum count as well");
    } else if *lasting == Duration::new(1, DurationUnit::Minute) {
        fit.exact(&at);
    } else {
        fit.approximated(&at, "slices begin at fixed times, so that the condition may lie across two of them");
    }
    Some((ratio(good), window))
}

fn complement(share: Percent) -> Option<Percent> {
    let (digits, decimals) = share.number().parts();
    let whole = 100 * 10_i128.checked_pow(decimals)?;
    let rest = whole.checked_sub(digits)?;
    let text = format!("{:0>width$}", rest, width = decimals as usize + 1);
    let (before, after) = text.split_at(text.len() - decimals as usize);
    let text = if after.is_empty() { format!("{before}%") } else { format!("{before}.{after}%") };
    text.parse().ok()
}

/// A length as OpenSLO writes it; none where it has no unit for it.
fn span(length: Duration) -> Option<String> {
    let unit = match length.unit {
        DurationUnit::Minute => "m",
        DurationUnit::Hour => "h",
        DurationUnit::Day => "d",
        DurationUnit::Week => "w",
        DurationUnit::Month => "M",
        DurationUnit::Year => "Y",
        _ => return None,
    };
    Some(format!("{}{unit}", length.count))
}

/// The one window in which a level is judged.
fn window(level: &Level, agreement: &Agreement, fit: &mut Fit) -> Option<Value> {
    let at = ["levels", level.name.value.as_str(), "judged"];
    let unit = match level.judged {
        Cycle::Rolling(length) => {
            let Some(duration) = span(length) else {
                fit.dropped(&at, "OpenSLO has no window of this length");
                return None;
            };
            fit.exact(&at);
            return Some(json!({ "duration": duration, "isRolling": true }));
        }
        Cycle::Each(unit) => unit,
        Cycle::Period => {
            fit.dropped(&at, "OpenSLO has no window for a whole agreement");
            return None;
        }
    };
    let (duration, contract) = match unit {
        CycleUnit::Hour => ("1h", false),
        CycleUnit::Day => ("1d", false),
        CycleUnit::Week => ("1w", false),
        CycleUnit::Month => ("1M", false),
        CycleUnit::Quarter => ("1Q", false),
        CycleUnit::Year => ("1Y", false),
        CycleUnit::ContractMonth => ("1M", true),
        CycleUnit::ContractYear => ("1Y", true),
        CycleUnit::BillingMonth => {
            fit.dropped(&at, "when a billing month begins is not in the agreement");
            return None;
        }
    };
    let first = match agreement.period.effective.value {
        Effective::On(date) => date,
        Effective::OnSignature if contract => {
            fit.dropped(&at, "the day of the last signature is not known yet");
            return None;
        }
        Effective::OnSignature => Date::new(2024, 1, 1)?,
    };
    let start = if contract { first } else { cycle_start(unit, first) };
    fit.exact(&at);
    Some(json!({
        "duration": duration,
        "isRolling": false,
        "calendar": { "startTime": format!("{start} 00:00:00"), "timeZone": agreement.heading.zone.as_str() },
    }))
}

/// The first day of the calendar's unit that a date lies in.
fn cycle_start(unit: CycleUnit, date: Date) -> Date {
    crate::evaluate::cycle(unit, date, date).map_or(date, |span| span.first)
}

fn indicator(place: &str, objective: &Objective, names: &mut Names) -> Value {
    let source = names.text_or("source", "type", "the type of the source of metrics", "Prometheus");
    let mut query = |part: &str, what: &'static str| {
        let query = names.text("queries", &format!("{place}, {part}"), what);
        json!({ "metricSource": { "type": source, "spec": { "query": query } } })
    };
    let metric = if objective.slice.is_some() {
        let good = query("good", "the query for good requests");
        let total = query("total", "the query for all requests");
        json!({ "counter": true, "good": good, "total": total })
    } else {
        let good = query("good", "the query for good events, or good minutes");
        let total = query("total", "the query for all events, or all minutes");
        json!({ "counter": true, "good": good, "total": total })
    };
    json!({ "metadata": { "name": Slugs::default().of(place) }, "spec": { "ratioMetric": metric } })
}
