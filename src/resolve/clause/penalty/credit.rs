//! Credits for levels.

use crate::diagnostic::Diagnostic;
use crate::model::{
    At, Award, Band, BandEdge, BandFigure, BeyondCredit, CreditRule, EarnBack, EventCredit, Exempt, LateCredit,
    LateUnit, Missed, Number, Quantity, StepBeyond, StepCredit, StepFrom,
};
use crate::resolve::clause::metric::worked_example;
use crate::resolve::context::Context;
use crate::resolve::value::{band_edge, text, time_measure};
use crate::syntax::tree::{Kind, Line, Node};

use super::{cap, fee_base, unit};

/// A rule `credits for …` with the lines below it.
pub(super) fn rule(line: &Line, context: &mut Context) -> Option<CreditRule> {
    let all = |kind: Kind| line.children_of(kind);
    let base = line
        .node
        .get(Kind::from_fee)
        .and_then(|from| from.get(Kind::fee_base))
        .and_then(|part| fee_base(part, context).map(|base| At::new(base, part.span)));
    let bands: Vec<Band> = all(Kind::band).filter_map(|line| band(line, context)).collect();
    same_direction(&bands, context);
    let lost_time = match (line.child(Kind::pro_rata), line.child(Kind::lost_time)) {
        (Some(_), _) => Some(Number::whole(1)),
        (None, Some(line)) => context.number(&line.node).map(|number| number.value),
        (None, None) => None,
    };
    let rule = CreditRule {
        levels: context.names(&line.node, Kind::level),
        base,
        bands,
        events: all(Kind::each_missed).filter_map(|line| event(line, context)).collect(),
        steps: all(Kind::each_step).filter_map(|line| step(line, context)).collect(),
        late: all(Kind::each_late).filter_map(|line| late(line, context)).collect(),
        beyond: all(Kind::beyond_day).filter_map(|line| beyond(line, context)).collect(),
        lost_time_multiple: lost_time,
        one_credit_for_one_incident: line.child(Kind::one_credit).is_some(),
        largest_only: line.child(Kind::largest_only).is_some(),
        caps: all(Kind::credit_cap).filter_map(|line| cap(line, context)).collect(),
        minimum: line.child(Kind::credit_minimum).and_then(|line| context.money(&line.node)).map(|at| at.value),
        exempt: line.child(Kind::exempt).and_then(|line| exempt(line, context)),
        repeat_multiplier: line
            .child(Kind::repeat_counts)
            .and_then(|line| context.number(&line.node))
            .map(|at| at.value),
        retroactive: line.child(Kind::retroactive).is_some(),
        earn_back: line.child(Kind::earn_back).and_then(|line| earn_back(line, context)),
        examples: all(Kind::example_gives).filter_map(|line| worked_example(line, context)).collect(),
        origin: line.span().into(),
    };
    needs_base(&rule, context);
    Some(rule)
}

/// A share is a share of something.
fn needs_base(rule: &CreditRule, context: &mut Context) {
    let awards = rule
        .bands
        .iter()
        .map(|band| &band.award)
        .chain(rule.events.iter().map(|event| &event.award))
        .chain(rule.steps.iter().map(|step| &step.award))
        .chain(rule.late.iter().map(|late| &late.award))
        .chain(rule.beyond.iter().map(|beyond| &beyond.award));
    let shares = awards.filter(|award| matches!(award, Award::Share(_) | Award::Service(_))).count() > 0;
    if rule.base.is_none() && (shares || rule.lost_time_multiple.is_some()) {
        context.missing(
            Some(rule.origin.0),
            "nothing says which fee these percentages are a share of",
            "add `from` and a fee, such as `credits for Uptime from the fee of API`",
        );
    }
}

/// Bands that begin below a limit and bands that begin above one cannot stand together, and no
/// limit stands twice.
fn same_direction(bands: &[Band], context: &mut Context) {
    let down = |band: &Band| matches!(band.edge, BandEdge::Below | BandEdge::AtOrBelow);
    let Some(first) = bands.first() else { return };
    for (at, band) in bands.iter().enumerate().skip(1) {
        if band.figure != first.figure {
            context.misplaced(
                band.origin.0,
                "these bands compare different things with their limits",
                "put bands over downtime, over outages and over the level's figure under `credits for` of their own",
            );
        }
        if down(band) != down(first) {
            context.misplaced(
                band.origin.0,
                "one band begins below its limit, another above",
                "write all bands with `below`, or all with `above`",
            );
        }
        if let Some(twin) = bands[..at].iter().find(|twin| twin.limit == band.limit && twin.edge == band.edge) {
            context.error(
                Diagnostic::error("said-twice", band.limit.span(), format!("two bands begin at {}", band.limit.value))
                    .related(twin.limit.span(), "the first one is here"),
            );
        }
    }
}

