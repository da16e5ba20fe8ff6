//! Remedies: the section as a whole; credits for levels and what surrounds them have a file each.

mod claim;
mod credit;
mod termination;

use crate::model::{
    AtRisk, Cap, CapAmount, CreditNature, CycleUnit, FeeBase, Name, Penalties, PointsAmount, PointsPay, PointsRequire,
    Pool, Prose, Rectification, RemedyKept, SeveralMissed, SeveralMissedThen, SoleRemedy,
};
use crate::resolve::context::Context;
use crate::resolve::value::{cycle_unit, prose, text};
use crate::syntax::tree::{Kind, Line, Node};

/// The remedies.
pub(in crate::resolve) fn penalties(section: &Line, context: &mut Context) -> Option<Penalties> {
    let child = |kind: Kind| section.child(kind);
    let all = |kind: Kind| section.children_of(kind);
    Some(Penalties {
        nature: child(Kind::credits_are).map(|line| crate::model::At::new(nature(&line.node), line.span())),
        no_credits: child(Kind::no_credit_at_all).is_some(),
        credits: all(Kind::credits_for).filter_map(|line| credit::rule(line, context)).collect(),
        caps: all(Kind::penalty_cap).filter_map(|line| cap(line, context)).collect(),
        claim: claim::claim(section, context),
        payment: claim::payment(section, context),
        good_standing: child(Kind::good_standing).map(|line| claim::good_standing(line, context)),
        chronic: all(Kind::chronic).filter_map(|line| termination::chronic(line, context)).collect(),
        sole_remedy: child(Kind::credits_are_only).map(sole_remedy),
        at_risk: child(Kind::at_risk).and_then(|line| at_risk(line, context)),
        several_missed: all(Kind::when_levels_missed).filter_map(|line| several(line, context)).collect(),
        rectifications: all(Kind::requires_remedy).filter_map(|line| rectification(line, context)).collect(),
        points_pay: child(Kind::points_pay).and_then(|line| points_pay(line, context)),
        points_table: points_table(section, context),
        points_require: all(Kind::points_from).filter_map(|line| points_require(line, context)).collect(),
        one_credit_for_one_incident: child(Kind::one_credit).is_some(),
        largest_only: child(Kind::largest_only).is_some(),
        fees_with_tax: child(Kind::in_fees).is_some_and(|line| line.node.text.ends_with("with tax")),
        origin: section.span().into(),
    })
}

fn nature(node: &Node) -> CreditNature {
    if node.has(Kind::price_adjustment) {
        CreditNature::PriceAdjustment
    } else if node.has(Kind::liquidated_damages) {
        CreditNature::LiquidatedDamages
    } else {
        CreditNature::Penalty
    }
}

/// A cap of all credits or of one rule.
pub(super) fn cap(line: &Line, context: &mut Context) -> Option<Cap> {
    Some(Cap {
        amount: cap_amount(line.node.get(Kind::cap_amount)?, context)?,
        each: context.cycle(&line.node),
        per_incident: line.node.has(Kind::per_incident),
        origin: line.span().into(),
    })
}

/// How much a cap allows.
pub(super) fn cap_amount(part: &Node, context: &mut Context) -> Option<CapAmount> {
    Some(if let Some(share) = context.percent(part) {
        CapAmount::Share { share: share.value, of: fee_base(part.get(Kind::fee_base)?, context)? }
    } else if part.has(Kind::duration) {
        CapAmount::Service(context.duration(part)?.value)
    } else {
        CapAmount::Amount(context.money(part)?.value)
    })
}

/// A fee that percentages refer to.
pub(super) fn fee_base(node: &Node, context: &mut Context) -> Option<FeeBase> {
    if node.has(Kind::service) {
        return context.name(node, Kind::service).map(|service| FeeBase::ServiceFee(service.value));
    }
    if node.has(Kind::affected_service) {
        return Some(FeeBase::AffectedService);
    }
    if let Some(fees) = node.get(Kind::the_fees) {
        let services: Vec<Name> = context.names(fees, Kind::service).into_iter().map(|name| name.value).collect();
        return Some(FeeBase::Fees { services, for_period: node.has(Kind::for_period) });
    }
    if node.has(Kind::monthly_invoice) {
        return Some(FeeBase::MonthlyInvoice);
    }
    text(node).map(|words| FeeBase::Words(words.value))
}

