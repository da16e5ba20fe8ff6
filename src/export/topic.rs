//! What statements are about: the rows of the matrix of what each target can carry.

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Topic {
    /// The opening hours of calendars and their zones.
    Hours,
    /// Public holidays and days on which calendars are closed.
    Holidays,
    /// Names and criteria of severities.
    Severities,
    /// Who sets a severity, disputes about it, regrading, the matrix of impact and urgency.
    Grading,
    /// Times to acknowledgement and first response.
    Response,
    /// Times between updates.
    Update,
    /// Times to a workaround, a person on site, parts, resolution.
    Resolution,
    /// The calendar that a time counts in.
    Clock,
    /// The share of tickets that must meet a time.
    Share,
    /// When a clock starts and stops, cut-off times, reopened and merged tickets, the month a ticket counts in.
    ClockRules,
    /// When a clock pauses.
    Pauses,
    /// Types of requests beside severities.
    Requests,
    /// Targets of availability.
    Uptime,
    /// When a service is down.
    Down,
    /// Targets for a share of good events.
    Ratio,
    /// Targets for a time: percentiles, shares within a time.
    Latency,
    /// Surveys.
    Survey,
    /// Metrics of the agreement's own, and levels on them.
    Metrics,
    /// Who measures, missing data, rounding, samples, partial months.
    Measurement,
    /// What is left out of a level.
    Exclusions,
    /// Maintenance windows and their limits.
    Maintenance,
    /// Escalation.
    Escalation,
    /// Channels.
    Channels,
    /// Credits.
    Credits,
    /// Caps, claims, payment, and rights that follow from misses.
    Remedies,
    /// Duties of either party.
    Obligations,
    /// Reports and records.
    Reports,
    /// The term, renewal, notices, reviews: what has a date.
    Period,
    /// Services, fees, plans.
    Services,
    /// Title, parties, definitions.
    Parties,
    /// Disputes, liability, and the rest of the law.
    Law,
}

impl Topic {
    /// All topics, in the order of the matrix.
    pub const ALL: [Self; 31] = [
        Self::Severities,
        Self::Grading,
        Self::Response,
        Self::Update,
        Self::Resolution,
        Self::Share,
        Self::Clock,
        Self::ClockRules,
        Self::Pauses,
        Self::Requests,
        Self::Hours,
        Self::Holidays,
        Self::Escalation,
        Self::Channels,
        Self::Uptime,
        Self::Down,
        Self::Ratio,
        Self::Latency,
        Self::Survey,
        Self::Metrics,
        Self::Measurement,
        Self::Exclusions,
        Self::Maintenance,
        Self::Credits,
        Self::Remedies,
        Self::Obligations,
        Self::Reports,
        Self::Period,
        Self::Services,
        Self::Parties,
        Self::Law,
    ];

    /// What it is called in the matrix.
    pub fn words(self) -> &'static str {
        match self {
            Self::Hours => "opening hours",
            Self::Holidays => "holidays, closed days",
            Self::Severities => "severities",
            Self::Grading => "grading of tickets",
            Self::Response => "response times",
            Self::Update => "update intervals",
            Self::Resolution => "resolution times",
            Self::Clock => "the clock of a time",
            Self::Share => "share of tickets in time",
            Self::ClockRules => "clock starts and stops",
            Self::Pauses => "clock pauses",
            Self::Requests => "request types",
            Self::Uptime => "availability targets",
            Self::Down => "what is downtime",
            Self::Ratio => "ratio targets",
            Self::Latency => "latency targets",
            Self::Survey => "surveys",
            Self::Metrics => "metrics of one's own",
            Self::Measurement => "measurement",
            Self::Exclusions => "exclusions",
            Self::Maintenance => "maintenance",
            Self::Escalation => "escalation",
            Self::Channels => "channels",
            Self::Credits => "credits",
            Self::Remedies => "caps, claims, remedies",
            Self::Obligations => "duties",
            Self::Reports => "reports",
            Self::Period => "term and dates",
            Self::Services => "services, fees, plans",
            Self::Parties => "parties, definitions",
            Self::Law => "law, disputes, clauses",
        }
    }
}

/// The topic of the statement at a path, in a level that measures `kind`.
pub(super) fn topic(path: &[String], kind: Option<&str>) -> Topic {
    let at = |place: usize| path.get(place).map_or("", String::as_str);
    match at(0) {
        "heading" | "parties" | "definitions" => Topic::Parties,
        "period" => Topic::Period,
        "services" | "parameters" | "plan" | "plans" => Topic::Services,
        "calendars" => match at(2) {
            "holidays" | "closed" => Topic::Holidays,
            _ => Topic::Hours,
        },
        "channels" => Topic::Channels,
        "severities" => match at(2) {
            "title" | "criteria" | "examples" => Topic::Severities,
            _ => Topic::Grading,
        },
        "requests" => Topic::Requests,
        "levels" => level(at(2), at(3), kind.unwrap_or_default()),
        "metrics" => Topic::Metrics,
        "maintenance" => Topic::Maintenance,
        "obligations" => Topic::Obligations,
        "escalations" => Topic::Escalation,
        "penalties" if at(1) == "credits" => Topic::Credits,
        "penalties" => Topic::Remedies,
        "reports" => Topic::Reports,
        _ => Topic::Law,
    }
}

/// The topic of a statement of a level: its field, and for support times the field of a severity's row.
fn level(field: &str, of_row: &str, kind: &str) -> Topic {
    match field {
        "target" | "expected" | "services" | "each" | "judged" | "promise" | "no_credits" | "percentiles"
        | "within" | "all" | "good" | "from_until" | "good_from" | "out_of" | "metric" | "examples" | "clock" => {
            match kind {
                "uptime" => Topic::Uptime,
                "ratio" => Topic::Ratio,
                "share_within" | "latency" => Topic::Latency,
                "survey" => Topic::Survey,
                "custom" => Topic::Metrics,
                _ => Topic::ClockRules,
            }
        }
        "down_when" | "errors_are" | "down_only_if_all" | "up_again_after_probes" | "partly_down" | "during" => {
            Topic::Down
        }
        "clock_starts"
        | "clock_stops"
        | "cut_off"
        | "month_of"
        | "reopened"
        | "one_outage_counts_once"
        | "merged_count_once" => Topic::ClockRules,
        "pauses" => Topic::Pauses,
        "restored_by" => Topic::Resolution,
        "exclusions" | "excluded_time" => Topic::Exclusions,
        _ if kind == "support_times" => match of_row {
            "response" | "acknowledgement" => Topic::Response,
            "update" => Topic::Update,
            "workaround" | "resolution" | "onsite" | "parts" => Topic::Resolution,
            "clock" => Topic::Clock,
            "met_by" | "shares" => Topic::Share,
            _ => Topic::Measurement,
        },
        _ => Topic::Measurement,
    }
}