fn band(line: &Line, context: &mut Context) -> Option<Band> {
    let limit = line.node.get(Kind::band_limit)?;
    let edge = band_edge(limit)?;
    let figure = match (limit.has(Kind::outage_edge), limit.has(Kind::step_of_downtime)) {
        (true, _) => BandFigure::Outage,
        (false, true) => BandFigure::Downtime,
        (false, false) => BandFigure::Level,
    };
    let limit = context.quantity(limit)?;
    if figure != BandFigure::Level && !matches!(limit.value, Quantity::Duration(_)) {
        context.misplaced(limit.span(), "an outage has a length", "write a length such as `4 hours`");
    }
    Some(Band { figure, edge, limit, award: award(&line.node, context)?, origin: line.span().into() })
}

/// What a statement awards.
pub(super) fn award(node: &Node, context: &mut Context) -> Option<Award> {
    let part = node.get(Kind::award)?;
    if let Some(points) = part.get(Kind::award_points) {
        return context.number(points).map(|points| Award::Points(points.value));
    }
    if let Some(service) = part.get(Kind::duration_of_service) {
        return context.duration(service).map(|time| Award::Service(time.value));
    }
    if let Some(pool) = part.get(Kind::share_of_pool) {
        return context.percent(pool).map(|share| Award::PoolShare(share.value));
    }
    if let Some(work) = part.get(Kind::work) {
        let time = context.duration(work)?.value;
        return text(work).map(|of| Award::Work { time, of: of.value });
    }
    let amount = context.quantity(part)?;
    match amount.value {
        Quantity::Percent(share) => Some(Award::Share(share)),
        Quantity::Money(money) => Some(Award::Amount(money)),
        Quantity::Duration(_) | Quantity::Number(_) => {
            context.misplaced(
                amount.span(),
                format!("`{}` is not a credit", amount.value),
                "write a percentage, an amount such as EUR 250, or `3 days of service`",
            );
            None
        }
    }
}

fn event(line: &Line, context: &mut Context) -> Option<EventCredit> {
    let node = &line.node;
    let thing = node.get(Kind::missed_thing)?;
    let missed = match thing.get(Kind::time_measure).and_then(|word| time_measure(&word.text)) {
        Some(measure) => Missed::Time(measure),
        None => Missed::Thing(thing.text.clone()),
    };
    let severity = match node.has(Kind::severity) {
        true => Some(context.name(node, Kind::severity)?),
        false => None,
    };
    Some(EventCredit { severity, missed, award: award(node, context)?, origin: line.span().into() })
}

fn step(line: &Line, context: &mut Context) -> Option<StepCredit> {
    let node = &line.node;
    let from = if let Some(part) = node.get(Kind::step_below) {
        StepFrom::Below(context.quantity(part)?.value)
    } else if let Some(part) = node.get(Kind::step_above) {
        StepFrom::Above(context.quantity(part)?.value)
    } else if node.has(Kind::step_of_outage) {
        StepFrom::Outage
    } else {
        StepFrom::Downtime
    };
    Some(StepCredit {
        step: match node.get(Kind::one_unit) {
            Some(unit) => Quantity::Duration(format!("1 {}", unit.text).parse().ok()?),
            None => context.quantity(node)?.value,
        },
        full: node.text.starts_with("each full"),
        from,
        beyond: node.get(Kind::step_beyond).map(|part| StepBeyond {
            allowance: part.has(Kind::beyond_allowance),
            time: context.duration(part).map(|time| time.value),
        }),
        award: award(node, context)?,
        origin: line.span().into(),
    })
}

fn exempt(line: &Line, context: &mut Context) -> Option<Exempt> {
    Some(Exempt { up_to: context.money(&line.node)?.value, each: context.cycle(&line.node) })
}

fn late_unit(node: &Node) -> Option<LateUnit> {
    Some(match node.get(Kind::late_unit)?.text.as_str() {
        "minute" => LateUnit::Minute,
        "hour" => LateUnit::Hour,
        "business hour" => LateUnit::BusinessHour,
        "business day" => LateUnit::BusinessDay,
        "week" => LateUnit::Week,
        _ => LateUnit::CalendarDay,
    })
}

fn late(line: &Line, context: &mut Context) -> Option<LateCredit> {
    Some(LateCredit {
        unit: late_unit(&line.node)?,
        full: line.node.text.starts_with("each full"),
        award: award(&line.node, context)?,
        origin: line.span().into(),
    })
}

fn beyond(line: &Line, context: &mut Context) -> Option<BeyondCredit> {
    Some(BeyondCredit {
        beyond_day: context.integer(&line.node)?,
        award: award(&line.node, context)?,
        each: late_unit(&line.node)?,
        from_day: context.nth_integer(&line.node, 1),
        origin: line.span().into(),
    })
}

fn earn_back(line: &Line, context: &mut Context) -> Option<EarnBack> {
    Some(EarnBack {
        level: context.name(&line.node, Kind::level)?.value,
        count: context.integer(&line.node)?,
        unit: unit(&line.node)?,
    })
}
