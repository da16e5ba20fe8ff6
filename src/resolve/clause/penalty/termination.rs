//! Rights to terminate for chronic failure.

use crate::model::{ChronicTermination, ChronicTrigger, TerminationScope, TerminationStart, TerminationWindow};
use crate::resolve::context::Context;
use crate::syntax::tree::{Kind, Line};

use super::unit;

/// A right `Globex may terminate when …`.
pub(super) fn chronic(line: &Line, context: &mut Context) -> Option<ChronicTermination> {
    let node = &line.node;
    let trigger = match (node.get(Kind::missed_in_of), node.get(Kind::missed_below)) {
        (Some(part), _) => {
            let misses = context.integer(part)?;
            let of = if part.all(Kind::integer).count() > 1 { context.nth_integer(part, 1)? } else { misses };
            if misses == 0 || misses > of {
                context.misplaced(
                    part.span,
                    format!("a level cannot be missed {misses} times in {of}"),
                    "write the misses first: `in 2 of 3 months`",
                );
                return None;
            }
            ChronicTrigger::InOf { misses, of, unit: unit(part)? }
        }
        (None, part) => {
            let part = part?;
            ChronicTrigger::Below { limit: context.percent(part)?.value, unit: unit(part)? }
        }
    };
    let scope = match line.child(Kind::termination_scope) {
        Some(scope) if scope.node.has(Kind::service) => {
            TerminationScope::Service(context.name(&scope.node, Kind::service)?.value)
        }
        Some(_) => TerminationScope::Agreement,
        None => TerminationScope::AffectedService,
    };
    Some(ChronicTermination {
        party: context.name(node, Kind::party)?.value,
        level: context.name(node, Kind::level)?,
        trigger,
        within: line.child(Kind::termination_within).and_then(|line| window(line, context)),
        notice: line
            .child(Kind::termination_notice)
            .and_then(|line| context.duration(&line.node))
            .map(|notice| notice.value),
        refund: line.child(Kind::termination_refund).is_some(),
        scope,
        origin: line.span().into(),
    })
}

fn window(line: &Line, context: &mut Context) -> Option<TerminationWindow> {
    let time = context.duration(&line.node)?.value;
    let after = match context.ordinal(&line.node) {
        Some(nth) => TerminationStart::Report(nth),
        None if line.node.text.ends_with("miss") => TerminationStart::LastMiss,
        None => TerminationStart::LastReport,
    };
    Some(TerminationWindow { time, after })
}
