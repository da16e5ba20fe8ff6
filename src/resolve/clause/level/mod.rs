//! Service levels: what all of them say, and one file for what a kind says besides.

mod events;
mod times;
mod uptime;

use crate::model::{
    At, Comparator, Cycle, CycleUnit, DataOpen, Excluded, ExcludedTime, Exclusion, ExpectedBecomesMiss, Expression,
    FailsWhen, Indicator, Level, Measurement, Measurer, Method, MissingData, Name, PartialMonths, Promise, Quantity,
    Sample, Severities, Target,
};
use crate::resolve::context::Context;
use crate::resolve::index::NameKind;
use crate::resolve::section::Sections;
use crate::resolve::value::{cycle_unit, prose, rounding, text};
use crate::syntax::tree::{Kind, Line, Node};

use super::metric::expression;

/// The levels.
pub(in crate::resolve) fn levels(
    sections: Sections,
    severities: &Severities,
    business_days: Option<&Name>,
    context: &mut Context,
) -> Vec<Level> {
    let lines = sections.lines(Kind::levels);
    lines.iter().filter_map(|line| level(line, severities, business_days, context)).collect()
}

fn level(line: &Line, severities: &Severities, business_days: Option<&Name>, context: &mut Context) -> Option<Level> {
    let name = Context::new_name(&line.node)?;
    let each = line.node.get(Kind::each_of);
    let services = context.names(each.unwrap_or(&line.node), Kind::service);
    let indicator = match line.kind() {
        Kind::times => times::support_times(line, severities, business_days, context).map(Indicator::SupportTimes),
        Kind::uptime => uptime::uptime(line, context).map(Indicator::Uptime),
        Kind::ratio => events::ratio(line, context).map(Indicator::Ratio),
        Kind::share => events::share(line, context).map(Indicator::ShareWithin),
        Kind::latency => events::latency(line, context).map(Indicator::Latency),
        Kind::survey => events::survey(line, context).map(Indicator::Survey),
        Kind::measure => events::custom(line, context),
        _ => return None,
    };
    let needs_target = !matches!(line.kind(), Kind::times | Kind::latency);
    let target_line = line.child(Kind::target);
    if needs_target && target_line.is_none() {
        context.missing(
            Some(line.span()),
            format!("`{}` has no target", name.value),
            "add a line such as `at least 99.9% each month`",
        );
    }
    let target = target_line.and_then(|line| target(line, context));
    let expected = line.child(Kind::expected_target).and_then(|line| target_of(line, context));
    if let (Kind::uptime | Kind::ratio | Kind::share | Kind::survey, Some(Target { threshold, comparator, .. })) =
        (line.kind(), &target)
    {
        share_of_whole(threshold, *comparator, context);
    }
    let judged = judged(line, context);
    let exclusions = line
        .children_of(Kind::excluding)
        .flat_map(|line| line.node.all(Kind::excluded).collect::<Vec<_>>())
        .filter_map(|part| exclusion(part, context))
        .collect();
    let word = |kind: Kind, word: &str| line.child(kind).is_some_and(|line| line.node.text.contains(word));
    Some(Level {
        services,
        each: each.is_some(),
        indicator: indicator?,
        target,
        expected,
        judged: judged?,
        promise: if word(Kind::promised_as, "efforts") { Promise::ReasonableEfforts } else { Promise::Result },
        measurement: line.child(Kind::measured_by).and_then(|line| measurement(line, context)),
        recorded_in: line.child(Kind::recorded_in).and_then(|line| text(&line.node)),
        data_open: line.child(Kind::data_open).and_then(|line| data_open(line, context)),
        missing_data: match line.child(Kind::missing_data).map(|line| line.node.text.as_str()) {
            Some(words) if words.ends_with("up") => MissingData::Up,
            Some(words) if words.ends_with("excluded") => MissingData::Excluded,
            _ => MissingData::Down,
        },
        exclusions,
        excluded_time: match line.child(Kind::excluded_time) {
            Some(line) if !line.node.has(Kind::neither_up_nor_down) => ExcludedTime::Up,
            _ => ExcludedTime::Neither,
        },
        partial_months: match line.child(Kind::partial_months).map(|line| &line.node) {
            Some(node) if node.has(Kind::partial_whole) => PartialMonths::Whole,
            Some(node) if node.has(Kind::partial_not) => PartialMonths::NotCounted,
            _ => PartialMonths::DaysInPeriod,
        },
        minimum_sample: line.child(Kind::needs_sample).and_then(|line| sample(line, context)),
        rounding: line.child(Kind::rounded).and_then(|line| rounding(context, &line.node)),
        counts_only_when: line.child(Kind::counts_only).and_then(|line| prose(&line.node)).map(|at| at.value),
        fails_when: line.child(Kind::fails_when).and_then(|line| fails_when(&line.node)),
        expected_becomes_miss: line.child(Kind::becomes_miss).and_then(|line| becomes_miss(line, context)),
        weight: line.child(Kind::weighted).and_then(|line| weight(line, context)),
        no_credits: line.child(Kind::no_credits).is_some(),
        origin: line.span().into(),
        name,
    })
}

fn data_open(line: &Line, context: &mut Context) -> Option<DataOpen> {
    let to = context.name(&line.node, Kind::party)?.value;
    Some(DataOpen { to, lasting: context.duration(&line.node).map(|time| time.value) })
}

fn target(line: &Line, context: &mut Context) -> Option<Target> {
    target_of(line, context)
}

