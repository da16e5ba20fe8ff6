//! Support times: the table of times by severity, and the clock of a ticket.

use crate::diagnostic::Diagnostic;
use crate::model::{
    At, CalendarRef, ClockStart, Duration, MonthOf, Name, Pause, PauseReason, Percent, Reopened, RestoredBy,
    Severities, SupportTimes, TimeMeasure, TimeShare, TimesRow,
};
use crate::resolve::clause::severity::regrade;
use crate::resolve::context::Context;
use crate::resolve::index::NameKind;
use crate::resolve::value::{prose, time_measure};
use crate::source::Span;
use crate::syntax::tree::{Kind, Line, Node, Row, Table};

/// The times and the clock; a row's clock must be said where its times need one.
pub(super) fn support_times(
    line: &Line,
    severities: &Severities,
    business_days: Option<&Name>,
    context: &mut Context,
) -> Option<SupportTimes> {
    let mut rows: Vec<Draft> = Vec::new();
    if let Some(table) = &line.table {
        for row in &table.rows {
            table_row(table, row, &mut rows, context);
        }
    }
    for statement in line.children_of(Kind::time_statement) {
        time_statement(statement, &mut rows, context);
    }
    if rows.is_empty() {
        context.missing(
            Some(line.span()),
            "these support times name no severity",
            "add a table `| severity | response | resolution | clock |`, or lines such as `P1 response within 15 minutes during 24x7`",
        );
    }
    let order = |name: &Name| severities.entries.iter().position(|severity| severity.name.value == *name);
    rows.sort_by_key(|row| order(&row.severity.value));
    let rows = rows.into_iter().filter_map(|row| row.finish(business_days, context)).collect();
    let clock_starts = line.child(Kind::clock_starts);
    if clock_starts.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says when the clock of these times starts",
            "add a line such as `clock starts when a Ticket reaches a Support Channel`",
        );
    }
    let clock_starts = clock_starts.and_then(|line| clock_start(&line.node, context));
    let judged_by = line.child(Kind::judged).and_then(|line| line.node.get(Kind::judged_month));
    Some(SupportTimes {
        rows,
        clock_starts: clock_starts?,
        pauses: line.children_of(Kind::clock_pauses).filter_map(|line| pause(line, context)).collect(),
        clock_stops: line.child(Kind::clock_stops).and_then(|line| prose(&line.node)).map(|at| at.value),
        cut_off: line.child(Kind::cut_off).and_then(|line| context.time_of_day(&line.node)).map(|at| at.value),
        restored_by: line.child(Kind::restored_by).and_then(|line| restored_by(&line.node, context)),
        month_of: match judged_by {
            Some(by) if by.text.contains("resolved") => MonthOf::Resolution,
            _ => MonthOf::Opening,
        },
        reopened: line.child(Kind::reopened).map(|line| Reopened {
            clock: regrade(&line.node),
            within: context.duration(&line.node).map(|within| within.value),
        }),
        one_outage_counts_once: line.child(Kind::one_outage).is_some(),
        merged_count_once: line.child(Kind::duplicates).is_some(),
    })
}

/// A row while its parts are collected.
struct Draft {
    severity: At<Name>,
    times: Vec<(TimeMeasure, At<Duration>)>,
    /// The shares of the times, each for one of them.
    shares: Vec<TimeShare>,
    clock: Option<At<CalendarRef>>,
    span: Span,
}

impl Draft {
    fn finish(self, business_days: Option<&Name>, context: &mut Context) -> Option<TimesRow> {
        if self.clock.is_none() && !self.times.is_empty() {
            let business_only = self.times.iter().all(|(_, time)| time.unit.is_business());
            if !(business_only && business_days.is_some()) {
                context.missing(
                    Some(self.span),
                    format!("nothing says when the clock of `{}` runs", self.severity.value),
                    "give it `24x7` or a calendar in the column `clock`, or after `during`",
                );
                return None;
            }
        }
        if let Some(At { value: CalendarRef::Always, .. }) = &self.clock
            && business_days.is_none()
        {
            for (_, time) in self.times.iter().filter(|(_, time)| time.unit.is_business()) {
                context.misplaced(
                    time.span(),
                    "a clock of 24x7 has no business days",
                    "give the row a calendar, or add `business days by` and a calendar below `agreement`",
                );
            }
        }
        let clock = self
            .clock
            .or_else(|| business_days.map(|name| At::new(CalendarRef::Calendar(name.clone()), self.span)))
            .unwrap_or_else(|| At::new(CalendarRef::Always, self.span));
        let time = |measure: TimeMeasure| self.times.iter().find(|(m, _)| *m == measure).map(|(_, time)| time.clone());
        let (met_by, shares) = one_share_or_several(self.shares, self.times.len());
        Some(TimesRow {
            response: time(TimeMeasure::Response),
            acknowledgement: time(TimeMeasure::Acknowledgement),
            update: time(TimeMeasure::Update),
            workaround: time(TimeMeasure::Workaround),
            resolution: time(TimeMeasure::Resolution),
            onsite: time(TimeMeasure::Onsite),
            parts: time(TimeMeasure::Parts),
            severity: self.severity,
            clock,
            met_by,
            shares,
        })
    }
}

