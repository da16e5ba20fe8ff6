//! Duties of either party.

use crate::model::{After, Deadline, MissedDuty, Obligation};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::prose;
use crate::syntax::tree::{Kind, Line, Node};

/// The duties, in the order of the spec.
pub(in crate::resolve) fn obligations(sections: Sections, context: &mut Context) -> Vec<Obligation> {
    let mut obligations = Vec::new();
    for section in sections.all(Kind::obligations) {
        let Some(party) = context.name(&section.node, Kind::party) else { continue };
        for line in section.children_of(Kind::must) {
            let Some(duty) = prose(&line.node) else { continue };
            obligations.push(Obligation {
                name: Context::new_name(&line.node),
                party: party.value.clone(),
                duty,
                deadline: deadline(&line.node, context),
                during: context.during(&line.node).map(|at| at.value),
                consequences: line.children.iter().filter_map(|line| consequence(line, context)).collect(),
                origin: line.span().into(),
            });
        }
    }
    obligations
}

fn deadline(node: &Node, context: &mut Context) -> Option<Deadline> {
    if let Some(within) = node.get(Kind::must_within) {
        let time = context.duration(within)?.value;
        let after = match within.get(Kind::after_each) {
            Some(each) => After::Each(each.get(Kind::plain_word)?.text.clone()),
            None => After::Words(prose(within)?.value),
        };
        return Some(Deadline::Within { time, after });
    }
    if let Some(every) = node.get(Kind::must_every) {
        return Some(Deadline::Every(context.duration(every)?.value));
    }
    let by = node.get(Kind::must_by)?;
    match by.get(Kind::date) {
        Some(_) => context.date(by).map(|date| Deadline::By(date.value)),
        None => Some(Deadline::BeforeStart),
    }
}

fn consequence(line: &Line, context: &mut Context) -> Option<MissedDuty> {
    let node = &line.node;
    match line.kind() {
        Kind::clock_pauses_while_missed => {
            Some(MissedDuty::ClockPauses { ticket: context.name(node, Kind::term)?.value })
        }
        Kind::no_credit_while_missed => Some(MissedDuty::NoCredit(context.name(node, Kind::level)?.value)),
        Kind::excuses => {
            let levels = context.names(node, Kind::level);
            Some(MissedDuty::Excuses(levels.into_iter().map(|level| level.value).collect()))
        }
        Kind::every_miss => Some(MissedDuty::Nothing),
        _ => None,
    }
}
