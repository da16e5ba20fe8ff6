//! What a statement takes the place of when a spec extends another.

use crate::syntax::tree::{Kind, Line, Node};

/// The place a statement has among its siblings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Slot {
    /// A section: the same section in the base is changed, not replaced.
    Section(Kind, String),
    /// A named entry: declared once, changed by `change`.
    Entry(Family, String),
    /// Said once: a later one replaces it.
    Single(Kind),
    /// An item that is added, known by its words.
    Item(Kind, String),
    /// A list: a bare line replaces the inherited lines of its kind.
    List(Kind),
    /// `change …` of an entry.
    Change(Family, String),
    /// `without …` of an entry, a single statement, or a list's item.
    Without(Without),
    /// `also …`: adds to a list.
    Also,
}

/// Entries that share their names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Family {
    Definition,
    Service,
    Calendar,
    Severity,
    Level,
    Metric,
    Request,
    Parameter,
}

/// What a `without` line removes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Without {
    Entry(Family, String),
    Single(Kind),
    Item(Kind, String),
    Closed,
    Exclusion(String),
    Section(String),
    Channel(String),
}

/// The slot of a statement.
pub(super) fn slot(line: &Line) -> Slot {
    let kind = line.kind();
    let node = &line.node;
    let text = |part: Kind| words(node, part);
    let name = || text(Kind::new_name);
    match kind {
        Kind::agreement
        | Kind::extends
        | Kind::parameters
        | Kind::plans
        | Kind::parties
        | Kind::definitions
        | Kind::period
        | Kind::services
        | Kind::calendars
        | Kind::severities
        | Kind::levels
        | Kind::metrics
        | Kind::penalties
        | Kind::reports
        | Kind::disputes
        | Kind::changes
        | Kind::liability
        | Kind::force_majeure
        | Kind::notices
        | Kind::subcontractors
        | Kind::data_protection
        | Kind::audit
        | Kind::confidentiality
        | Kind::assignment
        | Kind::change_of_control
        | Kind::signature
        | Kind::exit
        | Kind::survival => Slot::Section(kind, String::new()),
        Kind::channels | Kind::requests | Kind::continuity => Slot::Section(kind, text(Kind::service)),
        Kind::obligations => Slot::Section(kind, text(Kind::party)),
        Kind::escalation => Slot::Section(kind, text(Kind::severity)),
        Kind::maintenance => Slot::Section(kind, name()),

        Kind::definition => Slot::Entry(Family::Definition, name()),
        Kind::service_entry => Slot::Entry(Family::Service, name()),
        Kind::calendar_entry => Slot::Entry(Family::Calendar, name()),
        Kind::severity_entry => Slot::Entry(Family::Severity, name()),
        Kind::metric_entry => Slot::Entry(Family::Metric, name()),
        Kind::request_entry => Slot::Entry(Family::Request, name()),
        Kind::declare_parameter => Slot::Entry(Family::Parameter, name()),
        Kind::times | Kind::uptime | Kind::ratio | Kind::share | Kind::latency | Kind::survey | Kind::measure => {
            Slot::Entry(Family::Level, name())
        }

        Kind::change_definition => Slot::Change(Family::Definition, text(Kind::term)),
        Kind::change_service => Slot::Change(Family::Service, text(Kind::service)),
        Kind::change_calendar => Slot::Change(Family::Calendar, text(Kind::calendar)),
        Kind::change_severity => Slot::Change(Family::Severity, text(Kind::severity)),
        Kind::change_level => Slot::Change(Family::Level, text(Kind::level)),
        Kind::change_metric => Slot::Change(Family::Metric, text(Kind::metric)),

        Kind::without_definition => Slot::Without(Without::Entry(Family::Definition, text(Kind::term))),
        Kind::without_service => Slot::Without(Without::Entry(Family::Service, text(Kind::service))),
        Kind::without_calendar => Slot::Without(Without::Entry(Family::Calendar, text(Kind::calendar))),
        Kind::without_severity => Slot::Without(Without::Entry(Family::Severity, text(Kind::severity))),
        Kind::without_level => Slot::Without(Without::Entry(Family::Level, text(Kind::level))),
        Kind::without_metric => Slot::Without(Without::Entry(Family::Metric, text(Kind::metric))),
        Kind::without_request => Slot::Without(Without::Entry(Family::Request, text(Kind::term))),
        Kind::without_obligation => Slot::Without(Without::Item(Kind::must, text(Kind::term))),
        Kind::without_report => Slot::Without(Without::Item(Kind::report, text(Kind::string))),
        Kind::without_review => Slot::Without(Without::Single(Kind::review)),
        Kind::without_renewal => Slot::Without(Without::Single(Kind::renews)),
        Kind::without_closed => Slot::Without(Without::Closed),
        Kind::without_channel => Slot::Without(Without::Channel(text(Kind::channel_kind))),
        Kind::without_line if node.has(Kind::term) => Slot::Without(Without::Exclusion(text(Kind::term))),
        Kind::without_line if node.text.ends_with("expected") => Slot::Without(Without::Single(Kind::expected_target)),
        Kind::without_line => Slot::Without(Without::Single(Kind::no_credits)),
        Kind::without_section => Slot::Without(Without::Section(text(Kind::clause_name))),

        Kind::also_closed | Kind::also_open => Slot::Also,

        Kind::empty_is => {
            Slot::Item(kind, if node.text.starts_with("empty hour") { "hour".into() } else { String::new() })
        }
        Kind::must => Slot::Item(kind, if node.has(Kind::new_name) { name() } else { text(Kind::string) }),
        Kind::report | Kind::clause | Kind::pool | Kind::credits_for => Slot::Item(kind, own_words(node)),
        Kind::contact
        | Kind::may_terminate
        | Kind::may_change
        | Kind::may_not_lower
        | Kind::not_limited
        | Kind::include_clause
        | Kind::hands_over
        | Kind::deletes
        | Kind::assistance
        | Kind::may_share
        | Kind::may_assign
        | Kind::chronic
        | Kind::when_levels_missed
        | Kind::requires_remedy
        | Kind::falls_to
        | Kind::falls_when
        | Kind::example_case
        | Kind::example_gives
        | Kind::does_not_cover
        | Kind::ends_after
        | Kind::notice_received
        | Kind::counts_entry
        | Kind::measures_entry
        | Kind::impact_entry
        | Kind::urgency_entry
        | Kind::set_parameter
        | Kind::notice_copy
        | Kind::time_statement
        | Kind::latency_target
        | Kind::no_credit_while_missed
        | Kind::excuses
        | Kind::without_parameter
        | Kind::survives => Slot::Item(kind, node.text.clone()),

        Kind::fee
        | Kind::open
        | Kind::closed_dates
        | Kind::closed_holidays
        | Kind::excluding
        | Kind::window
        | Kind::allowance
        | Kind::escalation_step
        | Kind::down_when
        | Kind::or_down_when
        | Kind::partly_down
        | Kind::channel
        | Kind::clock_pauses
        | Kind::band
        | Kind::each_missed
        | Kind::each_step
        | Kind::each_late
        | Kind::beyond_day
        | Kind::points_from
        | Kind::credit_cap
        | Kind::penalty_cap
        | Kind::negotiate
        | Kind::mediate
        | Kind::no_window_on => Slot::List(kind),

        _ => Slot::Single(kind),
    }
}

/// The words of all parts of a kind, joined.
fn words(node: &Node, part: Kind) -> String {
    node.all(part).map(|part| part.text.as_str()).collect::<Vec<_>>().join(", ")
}

/// What tells a credit rule, a pool or a clause from its siblings.
fn own_words(node: &Node) -> String {
    match node.kind {
        Kind::credits_for => words(node, Kind::level),
        _ => words(node, Kind::string),
    }
}
