//! What may stand below which line.

use super::tree::Kind;

/// The heads of blocks, each with the rule for the lines below it.
pub(super) const BLOCKS: &[(Kind, Kind)] = &[
    (Kind::agreement, Kind::line_in_agreement),
    (Kind::part_of, Kind::line_in_part_of),
    (Kind::extends, Kind::line_in_extends),
    (Kind::parameters, Kind::line_in_parameters),
    (Kind::parties, Kind::line_in_parties),
    (Kind::provider, Kind::line_in_party),
    (Kind::customer, Kind::line_in_party),
    (Kind::definitions, Kind::line_in_definitions),
    (Kind::period, Kind::line_in_period),
    (Kind::services, Kind::line_in_services),
    (Kind::service_entry, Kind::line_in_service),
    (Kind::change_service, Kind::line_in_service),
    (Kind::calendars, Kind::line_in_calendars),
    (Kind::calendar_entry, Kind::line_in_calendar),
    (Kind::change_calendar, Kind::line_in_calendar),
    (Kind::channels, Kind::line_in_channels),
    (Kind::severities, Kind::line_in_severities),
    (Kind::severity_entry, Kind::line_in_severity),
    (Kind::change_severity, Kind::line_in_severity),
    (Kind::requests, Kind::line_in_requests),
    (Kind::levels, Kind::line_in_levels),
    (Kind::change_level, Kind::line_in_change_level),
    (Kind::times, Kind::line_in_times),
    (Kind::clock_pauses, Kind::line_in_pause),
    (Kind::uptime, Kind::line_in_uptime),
    (Kind::ratio, Kind::line_in_ratio),
    (Kind::share, Kind::line_in_share),
    (Kind::latency, Kind::line_in_latency),
    (Kind::survey, Kind::line_in_survey),
    (Kind::measure, Kind::line_in_measure),
    (Kind::metrics, Kind::line_in_metrics),
    (Kind::metric_entry, Kind::line_in_metric),
    (Kind::change_metric, Kind::line_in_metric),
    (Kind::maintenance, Kind::line_in_maintenance),
    (Kind::obligations, Kind::line_in_obligations),
    (Kind::must, Kind::line_in_obligation),
    (Kind::escalation, Kind::line_in_escalation),
    (Kind::penalties, Kind::line_in_penalties),
    (Kind::credits_for, Kind::line_in_credits),
    (Kind::at_risk, Kind::line_in_at_risk),
    (Kind::chronic, Kind::line_in_termination),
    (Kind::reports, Kind::line_in_reports),
    (Kind::report, Kind::line_in_report),
    (Kind::disputes, Kind::line_in_disputes),
    (Kind::mediate, Kind::line_in_dispute_step),
    (Kind::arbitrate, Kind::line_in_dispute_step),
    (Kind::expert, Kind::line_in_dispute_step),
    (Kind::courts, Kind::line_in_dispute_step),
    (Kind::changes, Kind::line_in_changes),
    (Kind::liability, Kind::line_in_liability),
    (Kind::force_majeure, Kind::line_in_force_majeure),
    (Kind::notices, Kind::line_in_notices),
    (Kind::audit, Kind::line_in_audit),
    (Kind::subcontractors, Kind::line_in_subcontractors),
    (Kind::data_protection, Kind::line_in_data_protection),
    (Kind::continuity, Kind::line_in_continuity),
    (Kind::confidentiality, Kind::line_in_confidentiality),
    (Kind::assignment, Kind::line_in_assignment),
    (Kind::change_of_control, Kind::line_in_change_of_control),
    (Kind::signature, Kind::line_in_signature),
    (Kind::exit, Kind::line_in_exit),
    (Kind::survival, Kind::line_in_survival),
    (Kind::clause, Kind::line_in_clause),
];

/// The rule for the lines below a head; none where nothing may be indented below it.
pub(super) fn block_below(head: Kind) -> Option<Kind> {
    BLOCKS.iter().find(|(kind, _)| *kind == head).map(|(_, block)| *block)
}

/// The heads that open a block.
pub(super) fn heads_of(block: Kind) -> impl Iterator<Item = Kind> {
    BLOCKS.iter().filter(move |(_, rule)| *rule == block).map(|(head, _)| *head)
}

/// Whether a prose block may stand below a line.
pub(super) fn takes_prose(head: Kind) -> bool {
    matches!(head, Kind::definition | Kind::change_definition | Kind::clause)
}

/// The tables of the language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableKind {
    /// A row a severity, a column a measured time.
    Times,
    /// A row a term, a column a plan.
    Plans,
    /// A row an impact, a column an urgency, severities within.
    Matrix,
}

/// The table that may stand below a line.
pub(super) fn table_below(head: Kind) -> Option<TableKind> {
    match head {
        Kind::times | Kind::change_level => Some(TableKind::Times),
        Kind::plans => Some(TableKind::Plans),
        Kind::severities => Some(TableKind::Matrix),
        _ => None,
    }
}

/// The columns of a table of times, each with the rule of its cells.
pub(super) const TIMES_COLUMNS: &[(&str, Kind)] = &[
    ("severity", Kind::cell_severity),
    ("acknowledgement", Kind::cell_duration),
    ("response", Kind::cell_duration),
    ("update", Kind::cell_duration),
    ("onsite", Kind::cell_duration),
    ("parts", Kind::cell_duration),
    ("workaround", Kind::cell_duration),
    ("resolution", Kind::cell_duration),
    ("clock", Kind::cell_calendar),
    ("met by", Kind::cell_percent),
];

#[cfg(test)]
mod tests {
    use super::super::vocabulary::{name, statements};
    use super::*;

    fn named(prefix: &str) -> Vec<Kind> {
        Kind::all_rules().iter().copied().filter(|kind| name(*kind).starts_with(prefix)).collect()
    }

    #[test]
    fn every_block_of_the_grammar_has_a_head() {
        for block in named("line_in_") {
            assert!(block == Kind::line_in_file || heads_of(block).next().is_some(), "{block:?} has no head");
        }
    }

    #[test]
    fn every_block_has_an_entry_rule() {
        let entries = named("line_in_");
        for block in named("in_") {
            let statements = statements(block);
            let is_block = entries.iter().any(|entry| name(*entry) == format!("line_{block:?}"));
            let is_part = entries.iter().any(|entry| {
                let of_entry = super::super::vocabulary::statements(*entry);
                statements.len() > 1 && statements.iter().all(|statement| of_entry.contains(statement))
            });
            let is_statement = statements.contains(&block);
            assert!(is_block || is_part || is_statement, "{block:?} is reached by no line_in_ rule");
        }
    }

    #[test]
    fn every_head_is_a_statement() {
        let all: Vec<Kind> = named("line_in_").into_iter().flat_map(statements).collect();
        let heads = BLOCKS.iter().map(|(head, _)| *head);
        let others =
            Kind::all_rules().iter().copied().filter(|kind| takes_prose(*kind) || table_below(*kind).is_some());
        for head in heads.chain(others) {
            assert!(all.contains(&head), "{head:?} stands in no block");
        }
    }
}
