//! Rights to terminate for chronic failure.

use crate::model::{ChronicTermination, ChronicTrigger, Cycle, TerminationScope, TerminationStart, TerminationWindow};
use crate::resolve::context::Context;
use crate::syntax::tree::{Kind, Line, Node};

use super::{cap_amount, unit};

/// A right `Globex may terminate when …`.
pub(super) fn chronic(line: &Line, context: &mut Context) -> Option<ChronicTermination> {
    let node = &line.node;
    let trigger = if let Some(part) = node.get(Kind::credits_reach) {
        credits_reach(part, context)?
    } else if let Some(part) = node.get(Kind::points_reach) {
        ChronicTrigger::Points { points: context.integer(part)?, window: window_of(part, context)? }
    } else {
        missed(node, context)?
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
        level: if node.has(Kind::level) { Some(context.name(node, Kind::level)?) } else { None },
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

/// How often or how badly a level was missed.
fn missed(node: &Node, context: &mut Context) -> Option<ChronicTrigger> {
    if let Some(part) = node.get(Kind::missed_in_of) {
        let (misses, of) = in_of(part, context)?;
        Some(ChronicTrigger::InOf { misses, of, unit: unit(part)? })
    } else if let Some(part) = node.get(Kind::missed_rolling) {
        Some(ChronicTrigger::Times {
            misses: context.integer(part)?,
            window: context.rolling_of(part.get(Kind::rolling)?)?,
        })
    } else if let Some(part) = node.get(Kind::missed_by) {
        Some(ChronicTrigger::Downtime { more_than: context.duration(part)?.value, window: window_of(part, context)? })
    } else {
        let part = node.get(Kind::missed_below)?;
        Some(ChronicTrigger::Below { limit: context.percent(part)?.value, unit: unit(part)? })
    }
}

/// `in one month`, or `in 12 rolling months`.
fn window_of(part: &Node, context: &mut Context) -> Option<Cycle> {
    match part.get(Kind::rolling) {
        Some(rolling) => context.rolling_of(rolling),
        None => Some(Cycle::Each(unit(part)?)),
    }
}

/// How far credits must have come.
fn credits_reach(node: &Node, context: &mut Context) -> Option<ChronicTrigger> {
    let amount = cap_amount(node.get(Kind::cap_amount)?, context)?;
    match node.get(Kind::missed_in_of) {
        Some(part) => {
            let (count, of) = in_of(part, context)?;
            Some(ChronicTrigger::CreditsInOf { amount, count, of, unit: unit(part)? })
        }
        None => Some(ChronicTrigger::Credits { amount, window: context.rolling_of(node.get(Kind::rolling)?)? }),
    }
}

/// `in 2 of 3 months`, or `in 3 months in a row`.
fn in_of(part: &Node, context: &mut Context) -> Option<(u32, u32)> {
    let count = context.integer(part)?;
    let of = if part.all(Kind::integer).count() > 1 { context.nth_integer(part, 1)? } else { count };
    if count == 0 || count > of {
        context.misplaced(
            part.span,
            format!("this cannot happen {count} times in {of}"),
            "write the misses first: `in 2 of 3 months`",
        );
        return None;
    }
    Some((count, of))
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