/// The share of all times, or those of single times where they differ.
fn one_share_or_several(mut shares: Vec<TimeShare>, times: usize) -> (Option<At<Percent>>, Vec<TimeShare>) {
    let first = shares.first().map(|share| share.met_by.clone());
    let is_one = shares.len() == times
        && first.as_ref().is_some_and(|first| shares.iter().all(|share| share.met_by.value == first.value));
    if is_one {
        return (first, Vec::new());
    }
    shares.sort_by_key(|share| TimeMeasure::ALL.iter().position(|measure| *measure == share.time));
    (None, shares)
}

fn draft<'a>(severity: &At<Name>, span: Span, rows: &'a mut Vec<Draft>) -> &'a mut Draft {
    let at = rows.iter().position(|row| row.severity.value == severity.value).unwrap_or_else(|| {
        rows.push(Draft { severity: severity.clone(), times: Vec::new(), shares: Vec::new(), clock: None, span });
        rows.len() - 1
    });
    &mut rows[at]
}

fn table_row(table: &Table, row: &Row, rows: &mut Vec<Draft>, context: &mut Context) {
    let Some(first) = row.cells.first() else { return };
    let Some(severity) = context.named(&[NameKind::Severity], first) else { return };
    if let Some(earlier) = rows.iter().find(|earlier| earlier.severity.value == severity.value) {
        context.error(
            Diagnostic::error("said-twice", first.span, format!("`{}` has two rows", severity.value))
                .related(earlier.span, "first row here"),
        );
        return;
    }
    let draft = draft(&severity, row.span, rows);
    let mut met_by: Option<At<Percent>> = None;
    for (head, cell) in table.head.iter().zip(&row.cells).skip(1) {
        match (head.text.as_str(), cell.kind) {
            (_, Kind::none) => {}
            (column, Kind::cell_blank) => {
                if !context.lenient && cell.span.source == row.span.source {
                    let message = format!("this row has nothing under `{column}`");
                    let help = "write `-` where there is no such value";
                    context.error(Diagnostic::error("table", cell.span, message).help(help));
                }
            }
            ("clock", _) => draft.clock = context.calendar_ref_of(cell),
            ("met by", _) => {
                met_by = cell.text.parse().ok().map(|share| At::new(share, cell.span));
            }
            (word, _) => {
                if let (Some(measure), Some(time)) = (time_measure(word), context.duration_of(cell)) {
                    draft.times.push((measure, time));
                }
            }
        }
    }
    if let Some(met_by) = met_by {
        draft.shares.extend(draft.times.iter().map(|(time, _)| TimeShare { time: *time, met_by: met_by.clone() }));
    }
}

fn time_statement(line: &Line, rows: &mut Vec<Draft>, context: &mut Context) {
    let node = &line.node;
    let Some(severity) = context.name(node, Kind::severity) else { return };
    let Some(measure) = node.get(Kind::time_measure).and_then(|part| time_measure(&part.text)) else { return };
    let Some(time) = context.duration(node) else { return };
    let clock = context.during(node);
    let met_by = node.get(Kind::met_by).and_then(|part| context.percent(part));
    let draft = draft(&severity, line.span(), rows);
    if draft.times.iter().any(|(known, _)| *known == measure) {
        let span = line.span();
        context.error(Diagnostic::error("said-twice", span, "this time of this severity is said twice"));
        return;
    }
    if let (Some(known), Some(clock)) = (&draft.clock, &clock)
        && known.value != clock.value
    {
        let (span, message) = (clock.span(), format!("`{}` already runs by another clock", severity.value));
        context.misplaced(
            span,
            message,
            "one severity has one clock within a level; declare a second level for the other",
        );
        return;
    }
    draft.times.push((measure, time));
    draft.clock = clock.or(draft.clock.take());
    draft.shares.extend(met_by.map(|met_by| TimeShare { time: measure, met_by }));
}

fn clock_start(node: &Node, context: &mut Context) -> Option<ClockStart> {
    match node.get(Kind::ticket_arrives) {
        Some(part) => {
            let mut terms = context.names(part, Kind::term).into_iter().map(|term| term.value);
            let ticket = terms.next()?;
            let opened = part.all(Kind::term).count() == 1;
            Some(if opened {
                ClockStart::Opened { ticket }
            } else {
                ClockStart::Reaches { ticket, channel: terms.next()? }
            })
        }
        None => Some(ClockStart::When(prose(node)?.value)),
    }
}

fn restored_by(node: &Node, context: &mut Context) -> Option<RestoredBy> {
    Some(RestoredBy {
        time: context.time_of_day(node)?.value,
        day: context.ordinal(node)?,
        business: node.text.contains(" business "),
        full_days: node.text.contains(" full "),
    })
}

fn pause(line: &Line, context: &mut Context) -> Option<Pause> {
    let node = &line.node;
    let reason = match node.get(Kind::waiting_for) {
        Some(part) => PauseReason::WaitingFor(context.name(part, Kind::party)?.value),
        None if node.has(Kind::pauses_in_status) => PauseReason::InStatus,
        None => PauseReason::While(prose(node)?.value),
    };
    let own = node.get(Kind::pauses_in_status);
    let below = line.child(Kind::pause_status).map(|line| &line.node);
    let statuses = own.into_iter().chain(below).flat_map(|part| part.all(Kind::string)).map(|part| part.text.clone());
    Some(Pause {
        reason,
        statuses: statuses.collect(),
        at_most: line.child(Kind::pause_at_most).and_then(|line| context.duration(&line.node)).map(|at| at.value),
        reminder: line.child(Kind::pause_notice).map(|line| context.duration(&line.node).map(|time| time.value)),
        origin: line.span().into(),
    })
}
