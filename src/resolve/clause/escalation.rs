//! Escalation ladders.

use crate::model::{At, Escalation, EscalationStep, StepAction, StepTarget, StepTime};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{text, time_measure};
use crate::syntax::tree::{Kind, Line, Node};

/// The ladders.
pub(in crate::resolve) fn escalations(sections: Sections, context: &mut Context) -> Vec<Escalation> {
    sections
        .all(Kind::escalation)
        .map(|section| Escalation {
            severities: context.names(&section.node, Kind::severity),
            steps: section.children_of(Kind::escalation_step).filter_map(|line| step(line, context)).collect(),
            origin: section.span().into(),
        })
        .collect()
}

fn step(line: &Line, context: &mut Context) -> Option<EscalationStep> {
    let when = line.node.get(Kind::step_when)?;
    let action = match line.node.get(Kind::step_action)?.text.as_str() {
        "page" => StepAction::Page,
        "call" => StepAction::Call,
        "email" => StepAction::Email,
        _ => StepAction::Tell,
    };
    Some(EscalationStep {
        when: At::new(step_time(when, context)?, when.span),
        action,
        targets: line.node.all(Kind::step_target).filter_map(|part| target(part, context)).collect(),
        origin: line.span().into(),
    })
}

fn step_time(node: &Node, context: &mut Context) -> Option<StepTime> {
    let part = node.children.first()?;
    let measure = || part.get(Kind::time_measure).and_then(|word| time_measure(&word.text));
    Some(match part.kind {
        Kind::step_after => StepTime::After(context.duration(part)?.value),
        Kind::step_share => StepTime::Share { share: context.percent(part)?.value, of: measure()? },
        Kind::step_missed => StepTime::Missed(measure()?),
        Kind::step_request => StepTime::OnRequest(context.name(part, Kind::party)?.value),
        _ => StepTime::AtOnce,
    })
}

fn target(node: &Node, context: &mut Context) -> Option<StepTarget> {
    match node.get(Kind::party) {
        Some(_) => context.name(node, Kind::party).map(|party| StepTarget::Party(party.value)),
        None => text(node).map(|role| StepTarget::Role(role.value)),
    }
}
