//! What is promised: a row for each target of a level, for each time of a severity, for each type of request.

use super::super::text::plain;
use super::duties::clock_words;
use super::sheet::{Cell, Sheet};
use super::{Fit, Verdict};
use crate::model::{Agreement, CalendarRef, Comparator, Cycle, Indicator, Level, Target, TimeMeasure};

/// One target.
#[derive(Default)]
struct Row {
    level: String,
    services: String,
    severity: String,
    measure: String,
    target: String,
    clock: String,
    share: String,
    judged: String,
}

/// The register of targets.
pub(super) fn targets(agreement: &Agreement, fit: &mut Fit) -> Sheet {
    let mut rows: Vec<Row> = agreement.levels.iter().flat_map(|level| of_level(level, fit)).collect();
    for request in &agreement.requests {
        let Some(within) = request.within else { continue };
        for part in ["within", "clock", "met_by", "service", "title"] {
            fit.rest(&["requests", request.name.value.as_str(), part], &Verdict::Exact);
        }
        rows.push(Row {
            level: format!("{}: {}", request.name, plain(&request.title)),
            services: request.service.as_ref().map_or(String::new(), ToString::to_string),
            measure: "fulfilment".into(),
            target: format!("within {within}"),
            clock: clock_words(request.clock.name()),
            share: request.met_by.map_or("each".to_owned(), |share| share.to_string()),
            ..Row::default()
        });
    }
    let cells = |row: Row| {
        [row.level, row.services, row.severity, row.measure, row.target, row.clock, row.share, row.judged]
            .into_iter()
            .map(Cell::text)
            .collect()
    };
    Sheet {
        name: "targets",
        heads: &[
            ("level", 24),
            ("services", 20),
            ("severity", 12),
            ("measure", 20),
            ("target", 28),
            ("clock", 16),
            ("met by", 10),
            ("judged", 16),
        ],
        rows: rows.into_iter().map(cells).collect(),
    }
}

fn of_level(level: &Level, fit: &mut Fit) -> Vec<Row> {
    let name = level.name.value.as_str();
    let services: Vec<_> = level.services.iter().map(ToString::to_string).collect();
    let base = |measure: &str, target: String, clock: Option<&CalendarRef>| Row {
        level: name.to_owned(),
        services: services.join(", "),
        measure: measure.to_owned(),
        target,
        clock: clock.map_or(String::new(), |clock| clock_words(clock.name())),
        judged: cycle_words(level.judged),
        ..Row::default()
    };
    let mut rows = Vec::new();
    let mut clock = None;
    let measure = match &level.indicator {
        Indicator::SupportTimes(support) => {
            for row in &support.rows {
                let severity = row.severity.value.as_str();
                for measure in TimeMeasure::ALL {
                    let Some(time) = row.time(measure) else { continue };
                    fit.exact(&["levels", name, severity, measure.word()]);
                    rows.push(Row {
                        severity: severity.to_owned(),
                        share: row.share(measure).map_or("each".to_owned(), |share| share.value.to_string()),
                        ..base(measure.word(), format!("within {}", time.value), Some(&row.clock.value))
                    });
                }
                for part in ["clock", "met_by", "shares"] {
                    fit.rest(&["levels", name, severity, part], &Verdict::Exact);
                }
            }
            "times"
        }
        Indicator::Uptime(uptime) => {
            clock = Some(&uptime.during);
            "availability"
        }
        Indicator::Ratio(_) => "ratio",
        Indicator::ShareWithin(share) => {
            clock = Some(&share.clock);
            "share within a time"
        }
        Indicator::Latency(latency) => {
            for percentile in &latency.percentiles {
                let measure = percentile.percentile.map_or("mean".to_owned(), |number| format!("percentile {number}"));
                let limit = format!("{} {}", comparator(percentile.comparator), percentile.limit.value);
                rows.push(base(&measure, limit, None));
            }
            "latency"
        }
        Indicator::Survey(_) => "survey",
        Indicator::Custom { metric, .. } => metric.as_str(),
    };
    let words = |target: &Target| format!("{} {}", comparator(target.comparator), target.threshold.value);
    let measure = match &level.indicator {
        Indicator::ShareWithin(share) => format!("{measure}: {}", share.within),
        Indicator::Survey(survey) => format!("{measure}: {} or better of {}", survey.good_from, survey.out_of),
        _ => measure.to_owned(),
    };
    for (target, expected) in [(&level.target, ""), (&level.expected, " (expected)")] {
        if let Some(target) = target {
            rows.push(base(&format!("{measure}{expected}"), words(target), clock));
        }
    }
    if !rows.is_empty() {
        for part in ["target", "expected", "services", "judged", "percentiles", "metric"] {
            fit.rest(&["levels", name, part], &Verdict::Exact);
        }
        if matches!(level.indicator, Indicator::Latency(_)) {
            fit.rest(&["levels", name, "percentiles"], &Verdict::Exact);
        }
    }
    rows
}

fn comparator(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::AtLeast => "at least",
        Comparator::AtMost => "at most",
        Comparator::MoreThan => "more than",
        Comparator::LessThan => "less than",
    }
}

/// A cycle in words: `each month`.
pub(super) fn cycle_words(cycle: Cycle) -> String {
    match cycle {
        Cycle::Each(unit) => format!("each {}", unit.word()),
        Cycle::Period => "in the whole period".to_owned(),
        Cycle::Rolling(length) => format!("in the last {length}"),
    }
}