fn target_of(line: &Line, context: &mut Context) -> Option<Target> {
    let threshold = context.quantity(&line.node)?;
    Some(Target { comparator: Context::comparator(&line.node), threshold, origin: line.span().into() })
}

/// A share is a percentage, no more than all, and something to keep.
fn share_of_whole(threshold: &At<Quantity>, comparator: Comparator, context: &mut Context) {
    let Quantity::Percent(percent) = threshold.value else {
        context.misplaced(
            threshold.span(),
            format!("`{}` is not a share", threshold.value),
            "write a percentage such as 99.9%",
        );
        return;
    };
    let (part, whole) = percent.fraction();
    let beyond = part > whole || (part == whole && comparator == Comparator::MoreThan);
    if beyond {
        context.misplaced(threshold.span(), "nobody can reach more than 100%", "write a percentage of 100% or less");
    }
}

/// The cycle: said in the target, or in `judged …`; support times and others must say it once.
fn judged(line: &Line, context: &mut Context) -> Option<Cycle> {
    let judged_line = line.child(Kind::judged);
    if let Some(by) = judged_line.and_then(|line| line.node.get(Kind::judged_month)) {
        tickets_by_cycle(line, by, judged_line.and_then(|line| context.cycle(&line.node)), context);
    }
    let target_line = line.children.iter().find(|line| {
        matches!(line.kind(), Kind::target | Kind::latency_target) && line.node.has(Kind::calendar_period)
    });
    match (judged_line, target_line) {
        (Some(judged), Some(target)) => {
            let (one, two) = (context.cycle(&judged.node), context.cycle(&target.node));
            if one.is_some() && two.is_some() && one != two {
                context.misplaced(judged.span(), "the target names another cycle", "name the cycle once");
            }
            one
        }
        (Some(line), None) | (None, Some(line)) => context.cycle(&line.node),
        (None, None) => {
            let example =
                if line.kind() == Kind::times { "`judged each month`" } else { "`each month` after the target" };
            context.missing(
                Some(line.span()),
                "nothing says in which cycle this level is judged",
                format!("add {example}"),
            );
            context.lenient.then_some(Cycle::Each(CycleUnit::Month))
        }
    }
}

/// `by the month a Ticket is opened in` names the cycle that the level is judged in; only tickets count by it.
fn tickets_by_cycle(level: &Line, by: &Node, judged: Option<Cycle>, context: &mut Context) {
    if level.kind() != Kind::times {
        let message = "only support times count by the cycle in which a ticket is opened or resolved";
        context.misplaced(by.span, message, "end the line before `by`");
        return;
    }
    let unit = by.get(Kind::calendar_unit).and_then(|unit| cycle_unit(&unit.text));
    if let (Some(unit), Some(judged)) = (unit, judged)
        && judged != Cycle::Each(unit)
    {
        let help = match judged {
            Cycle::Each(judged) => format!("write `by the {}` in place of `by the {}`", judged.word(), unit.word()),
            Cycle::Period | Cycle::Rolling(_) => "judge them each month, quarter or year".to_owned(),
        };
        context.misplaced(
            by.span,
            format!("tickets count by the {}, the level is judged by another cycle", unit.word()),
            help,
        );
    }
}

/// The weight of an event; rounded where the statement says so.
fn weight(line: &Line, context: &mut Context) -> Option<Expression> {
    let formula = expression(line.node.get(Kind::expression)?, &mut |_, _| true, context)?;
    let Some(part) = line.node.get(Kind::rounded_part) else { return Some(formula) };
    let decimals = u8::try_from(context.integer(part)?).unwrap_or(u8::MAX).min(28);
    Some(Expression::Rounded { decimals, of: Box::new(formula) })
}

fn measurement(line: &Line, context: &mut Context) -> Option<Measurement> {
    let who = line.node.get(Kind::who_measures)?;
    let by = match who.get(Kind::party) {
        Some(_) => Measurer::Party(context.name(who, Kind::party)?.value),
        None => Measurer::Other(text(who)?.value),
    };
    let method = line.node.get(Kind::measured_how).and_then(|how| match how.get(Kind::probes) {
        Some(probes) => {
            let every = context.duration(probes)?.value;
            Some(Method::Probes { every, places: context.integer(probes) })
        }
        None => Some(Method::AllRequests),
    });
    Some(Measurement { by, method })
}

fn exclusion(part: &Node, context: &mut Context) -> Option<Exclusion> {
    let what = match part.get(Kind::term) {
        Some(term) => {
            let name = context.named(&[NameKind::Term, NameKind::Maintenance, NameKind::Obligation], term)?.value;
            if context.knows(NameKind::Maintenance, name.as_str()) {
                Excluded::Maintenance(name)
            } else {
                Excluded::Term(name)
            }
        }
        None => Excluded::Words(prose(part)?.value),
    };
    let only_if = part.get(Kind::only_if).and_then(prose).map(|at| at.value);
    Some(Exclusion { what, only_if, origin: part.span.into() })
}

fn sample(line: &Line, context: &mut Context) -> Option<Sample> {
    Some(Sample { count: context.integer(&line.node)?, of: line.node.get(Kind::plain_word)?.text.clone() })
}

fn fails_when(node: &Node) -> Option<FailsWhen> {
    Some(FailsWhen { event: node.get(Kind::plain_word)?.text.clone(), when: prose(node)?.value })
}

fn becomes_miss(line: &Line, context: &mut Context) -> Option<ExpectedBecomesMiss> {
    let from = context.ordinal(&line.node)?;
    let window = line.node.get(Kind::rolling).and_then(|part| context.rolling_of(part))?;
    Some(ExpectedBecomesMiss { from, window })
}
