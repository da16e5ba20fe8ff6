//! The period of the agreement.

use crate::model::{
    At, Duration, Effective, Length, Period, Renewal, RenewalStop, TerminationGround, TerminationRight,
};
use crate::resolve::context::Context;
use crate::resolve::section::Sections;
use crate::resolve::value::{cycle_unit, prose};
use crate::syntax::tree::{Kind, Line, Node};

/// The period; its beginning and its length must be said.
pub(in crate::resolve) fn period(sections: Sections, context: &mut Context) -> Option<Period> {
    let Some(line) = sections.one(Kind::period) else {
        context.missing(
            None,
            "the agreement has no period",
            "add a section `period` with lines such as `effective 2027-01-01` and `lasts 12 months`",
        );
        return None;
    };
    let effective = line.child(Kind::effective);
    if effective.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says when the agreement begins",
            "add a line such as `effective 2027-01-01`",
        );
    }
    let lasts = line.child(Kind::lasts);
    if lasts.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says how long the agreement lasts",
            "add a line such as `lasts 12 months`",
        );
    }
    let effective = effective.and_then(|line| effective_of(line, context));
    let length = lasts.and_then(|line| length_of(line, context));
    let renewal = line.child(Kind::renews).and_then(|line| renewal_of(line, context));
    let review = line.child(Kind::review).and_then(|line| context.duration(&line.node));
    let terminations = line.children_of(Kind::may_terminate).filter_map(|line| termination(line, context)).collect();
    let not_before = line.child(Kind::not_during).and_then(|line| context.date(&line.node)).map(|date| date.value);
    if let (Some(effective), Some(length)) = (&effective, &length)
        && let (Effective::On(start), Length::Until(end)) = (&effective.value, &length.value)
        && end < start
    {
        context.misplaced(length.span(), "the agreement ends before it begins", "write a later date");
    }
    Some(Period {
        effective: effective?,
        length: length?,
        renewal,
        review,
        terminations,
        no_termination_for_convenience: line.child(Kind::no_free_exit).is_some(),
        not_before,
        origin: line.span().into(),
    })
}

fn effective_of(line: &Line, context: &mut Context) -> Option<At<Effective>> {
    let effective = if line.node.has(Kind::on_signature) {
        Effective::OnSignature
    } else {
        Effective::On(context.date(&line.node)?.value)
    };
    Some(At::new(effective, line.span()))
}

fn length_of(line: &Line, context: &mut Context) -> Option<At<Length>> {
    let node = &line.node;
    let length = if node.has(Kind::until_terminated) {
        Length::UntilTerminated
    } else if let Some(until) = node.get(Kind::until) {
        Length::Until(context.date(until)?.value)
    } else if let Some(lasts_while) = node.get(Kind::lasts_while) {
        Length::While(prose(lasts_while)?.as_str().to_owned())
    } else {
        Length::For(calendar_length(node, context)?)
    };
    Some(At::new(length, line.span()))
}

/// A length of the period: business units do not measure it.
fn calendar_length(node: &Node, context: &mut Context) -> Option<Duration> {
    let duration = context.duration(node)?;
    if duration.unit.is_business() {
        context.misplaced(duration.span(), "a period runs from date to date", "write days, weeks, months or years");
        return None;
    }
    Some(duration.value)
}

fn renewal_of(line: &Line, context: &mut Context) -> Option<Renewal> {
    let length = calendar_length(&line.node, context)?;
    let unless = line
        .node
        .get(Kind::renews_unless)
        .and_then(|unless| Some(RenewalStop { who: context.who(unless)?, notice: context.duration(unless)?.value }));
    Some(Renewal { length, unless, origin: line.span().into() })
}

fn termination(line: &Line, context: &mut Context) -> Option<TerminationRight> {
    let node = &line.node;
    let who = context.who(node)?;
    let ground = if let Some(breach) = node.get(Kind::for_breach) {
        TerminationGround::MaterialBreach { cure: context.duration(breach).map(|cure| cure.value) }
    } else if let Some(convenience) = node.get(Kind::for_convenience) {
        TerminationGround::Convenience {
            notice: context.duration(convenience)?.value,
            to_end_of: convenience.get(Kind::calendar_unit).and_then(|unit| cycle_unit(&unit.text)),
        }
    } else if let Some(reason) = node.get(Kind::for_reason) {
        TerminationGround::Reason {
            when: prose(reason)?.value,
            notice: context.duration(reason).map(|notice| notice.value),
        }
    } else {
        TerminationGround::Insolvency
    };
    Some(TerminationRight { who, ground, origin: line.span().into() })
}
