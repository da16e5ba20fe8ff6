//! How disputes end, and the law.

use crate::model::{DisputeKind, DisputeStep, Disputes, Language, MeasurementDispute};
use crate::resolve::context::Context;
use crate::resolve::value::text;
use crate::syntax::tree::{Kind, Line};

/// The ladder and the law.
pub(in crate::resolve) fn disputes(section: &Line, context: &mut Context) -> Disputes {
    let measurements = section.child(Kind::measurement_disputes).and_then(|line| {
        Some(MeasurementDispute {
            by: text(&line.node)?.value,
            within: context.duration(&line.node).map(|within| within.value),
        })
    });
    Disputes {
        steps: section.children.iter().filter_map(|line| step(line, context)).collect(),
        governing_law: section.child(Kind::governing_law).and_then(|line| text(&line.node)),
        measurements,
        performance_goes_on: section.child(Kind::performance_goes_on).is_some(),
        urgent_relief: section.child(Kind::urgent_relief).is_some(),
        origin: section.span().into(),
    }
}

fn step(line: &Line, context: &mut Context) -> Option<DisputeStep> {
    let node = &line.node;
    let words = || text(node).map(|words| words.value);
    let kind = match line.kind() {
        Kind::negotiate => DisputeKind::Negotiate { time: context.duration(node)?.value, between: words()? },
        Kind::mediate => DisputeKind::Mediate { time: context.duration(node)?.value, rules: words()? },
        Kind::expert => DisputeKind::Expert { who: words()?, within: context.duration(node)?.value },
        Kind::arbitrate => DisputeKind::Arbitrate { rules: words()? },
        Kind::courts => DisputeKind::Courts { place: words()? },
        _ => return None,
    };
    let arbitrators = line.child(Kind::arbitrators).and_then(|line| context.integer(&line.node));
    if arbitrators.is_some_and(|count| count % 2 == 0) {
        context.misplaced(line.span(), "an even number of arbitrators may not agree", "write 1 or 3");
    }
    let language = line.child(Kind::dispute_language).and_then(|line| line.node.get(Kind::language_tag));
    Some(DisputeStep {
        kind,
        seat: line.child(Kind::seat).and_then(|line| text(&line.node)).map(|seat| seat.value),
        arbitrators,
        language: language.map(|tag| Language::new(&tag.text)),
        origin: line.span().into(),
    })
}