/// The only cycle unit that a part names.
pub(super) fn unit(node: &Node) -> Option<CycleUnit> {
    let part = node.get(Kind::calendar_unit).or_else(|| node.get(Kind::calendar_units))?;
    cycle_unit(&part.text)
}

fn sole_remedy(line: &Line) -> SoleRemedy {
    let kept = |part: &Node| match prose(part) {
        Some(words) => RemedyKept::Words(words.value),
        None if part.has(Kind::law_forbids) => RemedyKept::WhatLawForbidsToLimit,
        None => RemedyKept::Termination,
    };
    SoleRemedy { except: line.node.all(Kind::remedy_kept).map(kept).collect(), origin: line.span().into() }
}

fn at_risk(line: &Line, context: &mut Context) -> Option<AtRisk> {
    let pool = |line: &Line, context: &mut Context| {
        Some(Pool {
            name: text(&line.node)?.value,
            share: context.percent(&line.node)?.value,
            levels: context.names(&line.node, Kind::level).into_iter().map(|level| level.value).collect(),
        })
    };
    Some(AtRisk {
        share: context.percent(&line.node)?.value,
        of: fee_base(line.node.get(Kind::fee_base)?, context)?,
        each: context.cycle(&line.node),
        pools: line.children_of(Kind::pool).filter_map(|line| pool(line, context)).collect(),
        origin: line.span().into(),
    })
}

fn several(line: &Line, context: &mut Context) -> Option<SeveralMissed> {
    let then = match line.node.get(Kind::requires_plan) {
        Some(plan) => SeveralMissedThen::Requires { what: prose(plan)?.value, within: context.duration(plan)?.value },
        None => SeveralMissedThen::Award(credit::award(&line.node, context)?),
    };
    Some(SeveralMissed {
        count: context.integer(&line.node)?,
        targets_of: line.node.get(Kind::targets_of).and_then(|part| context.name(part, Kind::level)),
        base: line
            .node
            .get(Kind::award_of)
            .and_then(|part| part.get(Kind::fee_base))
            .and_then(|part| fee_base(part, context)),
        within: unit(&line.node)?,
        then,
        origin: line.span().into(),
    })
}

fn rectification(line: &Line, context: &mut Context) -> Option<Rectification> {
    let what: Prose = prose(&line.node)?.value;
    Some(Rectification {
        level: context.name(&line.node, Kind::level)?,
        what,
        within: context.duration(&line.node)?.value,
    })
}

/// The rows of what sums of points pay, each with more points than the one before.
fn points_table(section: &Line, context: &mut Context) -> Vec<PointsPay> {
    let mut rows: Vec<PointsPay> = Vec::new();
    for line in section.children_of(Kind::points_from).filter(|line| !line.node.has(Kind::requires_plan)) {
        let Some(row) = points_pay(line, context) else { continue };
        if rows.last().is_some_and(|last| last.points >= row.points) {
            context.misplaced(
                line.span(),
                format!("{} points stand below a row with as many or more", row.points),
                "order the rows by their points, the fewest first",
            );
        }
        rows.push(row);
    }
    rows
}

fn points_require(line: &Line, context: &mut Context) -> Option<PointsRequire> {
    let plan = line.node.get(Kind::requires_plan)?;
    Some(PointsRequire {
        points: context.integer(&line.node)?,
        what: prose(plan)?.value,
        within: context.duration(plan)?.value,
        origin: line.span().into(),
    })
}

fn points_pay(line: &Line, context: &mut Context) -> Option<PointsPay> {
    let points = context.integer(&line.node)?;
    let pays = match context.percent(&line.node) {
        Some(share) => {
            PointsAmount::Share { share: share.value, of: fee_base(line.node.get(Kind::fee_base)?, context)? }
        }
        None => PointsAmount::Amount(context.money(&line.node)?.value),
    };
    if points == 0 {
        context.misplaced(line.span(), "no points pay nothing", "write `each 10 points credit …`");
        return None;
    }
    Some(PointsPay { points, pays })
}
