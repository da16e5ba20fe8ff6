//! Severities, their matrix, and request types beside them.

use crate::diagnostic::Diagnostic;
use crate::model::{CalendarRef, Fall, Grade, Matrix, Name, Regrade, RequestType, SetBy, Severities, Severity, Volume};
use crate::resolve::context::Context;
use crate::resolve::index::NameKind;
use crate::resolve::section::Sections;
use crate::resolve::value::{prose, prose_of, prose_of_line, text};
use crate::syntax::tree::{Kind, Line, Node};

impl Severities {
    /// An agreement without severities.
    pub(in crate::resolve) fn none() -> Self {
        Self {
            entries: Vec::new(),
            set_by: None,
            disputed_under_disputes: false,
            matrix: None,
            regrade: Regrade::default(),
            origin: crate::model::Origin::default(),
        }
    }
}

/// The severities.
pub(in crate::resolve) fn severities(section: &Line, context: &mut Context) -> Option<Severities> {
    let mut entries: Vec<Severity> =
        section.children_of(Kind::severity_entry).filter_map(|line| severity(line, context)).collect();
    for line in section.children_of(Kind::falls_to) {
        let mut names = context.names(&line.node, Kind::severity).into_iter();
        if let (Some(from), Some(to), Some(when)) = (names.next(), names.next(), prose(&line.node))
            && let Some(entry) = entries.iter_mut().find(|entry| entry.name.value == from.value)
        {
            entry.falls.push(Fall { to: to.value, when: when.value });
        }
    }
    let set_by = section.child(Kind::set_by).and_then(|line| {
        let mut parties = context.names(&line.node, Kind::party).into_iter();
        let party = parties.next()?.value;
        Some(SetBy { party, after_working_with: parties.next().map(|party| party.value) })
    });
    let matrix = matrix(section, context);
    for entry in entries.iter().filter(|entry| entry.criteria.is_none()) {
        let decided = matrix
            .as_ref()
            .is_some_and(|matrix| matrix.cells.iter().flatten().flatten().any(|name| *name == entry.name.value));
        if !decided {
            context.missing(
                Some(entry.name.span()),
                format!("nothing says when a ticket is `{}`", entry.name.value),
                "add `when \"…\"`, or a table of impact and urgency below `severities`",
            );
        }
    }
    Some(Severities {
        entries,
        set_by,
        disputed_under_disputes: section.child(Kind::disputed_under).is_some(),
        matrix,
        regrade: section.child(Kind::regrade).map_or_else(Regrade::default, |line| regrade(&line.node)),
        origin: section.span().into(),
    })
}

/// What `keeps the time already used` or `restarts the clock` says.
pub(in crate::resolve) fn regrade(node: &Node) -> Regrade {
    if node.has(Kind::restarts_clock) { Regrade::RestartsClock } else { Regrade::KeepsTimeUsed }
}

fn severity(line: &Line, context: &mut Context) -> Option<Severity> {
    let mut strings = line.node.all(Kind::string);
    let title = strings.next()?.text.clone();
    let falls = |line: &Line, context: &mut Context| {
        Some(Fall { to: context.name(&line.node, Kind::severity)?.value, when: prose(&line.node)?.value })
    };
    Some(Severity {
        name: Context::new_name(&line.node)?,
        title,
        criteria: strings.next().map(prose_of).or_else(|| line.prose.as_ref().map(prose_of)),
        examples: line
            .children_of(Kind::example_case)
            .filter_map(|line| prose(&line.node))
            .map(|at| at.value)
            .collect(),
        falls: line.children_of(Kind::falls_when).filter_map(|line| falls(line, context)).collect(),
        workaround_counts: line.child(Kind::workaround_to).is_some(),
    })
}

fn grades(section: &Line, kind: Kind) -> Vec<Grade> {
    let grade =
        |line: &Line| Some(Grade { name: Context::new_name(&line.node)?, criteria: prose_of_line(line)?.value });
    section.children_of(kind).filter_map(grade).collect()
}

fn matrix(section: &Line, context: &mut Context) -> Option<Matrix> {
    let table = section.table.as_ref()?;
    let (impacts, urgencies) = (grades(section, Kind::impact_entry), grades(section, Kind::urgency_entry));
    let mut cells = vec![vec![None; urgencies.len()]; impacts.len()];
    let position = |grades: &[Grade], node: &Node, word: &str, context: &mut Context| {
        let at = grades.iter().position(|grade| grade.name.as_str() == node.text);
        if at.is_none() {
            context.error(
                Diagnostic::error("unknown-name", node.span, format!("there is no {word} `{}`", node.text))
                    .help(format!("declare it: `{word} {} when \"…\"`", node.text)),
            );
        }
        at
    };
    let columns: Vec<Option<usize>> =
        table.head.iter().skip(1).map(|head| position(&urgencies, head, "urgency", context)).collect();
    for row in &table.rows {
        let Some(first) = row.cells.first() else { continue };
        let Some(impact) = position(&impacts, first, "impact", context) else { continue };
        for (cell, column) in row.cells.iter().skip(1).zip(&columns) {
            let name = matches!(cell.kind, Kind::severity | Kind::name | Kind::choice)
                .then(|| context.named(&[NameKind::Severity], cell))
                .flatten();
            if let (Some(name), Some(column)) = (name, column) {
                cells[impact][*column] = Some(name.value);
            }
        }
    }
    let span = table.span;
    for (impact, row) in impacts.iter().zip(&cells) {
        for (urgency, cell) in urgencies.iter().zip(row) {
            let known = cell.is_some() || table.rows.iter().any(|row| row.cells.iter().any(|c| c.kind == Kind::none));
            if !known {
                context.missing(
                    Some(span),
                    format!(
                        "the table says nothing of impact {} with urgency {}",
                        impact.name.value, urgency.name.value
                    ),
                    "give it a severity, or `-` if it does not occur",
                );
            }
        }
    }
    Some(Matrix { impacts, urgencies, cells, origin: span.into() })
}

/// Request types beside the severities.
pub(in crate::resolve) fn requests(sections: Sections, context: &mut Context) -> Vec<RequestType> {
    let mut requests = Vec::new();
    for section in sections.all(Kind::requests) {
        let service: Option<Name> = context.name(&section.node, Kind::service).map(|name| name.value);
        for line in section.children_of(Kind::request_entry) {
            requests.extend(request(line, service.clone(), context));
        }
    }
    requests
}

fn request(line: &Line, service: Option<Name>, context: &mut Context) -> Option<RequestType> {
    let node = &line.node;
    let within = node.get(Kind::request_within).and_then(|part| context.duration(part)).map(|time| time.value);
    let clock = context.during(node).map(|clock| clock.value);
    if within.is_some_and(|time| time.unit.is_business()) && clock.is_none() {
        context.missing(Some(line.span()), "nothing says which business hours count", "add `during` and a calendar");
    }
    Some(RequestType {
        name: Context::new_name(node)?,
        title: text(node)?.value,
        service,
        within,
        clock: clock.unwrap_or(CalendarRef::Always),
        met_by: node.get(Kind::met_by).and_then(|part| context.percent(part)).map(|share| share.value),
        volume: node
            .get(Kind::request_volume)
            .and_then(|part| Some(Volume { count: context.integer(part)?, each: context.cycle(part)? })),
    })
}
