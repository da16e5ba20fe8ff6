//! What a miss costs: a row for each band, event, step, and unit of lateness; and the caps.

use super::sheet::{Cell, Sheet};
use super::targets::cycle_words;
use super::{Fit, Verdict};
use crate::model::{
    Agreement, Award, BandEdge, BandFigure, Cap, CapAmount, CreditRule, FeeBase, LateUnit, Missed, StepFrom,
};

/// The register of credits.
pub(super) fn credits(agreement: &Agreement, fit: &mut Fit) -> Sheet {
    let mut rows = Vec::new();
    if let Some(penalties) = &agreement.penalties {
        for (number, rule) in (1..).zip(&penalties.credits) {
            let number: u32 = number;
            rows.extend(of_rule(number, rule, fit));
        }
        for (number, cap) in (1..).zip(&penalties.caps) {
            let number: u32 = number;
            fit.exact(&["penalties", "caps", &number.to_string()]);
            rows.push(cap_row("", "all credits", cap));
        }
    }
    let cells = |row: [String; 6]| row.into_iter().map(Cell::text).collect();
    Sheet {
        name: "credits",
        heads: &[("rule", 8), ("kind", 12), ("levels", 24), ("when", 44), ("credit", 24), ("of", 32)],
        rows: rows.into_iter().map(cells).collect(),
    }
}

fn of_rule(number: u32, rule: &CreditRule, fit: &mut Fit) -> Vec<[String; 6]> {
    let number = number.to_string();
    let at = ["penalties", "credits", number.as_str()];
    let levels: Vec<_> = rule.levels.iter().map(ToString::to_string).collect();
    let levels = levels.join(", ");
    let base = rule.base.as_ref().map_or(String::new(), |base| base_words(&base.value));
    let mut rows = Vec::new();
    let mut push = |kind: &str, when: String, award: String| {
        rows.push([number.clone(), kind.to_owned(), levels.clone(), when, award, base.clone()]);
    };
    for band in &rule.bands {
        let figure = match band.figure {
            BandFigure::Level => "",
            BandFigure::Downtime => "downtime ",
            BandFigure::Outage => "an outage ",
        };
        push("band", format!("{figure}{} {}", edge(band.edge), band.limit.value), award(&band.award));
    }
    for event in &rule.events {
        let severity = event.severity.as_ref().map_or(String::new(), |severity| format!("{severity} "));
        let missed = match &event.missed {
            Missed::Time(measure) => measure.word().to_owned(),
            Missed::Thing(thing) => thing.clone(),
        };
        push("event", format!("each {severity}{missed} missed"), award(&event.award));
    }
    for step in &rule.steps {
        let full = if step.full { "full " } else { "started " };
        let from = match &step.from {
            StepFrom::Below(value) => format!("below {value}"),
            StepFrom::Above(value) => format!("above {value}"),
            StepFrom::Downtime => "of downtime".to_owned(),
            StepFrom::Outage => "of each outage".to_owned(),
        };
        let beyond = step.beyond.map_or(String::new(), |beyond| {
            let allowance = beyond.allowance.then(|| "what the target allows".to_owned());
            let parts: Vec<_> = allowance.into_iter().chain(beyond.time.map(|time| time.to_string())).collect();
            format!(" beyond {}", parts.join(" and "))
        });
        push("step", format!("each {full}{} {from}{beyond}", step.step), award(&step.award));
    }
    for late in &rule.late {
        let full = if late.full { "full " } else { "started " };
        push("lateness", format!("each {full}{} late", unit(late.unit)), award(&late.award));
    }
    for beyond in &rule.beyond {
        let from = beyond.from_day.map_or(String::new(), |day| format!(", counted from day {day}"));
        let when = format!("each {} beyond day {}{from}", unit(beyond.each), beyond.beyond_day);
        push("lateness", when, award(&beyond.award));
    }
    if let Some(multiple) = rule.lost_time_multiple {
        push("lost time", "downtime".to_owned(), format!("its fee times {multiple}"));
    }
    for part in ["bands", "events", "steps", "late", "beyond", "levels", "base", "lost_time_multiple", "caps"] {
        fit.rest(&[at[0], at[1], at[2], part], &Verdict::Exact);
    }
    rows.extend(rule.caps.iter().map(|cap| cap_row(&number, &levels, cap)));
    rows
}

fn cap_row(rule: &str, levels: &str, cap: &Cap) -> [String; 6] {
    let incident = cap.per_incident.then(|| "for one incident".to_owned());
    let each = incident.or(cap.each.map(cycle_words)).unwrap_or_else(|| "in the whole period".to_owned());
    let (amount, of) = match &cap.amount {
        CapAmount::Share { share, of } => (share.to_string(), base_words(of)),
        CapAmount::Amount(money) => (money.to_string(), String::new()),
        CapAmount::Service(time) => (format!("the fee of {time} of service"), String::new()),
    };
    [rule.to_owned(), "cap".into(), levels.to_owned(), each, format!("at most {amount}"), of]
}

fn edge(edge: BandEdge) -> &'static str {
    match edge {
        BandEdge::Below => "below",
        BandEdge::AtOrBelow => "at or below",
        BandEdge::Above => "above",
        BandEdge::AtOrAbove => "at or above",
    }
}

fn unit(unit: LateUnit) -> &'static str {
    match unit {
        LateUnit::Minute => "minute",
        LateUnit::Hour => "hour",
        LateUnit::BusinessHour => "business hour",
        LateUnit::CalendarDay => "calendar day",
        LateUnit::BusinessDay => "business day",
        LateUnit::Week => "week",
    }
}

fn award(award: &Award) -> String {
    match award {
        Award::Share(share) => share.to_string(),
        Award::Work { time, of } => format!("{time} of {of}"),
        Award::PoolShare(share) => format!("{share} of its pool"),
        Award::Amount(money) => money.to_string(),
        Award::Service(time) => format!("the fee of {time} of service"),
        Award::Points(points) => format!("{points} points"),
    }
}

fn base_words(base: &FeeBase) -> String {
    match base {
        FeeBase::ServiceFee(service) => format!("the fee of {service}"),
        FeeBase::Fees { services, for_period } => {
            let services: Vec<_> = services.iter().map(ToString::to_string).collect();
            let of = if services.is_empty() {
                "all fees".to_owned()
            } else {
                format!("the fees of {}", services.join(", "))
            };
            if *for_period { format!("{of} for the whole period") } else { of }
        }
        FeeBase::AffectedService => "the fee of the affected service".to_owned(),
        FeeBase::MonthlyInvoice => "the monthly invoice".to_owned(),
        FeeBase::Words(words) => words.clone(),
    }
}
