//! Levels over events: ratios, shares within a time, percentiles, surveys, metrics of one's own.

use crate::model::{CalendarRef, FromUntil, Indicator, Latency, Percentile, Prose, Ratio, ShareWithin, Survey};
use crate::resolve::clause::metric::worked_example;
use crate::resolve::context::Context;
use crate::resolve::value::{nth_text, prose};
use crate::syntax::tree::{Kind, Line};

fn words(line: &Line, kind: Kind) -> Option<Prose> {
    line.child(kind).and_then(|line| prose(&line.node)).map(|at| at.value)
}

/// A ratio of counts.
pub(super) fn ratio(line: &Line, context: &mut Context) -> Option<Ratio> {
    let (good, all) = (words(line, Kind::good_are), words(line, Kind::all_are));
    if good.is_none() || all.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says what is counted",
            "add lines such as `good are \"requests answered without error\"` and `all are \"requests received\"`",
        );
    }
    let mean_by = line.child(Kind::by_hour_mean).and_then(|line| context.interval(&line.node));
    Some(Ratio {
        good: good?,
        all: all?,
        empty_is: line.child(Kind::empty_is).and_then(|line| context.percent(&line.node)).map(|at| at.value),
        mean_by,
    })
}

/// A share within a time.
pub(super) fn share(line: &Line, context: &mut Context) -> Option<ShareWithin> {
    let target = line.child(Kind::target).map(|line| &line.node);
    let within = target.and_then(|node| node.get(Kind::within_part)).and_then(|part| context.duration(part));
    if within.is_none() {
        context.missing(
            Some(line.span()),
            "nothing says within which time",
            "write the target such as `at least 90% of \"calls\" within 30 seconds each month`",
        );
    }
    let of = target.and_then(|node| node.get(Kind::target_of)).and_then(prose).map(|at| at.value);
    let from_until = line.child(Kind::from_event).and_then(|line| {
        Some(FromUntil { from: prose(&line.node)?.value, until: Prose::new(nth_text(&line.node, 1)?.value) })
    });
    let clock = target.and_then(|node| context.during(node));
    let within = within?;
    if within.unit.is_business() && clock.is_none() {
        context.missing(Some(within.span()), "nothing says which business hours count", "add `during` and a calendar");
    }
    Some(ShareWithin {
        all: of.or_else(|| words(line, Kind::all_are)),
        from_until,
        within: within.value,
        clock: clock.map_or(CalendarRef::Always, |at| at.value),
        cut_off: line.child(Kind::cut_off).and_then(|line| context.time_of_day(&line.node)).map(|at| at.value),
        empty_is: line.child(Kind::empty_is).and_then(|line| context.percent(&line.node)).map(|at| at.value),
    })
}

/// Percentiles of a duration.
pub(super) fn latency(line: &Line, context: &mut Context) -> Option<Latency> {
    let lines: Vec<&Line> = line.children_of(Kind::latency_target).collect();
    if lines.is_empty() {
        context.missing(
            Some(line.span()),
            "this latency has no target",
            "add a line such as `percentile 95 at most 300 milliseconds each month`",
        );
        return None;
    }
    let mut percentiles = Vec::new();
    for line in lines {
        let percentile = if line.node.has(Kind::mean_limit) { None } else { Some(context.number(&line.node)?) };
        if let Some(percentile) = &percentile
            && (percentile.value > crate::model::Number::whole(100) || percentile.value.is_zero())
        {
            context.misplaced(percentile.span(), "a percentile lies between 0 and 100", "write a number such as 95");
        }
        percentiles.push(Percentile {
            percentile: percentile.map(|percentile| percentile.value),
            comparator: Context::comparator(&line.node),
            limit: context.duration(&line.node)?,
        });
    }
    Some(Latency { percentiles, all: words(line, Kind::all_are) })
}

/// A survey.
pub(super) fn survey(line: &Line, context: &mut Context) -> Option<Survey> {
    let Some(counts) = line.child(Kind::counts_answers) else {
        context.missing(
            Some(line.span()),
            "nothing says which answers are good",
            "add a line such as `counts answers of 4 or better out of 5`",
        );
        return None;
    };
    let (good_from, out_of) = (context.nth_integer(&counts.node, 0)?, context.nth_integer(&counts.node, 1)?);
    if good_from > out_of {
        context.misplaced(counts.span(), "no answer is that good", "write the good score first, then the best one");
    }
    Some(Survey { good_from, out_of })
}

/// A metric of the agreement's own.
pub(super) fn custom(line: &Line, context: &mut Context) -> Option<Indicator> {
    let metric = context.name(&line.node, Kind::metric)?.value;
    let examples = line.children_of(Kind::example_gives).filter_map(|line| worked_example(line, context)).collect();
    Some(Indicator::Custom { metric, examples })
}
