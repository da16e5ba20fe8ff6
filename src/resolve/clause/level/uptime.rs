//! Uptime: when a service is down.

use crate::model::{At, CalendarRef, DownCondition, Duration, PartlyDown, Uptime};
use crate::resolve::context::Context;
use crate::resolve::value::{band_edge, prose};
use crate::syntax::tree::{Kind, Line, Node};

/// What uptime says besides; when the service is down must be said.
pub(super) fn uptime(line: &Line, context: &mut Context) -> Option<Uptime> {
    let conditions = line.children.iter().filter(|line| matches!(line.kind(), Kind::down_when | Kind::or_down_when));
    let down_when: Vec<_> = conditions.filter_map(|line| condition(line, context)).collect();
    let only_if =
        line.child(Kind::down_only_if).map(|line| context.names(&line.node, Kind::service)).unwrap_or_default();
    if down_when.is_empty() && only_if.is_empty() {
        context.missing(
            Some(line.span()),
            "nothing says when the service is down",
            "add a line such as `down when error rate is above 5% for 1 minute`, or `down when \"…\"`",
        );
    }
    let target = line.child(Kind::target);
    Some(Uptime {
        down_when,
        errors_are: line.child(Kind::errors_are).and_then(|line| prose(&line.node)).map(|at| at.value),
        down_only_if_all: only_if.into_iter().map(|name| name.value).collect(),
        up_again_after_probes: line.child(Kind::up_again).and_then(|line| context.integer(&line.node)),
        partly_down: line.children_of(Kind::partly_down).filter_map(|line| partly(line, context)).collect(),
        during: target.and_then(|line| context.during(&line.node)).map_or(CalendarRef::Always, |at| at.value),
    })
}

fn condition(line: &Line, context: &mut Context) -> Option<At<DownCondition>> {
    let node = &line.node;
    let condition = if let Some(rate) = node.get(Kind::error_rate_above) {
        DownCondition::ErrorRate {
            above: context.percent(rate)?.value,
            lasting: context.duration(rate)?.value,
            minimum_requests: rate.get(Kind::at_least_requests).and_then(|part| context.integer(part)),
        }
    } else if let Some(probes) = node.get(Kind::probe_fails) {
        DownCondition::Probes { failing: context.integer(probes)? }
    } else if let Some(part) = node.get(Kind::metric_is) {
        DownCondition::Metric {
            metric: context.name(part, Kind::metric)?.value,
            edge: band_edge(part)?,
            limit: context.quantity(part)?.value,
            lasting: lasting(part, context),
        }
    } else {
        let lasting = lasting(node, context);
        DownCondition::Words { words: prose(node)?.value, lasting }
    };
    Some(At::new(condition, line.span()))
}

/// For how long a condition has to hold.
fn lasting(node: &Node, context: &mut Context) -> Option<Duration> {
    node.get(Kind::lasting).and_then(|part| context.duration(part)).map(|time| time.value)
}

fn partly(line: &Line, context: &mut Context) -> Option<PartlyDown> {
    let node: &Node = &line.node;
    let mut shares = node.all(Kind::percent).filter_map(|part| part.text.parse().ok());
    let (share, counts) = (shares.next()?, shares.next()?);
    if node.all(Kind::percent).count() > 2 {
        context.misplaced(line.span(), "two percentages belong here", "write the share of users, then what counts");
    }
    Some(PartlyDown {
        share,
        inclusive: node.text.contains("up to"),
        of: node.get(Kind::plain_word)?.text.clone(),
        counts,
    })
}
